"""Whose the files are that a list of our own names: ours while they hold what was written, or what Git gives back."""

import hashlib
import os
import re
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.locale import Message, say
from generator.reading.past.committed import may_be_committed
from generator.reading.past.git import run
from generator.reading.past.repository import repository_at
from generator.reading.past.unavailable import Unavailable
from generator.store.files import Print, print_of
from generator.store.opening import LARGEST, content
from generator.store.paths import real

_AS_TOLD = re.compile(r"(\d{1,18})-([0-9a-f]{8})")
_ALGORITHMS = {40: "sha1", 64: "sha256"}
"""That of a Git object, by the length of its name."""


class Vouched(NamedTuple):
    """The files that are `ours`, be they there or not, and those that somebody `changed` since they were written."""

    ours: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()


def as_told(made: Print) -> str:
    """The print of a file as a list tells it."""
    return f"{made.size}-{made.checksum:08x}"


def read_told(text: object) -> Print | None:
    """The print that a list tells, if it is one."""
    found = _AS_TOLD.fullmatch(text) if isinstance(text, str) else None
    return Print(int(found[1]), int(found[2], 16)) if found else None


def vouched(listed: Mapping[str, Collection[Print]], listing: Path, *, by_time: bool = False) -> Vouched:
    """What became of the files beside and below a list of our own; `listed` tells by their paths from there what was
    written to each, and nothing where the list is of a time when none was told: it is believed then.

    Whoever proposes a list to a repository names what is ours: of one that it holds, or may hold, only what Git has
    too is believed, and only with a content that is told, or that Git has. Without the program Git nobody can tell
    whether it holds the list. With `by_time`, a file of the same size that is older than the list is not read.
    """
    folder = real(listing.parent)
    held = _held(folder) if shutil.which("git") and may_be_committed(folder / listing.name, folder) else None
    since = _time(listing) if by_time and held is None else 0
    names = {
        name
        for name in (listed if held is None else listed.keys() & held.keys())
        if not name.startswith("/") and ".." not in name.split("/")
    }
    changed = {
        name
        for name in names
        if (held is not None or listed[name])
        and not _is_as_written(path := f"{folder}{os.sep}{name}", listed[name], since)
        and not (held and _holds(path, held[name]))
    }
    return Vouched(frozenset(names - changed), frozenset(changed))


def doubted(listing: Path) -> Message | None:
    """Why a list of our own that stands there does not tell whose the files beside it are, and what to do."""
    if not listing.exists() or not may_be_committed(real(listing.parent) / listing.name, listing.parent):
        return None
    found = repository_at(listing.parent)
    if isinstance(found, Unavailable):
        return say(
            "{sebab}, jadi tidak diketahui berkas siapa di sana; {bantuan}",
            sebab=found.reason,
            bantuan=found.help or "",
        )
    return say(
        "daftar berkas di sana ikut tersimpan dalam repositori, jadi hanya yang juga disimpan Git yang diganti;"
        " simpan isinya lebih dahulu dengan `git add`"
    )


def _is_as_written(path: str, prints: Collection[Print], since: int) -> bool:
    """Whether a file is gone, or holds what was written last or, where a command was killed, was to be."""
    try:
        found = os.lstat(path)
        if found.st_mtime_ns < since and found.st_size in {made.size for made in prints}:
            return True
        return print_of(path) in prints
    except FileNotFoundError:
        return True
    except (OSError, ValueError):  # a link, or a NUL in the name
        return False


def _held(folder: Path) -> dict[str, str]:
    """The name of the content that Git has, committed or to be, of each file below a folder."""
    told = os.fsdecode(run(folder, "ls-files", "--stage", "-z").output or b"").split("\0")
    return {name: parts.split(" ")[1] for parts, _, name in (line.partition("\t") for line in told) if name}


def _holds(path: str, name: str) -> bool:
    """Whether a file holds what Git has under a name."""
    try:
        found = content(Path(path), LARGEST, follow=False)
    except OSError:
        return False
    made = hashlib.new(_ALGORITHMS[len(name)], b"blob %d\0" % len(found), usedforsecurity=False)
    made.update(found)
    return made.hexdigest() == name


def _time(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
