"""What a merge brings is told of each institution on the side that changed it, whatever its message says; real Git."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.model.address import PlanAddress
from generator.reading.past.histories import histories
from generator.reading.past.repository import repository_at
from generator.reading.past.trunk import Tip, trunk
from generator.store.cache import Cache

PULLED = "Merge remote-tracking branch 'origin/main'"
OWN, OTHER = "plans/sagara/2025-2029.yaml", "plans/arunika/2025-2029.yaml"


class Line:
    """A published line of two plans, of which each move of an end is a version; days are those of January 2026."""

    def __init__(self, workshop: Any, values: dict[str, Any]) -> None:
        self.workshop, self.git, self.folder = workshop, workshop.git, workshop.folder
        self._values = values
        self.put(1, **{OWN: "2026-T4", OTHER: "2026-T4"})

    def put(self, day: int, **ends: str) -> str:
        """A commit with the first activity's end of each plan."""
        for path, end in ends.items():
            self._values["kegiatan"][0]["selesai"] = end
            code = "99.01" if path == OWN else "99.02"
            self._values["lembaga"] = self._values.get("lembaga", {}) | {"kode": code}
            self.workshop.write(path, self._values)
        return str(self.workshop.commit({}, f"Hari {day}\n\nAlasan: Sebab {day}.", f"2026-01-{day:02}"))

    def merged(self, day: int, message: str, *parents: str) -> None:
        """A commit as anybody can make one, with the files of the first of `parents`, as the tip of this branch."""
        behind = [word for each in parents for word in ("-p", each)]
        made = self.git("commit-tree", f"{parents[0]}^{{tree}}", *behind, "-m", message, day=f"2026-01-{day:02}")
        self.git("reset", "--quiet", "--hard", made)

    def told(self, path: str) -> list[tuple[int, str | None]]:
        """The days on which the plan's promises were moved, with the reasons that came with it."""
        address = PlanAddress(path.split("/")[1], "2025-2029")
        history = histories(repository_at(self.folder), "plans", [address], Cache(None))[address]
        return [(entry.day.day, entry.reason) for entry in history.entries]


@pytest.fixture
def line(workshop: Any, small_plan: Callable[[], dict[str, Any]]) -> Line:
    return Line(workshop, small_plan())


def moved(*days: int) -> list[tuple[int, str]]:
    return [(day, f"Sebab {day}.") for day in days]


@pytest.mark.parametrize("message", [PULLED, "Merge branch 'main' into usul", "Merge branch 'usul'"])
def test_a_second_parent_that_the_first_was_made_from_takes_nothing_from_the_line(line: Line, message: str) -> None:
    line.put(2, **{OTHER: "2027-T4"})
    line.put(3, **{OTHER: "2028-T4"})
    line.merged(4, message, "main", "main~2")
    assert line.told(OTHER) == moved(2, 3)


def test_nor_does_one_of_a_proposers_own_made_from_an_old_commit(line: Line) -> None:
    line.put(2, **{OTHER: "2027-T4"})
    line.put(3, **{OTHER: "2028-T4"})
    line.git("switch", "--quiet", "--create", "usul", "main~2")
    line.put(4, **{OWN: "2027-T1"})
    line.git("switch", "--quiet", "main")
    line.git("merge", "--quiet", "--no-ff", "usul", "-m", PULLED, day="2026-01-05")
    assert (line.told(OWN), line.told(OTHER)) == (moved(4), moved(2, 3))


def test_nor_do_such_merges_in_each_other(line: Line) -> None:
    line.put(2, **{OTHER: "2027-T4"})
    line.put(3, **{OTHER: "2028-T4"})
    old = line.git("rev-parse", "main~2")
    for day in range(4, 9):
        line.git("switch", "--quiet", "--detach", old)
        aside = line.put(day, **{OWN: f"2027-T{day % 4 + 1}"})
        line.git("switch", "--quiet", "main")
        line.merged(day, PULLED, "main", aside)
    assert line.told(OTHER) == moved(2, 3)


def _clones(line: Line, tmp_path: Path) -> Callable[..., Callable[..., str]]:
    """Makes colleagues, who each work in a clone of their own."""

    def colleague(name: str, address: Path, remote: str = "origin") -> Callable[..., str]:
        def git(*arguments: str, day: int = 20) -> str:
            moment = f"2026-01-{day:02}T08:00:00+07:00"
            fixed = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "GIT_CONFIG_GLOBAL": os.devnull}
            own = ("-c", "user.name=a", "-c", "user.email=a@x", "-c", "pull.rebase=false")
            done = subprocess.run(
                ["git", *own, *arguments], cwd=tmp_path / name, env=os.environ | fixed, check=True, capture_output=True
            )
            return done.stdout.decode().strip()

        (tmp_path / name).mkdir()
        git("clone", "--quiet", f"--origin={remote}", str(address), ".")
        return git

    return colleague


def _move(folder: Path, git: Callable[..., str], day: int, path: str, *ends: str) -> None:
    text = (folder / path).read_text(encoding="utf-8")
    assert ends[0] in text
    (folder / path).write_text(text.replace(ends[0], ends[1], 1), encoding="utf-8")
    git("commit", "--quiet", "--all", "-m", f"Hari {day}\n\nAlasan: Sebab {day}.", day=day)


def test_git_pull_and_push_keep_the_versions_of_all(line: Line, tmp_path: Path) -> None:
    """Two offices push, each with a pull before it; the one of the other's plan came between commits of one's own."""
    line.git("switch", "--quiet", "--detach")
    colleague = _clones(line, tmp_path)
    one, other = colleague("satu", line.folder), colleague("dua", line.folder)
    _move(tmp_path / "satu", one, 2, OWN, "2026-T4", "2027-T1")
    one("push", "--quiet")
    _move(tmp_path / "dua", other, 3, OTHER, "2026-T4", "2027-T2")
    _move(tmp_path / "satu", one, 4, OWN, "2027-T1", "2027-T3")
    one("push", "--quiet")
    other("pull", "--quiet", "--no-edit", day=5)
    _move(tmp_path / "dua", other, 6, OTHER, "2027-T2", "2027-T3")
    _move(tmp_path / "satu", one, 7, OWN, "2027-T3", "2028-T1")
    one("pull", "--quiet", "--no-edit", day=7)
    one("push", "--quiet")
    other("pull", "--quiet", "--no-edit", day=8)
    other("push", "--quiet")
    assert "Merge branch 'main' of" in other("log", "-1", "--format=%s")
    found = Line.__new__(Line)
    found.folder = tmp_path / "dua"
    assert (found.told(OWN), found.told(OTHER)) == (moved(2, 4, 7), moved(3, 6))


@pytest.mark.parametrize("is_renamed_too", [True, False])
def test_a_folder_that_is_renamed_before_a_pull_is_told_with_the_merge(
    line: Line, tmp_path: Path, *, is_renamed_too: bool
) -> None:
    """Its promise moved on the published side meanwhile; what stood in the new folder before was no version."""
    own = line.folder / OWN
    own.write_text(
        json.dumps(json.loads(own.read_text(encoding="utf-8")), indent=0), encoding="utf-8"
    )  # for Git to merge
    line.git("commit", "--quiet", "--all", "-m", "Rapikan")
    line.git("switch", "--quiet", "--detach")
    colleague = _clones(line, tmp_path)
    one, other = colleague("satu", line.folder), colleague("dua", line.folder)
    one("mv", "plans/sagara", "plans/sagara-baru")
    new, folder = "plans/sagara-baru/2025-2029.yaml", tmp_path / "satu"
    if is_renamed_too:
        _move(folder, one, 2, new, "Kabupaten Sagara", "Kabupaten Sagara Baru")
    else:
        one("commit", "--quiet", "--all", "-m", "Ganti folder", day=2)
    _move(tmp_path / "dua", other, 3, OWN, "2026-T4", "2027-T1")
    _move(tmp_path / "dua", other, 4, OWN, "2027-T1", "2028-T1")
    other("push", "--quiet")
    one("pull", "--quiet", "--no-edit", day=5)
    found = Line.__new__(Line)
    found.folder = folder
    assert found.told(new) == moved(3, 4)


@pytest.mark.parametrize("branch", ["main", "produksi"])
@pytest.mark.parametrize(
    "command",
    [
        *("pull", "pull --no-ff", "pull origin", "pull origin {branch}", "pull {url}", "pull {url} {branch}"),
        *("pull origin HEAD", "merge", "merge origin/{branch}", "merge origin", "merge origin/HEAD", "merge @{{u}}"),
        *("merge refs/remotes/origin/{branch}", "merge remotes/origin/{branch}", "merge FETCH_HEAD"),
        *("switch --quiet -c kerja; merge {branch}@{{u}}; branch -f {branch} kerja; switch --quiet {branch}",),
    ],
)
def test_whatever_command_takes_over_what_was_published_keeps_its_versions(
    line: Line, tmp_path: Path, command: str, branch: str
) -> None:
    """Git itself words the message."""
    line.git("branch", "-m", branch)
    line.git("switch", "--quiet", "--detach")
    line.git("symbolic-ref", "HEAD", f"refs/heads/{branch}")
    line.git("config", "receive.denyCurrentBranch", "ignore")
    colleague = _clones(line, tmp_path)
    one, other = colleague("satu", line.folder), colleague("dua", line.folder)
    (tmp_path / "satu/README.md").write_text("x", encoding="utf-8")
    one("add", "--all")
    one("commit", "--quiet", "-m", "Lain", day=2)
    _move(tmp_path / "dua", other, 3, OTHER, "2026-T4", "2027-T1")
    _move(tmp_path / "dua", other, 4, OTHER, "2027-T1", "2028-T1")
    other("push", "--quiet")
    one("fetch", "--quiet")
    for each in command.format(branch=branch, url=line.folder).split("; "):
        one(*each.split(" "), *(("--no-edit",) if each.startswith(("pull", "merge")) else ()), day=5)
    assert one("rev-parse", "HEAD^2") == other("rev-parse", "HEAD")
    found = Line.__new__(Line)
    found.folder = tmp_path / "satu"
    assert found.told(OTHER) == moved(3, 4), one("log", "-1", "--format=%s")


def test_what_comes_before_a_pull_is_told_as_it_came(line: Line, tmp_path: Path) -> None:
    """Nothing left for it on its own side, though something else came on the other."""
    line.git("switch", "--quiet", "--detach")
    colleague = _clones(line, tmp_path)
    one, other = colleague("satu", line.folder), colleague("dua", line.folder)
    new = "plans/baru/2025-2029.yaml"
    for git, folder, path, code in ((one, "satu", new, "99.03"), (other, "dua", "plans/lain/2025-2029.yaml", "99.04")):
        text = (tmp_path / folder / OWN).read_text(encoding="utf-8").replace("99.01", code)
        (tmp_path / folder / path).parent.mkdir()
        (tmp_path / folder / path).write_text(text, encoding="utf-8")
        git("add", "--all")
        git("commit", "--quiet", "-m", "Baru", day=2)
    _move(tmp_path / "satu", one, 3, new, "2026-T4", "2027-T1")
    other("push", "--quiet")
    one("pull", "--quiet", "--no-edit", day=5)
    found = Line.__new__(Line)
    found.folder = tmp_path / "satu"
    assert found.told(new) == moved(3)


def test_updates_from_the_repository_that_one_began_from_take_no_version(line: Line, tmp_path: Path) -> None:
    colleague = _clones(line, tmp_path)
    fork = colleague("sendiri", line.folder, "upstream")
    fork("remote", "add", "origin", "https://forge.example/dinas/rencana.git")
    _move(tmp_path / "sendiri", fork, 2, OWN, "2026-T4", "2027-T1")
    _move(tmp_path / "sendiri", fork, 3, OWN, "2027-T1", "2027-T3")
    line.put(4, **{OTHER: "2028-T4"})
    fork("fetch", "--quiet", "upstream")
    fork("merge", "--quiet", "--no-edit", "upstream/main", day=5)
    assert fork("log", "-1", "--format=%s") == "Merge remote-tracking branch 'upstream/main'"
    found = Line.__new__(Line)
    found.folder = tmp_path / "sendiri"
    assert (found.told(OWN), found.told(OTHER)) == (moved(2, 3), [(5, "Sebab 4.")])


def test_a_plan_that_both_sides_changed_is_told_as_the_published_one_was(line: Line) -> None:
    line.git("switch", "--quiet", "--create", "kerja")
    line.put(2, **{OWN: "2027-T1"})
    line.git("switch", "--quiet", "main")
    line.put(3, **{OWN: "2027-T3", OTHER: "2027-T4"})
    line.git("switch", "--quiet", "kerja")
    line.git("merge", "--quiet", "--strategy=ours", "main", "-m", PULLED, day="2026-01-05")
    assert [day for day, _ in line.told(OWN)] == [3, 5]
    assert [day for day, _ in line.told(OTHER)] == [3, 5]


def test_the_line_costs_what_its_commits_do() -> None:
    """Merges in each other, and beside each other, without end; nothing is told twice, or not at all."""
    count = 20_000
    nested: dict[str, list[str]] = {"0": []}
    for number in range(1, count):
        nested[f"a{number}"] = ["0"]
        nested[str(number)] = [str(number - 1), f"a{number}"]
    merges = {name for name, own in nested.items() if len(own) == 2}
    for pulled in (merges, set(sorted(merges)[::2]), set[str]()):
        tips = trunk(str(count - 1), nested, pulled)
        places = {tip.id: place for place, tip in enumerate(tips)}
        assert len(places) == len(tips)
        assert {str(number) for number in range(count)} <= places.keys()
    assert trunk("1", {"1": ["0"], "0": []}, ()) == [Tip("0", 0, 0), Tip("1", 1, 0)]
