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


def vouched(listed: Mapping[str, Collection[Print]], listing: Path) -> Vouched:
    """What became of the files beside and below a list of our own; `listed` tells by their paths from there what was
    written to each, and nothing where the list is of a time when none was told: it is believed then.

    Whoever proposes a list to a repository names what is ours: of one that it holds, or may hold, only what Git has
    too is believed, and only with a content that is told, or that Git has. One that was written here since, as Git
    has another, is believed as far as it tells a content. Without the program Git nobody can tell whether it holds the
    list. Every file is read, whatever its times say: `cp -p` and `tar` set them, and a clock goes back.
    """
    folder = real(listing.parent)
    held = _held(folder) if shutil.which("git") and may_be_committed(folder / listing.name, folder) else None
    believed = held is None or _is_of_here(folder / listing.name, held)
    names = {
        name
        for name, made in listed.items()
        if held is None or name in held or (believed and made)
        if not name.startswith("/") and ".." not in name.split("/")
    }
    changed = {
        name
        for name in names
        if (held is not None or listed[name])
        and not _is_as_written(path := f"{folder}{os.sep}{name}", listed[name])
        and not (held and name in held and held[name] in _as_git_names(path, len(held[name])))
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
    folder = real(listing.parent)
    if _is_of_here(folder / listing.name, _held(folder)):
        return None
    return say(
        "daftar berkas di sana ikut tersimpan dalam repositori, jadi hanya yang juga disimpan Git yang diganti;"
        " simpan isinya lebih dahulu dengan `git add`, hapus yang tidak diperlukan"
    )


def _is_as_written(path: str, prints: Collection[Print]) -> bool:
    """Whether a file is gone, or holds what was written last or, where a command was killed, was to be. One of another
    length, which may be any, is not read."""
    try:
        return os.lstat(path).st_size in {made.size for made in prints} and print_of(path) in prints
    except FileNotFoundError:
        return True
    except (OSError, ValueError):  # a link, or a NUL in the name
        return False


def _held(folder: Path) -> dict[str, str]:
    """The name of the content that Git has, committed or to be, of each file below a folder."""
    told = os.fsdecode(run(folder, "ls-files", "--stage", "-z").output or b"").split("\0")
    return {name: parts.split(" ")[1] for parts, _, name in (line.partition("\t") for line in told) if name}


def _is_of_here(listing: Path, held: Mapping[str, str]) -> bool:
    """Whether a list that Git has holds something else by now: no proposal did that."""
    name = held.get(listing.name, "")
    names = _as_git_names(str(listing), len(name)) if name else frozenset()
    return bool(names) and name not in names


def _as_git_names(path: str, length: int) -> frozenset[str]:
    """The names, of so many characters, under which Git has what a file holds, as it stands and with the line ends that
    Git keeps where a system has others (`core.autocrlf`); none where it cannot be read."""
    try:
        found = content(Path(path), LARGEST, follow=False)
    except (OSError, ValueError):  # a link, or a NUL in the name
        return frozenset()
    return frozenset(_name(each, length) for each in {found, found.replace(b"\r\n", b"\n")})


def _name(blob: bytes, length: int) -> str:
    made = hashlib.new(_ALGORITHMS[length], b"blob %d\0" % len(blob), usedforsecurity=False)
    made.update(blob)
    return made.hexdigest()
