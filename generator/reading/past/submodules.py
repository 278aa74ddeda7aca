"""Folders of a repository that are another's: Git keeps of each no more than the name of a commit."""

import os
from pathlib import Path

from generator.reading.past.git import run

_SUBMODULE = b"160000 "
"""How git-ls-files begins an entry that is a commit of another repository."""


def submodules(folder: Path) -> set[str]:
    """Those below a folder, by their paths from there; none where Git does not tell."""
    listed = (run(folder, "ls-files", "--stage", "-z").output or b"").split(b"\0")
    return {os.fsdecode(entry.partition(b"\t")[2]) for entry in listed if entry.startswith(_SUBMODULE)}
