"""A proposal that would take published versions out of the past is told of; one that a forge merges is not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.reading.past.left_out import left_out
from generator.reading.past.repository import Repository, repository_at

OWN, OTHER = "plans/sagara/2025-2029.yaml", "plans/arunika/2025-2029.yaml"


@pytest.fixture
def proposal(workshop: Any, small_plan: Callable[[], dict[str, Any]]) -> Any:
    """A branch that has taken over two versions of another institution's plan by a merge with words of its own."""
    other = small_plan() | {"lembaga": small_plan()["lembaga"] | {"kode": "99.02"}}
    workshop.commit({OWN: small_plan(), OTHER: other})
    workshop.git("switch", "--quiet", "--create", "usul")
    own = small_plan()
    own["kegiatan"][0]["nama"] = "Portal izin"
    workshop.commit({OWN: own})
    workshop.git("switch", "--quiet", "main")
    for end in ("2028-T1", "2028-T4"):
        other["kegiatan"][0]["selesai"] = end
        workshop.commit({OTHER: other})
    workshop.git("switch", "--quiet", "usul")
    workshop.git("merge", "--quiet", "--message", "Samakan dengan induk", "main")
    return workshop


def told(folder: Path, published: str) -> Any:
    repository = repository_at(folder)
    assert isinstance(repository, Repository)
    commit = repository.commit(published)
    assert isinstance(commit, str)
    return left_out(repository, "plans", commit, published)


def test_versions_that_a_branch_would_leave_out_are_counted(proposal: Any) -> None:
    assert told(proposal.folder, "main") == {"arunika": 2}
    assert told(proposal.folder, "usul") == {}


@pytest.mark.parametrize("branch", ["main", ""])
def test_a_branch_that_took_over_the_published_one_by_its_name_leaves_out_nothing(proposal: Any, branch: str) -> None:
    proposal.git("commit", "--quiet", "--amend", "--message", "Merge branch 'main' into usul")
    repository = repository_at(proposal.folder)
    assert isinstance(repository, Repository)
    commit = repository.commit("main")
    assert isinstance(commit, str)
    assert left_out(repository, "plans", commit, branch) == {}


def test_a_forge_that_merges_keeps_them(proposal: Any) -> None:
    proposal.git("switch", "--quiet", "main")
    before = proposal.git("rev-parse", "HEAD").strip()
    proposal.git("merge", "--quiet", "--no-ff", "--message", "Merge branch 'usul'", "usul")
    assert told(proposal.folder, before) == {}


def test_check_since_tells_it_and_does_not_fail(proposal: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(proposal.folder)
    done = CliRunner().invoke(main, ["check", "--since", "main"])
    assert done.exit_code == 0
    assert "peringatan: arunika: 2 versi yang terbit sampai main hilang dari riwayat" in done.output
