"""What Git lost, or could not tell once, is unknown and said to be: no other past is told in its place, nor kept."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.model.address import PlanAddress
from generator.model.history import History
from generator.model.history.reasons import ReasonsGiven
from generator.reading.past.committed import may_be_committed
from generator.reading.past.git import run
from generator.reading.past.histories import histories
from generator.reading.past.messages import reasons_between
from generator.reading.past.repository import Repository, repository_at
from generator.reading.past.unavailable import Unavailable
from generator.store.cache import Cache

HERE = PlanAddress("sagara", "2025-2029")
FILE = "plans/sagara/2025-2029.yaml"
_GIT = """#!/bin/sh
count() { number=$#; }
count "$SEEN"/*
[ -e "$SEEN/0" ] || number=0
set -C  # two that are called at once are not given one number
until true 2>/dev/null >"$SEEN/$number"; do number=$((number + 1)); done
[ "$number" != "$FATAL" ] || exit 137
exec "$PROGRAM" "$@"
"""


@pytest.fixture
def past(workshop: Any, small_plan: Callable[[], Any]) -> Path:
    """A folder in a repository, whose plan moved a promise, with a reason, and was moved itself."""
    values = small_plan()
    workshop.commit({"kota/plans/lama/2025-2029.yaml": values}, day="2025-02-14")
    values["kegiatan"][0]["selesai"] = "2028-T4"
    moved = {f"kota/{FILE}": values, "kota/plans/lama/2025-2029.yaml": None}
    workshop.commit(moved, "Tunda\n\nAlasan K-001: lelang", "2026-02-14")
    values["kegiatan"][0]["nama"] = "Nama lain"
    workshop.commit({f"kota/{FILE}": values}, day="2026-03-14")
    return Path(workshop.folder, "kota")


@pytest.fixture
def fatal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Puts a Git on the way that is killed once: when it is called for the so manieth time from then on."""
    program = shutil.which("git")
    assert program
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/git").write_text(_GIT, encoding="utf-8")
    (tmp_path / "bin/git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PROGRAM", program)

    def at(number: int) -> None:
        seen = tmp_path / f"dipanggil-{number}"
        seen.mkdir()
        monkeypatch.setenv("SEEN", str(seen))
        monkeypatch.setenv("FATAL", str(number))

    at(-1)
    return at


def told(folder: Path, cache: Path | None = None) -> History:
    return histories(repository_at(folder), "plans", [HERE], Cache(cache))[HERE]


def test_a_git_that_was_killed_once_changes_no_past(past: Path, tmp_path: Path, fatal: Callable[[int], None]) -> None:
    truth = told(past)
    assert truth.entries
    assert truth.former
    for number in range(100):
        fatal(number)
        cache = tmp_path / f"singgahan-{number}"
        found = told(past, cache)
        if not (tmp_path / f"dipanggil-{number}/{number}").exists():
            break  # it is called no more often
        assert found == truth, f"call {number}"
    else:
        raise AssertionError("Git is called without end")


def test_a_git_that_was_killed_is_asked_again(past: Path, fatal: Callable[[int], None]) -> None:
    truth = run(past, "rev-parse", "HEAD")
    fatal(0)
    assert run(past, "rev-parse", "HEAD") == truth


def test_a_git_that_is_killed_each_time_ends_the_command(
    past: Path, fatal: Callable[[int], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Pages without what only Git knows, as the first commit or the branch, would be others, and nobody is told."""
    fatal(0)
    (tmp_path / "bin/git").write_text("#!/bin/sh\nkill -9 $$\n", encoding="utf-8")
    monkeypatch.chdir(past)
    for command in (["pages", str(tmp_path / "halaman")], ["check", "--since", "HEAD"], ["diff"]):
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 1, done.output
        assert "Git dihentikan oleh sistem" in done.output
    assert not (tmp_path / "halaman").exists()


def test_reasons_that_git_could_not_tell_are_not_none(past: Path) -> None:
    repository = repository_at(past)
    assert isinstance(repository, Repository)
    first, second = (str(repository.commit(name)) for name in ("HEAD~2", "HEAD~1"))
    reasons = reasons_between(repository, "HEAD~2", "HEAD", "plans")
    assert isinstance(reasons, ReasonsGiven)
    assert len(reasons.messages) == 1
    (past.parent / ".git/objects" / second[:2] / second[2:]).unlink()
    assert isinstance(reasons_between(Repository(repository.folder), first, "HEAD", "plans"), Unavailable)


def test_a_revision_that_git_did_not_tell_in_time_is_not_said_to_be_none(
    past: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.reading.past.git.SECONDS", 2)
    repository = repository_at(past)
    assert isinstance(repository, Repository)
    os.mkfifo(past.parent / ".git/objects/info/alternates")
    for _ in range(2):
        found = repository.commit("HEAD")
        assert isinstance(found, Unavailable)
        assert "Git tidak dapat membaca repositori ini" in found.reason.msgid


@pytest.mark.parametrize(
    "lost", ["HEAD~1:kota/plans/sagara/2025-2029.yaml", "HEAD~1:kota/plans", "HEAD~2:kota/plans/lama/2025-2029.yaml"]
)
def test_what_git_has_lost_is_told_where_pages_are_made(
    past: Path, workshop: Any, lost: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    id = workshop.git("rev-parse", lost).strip()
    (workshop.folder / ".git/objects" / id[:2] / id[2:]).unlink()
    monkeypatch.chdir(past)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "singgahan"))
    for _ in range(2):
        done = CliRunner().invoke(main, ["pages", str(tmp_path / "halaman")])
        assert done.exit_code == 1, done.output
        assert "Git kehilangan sebagian isi repositori ini, jadi riwayat rencana tidak diketahui" in done.output
    page = (tmp_path / "halaman/sagara/2025-2029/riwayat/index.md").read_text(encoding="utf-8")
    assert "Git kehilangan sebagian isi repositori ini" in page
    seen = CliRunner().invoke(main, ["doctor"])
    assert "Git kehilangan sebagian isi repositori ini" in seen.output


@pytest.mark.parametrize(
    "damage",
    [
        lambda kept: kept.write_text("gitdir: /tidak/ada\n"),  # a work tree without its repository, as in a container
        lambda kept: kept.symlink_to("tidak ada"),
        lambda kept: kept.mkdir(),
    ],
)
def test_what_stands_for_a_repository_and_leads_to_none_is_told(
    tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    damage(tmp_path / ".git")
    found = repository_at(tmp_path)
    assert isinstance(found, Unavailable)
    assert "Git tidak dapat membaca repositori ini" in found.reason.msgid
    assert not found.is_new
    assert may_be_committed(tmp_path / "situs", tmp_path)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda folder: (folder / ".git/refs/heads/main").write_text(""), "Git tidak dapat membaca repositori ini"),
        (lambda folder: (folder / ".git/refs/heads/main").write_text("0" * 39), "Git tidak dapat membaca"),
        (lambda folder: (folder / ".git/HEAD").write_text("ref: refs/heads/lain\n"), "cabang lain sudah"),
        (lambda folder: (folder / ".git/HEAD").write_text(""), "Git tidak dapat membaca repositori ini"),
    ],
)
def test_a_branch_that_is_broken_is_no_new_repository(
    past: Path, damage: Callable[[Path], object], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(past.parent)
    found = repository_at(past)
    assert isinstance(found, Unavailable)
    assert said in found.reason.msgid
    assert not found.is_new
    assert found.help
    monkeypatch.chdir(past)
    (line,) = (line for line in CliRunner().invoke(main, ["doctor"]).output.splitlines() if said in line)
    assert "git init" not in line
