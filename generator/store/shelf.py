"""Finished folders of earlier builds, by name and key: a site is put together from links to their files.

A folder appears whole or not at all, and only the newest few of a name are kept. Whoever takes one gets
links to its files, so a file may have been changed in place since, by a program that works on the published site or
by a failing disk: each is read again and held against its checksum, and a folder that differs is thrown away.
"""

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from pydantic import TypeAdapter

from generator.locale import say
from generator.store.atomic import write_whole
from generator.store.opening import LARGEST, content
from generator.store.seal import sealed, unsealed

_KEPT = 3
_LIST = "daftar.json"
_FILES = "isi"
_NOTE = "catatan"
_BENCH = ".kerja-"


class _File(NamedTuple):
    """A file as it was put on the shelf: its size and its CRC-32, which costs a seventh of what reading it does."""

    size: int
    checksum: int


_LISTED = TypeAdapter(dict[str, _File])


class Shelf:
    """Folders below `folder`, each `<name>/<key>/`; names and keys are made by the program, never by a plan's text.

    Everything raises `OSError` where a link leads out of it: what is tidied there would be somebody's.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, name: str, key: str) -> Path | None:
        """The folder that was put under this key, unless a file of it was changed since."""
        place = self.inside(name, key)
        if not place.is_dir():
            return None
        try:
            whole = _is_whole(place)
        except (OSError, ValueError):
            whole = False
        if not whole:
            shutil.rmtree(place, ignore_errors=True)
            return None
        with suppress(OSError):  # it may be somebody else's
            os.utime(place)
        return place / _FILES

    def place(self, name: str, key: str) -> Path:
        """Where the folder of a name and key is, if there is one."""
        return self.folder / name / key / _FILES

    def note(self, name: str, key: str) -> bytes | None:
        """What was noted beside a folder of a name, of those whose key begins with `key`."""
        for place in self._by_use(name):
            if place.name.startswith(key):
                with suppress(OSError):
                    note = unsealed(content(place / _NOTE, LARGEST))
                    if note is not None:
                        return note
        return None

    def put(self, name: str, key: str, folder: Path, note: bytes = b"") -> Path:
        """Move a finished folder, made on a `bench`, here, with a note that is not part of it.

        Raises `OSError` when the disk is full.
        """
        place = self.inside(name, key)
        with self.bench() as bench:
            folder.rename(bench / _FILES)
            inside = bench / _FILES
            listed = {path: _File(size, _checksum(inside, path, size)) for path, (size, _) in stamps(inside).items()}
            write_whole(bench / _LIST, sealed(_LISTED.dump_json(listed)))
            if note:
                (bench / _NOTE).write_bytes(sealed(note))
            place.parent.mkdir(parents=True, exist_ok=True)
            if place.exists():
                # Made twice at once, or damaged: the new one is as good.
                shutil.rmtree(place)
            bench.rename(place)
        self._drop_old(name)
        return place / _FILES

    def newest(self, name: str) -> Path | None:
        """The folder of a name that was used last."""
        return next((found for place in self._by_use(name) if (found := self.get(name, place.name))), None)

    @contextmanager
    def bench(self) -> Iterator[Path]:
        """A folder to make something in, on the same file system; removed afterwards."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder = Path(tempfile.mkdtemp(prefix=_BENCH, dir=self.inside()))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def clear_benches(self) -> None:
        """Remove what builds that were killed have left; only for who holds the lock of the shelf."""
        for left in self.inside().glob(f"{_BENCH}*"):
            shutil.rmtree(left, ignore_errors=True)

    def inside(self, *names: str) -> Path:
        """The folder itself, or one in it."""
        place = self.folder.joinpath(*names)
        if os.path.realpath(place) != str(place):
            raise OSError(errno.ELOOP, say("tautan menempati folder singgahan; hapuslah").msgid, str(place))
        return place

    def _drop_old(self, name: str) -> None:
        for place in self._by_use(name)[_KEPT:]:
            shutil.rmtree(place, ignore_errors=True)

    def _by_use(self, name: str) -> list[Path]:
        folder = self.inside(name)
        try:
            return sorted(folder.iterdir(), key=lambda place: place.stat().st_mtime_ns, reverse=True)
        except OSError:
            return []


def _is_whole(place: Path) -> bool:
    """Whether the files are those that were put there, byte for byte."""
    listed = _LISTED.validate_json(unsealed(content(place / _LIST, LARGEST)) or b"")
    inside = place / _FILES
    found = {path: size for path, (size, _) in stamps(inside).items()}
    return found == {path: file.size for path, file in listed.items()} and all(
        _checksum(inside, path, file.size) == file.checksum for path, file in listed.items()
    )


def _checksum(folder: Path, path: str, size: int) -> int:
    """That of a file that was a regular one just now. Plain calls: a country has 25,000 of them at every build."""
    descriptor = os.open(f"{folder}{os.sep}{path}", os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        checksum, left = 0, size
        while left > 0 and (part := os.read(descriptor, left)):
            checksum, left = crc32(part, checksum), left - len(part)
        return checksum
    finally:
        os.close(descriptor)


def files(folder: Path) -> list[str]:
    """The path of every file below a folder, with `/`, in order."""
    start = len(f"{folder}{os.sep}")
    found = []
    # Texts, not `Path`s, here and below: a country has 15,000 files.
    for parent, _, names in os.walk(folder):
        inside = f"{parent}{os.sep}"[start:]
        found += [inside + name for name in names]
    return sorted(found)


def stamps(folder: Path) -> dict[str, list[int]]:
    """Size and time of every file below a folder, by its path, in order."""
    return {path: _stamp(f"{folder}{os.sep}{path}") for path in files(folder)}


def link_all(source: Path, target: Path) -> None:
    """Give every file below `source` a second name below `target`; a copy where the two disks differ.

    Raises `OSError` for what is no regular file.
    """
    made: set[str] = set()
    for path in files(source):
        parent = path.rpartition("/")[0]
        if parent not in made:
            (target / parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        old, new = f"{source}{os.sep}{path}", f"{target}{os.sep}{path}"
        _stamp(old)
        try:
            os.link(old, new)
        except OSError:
            shutil.copyfile(old, new)


def _stamp(path: str) -> list[int]:
    found = os.lstat(path)
    if not stat.S_ISREG(found.st_mode):  # a link would lead who reads the site, or the build, to any file
        raise OSError(errno.EINVAL, say("bukan berkas biasa").msgid, path)
    return [found.st_size, found.st_mtime_ns]
