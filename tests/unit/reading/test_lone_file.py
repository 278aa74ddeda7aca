from pathlib import Path

import pytest

from generator.reading.library import Library
from generator.reading.lone_file import lone_plan


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text)
    return path


def test_its_period_is_the_one_it_tells(tmp_path: Path) -> None:
    path = written(tmp_path, "Rancangan v2.yaml", "rencana: {periode: {mulai: 2025, selesai: 2029}}\n")
    plan = lone_plan(path, tmp_path, Library())
    assert str(plan.address) == "rancangan-v2/2025-2029"
    assert [file.path for file in plan.files] == ["Rancangan v2.yaml"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: [",
        "- rencana",
        "rencana: {periode: {mulai: 2029, selesai: 2025}}",
        "rencana: {periode: {mulai: 25, selesai: 29}}",
        "rencana: {periode: {mulai: [2025], selesai: 2029}}",
    ],
)
def test_where_it_tells_no_years_every_date_is_inside(tmp_path: Path, text: str) -> None:
    assert lone_plan(written(tmp_path, "x.yaml", text), tmp_path, Library()).address.years == (1900, 2199)
