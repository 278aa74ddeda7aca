"""What a repository holds beside the plans: whoever proposes a plan may have put it there, so it is not believed."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.locale import Message, say
from generator.reading.past.git import run
from generator.reading.past.repository import repository_at
from generator.reading.past.unavailable import Unavailable, top
from generator.store.paths import real


def may_be_committed(path: Path, folder: Path) -> bool:
    """Whether anything at a path on the disk, without a link above it, belongs to the repository that `folder` lies in;
    where Git does not tell, whatever lies below its top may. So may what is in another repository inside: a submodule,
    which stays on the disk also where the commit that brought it is left."""
    work_tree = top(real(folder))
    if not path.is_relative_to(work_tree):
        return False
    found = repository_at(folder)
    if isinstance(found, Unavailable):
        return not found.is_new and os.path.lexists(work_tree / ".git")
    return top(path) != work_tree or run(found.folder, "ls-files", "-z", "--", str(path)).output != b""


def vouched(names: Iterable[str], listing: Path) -> set[str]:
    """The files beside and below a list of our own that are ours, by their paths from there, of the `names` in it.

    Whoever proposes a list to a repository names what is ours: of one that it holds, or may hold, only what Git has too
    is believed. Without the program Git nobody can tell, and the list is believed.
    """
    folder = real(listing.parent)
    if not shutil.which("git") or not may_be_committed(folder / listing.name, folder):
        return set(names)
    return set(os.fsdecode(run(folder, "ls-files", "-z").output or b"").split("\0")).intersection(names)


def doubted(listing: Path) -> Message | None:
    """Why a list of our own that stands there does not tell whose the files beside it are, and what to do."""
    if not listing.exists() or not may_be_committed(real(listing.parent) / listing.name, listing.parent):
        return None
    found = repository_at(listing.parent)
    if isinstance(found, Unavailable):
        return say(
            "{sebab}, jadi tidak diketahui berkas siapa di sana; {bantuan}",
            sebab=found.reason,
            bantuan=found.help or "",
        )
    return say(
        "daftar berkas di sana ikut tersimpan dalam repositori, jadi hanya yang juga disimpan Git yang diganti;"
        " simpan isinya lebih dahulu dengan `git add`"
    )


def committed_link(folder: Path) -> Path | None:
    """A link on the way to a folder that belongs to a repository: who proposed it chose where it leads."""
    links = (place for place in (folder, *folder.parents) if place.is_symlink())
    return next((link for link in links if may_be_committed(real(link.parent) / link.name, link.parent)), None)
