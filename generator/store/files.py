"""The files of a folder: which there are, whether one was touched, and the same again in another folder.

Texts, not `Path`s, and plain calls: a country has 25,000 files, and a build goes through them several times.
"""

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from generator.locale import say

_PART = 1 << 20
_PUBLISHED = 0o644


LONGEST_PATH = 1_000
"""Bytes of a path below a folder of somebody's that is carried elsewhere: four times the longest of a site. A path that
the system just takes where it is may be too long in another place, or have more folders than can be made at once."""


def walk(
    folder: Path, told: Callable[[OSError], None] = lambda error: None
) -> Iterator[tuple[str, list[str], list[str]]]:
    """Each folder from `folder` down, with the names of the folders in it and of all else, as `os.walk`, which calls
    itself at each level before Python 3.12. No link is followed; what cannot be opened is `told`."""
    waiting = [str(folder)]
    while waiting:
        parent = waiting.pop()
        folders: list[str] = []
        others: list[str] = []
        below: list[str] = []
        try:
            with os.scandir(parent) as entries:
                for entry in entries:
                    (folders if _is_folder(entry) else others).append(entry.name)
                    if entry.is_dir(follow_symlinks=False):
                        below.append(entry.path)
        except OSError as error:
            told(error)
            continue
        yield parent, folders, others
        waiting += reversed(below)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    with suppress(OSError):  # a link that leads to itself
        return entry.is_dir()
    return False


def files(folder: Path, told: Callable[[OSError], None] = lambda error: None) -> list[str]:
    """The path of every file below a folder, with `/`, in order; what cannot be opened is `told`."""
    start = len(f"{folder}{os.sep}")
    found = []
    for parent, _, names in walk(folder, told):
        inside = f"{parent}{os.sep}"[start:]
        found += [inside + name for name in names]
    return sorted(found)


class Print(NamedTuple):
    """A file as it was: its size and its CRC-32, which costs a seventh of what reading it does."""

    size: int
    checksum: int


def prints(folder: Path) -> dict[str, Print]:
    """That of every file below a folder, by its path, in order. Raises `OSError` for what is no regular file."""
    return {path: print_of(f"{folder}{os.sep}{path}") for path in files(folder)}


def print_of(path: str) -> Print:
    """That of one file. Raises `OSError` for what is no regular file."""
    size, checksum = _regular(path).st_size, 0
    descriptor = _opened(path)
    try:
        left = size
        while left > 0 and (part := os.read(descriptor, min(left, _PART))):
            checksum, left = crc32(part, checksum), left - len(part)
    finally:
        os.close(descriptor)
    return Print(size, checksum)


def holds(folder: Path, listed: Mapping[str, Print]) -> bool:
    """Whether the files of a folder are just these; nothing is read where one has another size."""
    found = files(folder)
    sizes = {path: _regular(f"{folder}{os.sep}{path}").st_size for path in found}
    return sizes == {path: file.size for path, file in listed.items()} and prints(folder) == listed


def stamps(folder: Path) -> dict[str, list[int]]:
    """What the system notes of every file below a folder whenever it is written, by its path, in order.

    Its time is anybody's to set; that of its last change (of content, rights or names) is the system's own.
    Raises `OSError` for what is no regular file.
    """
    found = ((path, _regular(f"{folder}{os.sep}{path}")) for path in files(folder))
    return {path: [file.st_size, file.st_mtime_ns, file.st_ctime_ns] for path, file in found}


def as_noted(folder: Path) -> dict[str, list[int]]:
    """The same of whatever is below a folder, be it no regular file, with its kind and its number on the disk; of a
    folder, nothing but that it is there. What is gone when it is looked at, or shut, is left out."""
    start = len(f"{folder}{os.sep}")
    noted: dict[str, list[int]] = {}
    for parent, folders, names in walk(folder):
        for name in (*folders, *names):
            path = f"{parent}{os.sep}{name}"
            with suppress(OSError):
                found = os.lstat(path)
                times = [found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns]
                noted[path[start:]] = [] if stat.S_ISDIR(found.st_mode) else times
    return noted


def copy_all(source: Path, target: Path, last: Path | None = None) -> None:
    """Give `target` every file below `source`. One that is the same in `last`, the folder that `target` will take the
    place of, byte for byte, is not written again: it is that file, under a second name.

    No file is ever shared with `source`: what becomes of one of them is nothing to the other.
    Raises `OSError` for what is no regular file in `source`, and for a folder that is not there or is shut: what it
    holds would be missing without a word.
    """

    def shut(error: OSError) -> None:
        raise error

    made: set[str] = set()
    for path in files(source, shut):
        parent = path.rpartition("/")[0]
        if parent not in made:
            (target / parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        old, new = f"{source}{os.sep}{path}", f"{target}{os.sep}{path}"
        _regular(old)
        if last and _kept(f"{last}{os.sep}{path}", old, new):
            continue
        shutil.copyfile(old, new)


def fill_in(source: Path, target: Path) -> None:
    """Move what `target` lacks of the files below `source` there; what stands in the way of one stays."""
    for path in files(source):
        place = target / path
        with suppress(FileExistsError, NotADirectoryError):
            place.parent.mkdir(parents=True, exist_ok=True)
            if not os.path.lexists(place):
                (source / path).rename(place)


def _kept(standing: str, wanted: str, new: str) -> bool:
    """Whether the file `standing` holds what is `wanted` and was given the name `new` too."""
    with suppress(OSError):
        if _is_as_published(standing) and _same(standing, wanted):
            os.link(standing, new, follow_symlinks=False)
            return True
    return False


def _is_as_published(path: str) -> bool:
    """Whether a file is ours and for everybody to read."""
    found = _regular(path)
    return stat.S_IMODE(found.st_mode) == _PUBLISHED and found.st_uid == os.geteuid()


def _same(one: str, other: str) -> bool:
    first, second = _opened(one), _opened(other)
    try:
        if os.fstat(first).st_size != os.fstat(second).st_size:
            return False
        while part := os.read(first, _PART):
            if part != os.read(second, _PART):
                return False
        return True
    finally:
        os.close(first)
        os.close(second)


def _opened(path: str) -> int:
    """The descriptor of a file that was a regular one just now: nothing is waited for, and no link followed."""
    return os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)


def _regular(path: str) -> os.stat_result:
    found = os.lstat(path)
    if not stat.S_ISREG(found.st_mode):  # a link would lead who reads the site, or the build, to any file
        raise OSError(errno.EINVAL, say("bukan berkas biasa").msgid, path)
    return found
