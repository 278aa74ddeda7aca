"""Opening a file that somebody else put there: without waiting for it, and no more of it than is needed."""

import os
import stat
from pathlib import Path

from generator.locale import Message, say
from generator.store.refusals import why

_TRIES = 3

LARGEST = 1 << 30
"""Bytes of a file of our own, which has no limit but that of memory."""

LARGEST_ENTRY = 1 << 26
"""Bytes of one thing that is kept between runs: ten times the pages of the largest plan."""


class Unopened(OSError):
    """The file has no content that could be read; `reason` says why."""

    def __init__(self, reason: Message | str) -> None:
        super().__init__(str(reason))
        self.reason = reason


def content(path: Path, most: int, *, follow: bool = True) -> bytes:
    """The bytes of a file as they were at one moment, at most one more than `most`. Raises `Unopened`.

    Without `follow` a link is no file.

    Whoever opens a pipe or a device may wait for ever. A file that is written meanwhile is read again.
    """
    try:
        for _ in range(_TRIES):
            if (found := _read(path, most, follow=follow)) is not None:
                return found
    except Unopened:
        raise
    except (OSError, ValueError) as error:  # ValueError: a NUL in a name
        raise Unopened(why(error)) from None
    raise Unopened(say("berkas berubah selama dibaca"))


def _read(path: Path, most: int, *, follow: bool) -> bytes | None:
    if not stat.S_ISREG(path.stat(follow_symlinks=follow).st_mode):
        raise Unopened(say("bukan berkas biasa, melainkan pipa, soket, atau perangkat"))
    descriptor = os.open(
        path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY | (0 if follow else os.O_NOFOLLOW)
    )
    with os.fdopen(descriptor, "rb") as file:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            return None  # something else took its place
        found = file.read(min(before.st_size, most) + 1)  # room for as much is taken at once
        after = os.fstat(descriptor)
    unchanged = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return found if unchanged and len(found) == min(before.st_size, most + 1) else None
