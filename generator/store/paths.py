"""Where a path leads, and how what stands there is taken away, whatever it is: a link in a circle, a pipe, a folder."""

import os
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from generator.store.files import walk


def real(path: Path) -> Path:
    """The path without links; of links in a circle, as far as they lead (`Path.resolve` ends there, as a fault)."""
    return Path(os.path.realpath(path))


def lands_in(path: Path, folder: Path) -> bool:
    """Whether a file at `path` would be in `folder`; not where a folder between them is a link to elsewhere."""
    return real(path.parent).is_relative_to(real(folder))


def is_of_a_group(folder: Path) -> bool:
    """Whether a group may change what is in a folder, and not just anybody, as in `/tmp`."""
    return folder.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH) == stat.S_IWGRP


def remove(path: Path) -> None:
    """Take away what stands there and, of a folder, all that is in it; a link itself and not what it leads to.

    Raises `OSError`. `shutil.rmtree` alone opens what it is given, and waits where that is a pipe.
    """
    if not stat.S_ISDIR(path.lstat().st_mode):
        path.unlink()
        return
    try:
        shutil.rmtree(path)
    except RecursionError:
        _empty(path, _refused)


def discard(path: Path) -> None:
    """The same for what is of no use any more, as far as the system lets it."""
    with suppress(OSError):
        if not stat.S_ISDIR(path.lstat().st_mode):
            path.unlink()
            return
    try:
        shutil.rmtree(path, ignore_errors=True)
    except RecursionError:
        _empty(path, lambda error: None)


def _empty(path: Path, told: Callable[[OSError], None]) -> None:
    """Remove a folder of so many levels that `shutil.rmtree`, which calls itself at each before Python 3.13, ends."""

    def done(removal: Callable[[str], None], path: str) -> None:
        try:
            removal(path)
        except OSError as error:
            told(error)

    emptied = []
    for folder, folders, others in walk(path, told):
        emptied.append(folder)
        links = (name for name in folders if os.path.islink(f"{folder}{os.sep}{name}"))  # noqa: PTH114
        for name in (*others, *links):
            done(os.unlink, f"{folder}{os.sep}{name}")
    for folder in reversed(emptied):
        done(os.rmdir, folder)


def _refused(error: OSError) -> None:
    raise error
