"""Commits are read no further than is needed, whatever their messages hold."""

import struct
import subprocess
import tracemalloc
import zlib
from contextlib import closing
from hashlib import sha1
from pathlib import Path
from typing import Any

import pytest

from generator.model.history.reasons import Reason
from generator.reading.past import commits as module
from generator.reading.past.commits import CommitsTooLarge, commits_behind, line
from generator.reading.past.contents import ContentLost, Contents
from generator.reading.past.git import MEMORY
from generator.reading.past.repository import Repository
from generator.reading.past.unavailable import HUGE, Unavailable

from .test_repository import FILE, commit, folder, git  # noqa: F401

_LONGEST_COPY = (1 << 24) - 1


def behind(folder: Path, *, is_shallow: bool = False) -> Any:  # noqa: F811
    with closing(Contents(folder)) as contents:
        return commits_behind(contents, git(folder, "rev-parse", "HEAD").strip(), is_shallow=is_shallow)


def written(folder: Path, text: bytes) -> str:  # noqa: F811
    told = subprocess.run(
        ["git", "-C", folder, "hash-object", "-t", "commit", "-w", "--stdin", "--literally"],
        input=text, capture_output=True, check=True,
    )  # fmt: skip
    id = told.stdout.decode().strip()
    git(folder, "update-ref", "HEAD", id)
    return id


def heads(folder: Path, committer: str = "P <p@sagara.example> 1700000000 +0700", encoding: str = "") -> bytes:  # noqa: F811
    tree, parent = git(folder, "rev-parse", "HEAD^{tree}").strip(), git(folder, "rev-parse", "HEAD").strip()
    more = f"encoding {encoding}\n" if encoding else ""
    person = "P <p@sagara.example> 1600000000 +0000"
    return f"tree {tree}\nparent {parent}\nauthor {person}\ncommitter {committer}\n{more}\n".encode()


def unfolding(folder: Path, size: int, message: bytes = b"") -> str:  # noqa: F811
    """A commit on top of `HEAD` of as many bytes, of which some kilobytes are kept: the difference to another, which
    copies that over and over."""
    head, base = heads(folder) + message, b"a" * _LONGEST_COPY
    copies = size // len(base)
    delta = _number(len(base)) + _number(len(head) + copies * len(base))
    delta += b"".join(bytes([len(part)]) + part for part in (head[at : at + 99] for at in range(0, len(head), 99)))
    delta += b"\xf0\xff\xff\xff" * copies
    first = sha1(b"commit %d\0" % len(base) + base)
    whole = sha1(b"commit %d\0" % (len(head) + copies * len(base)) + head)
    for _ in range(copies):
        whole.update(base)
    kept, entries = b"PACK" + struct.pack(">II", 2, 2), []
    for id, begin, content in (
        (first.digest(), _begin(1, len(base)), base),
        (whole.digest(), _begin(7, len(delta)) + first.digest(), delta),
    ):
        entry = begin + zlib.compress(content, 9)
        entries.append((id, len(kept), zlib.crc32(entry)))
        kept += entry
    kept += (name := sha1(kept).digest())
    entries.sort()
    index = b"\377tOc" + struct.pack(">I", 2)
    index += b"".join(struct.pack(">I", sum(id[0] <= byte for id, _, _ in entries)) for byte in range(256))
    index += b"".join(id for id, _, _ in entries) + b"".join(struct.pack(">I", crc) for *_, crc in entries)
    index += b"".join(struct.pack(">I", at) for _, at, _ in entries) + name
    packs = folder / ".git/objects/pack"
    (packs / f"pack-{name.hex()}.pack").write_bytes(kept)
    (packs / f"pack-{name.hex()}.idx").write_bytes(index + sha1(index).digest())
    (folder / ".git/refs/heads/main").write_text(f"{whole.hexdigest()}\n", encoding="ascii")
    return whole.hexdigest()


def _number(number: int) -> bytes:
    parts = [number >> at & 127 for at in range(0, max(1, number.bit_length()), 7)]
    return bytes([*(part | 128 for part in parts[:-1]), parts[-1]])


def _begin(kind: int, size: int) -> bytes:
    first, rest = kind << 4 | size & 15, size >> 4
    return bytes([first | 128]) + _number(rest) if rest else bytes([first])


@pytest.fixture
def plan(folder: Path) -> Path:  # noqa: F811
    git(folder, "symbolic-ref", "HEAD", "refs/heads/main")
    commit(folder, {FILE: "a: 1\n"}, "Terbitkan")
    return folder


def test_each_is_told_once_with_its_tree_parents_date_and_reasons(plan: Path) -> None:
    first = git(plan, "rev-parse", "HEAD").strip()
    git(plan, "checkout", "-q", "-b", "usul")
    second = commit(plan, {FILE: "a: 2\n"}, "Ubah\nlagi\n\nAlasan K-001: Lelang gagal.")
    git(plan, "checkout", "-q", "main")
    third = commit(plan, {"README.md": "a\n"}, "Lain")
    git(plan, "merge", "-q", "--no-ff", "-m", "Gabungkan", "usul")
    head = git(plan, "rev-parse", "HEAD").strip()
    found = behind(plan)
    assert (next(iter(found)), set(found)) == (head, {first, second, third, head})
    assert found[head].parents == (third, second)
    assert found[second].subject == "Ubah lagi"
    assert found[second].reasons == (Reason("Lelang gagal.", frozenset({"k-001"})),)
    for id, each in found.items():
        assert each.tree == git(plan, "rev-parse", f"{id}^{{tree}}").strip()
        assert each.date == git(plan, "log", "-1", "--format=%cd", "--date=raw", id).strip()
    assert [id for id, _ in line(found)] == [head, third, first]


@pytest.mark.parametrize(
    "committer",
    [
        *("P <p@x> 0 +0000", "P <p@x> 1700000000 +7", "P <p@x> 1700000000 -123456", "P <p@x>", "P <p@x> kemarin", "P"),
        *("P > Q <p@x> 1700000000 -0130", "P <p@x> 99999999999999 +0700", "P <p@x> 1700000000", "P <p@x>  17 +0700"),
    ],
)
def test_a_date_is_read_as_git_reads_it(plan: Path, committer: str) -> None:
    head = written(plan, heads(plan, committer) + b"Ubah\n")
    assert behind(plan)[head].date == git(plan, "log", "-1", "--format=%cd", "--date=raw").strip()


@pytest.mark.parametrize(
    ("encoding", "message"),
    [
        ("", "Gedung “Merdeka”".encode()),
        ("ISO-8859-1", "Gedung é".encode("latin-1")),
        ("windows-1252", "Gedung “é”".encode("cp1252")),
        ("unicode_escape", b"\\u0041 \xff"),
        ("zlib", b"\xff\xfe"),
        *((name, "Gedung é".encode()) for name in ("iso-8859-12", "iso-8859-99", "cp1259", "utf8é", "x" * 9_000)),
    ],
)
def test_a_message_in_other_letters(plan: Path, encoding: str, message: bytes) -> None:
    head = written(plan, heads(plan, encoding=encoding) + message)
    known = encoding in ("", "ISO-8859-1", "windows-1252")
    assert behind(plan)[head].subject == message.decode(encoding or "utf-8" if known else "utf-8", "replace")


@pytest.mark.parametrize("size", [30_000_000, 120_000_000])
def test_of_a_large_one_the_beginning_is_read(plan: Path, size: int) -> None:
    first = git(plan, "rev-parse", "HEAD").strip()
    head = unfolding(plan, size, b"Ubah\n\nAlasan: Lelang gagal.\n\n")
    last = commit(plan, {FILE: "a: 2\n"}, "Ubah")
    repository = Repository(plan)
    steps = repository.steps("HEAD", "plans")
    assert not isinstance(steps, Unavailable)
    assert [step.commit.id for step in steps] == [first, last]
    assert [reason.text for reason in behind(plan)[head].reasons] == ["Lelang gagal."]


@pytest.mark.parametrize("is_head", [True, False])
def test_one_that_is_larger_than_anybody_writes_is_told(plan: Path, is_head: bool) -> None:
    text, first = heads(plan) + b"Ubah", git(plan, "rev-parse", "HEAD").strip()
    large = unfolding(plan, MEMORY + 2 * _LONGEST_COPY)
    if not is_head:
        written(plan, text.replace(first.encode(), large.encode()))
    found = Repository(plan).steps("HEAD", "plans")
    assert isinstance(found, Unavailable)
    assert found.reason == HUGE


@pytest.mark.parametrize("size", [300_000, 200_000])
def test_many_large_ones_are_too_large_together(plan: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    for _ in range(3):
        written(plan, heads(plan) + b"a" * size)
    monkeypatch.setattr(module, "_MOST", 3 * size + 10_000)
    assert len(behind(plan)) == 4
    monkeypatch.setattr(module, "_MOST", 3 * size)
    with pytest.raises(CommitsTooLarge):
        behind(plan)


def test_a_commit_of_a_hundred_thousand_fields_costs_what_its_bytes_do(plan: Path) -> None:
    head, message = heads(plan).split(b"\n\n", 1)
    few, many = (b"\n".join((head, each, message)) for each in (b"x" * 200_000 + b"\n", b"x\n" * 100_000 + b"\n"))
    assert _memory(many) < 2 * _memory(few)


def _memory(content: bytes) -> int:
    """What it takes to read a commit, in bytes: whatever is taken apart is kept meanwhile."""
    tracemalloc.start()
    try:
        module._read(content)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_of_reasons_no_more_is_kept_than_their_texts_packed(plan: Path) -> None:
    """A message may hold two hundred, with some thousand words around them that may be ids."""
    line = "Alasan: " + " ".join(f"{letter}{number}" for number in range(9) for letter in "abcdefghi")[:270]
    written(plan, heads(plan) + "\n".join(f"{line} {number}" for number in range(170)).encode())
    (last, *_) = behind(plan).values()
    assert len(last.reasons) == 170
    assert len(last.packed) < 5_000


def test_what_is_lacking_is_lost_but_in_a_shallow_clone(plan: Path) -> None:
    first = git(plan, "rev-parse", "HEAD").strip()
    commit(plan, {FILE: "a: 2\n"}, "Ubah")
    (plan / ".git/objects" / first[:2] / first[2:]).unlink()
    with pytest.raises(ContentLost):
        behind(plan)
    assert len(behind(plan, is_shallow=True)) == 1


def test_parents_and_fields_are_those_that_git_sees(plan: Path) -> None:
    first, tree = (git(plan, "rev-parse", each).strip() for each in ("HEAD", "HEAD^{tree}"))
    other = "deadbeef" * 5
    more = f"parent {other}\ntree {other}\ncommitter Lain <l@x> 1 +0000\nencoding latin-1\nencoding cp1252\n"
    head = written(plan, heads(plan).removesuffix(b"\n") + more.encode() + "\nGedung é".encode("latin-1"))
    found = behind(plan)[head]
    told = git(plan, "log", "-1", "--format=%T %P %cd %s", "--date=raw").strip()
    assert f"{found.tree} {' '.join(found.parents)} {found.date} {found.subject}" == told
    assert (found.tree, found.parents) == (tree, (first,))


def test_capitals_in_an_id_are_small_letters(plan: Path) -> None:
    first, text = git(plan, "rev-parse", "HEAD").strip(), heads(plan)
    head = written(plan, text.replace(first.encode(), first.upper().encode()) + b"Ubah\0Alasan: tidak terlihat")
    found = behind(plan)
    assert (list(found), found[head].parents, found[head].reasons) == ([head, first], (first,), ())


def test_what_is_no_commit_is_none(plan: Path) -> None:
    blob = git(plan, "rev-parse", f"HEAD:{FILE}").strip()
    head = heads(plan).replace(git(plan, "rev-parse", "HEAD").strip().encode(), blob.encode())
    written(plan, head + b"Ubah\n")
    with pytest.raises(ContentLost):
        behind(plan)
