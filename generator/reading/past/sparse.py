"""Files that Git has and left out of the folder (`git sparse-checkout`): not read, and not gone."""

import os
from collections.abc import Sequence
from pathlib import Path

from generator.diagnostics import Place, Problem
from generator.locale import say
from generator.reading.past.git import run
from generator.reading.plan_files import may_be_plan_file, shown

_LEFT_OUT = b"S "
"""How git-ls-files marks what is not to be in the folder (skip-worktree)."""


def not_checked_out(base: Path, *names: str) -> list[str]:
    """Those at and below some names in a folder, by their paths from there; none where Git tells none."""
    listed = (run(base, "ls-files", "-t", "-z", "--", *names).output or b"").split(b"\0")
    paths = (os.fsdecode(entry.removeprefix(_LEFT_OUT)) for entry in listed if entry.startswith(_LEFT_OUT))
    return [path for path in paths if not os.path.lexists(base / path)]


def plans_not_checked_out(root: Path, within: Path) -> list[tuple[str, ...]]:
    """Files of plans below `root`, and in that part of it, by the names on the way there."""
    absent = (root.parent / path for path in not_checked_out(root.parent, root.name))
    names = (path.relative_to(root).parts for path in absent if path.is_relative_to(within))
    return [parts for parts in names if len(parts) > 1 and may_be_plan_file(parts)]


def left_out(paths: Sequence[str]) -> Problem:
    """What is wrong with folders or files that are not there, which is told once."""
    first = shown(paths[0])
    one = say("`{tempat}` ada dalam Git, tetapi tidak di folder ini (sparse checkout)", tempat=first)
    many = say(
        "{jumlah} folder lembaga ada dalam Git, tetapi tidak di folder ini (sparse checkout), antara lain `{tempat}`",
        jumlah=len(paths),
        tempat=first,
    )
    return Problem(
        "tidak-dapat-dibuka",
        Place(first, 1, 1, 1, 1),
        many if len(paths) > 1 else one,
        help=say("ambil semuanya dengan `git sparse-checkout disable`"),
    )
