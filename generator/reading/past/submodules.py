"""Folders of a repository that are another's: Git keeps of each no more than the name of a commit."""

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Place, Problem
from generator.locale import say
from generator.reading.past.git import run
from generator.reading.plan_files import shown
from generator.store.paths import real

_SUBMODULE = b"160000 "
"""How git-ls-files begins an entry that is a commit of another repository."""


def submodules(folder: Path, *names: str) -> set[str]:
    """Those below a folder, or at some names in it and below, by their paths from there; none where Git tells none."""
    listed = (run(folder, "ls-files", "--stage", "-z", "--", *names).output or b"").split(b"\0")
    return {os.fsdecode(entry.partition(b"\t")[2]) for entry in listed if entry.startswith(_SUBMODULE)}


def is_another_repository(folder: Path) -> bool:
    """Whether a folder is the top of a repository, or stands for one that was not fetched."""
    return os.path.lexists(folder / ".git") or (_is_empty(folder) and folder.name in submodules(folder.parent))


def not_fetched(folder: Path, *names: str) -> Iterator[str]:
    """Those whose folder is empty, at and below some names or, without a name, all: in one that was fetched, too."""
    for path in sorted(submodules(folder, *names)):
        inside = folder / path
        if _is_empty(inside):
            yield path
        elif os.path.lexists(inside / ".git") and real(inside) == real(folder) / path:
            yield from (f"{path}/{below}" for below in not_fetched(inside))


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def another_repository(path: str) -> Problem:
    """What is wrong with a folder of plans that is a submodule."""
    folder = shown(path)
    return Problem(
        "letak-berkas",
        Place(folder, 1, 1, 1, 1),
        say("folder `{folder}` submodul Git: isi dan riwayatnya di repositori lain", folder=folder),
        help=say(
            "ambil isinya dengan `git submodule update --init`, lalu simpan di sini: `git rm --cached {folder}`,"
            " hapus `{folder}/.git`, `git add {folder}`",
            folder=shlex.quote(folder),
        ),
    )
