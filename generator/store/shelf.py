"""Finished folders of earlier builds, by name and key: a site is put together from copies of their files.

A folder appears whole or not at all, and only the newest few of a name are kept. A file may have been changed since,
by a failing disk or by whoever else can write here: each is read again and held against its checksum, and a folder
that differs is thrown away.
"""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pydantic import TypeAdapter

from generator.locale import say
from generator.store.atomic import write_whole
from generator.store.doubt import is_doubted, note_given
from generator.store.files import Print, holds, prints
from generator.store.last_used import outdated
from generator.store.opening import LARGEST_ENTRY, content
from generator.store.paths import discard, remove
from generator.store.seal import sealed, unsealed

_LIST = "daftar.json"
_FILES = "isi"
_NOTE = "catatan"
_BENCH = ".kerja-"


_LISTED = TypeAdapter(dict[str, Print])


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
            discard(place)
            return None
        with suppress(OSError):  # it may be somebody else's
            os.utime(place)
        return place / _FILES

    def place(self, name: str, key: str) -> Path:
        """Where the folder of a name and key is, if there is one."""
        return self.folder / name / key / _FILES

    def note(self, name: str, key: str) -> bytes | None:
        """What was noted beside a folder of a name, of those whose key begins with `key`."""
        for place in () if is_doubted() else self._by_use(name):
            if place.name.startswith(key):
                with suppress(OSError):
                    note = unsealed(content(place / _NOTE, LARGEST_ENTRY), _about(place, _NOTE))
                    if note is not None:
                        note_given()
                        return note
        return None

    def put(self, name: str, key: str, folder: Path, note: bytes = b"") -> Path:
        """Move a finished folder, made on a `bench`, here, with a note that is not part of it.

        Raises `OSError` when the disk is full.
        """
        place = self.inside(name, key)
        with self.bench() as bench:
            folder.rename(bench / _FILES)
            write_whole(bench / _LIST, sealed(_LISTED.dump_json(prints(bench / _FILES)), _about(place, _LIST)))
            if note:
                (bench / _NOTE).write_bytes(sealed(note, _about(place, _NOTE)))
            place.parent.mkdir(parents=True, exist_ok=True)
            if os.path.lexists(place):
                # Made twice at once, or damaged: the new one is as good.
                remove(place)
            bench.rename(place)
        for old in outdated(place.parent.iterdir(), place):
            with suppress(OSError):
                remove(old)
        return place / _FILES

    def newest(self, name: str) -> Iterator[tuple[str, Path]]:
        """The keys and folders of a name, the one that was used last before the others."""
        for place in self._by_use(name):
            if found := self.get(name, place.name):
                yield place.name, found

    @contextmanager
    def bench(self) -> Iterator[Path]:
        """A folder to make something in, on the same file system; removed afterwards."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder = Path(tempfile.mkdtemp(prefix=_BENCH, dir=self.inside()))
        try:
            yield folder
        finally:
            discard(folder)

    def clear_benches(self) -> None:
        """Remove what builds that were killed have left; only for who holds the lock of the shelf."""
        for left in self.inside().glob(f"{_BENCH}*"):
            with suppress(OSError):
                remove(left)

    def inside(self, *names: str) -> Path:
        """The folder itself, or one in it."""
        place = self.folder.joinpath(*names)
        if os.path.realpath(place) != str(place):
            raise OSError(errno.ELOOP, say("tautan menempati folder singgahan; hapuslah").msgid, str(place))
        return place

    def _by_use(self, name: str) -> list[Path]:
        folder = self.inside(name)
        try:
            return sorted(folder.iterdir(), key=lambda place: place.stat().st_mtime_ns, reverse=True)
        except OSError:
            return []


def _is_whole(place: Path) -> bool:
    """Whether the files are those that were put there, byte for byte."""
    listed = _LISTED.validate_json(unsealed(content(place / _LIST, LARGEST_ENTRY), _about(place, _LIST)) or b"")
    return holds(place / _FILES, listed)


def _about(place: Path, file: str) -> str:
    """What a file is sealed for: the name and the key of its folder."""
    return "/".join((*place.parts[-2:], file))
