"""A reason for the change of something that is gone, with the plan's past in Git."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.pipeline import looking
from generator.reading.library import Library
from generator.reading.selection import select
from generator.store.cache import Cache
from tests.unit.conftest import Workshop

Values = dict[str, Any]
FILE = "plans/sagara/2025-2029.yaml"
CODE = "alasan-tidak-cocok"


def reason(item: str) -> dict[str, str]:
    return {"item": item, "tanggal": "2026-05-01", "alasan": "Digabung."}


def told(folder: Path) -> list[tuple[str, str]]:
    report = looking.check(select((), folder), date(2026, 11, 24), Library(Cache(None)))
    return [(each.item, json.dumps(each.help)) for each in report.entries if each.code == CODE]


@pytest.fixture
def values(small_plan: Callable[[], Values]) -> Values:
    return small_plan()


def test_what_was_removed_is_known_and_what_never_was_is_told(workshop: Workshop, values: Values) -> None:
    workshop.commit({FILE: values}, day="2026-01-02")
    assert values["kegiatan"].pop()["id"] == "K-002"
    values["alasan_perubahan"] = [reason("k-002"), reason("K-099"), reason("pendanaan"), reason("penetapan")]
    workshop.write(FILE, values)
    ((item, help),) = told(workshop.folder)
    assert item == "K-099"
    assert "K-001" in help
    workshop.commit({FILE: values}, day="2026-02-02")
    assert [item for item, _ in told(workshop.folder)] == ["K-099"]


def test_an_item_is_known_in_a_folder_that_was_renamed_and_of_a_version_that_was_broken(
    workshop: Workshop, values: Values
) -> None:
    workshop.commit({"plans/lama/2025-2029.yaml": values}, day="2026-01-02")
    broken = json.dumps(values, indent=1).replace("K-002", "K-003") + "]"
    workshop.commit({"plans/lama/2025-2029.yaml": broken}, day="2026-01-03")
    workshop.commit({"plans/lama/2025-2029.yaml": values}, day="2026-01-04")
    values["kegiatan"].pop()
    values["alasan_perubahan"] = [reason("K-002"), reason("K-003")]
    workshop.commit({"plans/lama/2025-2029.yaml": None, FILE: values}, day="2026-02-02")
    assert told(workshop.folder) == []


def test_another_institutions_item_is_none_of_this_one(workshop: Workshop, values: Values) -> None:
    other = values | {"lembaga": values["lembaga"] | {"kode": "99.02", "nama": "Kabupaten Lain"}}
    other["kegiatan"] = [values["kegiatan"][0] | {"id": "K-099"}]
    values["alasan_perubahan"] = [reason("K-099")]
    workshop.commit({FILE: values, "plans/lain/2025-2029.yaml": other}, day="2026-01-02")
    assert [item for item, _ in told(workshop.folder)] == ["K-099"]


def test_before_the_first_commit_nothing_was_removed_and_a_shallow_clone_knows_nothing(
    workshop: Workshop, values: Values, tmp_path: Path
) -> None:
    values["alasan_perubahan"] = [reason("K-099")]
    workshop.write(FILE, values)
    assert [item for item, _ in told(workshop.folder)] == ["K-099"]
    workshop.commit({FILE: values}, day="2026-01-02")
    workshop.commit({"catatan.txt": "x"}, day="2026-01-03")
    workshop.git("clone", "--quiet", "--depth", "1", f"file://{workshop.folder}", str(tmp_path / "dangkal"))
    assert told(tmp_path / "dangkal") == []
