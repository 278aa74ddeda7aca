from pathlib import Path

import pytest

from generator.model.address import PlanAddress
from generator.reading.selection import Selection, select

SINGLE, FOLDER = PlanAddress("kota-a", "2025-2029"), PlanAddress("kota-b", "2025-2029")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    for name in ("kota-a/2025-2029.yaml", "kota-a/2020-2024.yaml", "kota-b/2025-2029/lembaga.yaml", "Salah/x.yaml"):
        path = tmp_path / "plans" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a: b\n")
    (tmp_path / "docs").mkdir()
    return tmp_path


def one(repository: Path, *paths: str) -> Selection:
    (selection,) = select([repository / path for path in paths], repository)
    assert selection.root == repository / "plans"
    assert selection.base == repository
    return selection


@pytest.mark.parametrize("path", [".", "plans"])
def test_all_plans(repository: Path, path: str) -> None:
    selection = one(repository, path)
    assert selection.covers(SINGLE)
    assert selection.covers(FOLDER)
    assert selection.within == repository / "plans"


@pytest.mark.parametrize("path", ["plans/kota-b", "plans/kota-b/2025-2029", "plans/kota-b/2025-2029/lembaga.yaml"])
def test_one_institution_or_plan_by_folder_or_file(repository: Path, path: str) -> None:
    selection = one(repository, path)
    assert selection.covers(FOLDER)
    assert not selection.covers(SINGLE)
    assert selection.within == repository / "plans/kota-b"


def test_a_plan_in_a_single_file(repository: Path) -> None:
    selection = one(repository, "plans/kota-a/2025-2029.yaml")
    assert selection.covers(SINGLE)
    assert not selection.covers(PlanAddress("kota-a", "2020-2024"))


def test_a_file_where_no_plan_can_be_is_looked_at_alone(repository: Path) -> None:
    selection = one(repository, "plans/Salah/x.yaml")
    assert selection.within == selection.stray == repository / "plans/Salah/x.yaml"
    assert not selection.covers(SINGLE)


def test_a_file_outside_any_folder_of_plans_costs_no_walk_over_its_neighbours(repository: Path) -> None:
    (repository / "docs" / "x.yaml").write_text("a: b\n")
    (selection,) = select([repository / "docs" / "x.yaml"], repository)
    assert selection.within == repository / "docs" / "x.yaml"


@pytest.mark.parametrize("start", [".", "docs", "plans", "plans/kota-b/2025-2029"])
def test_without_a_path_all_plans_from_any_folder(repository: Path, start: str) -> None:
    assert select([], repository / start) == [Selection(repository / "plans")]


def test_without_a_folder_of_plans_there_is_nothing_to_check(tmp_path: Path) -> None:
    assert select([], tmp_path) == []


def test_the_same_path_twice_is_one_selection(repository: Path) -> None:
    assert len(select([repository / "plans/kota-a", repository / "plans/kota-a"], repository)) == 1
