"""The guide's steps for the plan of the next period, as a planner would run them."""

import json
import re
import shlex
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from generator.cli import main
from generator.model.activity import Continuation
from generator.model.portfolio import InstitutionPlans, Portfolio
from generator.reading.disk import on_disk
from generator.reading.library import Library

GUIDE = Path(__file__).parents[2] / "docs/panduan/cara/rencana-berikutnya.md"
STEPS = GUIDE.read_text(encoding="utf-8")
OLD, NEW = "2025-2029", "2030-2034"


def written(folder: Path, period: str, status: str, **header: Any) -> None:
    """The plan of a period with its status, in the place of what stands there."""
    example = Path(__file__).parents[1] / "examples/contoh.yaml"
    values = YAML(typ="safe", pure=True).load(example.read_text(encoding="utf-8"))
    shift = int(period[:4]) - 2025
    text = re.sub(r"\b20[23]\d\b", lambda year: str(int(year[0]) + shift), json.dumps(values, default=str))
    moved = json.loads(text)
    moved["rencana"] |= {"status": status, "diperbarui": "2026-10-01", **header}
    for path in (folder / "plans/kabupaten-sagara" / period).glob("*"):
        path.unlink()
    path = folder / "plans/kabupaten-sagara" / period / "rencana.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(moved, ensure_ascii=False), encoding="utf-8")


def seen(folder: Path, day: date) -> InstitutionPlans:
    plans, problems, _ = on_disk(folder / "plans", folder)
    assert problems == []
    readings = [Library().read(plan) for plan in plans]
    (institution,) = Portfolio.of((each.edition for each in readings if each.edition), day).institutions
    return institution


def test_the_steps_of_the_guide(tmp_path: Path) -> None:
    written(tmp_path, OLD, "berlaku")
    (command,) = re.findall(r"```sh\n\s*rencana (new .*)\n", STEPS)
    answers = ["--kind", "kabupaten", "--code", "99.01", "--example", "--plans", str(tmp_path / "plans")]
    done = CliRunner().invoke(main, [*shlex.split(command), *answers], input="\n" * 20)
    assert done.exit_code == 0, done.output
    assert (tmp_path / "plans/kabupaten-sagara" / NEW).is_dir()

    during, after = date(2029, 12, 31), date(2030, 1, 1)
    assert [seen(tmp_path, day).current.address.period for day in (during, after)] == [OLD, OLD]

    block = re.search(r"```yaml title=\"tempel di dalam rencana\"\n(.*?)```", STEPS, re.DOTALL)
    assert block is not None
    reference = YAML(typ="safe", pure=True).load(block[1])["rencana_acuan"]
    origin = re.search(r"`lanjutan_dari: (\{.*?\})`", STEPS)
    assert origin is not None
    assert Continuation.model_validate(YAML(typ="rt", pure=True).load(origin[1])).plan == OLD
    written(tmp_path, NEW, "rancangan", rencana_acuan=reference)
    assert [seen(tmp_path, day).current.address.period for day in (during, after)] == [OLD, OLD]

    written(tmp_path, NEW, "ditetapkan", rencana_acuan=reference)
    assert [seen(tmp_path, day).current.address.period for day in (during, after)] == [OLD, NEW]

    written(tmp_path, OLD, "berakhir")
    institution = seen(tmp_path, after)
    assert institution.current.address.period == NEW
    old = next(edition for edition in institution.editions if edition.address.period == OLD)
    newer = institution.superseded_by(old)
    assert newer is not None
    assert newer.address.period == NEW


@pytest.mark.parametrize("status", ["berakhir", "berlaku"])
def test_an_old_plan_that_ended_before_the_next_is_adopted_stays(tmp_path: Path, status: str) -> None:
    written(tmp_path, OLD, status)
    written(tmp_path, NEW, "rancangan")
    assert seen(tmp_path, date(2030, 6, 1)).current.address.period == OLD
