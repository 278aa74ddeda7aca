"""What a repository holds beside the plans: whoever proposes a plan may have put it there, so it is not believed."""

import os
from pathlib import Path

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


def committed_link(folder: Path) -> Path | None:
    """A link on the way to a folder that belongs to a repository: who proposed it chose where it leads."""
    links = (place for place in (folder, *folder.parents) if place.is_symlink())
    return next((link for link in links if may_be_committed(real(link.parent) / link.name, link.parent)), None)
