"""The plans as they stood at one commit."""

from pathlib import Path

import pytest

from generator.model.address import PlanAddress
from generator.reading.past.plans_at_commit import plans_at_commit
from generator.reading.past.unavailable import Unavailable

from .test_repository import DEEP, FILE, _without, commit, folder, repository  # noqa: F401


def test_plans_at_a_revision(folder: Path) -> None:  # noqa: F811
    first = commit(folder, {FILE: "a: 1\n", "plans/sagara/catatan.md": "x", "README.md": "x"})
    commit(folder, {FILE: None, "plans/sagara/2025-2029/lembaga.yaml": "a: 2\n"})
    (plan,) = plans_at_commit(repository(folder), first, "plans").plans
    assert plan.address == PlanAddress("sagara", "2025-2029")
    assert [(file.path, file.content) for file in plan.files] == [(FILE, b"a: 1\n")]
    (moved,) = plans_at_commit(repository(folder), "HEAD", "plans").plans
    assert moved.address == plan.address
    assert [file.path for file in moved.files] == ["plans/sagara/2025-2029/lembaga.yaml"]


def test_a_link_is_a_file_that_says_where_it_leads_and_is_not_followed(folder: Path) -> None:  # noqa: F811
    (folder / "plans/sagara").mkdir(parents=True)
    (folder / FILE).symlink_to("/etc/hostname")
    commit(folder, {})
    found = plans_at_commit(repository(folder), "HEAD", "plans").plans
    assert not isinstance(found, Unavailable)
    assert [file.content for plan in found for file in plan.files] == [b"/etc/hostname"]


@pytest.mark.parametrize("lost", ["HEAD~1^{tree}", "HEAD~1:plans"])
def test_what_git_has_lost_is_not_known_and_not_nothing(folder: Path, lost: str) -> None:  # noqa: F811
    commit(folder, {FILE: "a: 1\n"})
    commit(folder, {FILE: "a: 2\n"})
    _without(folder, lost)
    found = plans_at_commit(repository(folder), "HEAD~1", "plans")
    assert isinstance(found, Unavailable)
    assert found.help
    (plan,) = plans_at_commit(repository(folder), "HEAD", "plans").plans
    assert plan.files[0].content == b"a: 2\n"


@pytest.mark.parametrize("lost", ["HEAD~1:plans/sagara", "HEAD~1:plans/sagara/2025-2029", f"HEAD~1:{DEEP}"])
def test_what_git_has_lost_of_one_institution_is_not_known_of_that_one(folder: Path, lost: str) -> None:  # noqa: F811
    commit(folder, {DEEP: "a: 1\n", "plans/segara/2025-2029.yaml": "b: 1\n"})
    commit(folder, {DEEP: "a: 2\n"})
    _without(folder, lost)
    found = plans_at_commit(repository(folder), "HEAD~1", "plans")
    assert not isinstance(found, Unavailable)
    assert [plan.files[0].content for plan in found.plans] == [b"b: 1\n"]
    assert list(found.closed) == ["sagara"]
    assert "Git kehilangan sebagian isi repositori ini" in str(found.closed["sagara"].arguments)
    assert len(plans_at_commit(repository(folder), "HEAD", "plans").plans) == 2
