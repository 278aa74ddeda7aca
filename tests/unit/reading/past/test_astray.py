"""A version of a plan of which a file stands where none is read is a broken one, and no version without that file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.model.changes.facts import PlanRemoved
from generator.model.history import History
from generator.reading.disk import on_disk
from generator.reading.past.histories import histories
from generator.reading.past.plans_at_commit import plans_at_commit
from generator.reading.past.repository import Repository, repository_at
from generator.store.cache import Cache

Values = dict[str, Any]
PLAN = "sagara/2025-2029"
FOLDER = f"plans/{PLAN}"


@pytest.fixture
def values(small_plan: Callable[[], Values]) -> Values:
    return small_plan()


@pytest.fixture
def split(values: Values) -> dict[str, Values]:
    """The plan in three files, each with an activity or none."""
    first, second = values.pop("kegiatan")
    return {
        f"{FOLDER}/a.yaml": {"kegiatan": [first]},
        f"{FOLDER}/b.yaml": {"kegiatan": [second]},
        f"{FOLDER}/lembaga.yaml": values,
    }


def past(workshop: Any) -> dict[str, History]:
    found = histories(repository_at(workshop.folder), "plans", [], Cache(None))
    return {str(address): history for address, history in found.items()}


WRONG = [
    *(f"{FOLDER}/sub/b.yaml", f"{FOLDER}/sub/baru/b.yml", f"{FOLDER}/b", f"{FOLDER}/b.json", f"{FOLDER}/b.yaml.txt"),
    *(f"{FOLDER}/sub/kegiatan", f"{FOLDER}/b\u202e.yaml", "plans/sagara/b.yaml", "plans/sagara/arsip/b.yaml"),
    *("plans/kegiatan-b.yaml", "plans/Sagara/2025-2029/b.yaml", f"{FOLDER}/b.yaml.bak", f"{FOLDER}/kegiatan-b.txt"),
]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_version_with_a_file_astray_is_skipped_and_no_activity_left(
    workshop: Any, split: dict[str, Values], wrong: str
) -> None:
    right = f"{FOLDER}/b.yaml"
    workshop.commit(split, day="2026-01-01")
    broken = workshop.commit({right: None, wrong: split[right]}, day="2026-02-01")
    workshop.commit({wrong: None, right: split[right]}, day="2026-03-01")
    (found,) = past(workshop).items()
    assert found[0] == PLAN
    history = found[1]
    assert [skipped.commit for skipped in history.skipped] == [broken]
    assert history.entries == ()
    assert [len(version.changes) for version in history.versions] == [1, 0]


@pytest.mark.parametrize("wrong", ["plans/Sagara", "plans/sagara/Tahun 2025-2029", f"{FOLDER}/berkas"])
def test_a_plan_whose_folder_is_called_wrongly_did_not_leave(
    workshop: Any, split: dict[str, Values], wrong: str
) -> None:
    """Also where its files are edited in the same commit."""
    place = f"{wrong}/2025-2029" if wrong == "plans/Sagara" else wrong
    moved = {path.replace(FOLDER, place): values for path, values in split.items()}
    edited = json.loads(json.dumps(moved))
    edited[f"{place}/a.yaml"]["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.commit(split)
    broken = [workshop.commit({**dict.fromkeys(split), **moved}), workshop.commit(edited)]
    workshop.commit({**dict.fromkeys(edited), **split})
    (found,) = past(workshop).items()
    assert found[0] == PLAN
    assert [skipped.commit for skipped in found[1].skipped] == broken
    assert not any(isinstance(change, PlanRemoved) for version in found[1].versions for change in version.changes)
    assert found[1].entries == ()


def test_a_plan_that_moves_to_a_wrong_name_and_then_to_the_right_one_keeps_its_past(
    workshop: Any, values: Values
) -> None:
    workshop.commit({"plans/sagara/2025-2029.yaml": values})
    workshop.commit({"plans/sagara/2025-2029.yaml": None, "plans/Kab Sagara/2025-2029.yaml": values})
    workshop.commit({"plans/Kab Sagara/2025-2029.yaml": None, "plans/kab-sagara/2025-2029.yaml": values})
    (found,) = past(workshop).items()
    assert found[0] == "kab-sagara/2025-2029"
    assert len(found[1].skipped) == 1
    assert found[1].entries == ()


def test_what_never_stood_in_a_plans_place_has_a_past_that_nobody_can_read(workshop: Any, values: Values) -> None:
    workshop.commit({"plans/sagara/2025-2029": values})
    (found,) = past(workshop).items()
    assert (found[0], found[1].known, len(found[1].skipped)) == (PLAN, False, 1)


@pytest.mark.parametrize("wrong", WRONG)
def test_the_disk_and_git_say_the_same_of_a_file_astray(workshop: Any, split: dict[str, Values], wrong: str) -> None:
    right = f"{FOLDER}/b.yaml"
    commit = workshop.commit({wrong: split.pop(right), **split})
    repository = repository_at(workshop.folder)
    assert isinstance(repository, Repository)
    root = Path(workshop.folder) / "plans"
    assert plans_at_commit(repository, commit, "plans").plans == on_disk(root, root.parent).plans


@pytest.mark.parametrize(
    "wrong", ["sagara/2025-2029.txt", "sagara/2025-2029.bak", "sagara/2025-2029.yaml.old", "sagara-2025-2029.yaml"]
)
def test_a_plan_saved_under_another_name_did_not_leave(workshop: Any, values: Values, wrong: str) -> None:
    right, wrong = "plans/sagara/2025-2029.yaml", f"plans/{wrong}"
    workshop.commit({right: values}, day="2026-01-01")
    broken = workshop.commit({right: None, wrong: values}, day="2026-02-01")
    workshop.commit({right: values, wrong: None}, day="2026-03-01")
    (found,) = past(workshop).items()
    assert [skipped.commit for skipped in found[1].skipped] == [broken]
    assert found[1].entries == ()


def test_a_newcomer_s_file_beside_the_folders_leaves_no_mark_on_the_only_plan(
    workshop: Any, split: dict[str, Values]
) -> None:
    workshop.commit(split, day="2026-01-01")
    workshop.commit({"plans/bantul.yaml": {"lembaga": {}}, "plans/kegiatan.yaml": {}, "plans/lembaga.yaml": {}})
    (found,) = past(workshop).items()
    assert found[1].skipped == ()
