"""What people put beside our pages: a domain's name, a proof of ownership, `.well-known/`."""

import shutil
import stat
from pathlib import Path

from generator.build.jobs import mark
from generator.store.shelf import files

FOLDER = "site_files"
"""In the repository; copied into every site."""

MAXIMUM_FILES = 1_000
MAXIMUM_BYTES = 50 * 1024 * 1024


def copy_site_files(source: Path, site: Path) -> list[str]:
    """Copy every file below `source` into a finished site; the paths that were not copied, in order: what is a page
    or file of the site already, what is no regular file, and what is beyond the limits.
    """
    left = []
    size = 0
    for number, path in enumerate(files(source)):
        file, target = source / path, site / path
        size += _size(file)
        if number >= MAXIMUM_FILES or size > MAXIMUM_BYTES or not _is_regular(file) or _is_taken(target, site):
            left.append(path)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target, follow_symlinks=False)
        target.chmod(0o644)
    return left


def site_files_mark(source: Path) -> str:
    """Changes with any name or content below `source`."""
    return mark(*(f"{path} {_stamp(source / path)}" for path in files(source)))


def _stamp(file: Path) -> str:
    found = file.lstat()
    return f"{found.st_mode} {found.st_size} {found.st_mtime_ns}"


def _size(file: Path) -> int:
    return file.lstat().st_size


def _is_regular(file: Path) -> bool:
    return stat.S_ISREG(file.lstat().st_mode)


def _is_taken(target: Path, site: Path) -> bool:
    """Whether the site has something there, or a file where a folder would have to be."""
    above = (parent for parent in target.parents if parent.is_relative_to(site) and parent != site)
    return target.exists() or any(parent.exists() and not parent.is_dir() for parent in above)
