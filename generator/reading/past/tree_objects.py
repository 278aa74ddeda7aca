"""What a tree of Git says: anybody can write one, so it is read as Git reads it, and no further."""

import re
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import TypeAlias

from generator.reading.text import MAXIMUM_BYTES

_FILES, _FOLDER = (b"100644", b"120000"), b"40000"
"""Modes, as Git reads them. A link is a file whose text says where it leads, which is no plan; a submodule is none."""

Entry: TypeAlias = tuple[bytes, bytes, bytes]
"""The mode, the name and the id of what a tree holds."""

_NO_NAMES = frozenset((b"", b".", b".."))
_MODE_FIGURES = 10  # of more, Git looks at the last 32 bits, of which these are 30
_MODES, _SUBMODULE = ((S_ISREG, b"100644"), (S_ISLNK, b"120000"), (S_ISDIR, b"40000")), b"160000"


class TreeLost(Exception):
    """Git does not have a tree, or what stands in its place is none."""


class TooManyEntries(Exception):
    """There is more in the trees than may be looked at."""


def folder_in(content: bytes | None, width: int, name: bytes) -> str:
    """The tree of the folder of that name, empty where there is none. What else stands there is looked through and not
    taken apart: it may be a hundred thousand names of anybody's. Raises as `entries_in`."""
    before = rb"(?s:[0-7]++ [^\0]*+\0.{%d})*?" % width
    pattern = rb"%b([0-7]++) %b\0(.{%d})" % (before, re.escape(name), width)
    found = re.match(pattern, _sound(content, width), re.DOTALL)
    return found[2].hex() if found and _mode(found[1]) == _FOLDER else ""


def entries_in(content: bytes | None, width: int) -> frozenset[Entry]:
    """What a tree says. A name that no file can have is of nothing, and so is one that stands there twice the second
    time, for anybody can write them into a tree."""
    found: list[Entry] = re.findall(rb"([0-7]++) ([^\0]*+)\0(.{%d})" % width, _sound(content, width), re.DOTALL)
    modes = {mode: _mode(mode) for mode in {mode for mode, _, _ in found}}
    first = {name: (modes[mode], name, id) for mode, name, id in reversed(found) if _may_be_name(name)}
    return frozenset(first.values())


def _sound(content: bytes | None, width: int) -> bytes:
    """The content of a tree whose ids have so many bytes: for each name `MODE NAME`, NUL, and the id. As for Git, a
    mode is any octal number."""
    if content is None:
        raise TreeLost
    if len(content) > MAXIMUM_BYTES:
        raise TooManyEntries
    if not re.fullmatch(rb"(?s:[0-7]++ [^\0]*+\0.{%d})*+" % width, content):
        raise TreeLost
    return content


def _mode(written: bytes) -> bytes:
    """The mode that Git takes an octal number for (`canon_mode`)."""
    number = int(written[-_MODE_FIGURES:], 8)
    return next((mode for is_that, mode in _MODES if is_that(number)), _SUBMODULE)


def _may_be_name(name: bytes) -> bool:
    return b"/" not in name and name not in _NO_NAMES


def name_of(entry: Entry) -> str:
    """The name of what a tree holds."""
    return entry[1].decode("utf-8", "surrogateescape")


def tree_of(entry: Entry | None) -> str:
    """The id of a folder's tree; empty for anything else."""
    return entry[2].hex() if entry and entry[0] == _FOLDER else ""


def file_of(entry: Entry | None) -> str | None:
    """The id of a file's content; `None` for anything else."""
    return entry[2].hex() if entry and entry[0] in _FILES else None
