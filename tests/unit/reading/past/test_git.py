"""A repository is read, and nothing that it says is run."""

import os
import subprocess
from pathlib import Path

import pytest

from generator.reading.past import git as asking
from generator.reading.past.histories import histories
from generator.reading.past.messages import reasons_by_commit
from generator.reading.past.plans_at_commit import plans_at_commit
from generator.reading.past.repository import Repository, prefix_of, repository_at
from generator.reading.past.trunk import trunk
from generator.reading.past.unavailable import Unavailable
from generator.reading.time_limit import at_most
from generator.store.cache import Cache

from .test_repository import FILE, HERE, commit, folder, git  # noqa: F401

_PROGRAMS = (
    *("filter.x.clean", "filter.x.smudge", "filter.x.process", "core.fsmonitor", "core.pager", "pager.log"),
    *("diff.external", "diff.x.textconv", "diff.x.command", "merge.x.driver", "core.sshCommand", "core.askPass"),
    *("credential.helper", "gpg.program", "gpg.ssh.program", "core.editor", "core.gitProxy", "alias.log"),
    *("core.alternateRefsCommand", "trailer.alasan.command", "trailer.alasan.cmd", "uploadpack.packObjectsHook"),
    *("remote.origin.uploadpack", "remote.origin.vcs", "interactive.diffFilter"),
)
_HOOKS = ("post-checkout", "post-index-change", "fsmonitor-watchman", "reference-transaction", "post-rewrite")


def everything(folder: Path) -> None:  # noqa: F811
    known = repository_at(folder)
    assert isinstance(known, Repository)
    known.is_clean("plans")
    known.is_shallow()
    plans_at_commit(known, "HEAD", "plans")
    known.steps("HEAD", "plans")
    prefix_of(folder / "plans")
    histories(known, "plans", [], Cache(None))


def test_no_setting_of_a_repository_is_run(folder: Path) -> None:  # noqa: F811
    commit(folder, {FILE: "a: 1\n"}, "Terbitkan\n\nAlasan: awal")
    commit(folder, {FILE: "a: 2\n"}, "Ubah\n\nAlasan: kedua")
    mark = folder / "dijalankan"
    program = folder / "program"
    program.write_text(f"#!/bin/sh\ntouch '{mark}'\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    for setting in _PROGRAMS:
        git(folder, "config", setting, str(program))
    git(folder, "config", "remote.origin.url", f"ext::{program}")
    git(folder, "config", "remote.origin.promisor", "true")
    for name in _HOOKS:
        hook = folder / ".git" / "hooks" / name
        hook.write_bytes(program.read_bytes())
        hook.chmod(0o755)
    git_attributes = "*.yaml filter=x diff=x merge=x\n"
    (folder / ".git/info/attributes").write_text(git_attributes, encoding="utf-8")
    (folder / ".gitattributes").write_text(git_attributes, encoding="utf-8")
    (folder / FILE).write_text("a: 3\n", encoding="utf-8")
    (folder / FILE).touch()
    everything(folder)
    assert not mark.exists()
    # The test itself can fail: what Git does by itself runs it.
    subprocess.run(["git", "-C", str(folder), "status"], capture_output=True, check=False)
    assert mark.exists()


def test_a_circle_of_grafts_ends_nowhere_and_changes_nothing(folder: Path) -> None:  # noqa: F811
    first = commit(folder, {FILE: "a: 1\n"}, "Terbitkan")
    commit(folder, {FILE: "a: 2\n"}, "Ubah")
    last = commit(folder, {FILE: "a: 3\n"}, "Ubah\n\nAlasan: ketiga")
    known = repository_at(folder)
    assert isinstance(known, Repository)
    told = known.steps("HEAD", "plans"), reasons_by_commit(known, last, "plans")
    (folder / ".git/info/grafts").write_text(f"{first} {last}\n", encoding="utf-8")
    with at_most(20):
        assert (known.steps("HEAD", "plans"), reasons_by_commit(known, last, "plans")) == told


def test_a_circle_of_commits_is_walked_once() -> None:
    assert [tip.id for tip in trunk("c", {"c": ["b"], "b": ["a"], "a": ["c"]}, ())] == ["a", "b", "c"]
    assert [tip.id for tip in trunk("c", {"c": ["b", "a"], "b": ["a"], "a": ["c", "b"]}, {"c", "a"})] == ["b", "a", "c"]
    assert [tip.id for tip in trunk("c", {"c": ["b"], "b": []}, ())] == ["b", "c"]
    assert trunk("c", {}, ()) == []


@pytest.mark.parametrize("characters", [10, 200_000, 600_000])
def test_a_commit_of_thousands_of_parents_is_one_among_others(folder: Path, characters: int) -> None:  # noqa: F811
    """Git's text of it is longer than what is kept of one, and lacks its end."""
    first = commit(folder, {FILE: "a: 1\n"}, "Terbitkan")
    tree = git(folder, "rev-parse", "HEAD^{tree}").strip()
    person = "Perencana <p@sagara.example> 1700000000 +0700"
    heads = f"tree {tree}\n" + f"parent {first}\n" * 6_500 + f"author {person}\ncommitter {person}\n"
    (folder / "komit").write_text(f"{heads}\n{'usulan ' * (characters // 7)}\n", encoding="utf-8")
    proposal = git(folder, "hash-object", "-t", "commit", "-w", "komit").strip()
    git(folder, "merge", "-q", "--no-ff", "-m", "Gabungkan usulan", proposal)
    last = commit(folder, {FILE: "a: 3\n"}, "Ubah\n\nAlasan: kedua")
    known = repository_at(folder)
    assert isinstance(known, Repository)
    steps = known.steps("HEAD", "plans")
    assert isinstance(steps, list)
    assert [step.commit.id for step in steps] == [first, last]
    given = reasons_by_commit(known, last, "plans")
    assert not isinstance(given, Unavailable)
    assert list(given) == [last]


def test_no_program_of_the_folder_that_one_is_in_is_run_for_git(
    folder: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    commit(folder, {FILE: "a: 1\n"}, "Terbitkan")
    (folder / "git").write_text(f"#!/bin/sh\ntouch '{folder}/dijalankan'\nexec /usr/bin/git \"$@\"\n", encoding="utf-8")
    (folder / "git").chmod(0o755)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
    everything(folder)
    assert not (folder / "dijalankan").exists()


def test_no_setting_of_a_home_folder_that_is_the_repository_is_run_or_written_to(
    folder: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As in a container whose `HOME` is the folder that it works in."""
    commit(folder, {FILE: "a: 1\n"}, "Terbitkan")
    mark = folder / "dijalankan"
    (folder / "program").write_text(f"#!/bin/sh\ntouch '{mark}'\ncat\n", encoding="utf-8")
    (folder / "program").chmod(0o755)
    for setting in _PROGRAMS:
        git(folder, "config", "--file", ".gitconfig", setting, str(folder / "program"))
    for kind in ("normal", "event", "perf"):
        git(folder, "config", "--file", ".gitconfig", f"trace2.{kind}Target", str(mark))
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.delenv("GIT_CONFIG_GLOBAL", raising=False)
    everything(folder)
    assert not mark.exists()


@pytest.mark.parametrize(
    "setting", ["diff.orderFile=/nonexistent", "i18n.logOutputEncoding=UTF-16", "log.date=kemarin"]
)
def test_a_setting_does_not_change_what_is_read(folder: Path, setting: str) -> None:  # noqa: F811
    commit(folder, {FILE: "a: 1\n"}, "Terbitkan\n\nAlasan: awal")
    before = repository_at(folder)
    assert isinstance(before, Repository)
    told = before.steps("HEAD", "plans")
    git(folder, "config", *setting.split("="))
    assert before.steps("HEAD", "plans") == told
    assert isinstance(told, list)
    given = reasons_by_commit(before, told[0].commit.id, "plans")
    assert not isinstance(given, Unavailable)
    assert [reason.text for each in given.values() for reason in each.for_plan(HERE)] == ["awal"]


def test_a_repository_of_another_user_is_told_with_the_remedy(
    folder: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    commit(folder, {FILE: "a: 1\n"})
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    # Git's own switch to make believe: see t0033-safe-directory.sh of its sources.
    own = asking.environment
    monkeypatch.setattr(asking, "environment", lambda: own() | {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"})
    found = repository_at(folder / "plans")
    assert isinstance(found, Unavailable)
    assert "milik pengguna lain" in found.reason.msgid
    assert found.help is not None
    assert dict(found.help.arguments)["folder"] == str(folder)


def test_a_repository_that_git_cannot_read_is_told(folder: Path) -> None:  # noqa: F811
    lost = commit(folder, {FILE: "a: 1\n"})
    commit(folder, {FILE: "a: 2\n"})
    (folder / ".git/objects" / lost[:2] / lost[2:]).unlink()
    known = repository_at(folder)
    assert isinstance(known, Repository)
    steps = known.steps("HEAD", "plans")
    assert isinstance(steps, Unavailable)
    assert steps.help is not None
    assert isinstance(histories(known, "plans", [], Cache(None)), dict)
    (folder / ".git/config").write_text("[core\n", encoding="utf-8")
    broken = repository_at(folder)
    assert isinstance(broken, Unavailable)
    assert broken.help is not None


def test_a_setting_that_nobody_ever_answers_stops_nobody(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    commit(folder, {FILE: "a: 1\n"})
    os.mkfifo(folder / "pipa")
    git(folder, "config", "include.path", str(folder / "pipa"))
    monkeypatch.setattr(asking, "SECONDS", 0.5)
    found = repository_at(folder)
    assert isinstance(found, Unavailable)
    assert found.help is not None
    assert found.help.msgid.startswith("Git tidak menjawab dalam {detik} detik")


def test_git_that_did_not_answer_once_is_not_waited_for_again(
    folder: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    commit(folder, {FILE: "satu"})
    os.mkfifo(folder / "pipa")
    git(folder, "config", "include.path", str(folder / "pipa"))
    monkeypatch.setattr(asking, "SECONDS", 1)
    with at_most(20):
        for _ in range(30):
            assert isinstance(repository_at(folder), Unavailable)
