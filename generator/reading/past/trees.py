"""What a tree of Git holds where plans may stand.

A few hundred bytes of equal trees in each other unfold to more files than Git lists in a year. So it is not asked to
list all that is below a folder: each level is opened by itself, none below that of a plan's files, and each tree once.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.reading.past.contents import Blob, Contents
from generator.reading.text import MAXIMUM_BYTES

MOST_ENTRIES = 200_000
"""Files and folders down to the depth of a plan's files, at one commit: twenty times those of a country."""

_LEVELS = 3  # institution, period, file
_FILE_MODES = (b"100644", b"100755")  # no links, no submodules
_FOLDER_MODE = b"40000"


class TreeLost(Exception):
    """Git does not have a tree, or what stands in its place is none."""


class TooManyEntries(Exception):
    """There is more than `MOST_ENTRIES`."""


class _Entry(NamedTuple):
    """What a tree says of one name; the name is what a file system would call it."""

    mode: bytes
    name: str
    id: str


def files_below(contents: Contents, path: str, tree: str) -> Iterator[Blob]:
    """The files in a tree down to the depth of a plan's, their paths below `path`. Raises `TreeLost` and
    `TooManyEntries`.
    """
    width = len(tree) // 2
    opened = cache(lambda id: _entries(contents.read(id), width))
    folders, count = [(path, tree)], 0
    for _ in range(_LEVELS):
        deeper = []
        for above, id in folders:
            entries = opened(id)
            count += len(entries)
            if count > MOST_ENTRIES:
                raise TooManyEntries
            for entry in entries:
                if entry.mode in _FILE_MODES:
                    yield Blob(f"{above}/{entry.name}", entry.id)
                elif entry.mode == _FOLDER_MODE:
                    deeper.append((f"{above}/{entry.name}", entry.id))
        folders = deeper


def _entries(content: bytes | None, width: int) -> list[_Entry]:
    """What a tree says, whose ids have so many bytes: for each name `MODE NAME`, NUL, and the id."""
    if content is None:
        raise TreeLost
    if len(content) > MAXIMUM_BYTES:
        raise TooManyEntries
    found, end = [], 0
    for match in re.finditer(rb"([0-7]{5,6}) ([^\0]+)\0(.{%d})" % width, content, re.DOTALL):
        if match.start() != end:
            break
        end = match.end()
        found.append(_Entry(match[1], match[2].decode("utf-8", "surrogateescape"), match[3].hex()))
    if end != len(content):
        raise TreeLost
    return found
