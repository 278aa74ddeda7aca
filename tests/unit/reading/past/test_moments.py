"""Whatever a commit says of its time, it is a time, and its repository has a history."""

import subprocess
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.past.histories import histories
from generator.reading.past.moments import FIRST, moment
from generator.reading.past.repository import repository_at
from generator.store.cache import Cache

from .test_repository import FILE, commit, folder, git  # noqa: F401

_BEFORE = "2026-01-02T08:00:00+07:00"


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("1770700000 +0700", "2026-02-10T12:06:40+07:00"),
        ("1770700000 -0330", "2026-02-10T01:36:40-03:30"),
        ("1770700000 +9999", "2026-02-10T05:06:40+00:00"),
        ("1770700000 +0099", "2026-02-10T05:06:40+00:00"),
        ("0 -9959", "1970-01-01T00:00:00+00:00"),
        ("0 -0700", "1969-12-31T17:00:00-07:00"),
        ("253402300800 +0000", _BEFORE),
        ("99999999999999999 +0700", _BEFORE),
        ("", _BEFORE),
        ("-86400 +0700", _BEFORE),
    ],
)
def test_a_date_of_git(raw: str, told: str) -> None:
    assert moment(raw, _BEFORE) == told


@given(st.one_of(st.text(), st.from_regex(r"[0-9]{1,20} [+-][0-9]{4}", fullmatch=True)))
def test_any_date_is_one_that_python_reads(raw: str) -> None:
    told = moment(raw, FIRST)
    datetime.fromisoformat(told)
    date.fromisoformat(told[:10])


@pytest.mark.parametrize("when", ["1770700000 +9999", "253402300800 +0000", "-86400 +0700", "0 -9959", "kemarin", ""])
def test_a_commit_of_any_date_has_a_history(folder: Path, when: str) -> None:  # noqa: F811
    commit(folder, {FILE: "a: 1\n"}, day="2026-01-02")
    tree, parent = git(folder, "rev-parse", "HEAD^{tree}").strip(), git(folder, "rev-parse", "HEAD").strip()
    commit(folder, {FILE: "a: 2\n"}, day="2026-01-02")
    tree = git(folder, "rev-parse", "HEAD^{tree}").strip()
    text = f"tree {tree}\nparent {parent}\nauthor A <a@b> {when}\ncommitter A <a@b> {when}\n\nx\n"
    made = subprocess.run(
        ["git", "hash-object", "--literally", "-t", "commit", "-w", "--stdin"],
        cwd=folder,
        input=text.encode(),
        capture_output=True,
        check=True,
    )
    git(folder, "update-ref", "HEAD", made.stdout.decode().strip())
    found = histories(repository_at(folder), "plans", [], Cache(None))
    assert [len(each.skipped) for each in found.values()] == [2]
