"""All files of a plan or none: what is written is on the disk before anything changes its name."""

import os
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.reading.plan_files import PlanFiles


class ChangedMeanwhile(Exception):
    """Somebody else has changed a file since it was read; nothing was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class LeadsElsewhere(Exception):
    """A folder on the way to a file is a link; nothing was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def save(base: Path, before: PlanFiles | None, after: PlanFiles) -> list[Path]:
    """Put the files that differ in place below `base`; their paths. Raises `ChangedMeanwhile`,
    `LeadsElsewhere`, and `OSError`."""
    known = {file.path: file.content for file in before.files} if before else {}
    wanted = [(base / file.path, file.content) for file in after.files if known.get(file.path) != file.content]
    for path, _ in wanted:
        # Out of the repository, or into the plan of another institution.
        if linked := [
            each for each in path.parents if each.is_relative_to(base) and each != base and each.is_symlink()
        ]:
            raise LeadsElsewhere(linked[-1])
        _is_as_read(path, base, known)
    made: list[_Change] = []
    try:
        for path, content in wanted:
            draft = _beside(path, content)
            made.append(_Change(path, content, draft))
            made[-1] = made[-1]._replace(former=_kept(path, draft))
        _rename(made, known, base)
    finally:
        for left in (file for each in made for file in (each.draft, each.former) if file):
            left.unlink(missing_ok=True)
    return [path for path, _ in wanted]


class _Change(NamedTuple):
    """A file that is to hold something else: its draft, and the `former` one under another name, where there is one."""

    path: Path
    content: bytes
    draft: Path
    former: Path | None = None


def _is_as_read(path: Path, base: Path, known: Mapping[str, bytes]) -> None:
    if _standing(path) != known.get(path.relative_to(base).as_posix()):
        raise ChangedMeanwhile(path)


def _standing(path: Path) -> bytes | None:
    """What a file holds now; `None` where there is none."""
    if not os.path.lexists(path):
        return None
    if not path.is_file():  # of a pipe one would wait
        raise ChangedMeanwhile(path)
    return path.read_bytes()


def _beside(path: Path, content: bytes) -> Path:
    """A draft of a file in its folder, whole or not at all. An error names the file that it was to be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            _grant(handle, path)
            file.flush()
            os.fsync(handle)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is None:
            error.filename = str(path)
        raise
    return Path(name)


def _grant(handle: int, path: Path) -> None:
    """Give a file the owner, the group and the rights of the one at a path, as far as the system lets it.

    By its handle: a name in somebody's folder may lead elsewhere meanwhile, and root may do anything there.
    """
    if not path.exists():
        os.fchmod(handle, 0o644)
        return
    found = path.stat()
    for owner, group in ((found.st_uid, -1), (-1, found.st_gid)):
        with suppress(OSError):
            os.fchown(handle, owner, group)
    os.fchmod(handle, found.st_mode & 0o777)
    kept = os.listxattr(path) if hasattr(os, "listxattr") else ()
    for name in kept:  # of a list of rights the mode is a part
        with suppress(OSError):
            os.setxattr(handle, name, os.getxattr(path, name))


def _kept(path: Path, draft: Path) -> Path | None:
    """Another name for a file as it stands, which takes no room on the disk; a copy where that knows no such names."""
    if not os.path.lexists(path):
        return None
    name = draft.with_suffix(".semula")
    try:
        os.link(path, name, follow_symlinks=False)
    except OSError:
        return _beside(path, path.read_bytes())
    return name


def _rename(changes: Sequence[_Change], known: Mapping[str, bytes], base: Path) -> None:
    done: list[_Change] = []
    try:
        for change in changes:
            _is_as_read(change.path, base, known)  # a disk may have taken its time over the drafts
            change.draft.replace(change.path)
            done.append(change)
    except BaseException:
        for change in done:
            with suppress(OSError, ChangedMeanwhile):
                _put_back(change)
        raise


def _put_back(change: _Change) -> None:
    """Give a file back what it held, but what somebody else saved meanwhile."""
    if _standing(change.path) != change.content:
        return
    if change.former:
        change.former.replace(change.path)
    else:
        change.path.unlink()
