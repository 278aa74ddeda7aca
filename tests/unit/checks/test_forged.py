"""Whatever is sealed in the place of what was kept ends no check."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.report import FORMATS
from generator.store.seal import sealed, unsealed

OTHER_KINDS: dict[type, tuple[Callable[[Any], Any], ...]] = {
    int: (float, bool, str, lambda number: -number, lambda number: number * 10**30, lambda number: number + 1000),
    str: (len, lambda text: text + "{x} {", lambda text: "\ud800", lambda text: "", lambda text: None),
    list: (lambda those: dict.fromkeys(map(str, those)), lambda those: those[1:], lambda those: those * 2, str),
}


@pytest.fixture
def kept(
    workshop: Any, small_plan: Callable[[], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[Path, bytes]:
    """What a check of two plans, one of which is wrong, has kept: of every entry its bytes."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "singgahan"))
    wrong = small_plan()
    wrong["kegiatan"][0]["menutup"] = ["G-9"]
    workshop.commit({"plans/sagara/2025-2029.yaml": small_plan(), "plans/segara/2025-2029.yaml": wrong})
    monkeypatch.chdir(workshop.folder)
    assert look("full") == 1
    folder = tmp_path / "singgahan/rencana-induk"
    entries = [path for path in sorted(folder.glob("*/*/*/*")) if path.is_file()]
    assert {path.parts[-3] for path in entries} >= {"berkas", "putusan", "temuan"}
    return {path: path.read_bytes() for path in entries}


def look(form: str) -> int:
    return CliRunner().invoke(main, ["check", "--as-of", "2026-11-24", "--format", form]).exit_code


def within(data: Any) -> Iterator[tuple[Any, int | str]]:
    """Where each part of plain data stands."""
    for at, each in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield data, at
        yield from within(each)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_part_of_another_kind_ends_no_check(kept: dict[Path, bytes], data: st.DataObject) -> None:
    entry = data.draw(st.sampled_from(sorted(kept)))
    place = "/".join(entry.parts[-3:])
    told = json.loads(unsealed(kept[entry], place) or b"")
    holder, at = data.draw(st.sampled_from([each for each in within(told) if type(each[0][each[1]]) in OTHER_KINDS]))
    holder[at] = data.draw(st.sampled_from(OTHER_KINDS[type(holder[at])]))(holder[at])
    asked_anew = data.draw(st.booleans()) and "putusan" not in place
    for path, content in kept.items():
        path.write_bytes(content)
        if asked_anew and path.parts[-3] in ("putusan", "temuan"):
            path.unlink()
    entry.parent.mkdir(parents=True, exist_ok=True)
    entry.write_bytes(sealed(json.dumps(told).encode(), place))
    assert look(data.draw(st.sampled_from(sorted(FORMATS)))) in (0, 1)


def test_places_of_another_kind_cost_nothing_but_time(kept: dict[Path, bytes]) -> None:
    for entry in kept:
        if entry.parts[-3] != "berkas":
            entry.unlink()
            continue
        place = "/".join(entry.parts[-3:])
        told = json.loads(unsealed(kept[entry], place) or b"")
        told[0] = _with_floats(told[0])
        entry.write_bytes(sealed(json.dumps(told).encode(), place))
    assert look("full") == 1
    assert {entry: entry.read_bytes() for entry in kept} == kept


def _with_floats(data: Any) -> Any:
    if isinstance(data, list):
        return [each if at == 0 else _with_floats(each) for at, each in enumerate(data)]
    return float(data) if type(data) is int else data
