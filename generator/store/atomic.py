"""All at once or not at all: a folder takes the place of another, and a file appears with all it holds."""

import ctypes
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.store.files import as_noted, walk
from generator.store.opening import LARGEST, content
from generator.store.paths import discard, is_of_a_group

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_PUBLISHED = 0o755
_ASIDE = ".yang-lama"
"""In a workshop, the last site while the next one takes its place, where the system cannot do it in one step."""
_OLD = "usang"
_KNOWN = ".yang-diketahui"
"""In a workshop, which folder the last site is, and what was in it before it was looked at for the last time."""
_LONGEST = 64  # what a marker tells, in bytes
_MARKER = ".rencana-sedang-dibuat"
"""In a workshop, by which it is known for ours. Both names are anybody's to give; it tells the number of its folder on
this disk, which what came with a repository cannot know."""


@contextmanager
def workshop(output: Path) -> Iterator[Path]:
    """A folder beside `output`, on the same file system, to make the next site in; removed afterwards.

    Only for who is `alone` with `output`: what a killed build has left beside it is removed first, if it is known.
    The last site is given back from there, and where it cannot be, it stays there.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    # With the name ended by a dot: the workshop of "site-en" is not one that "site" has left.
    prefix = f".{output.name}.making-"
    for left in output.parent.iterdir():
        if left.name.startswith(prefix) and _is_workshop(left):
            _close(left, output)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=output.parent))
    try:
        (folder / _MARKER).write_bytes(_number_of(folder))
        yield folder
    finally:
        _close(folder, output)


def _is_workshop(folder: Path) -> bool:
    with suppress(OSError):
        is_folder = stat.S_ISDIR(folder.lstat().st_mode)  # what a link leads to is somebody's
        return is_folder and content(folder / _MARKER, _LONGEST, follow=False) == _number_of(folder)
    return False


def _number_of(folder: Path) -> bytes:
    found = folder.lstat()
    return f"{found.st_dev}:{found.st_ino}".encode()


def _close(folder: Path, output: Path) -> None:
    """Take a workshop away, once the last site is where it was if a build ended between taking it away and putting its
    own there."""
    for site in (*folder.glob(_ASIDE), *folder.glob(f"*/{_ASIDE}")):
        if os.path.lexists(output):
            return
        site.rename(output)
    try:
        for note in (*folder.glob(_KNOWN), *folder.glob(f"*/{_KNOWN}")):
            with suppress(ValueError):  # one that was not written whole is of a build that replaced nothing yet
                number, known = json.loads(content(note, LARGEST))
                for old in [path for path in note.parent.iterdir() if _number_of(path).decode() == number]:
                    _let_go(old, output, known)
    except OSError:
        return  # such as a full disk: later, then
    _clear(folder)


def _clear(folder: Path) -> None:
    """Take a workshop away; where something in it may not be, it stays known for ours, for who may."""
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name != _MARKER:
                discard(path)
        if all(path.name == _MARKER for path in folder.iterdir()):
            discard(folder)


def put_in_place(output: Path, finished: Path, look: Callable[[], None] = lambda: None) -> Path | None:
    """Make `finished` the folder at `output`, in one step where the system can; the old one is removed, and what its
    owner lets others do in it stays.

    `look` raises where anything of somebody else's is in it (`generator.build.ownership`). What comes there after that
    is put into the new one; where that has one of the same name, the whole old one stays beside it: its path.
    """
    if not output.exists():
        look()
        finished.chmod(_PUBLISHED)
        finished.rename(output)
        return None
    known = as_noted(output)
    note = json.dumps((_number_of(output).decode(), known))
    (finished.parent / _KNOWN).write_text(note, encoding="ascii")
    look()
    _grant_as(output, finished)
    old = finished
    if not _exchange(finished, output):
        aside = finished.parent / _ASIDE
        output.rename(aside)
        finished.rename(output)
        old = aside.rename(aside.with_name(_OLD))  # half of a site is none that could be given back
    return _let_go(old, output, known)


def _let_go(old: Path, output: Path, known: Mapping[str, list[int]]) -> Path | None:
    """Remove the last site, once nobody can put anything into it by its name, but for what is not as it is `known`."""
    came = [path for path, noted in as_noted(old).items() if noted != known.get(path)]
    if [path for path in came if not _brought(old / path, output / path)]:
        return old.rename(tempfile.mkdtemp(prefix=f"{output.name}.lama-", dir=output.parent))
    discard(old)
    return None


def _brought(old: Path, new: Path) -> bool:
    """Whether what stood at a path is now at another: moved there, with the folder that it is in, or the same."""
    with suppress(OSError):
        if not os.path.lexists(old):
            return True
        if os.path.lexists(new):
            here, there = old.lstat(), new.lstat()
            return os.path.samestat(here, there) or (stat.S_ISDIR(here.st_mode) and stat.S_ISDIR(there.st_mode))
        new.parent.mkdir(parents=True, exist_ok=True)
        old.rename(new)
        return True
    return False


def _grant_as(standing: Path, made: Path) -> None:
    """Give a folder the group, the rights and the lists of rights of another, as a web server shares one with those who
    publish; and its owner, where a build for everybody runs as root. Who publishes next for the same group takes away
    what is in the folders inside."""
    found = standing.stat()
    for owner, group in ((found.st_uid, -1), (-1, found.st_gid)):
        with suppress(OSError):
            os.chown(made, owner, group)
    shutil.copystat(standing, made)
    os.utime(made)
    if is_of_a_group(standing):
        for inside in (Path(parent) for parent, _, _ in walk(made)):
            with suppress(OSError):
                os.chown(inside, -1, found.st_gid)
                inside.chmod(inside.stat().st_mode | stat.S_IWGRP)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names at once: `renameat2` of Linux; false where there is none, or the disk cannot."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    names = os.fsencode(one), os.fsencode(other)
    return bool(rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)


def write_whole(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write a file that others see whole or not at all; a link in its place is replaced and not followed."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
