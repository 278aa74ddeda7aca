"""What cannot be opened is not taken for a plan that is gone."""

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.locale import language
from generator.pipeline.importing import brought
from generator.pipeline.looking import check_at, difference
from generator.reading.library import Library
from generator.reading.past.unavailable import Unavailable


@pytest.fixture
def root(workshop: Any, small_plan: Callable[[], dict[str, Any]]) -> Path:
    """A published plan in the place of whose institution's folder stands a file."""
    workshop.commit({"plans/sagara/2025-2029.yaml": small_plan()})
    (workshop.folder / "plans/sagara/2025-2029.yaml").unlink()
    (workshop.folder / "plans/sagara").rmdir()
    (workshop.folder / "plans/sagara").touch()
    return Path(workshop.folder / "plans")


@pytest.mark.parametrize(("before", "after"), [("HEAD", ""), ("", "HEAD")])
def test_nothing_is_compared_with_it_but_the_others(
    root: Path, workshop: Any, small_plan: Callable[[], dict[str, Any]], before: str, after: str
) -> None:
    workshop.write("plans/segara/2025-2029.yaml", small_plan())
    found = difference(root, before, after, date(2026, 11, 24), Library())
    assert not isinstance(found, Unavailable)
    assert {str(address) for address, _ in found.plans()} == {"segara/2025-2029"}
    assert found.broken == ("sagara",)
    assert "tidak diketahui" in language().word(found.failures["sagara"])


def test_nothing_is_brought_to_it(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "usulan.json"
    change = {"tabel": "kegiatan", "baris": "K-001", "isian": "nama", "lama": "Portal perizinan", "baru": "Portal"}
    file.write_text(json.dumps({"usulan": 1, "rencana": "sagara/2025-2029", "perubahan": [change]}))
    found = brought(file, root, date(2026, 11, 24), Library())
    assert found.outcome is None
    assert found.refusal
    assert "tidak dapat dibuka: folder `plans/sagara`" in language().word(found.refusal[0])


def test_plans_that_git_lost_are_not_new(workshop: Any, small_plan: Callable[[], dict[str, Any]]) -> None:
    """Neither is what they already left open, nor are they withdrawn or published."""
    values = small_plan()
    workshop.commit({"plans/sagara/2025-2029.yaml": values})
    workshop.commit({"plans/sagara/2025-2029.yaml": values | {"judul": "Peta lain"}})
    folder = Path(workshop.folder)
    objects = folder / ".git/objects"
    tree = subprocess.run(["git", "-C", folder, "rev-parse", "HEAD~1:plans"], capture_output=True, check=True).stdout
    lost = tree.decode().strip()
    (objects / lost[:2] / lost[2:]).unlink()
    day = date(2026, 11, 24)
    assert isinstance(difference(folder / "plans", "HEAD~1", "", day, Library()), Unavailable)
    assert isinstance(check_at(folder / "plans", "HEAD~1", day, Library()), Unavailable)


def test_what_stands_where_no_plan_can_be_is_told_of_a_revision_too(workshop: Any) -> None:
    """It would be new in every proposal of anybody."""
    workshop.commit({"plans/sagara/lampiran/surat.yaml": {"a": 1}, "plans/Lain.yaml": {"a": 1}})
    found = check_at(workshop.folder / "plans", "HEAD", date(2026, 11, 24), Library())
    assert not isinstance(found, Unavailable)
    assert {entry.place.path for entry in found.entries} >= {"plans/sagara/lampiran/surat.yaml", "plans/Lain.yaml"}


def test_of_a_folder_that_is_lost_at_a_revision_nothing_is_known_there(
    workshop: Any, small_plan: Callable[[], dict[str, Any]]
) -> None:
    workshop.commit({"plans/sagara/2025-2029.yaml": {"a": 1}, "plans/segara/2025-2029.yaml": small_plan()})
    lost = workshop.git("rev-parse", "HEAD:plans/sagara").strip()
    (workshop.folder / ".git/objects" / lost[:2] / lost[2:]).unlink()
    found = check_at(workshop.folder / "plans", "HEAD", date(2026, 11, 24), Library())
    assert not isinstance(found, Unavailable)
    assert found.plans == 1
    assert "Git kehilangan sebagian isi repositori ini" in language().word(found.failures["sagara"])
