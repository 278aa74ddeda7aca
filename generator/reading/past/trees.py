"""What trees of Git hold where plans may stand, and in what two of them differ.

A few hundred bytes of equal trees in each other unfold to more files than Git lists in a year. So it is not asked for
all that is below a folder: each level is opened by itself, none below that of a plan's files, only where two differ.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

from generator.reading.past.contents import Contents
from generator.reading.text import MAXIMUM_BYTES

DEEPEST = 3  # institution, period, file
_KEPT = 8  # trees: both sides of each level
_FILE, _FOLDERS = b"100", (b"4", b"04")  # how modes begin; links and submodules are neither

_Entry: TypeAlias = tuple[bytes, bytes, bytes]
"""The mode, the name and the id of what a tree holds."""


class TreeLost(Exception):
    """Git does not have a tree, or what stands in its place is none."""


class TooManyEntries(Exception):
    """There is more in the trees than may be looked at."""


class Trees:
    """Opens trees, which are named by their ids, the empty text for one that is not there; of their files and folders
    `most` are looked at. What is asked of it raises `TreeLost` and `TooManyEntries`.
    """

    def __init__(self, contents: Contents, most: int) -> None:
        self._contents, self._left = contents, most
        self._opened = lru_cache(_KEPT)(self._open)

    def folder(self, tree: str, parts: Sequence[str]) -> str:
        """The tree of a folder, by the parts of its path."""
        for part in parts:
            name = part.encode("utf-8", "surrogateescape")
            tree = next((_tree(entry) for entry in self._opened(tree) if entry[1] == name), "")
        return tree

    def changes(self, before: str, after: str, path: str, levels: int = DEEPEST) -> Iterator[tuple[str, str | None]]:
        """The files that differ in two trees, down to the depth of a plan's: their paths, `path` above them, and new
        contents; `None` for a file that left, and for what is none.
        """
        old, new = self._opened(before), self._opened(after)
        gone, came = ({entry[1]: entry for entry in one} for one in (old - new, new - old))
        for name in sorted(gone.keys() | came.keys()):
            self._left -= 1
            if self._left < 0:
                raise TooManyEntries
            place = f"{path}/{name.decode('utf-8', 'surrogateescape')}"
            entries = gone.get(name), came.get(name)
            was, now = map(_tree, entries)
            if any(entry and not _tree(entry) for entry in entries):
                yield place, _file(entries[1])
            if (was or now) and levels > 1:
                yield from self.changes(was, now, place, levels - 1)

    def _open(self, tree: str) -> frozenset[_Entry]:
        return _entries(self._contents.read(tree), len(tree) // 2) if tree else frozenset()


def _entries(content: bytes | None, width: int) -> frozenset[_Entry]:
    """What a tree says, whose ids have so many bytes: for each name `MODE NAME`, NUL, and the id."""
    if content is None:
        raise TreeLost
    if len(content) > MAXIMUM_BYTES:
        raise TooManyEntries
    found: list[_Entry] = re.findall(rb"([0-7]{5,6}) ([^\0]+)\0(.{%d})" % width, content, re.DOTALL)
    signs = 2 * len(found)  # the blank and the NUL of each
    if len(b"".join(chain.from_iterable(found))) + signs != len(content):
        raise TreeLost
    return frozenset(found)


def _tree(entry: _Entry | None) -> str:
    return entry[2].hex() if entry and entry[0].startswith(_FOLDERS) else ""


def _file(entry: _Entry | None) -> str | None:
    return entry[2].hex() if entry and entry[0].startswith(_FILE) else None
