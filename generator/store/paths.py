"""Where a path leads, and how what stands there is taken away, whatever it is: a link in a circle, a pipe, a folder."""

import os
import shutil
import stat
from pathlib import Path


def real(path: Path) -> Path:
    """The path without links; of links in a circle, as far as they lead (`Path.resolve` ends there, as a fault)."""
    return Path(os.path.realpath(path))


def lands_in(path: Path, folder: Path) -> bool:
    """Whether a file at `path` would be in `folder`; not where a folder between them is a link to elsewhere."""
    return real(path.parent).is_relative_to(real(folder))


def remove(path: Path) -> None:
    """Take away what stands there and, of a folder, all that is in it; a link itself and not what it leads to.

    Raises `OSError`. `shutil.rmtree` alone opens what it is given, and waits where that is a pipe.
    """
    if stat.S_ISDIR(path.lstat().st_mode):
        shutil.rmtree(path)
    else:
        path.unlink()
