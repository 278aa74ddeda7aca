"""Putting a finished site in the place of the last one, so that a build that dies leaves that one whole."""

import ctypes
import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.build.assembly import SITEMAP
from generator.build.shares import FILE as PART

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class NotASite(Exception):
    """The folder to be replaced holds something else than a site; `folder` names it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


@contextmanager
def alone(folder: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the lock of a folder: a second build for it waits, and says so by calling `waiting`.

    A POSIX lock: the system releases it when its process dies, however it dies, and children do not inherit it.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with (folder.parent / f".{folder.name}.lock").open("w") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            waiting()
            fcntl.lockf(file, fcntl.LOCK_EX)
        yield


@contextmanager
def workshop(output: Path) -> Iterator[Path]:
    """A folder beside `output`, on the same file system, to make the next site in; removed afterwards.

    Only for who is `alone` with `output`: what a killed build has left beside it is removed first.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    # With the name ended by a dot: the workshop of "site-en" is not one that "site" has left.
    prefix = f".{output.name}.making-"
    for left in output.parent.iterdir():
        if left.name.startswith(prefix):
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=output.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def is_replaceable(output: Path) -> bool:
    """Whether a site may take the place of what is there: nothing, an empty folder, a site, or a share of one."""
    if not output.exists():
        return True
    known = any((output / name).is_file() for name in (SITEMAP, PART))
    return output.is_dir() and (known or not any(output.iterdir()))


def replace(output: Path, finished: Path) -> None:
    """Make `finished` the site at `output`, in one step where the system can; the old site is removed.

    Raises `NotASite` for a folder with anything else in it.
    """
    if not is_replaceable(output):
        raise NotASite(output)
    finished.chmod(0o755)
    if not output.exists():
        finished.rename(output)
    elif _exchange(finished, output):
        shutil.rmtree(finished, ignore_errors=True)
    else:
        aside = finished.parent / "replaced"
        output.rename(aside)
        finished.rename(output)
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names at once: `renameat2` of Linux; false where there is none, or the disk cannot."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    names = os.fsencode(one), os.fsencode(other)
    return bool(rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)
