"""The plans below a folder of the disk, and whatever there keeps one from being read.

Nothing that stands there stops the reading of anything else: a folder or file that cannot be opened, that is no
file, or that leads elsewhere is told at its path.
"""

import os
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.diagnostics import Place, Problem
from generator.locale import Message, say
from generator.model.address import PlanAddress
from generator.reading.limits import too_much
from generator.reading.plan_files import PlanFiles, RawFile, address_of, group, may_be_plan_file, shown
from generator.reading.text import MAXIMUM_BYTES
from generator.store.opening import Unopened, content
from generator.store.refusals import why


class OnDisk(NamedTuple):
    """Every plan, what belongs to no plan, and the institutions whose folder cannot be opened."""

    plans: list[PlanFiles]
    problems: list[Problem]
    closed: frozenset[str] = frozenset()


@dataclass
class _Walk:
    """What stands below the folder of plans, by path: files, those of them that are `links`, links to folders, and
    folders that are `shut`, with why they cannot be looked into."""

    files: dict[str, Path] = field(default_factory=dict)
    links: set[str] = field(default_factory=set)
    folder_links: list[str] = field(default_factory=list)
    shut: dict[str, Message | str] = field(default_factory=dict)


def on_disk(root: Path, base: Path, within: Path | None = None) -> OnDisk:
    """Every plan below `root`, and what cannot be read as one; paths are told relative to `base`, the folder of
    the repository.

    Only the folder `within`, or that one file, is looked at where it is given; it stands below `root`. Raises
    `OSError` where `root` itself cannot be opened.
    """
    try:
        prefix = root.resolve().relative_to(base.resolve()).as_posix()
    except ValueError:
        prefix = root.as_posix()
    seen = _look(root, prefix, within or root)
    plans, problems = group(seen.files, prefix)
    unread: dict[PlanAddress, list[Problem]] = {}
    shut: set[str] = set()
    for path, reason in seen.shut.items():
        parts = tuple(path.removeprefix(f"{prefix}/").split("/"))
        address = address_of((*parts, "x.yaml")) if len(parts) == 2 else None
        if address:
            unread.setdefault(address, []).append(unopened(path, reason, str(address)))
        else:
            shut |= {parts[0]} if len(parts) == 1 else set()
            problems.append(unopened(path, reason))
    for problem in problems:
        if problem.plan:
            unread.setdefault(PlanAddress(*problem.plan.split("/")), []).append(problem)
    told = [_plan(address, paths, seen, root, unread) for address, paths in _limited(plans, seen, unread).items()]
    told += [PlanFiles(address, (), tuple(own)) for address, own in unread.items() if address not in plans]
    problems = [problem for problem in problems if not problem.plan] + [
        _link(path, prefix) for path in seen.folder_links
    ]
    return OnDisk(sorted(told, key=lambda plan: plan.address), problems, frozenset(shut))


def _look(root: Path, prefix: str, start: Path) -> _Walk:
    seen = _Walk()
    if start != root and not start.is_dir():
        path = f"{prefix}/{start.relative_to(root).as_posix()}"
        return _Walk({path: start}, {path})
    waiting = [start]
    while waiting:
        folder = waiting.pop()
        below = folder.relative_to(root).as_posix()
        inside = prefix if below == "." else f"{prefix}/{below}"
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            if folder == root:
                raise
            seen.shut[shown(inside)] = why(error)
            continue
        for entry in found:
            path = f"{inside}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
            elif entry.is_symlink() and _is_folder(entry):
                # A link out of the folder would publish whatever it leads to; one inside it, the same plan twice.
                seen.folder_links += [shown(path)] if folder in (root, start) or folder.parent == root else []
            elif may_be_plan_file(entry.name):
                seen.files[path] = Path(entry.path)
                seen.links |= {path} if entry.is_symlink() else set()
    return seen


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _limited(
    plans: dict[PlanAddress, list[str]], seen: _Walk, unread: dict[PlanAddress, list[Problem]]
) -> dict[PlanAddress, list[str]]:
    """The plans with the files that are to be read: none of a plan that is far too large, which is told."""
    sizes = {address: [_size(seen.files[path]) for path in paths] for address, paths in plans.items()}
    whole: Counter[str] = Counter()
    for address, own in sizes.items():
        whole[address.institution] += sum(own)
    kept: dict[PlanAddress, list[str]] = {}
    for address, paths in plans.items():
        problem = too_much(address, paths[0], sizes[address], whole[address.institution])
        if problem:
            unread.setdefault(address, []).append(problem)
        kept[address] = [] if problem else paths
    return kept


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _plan(
    address: PlanAddress, paths: list[str], seen: _Walk, root: Path, unread: dict[PlanAddress, list[Problem]]
) -> PlanFiles:
    files = []
    wrong = list(unread.get(address, ()))
    for path in paths:
        if path in seen.links and not _is_inside(seen.files[path], root):
            wrong.append(_astray(path, address))
            continue
        found, wrongs = read_one(seen.files[path], path, str(address))
        files += [found] if found else []
        wrong += wrongs
    return PlanFiles(address, tuple(files), tuple(wrong))


def read_one(file: Path, path: str, plan: str = "") -> tuple[RawFile | None, tuple[Problem, ...]]:
    """A file, told as `path`; else why it cannot be read, which holds back the plan it belongs to."""
    try:
        return RawFile(path, content(file, MAXIMUM_BYTES)), ()
    except Unopened as failure:
        return None, (unopened(path, failure.reason, plan),)


def _is_inside(file: Path, root: Path) -> bool:
    try:
        return file.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # leads to nothing, or to itself
        return False


def _astray(path: str, address: PlanAddress) -> Problem:
    return Problem(
        "letak-berkas",
        Place(path, 1, 1, 1, 1),
        say("`{berkas}` hanya menunjuk ke berkas di luar folder rencana, atau ke yang tidak ada", berkas=path),
        help=say("simpan berkasnya sendiri di tempat ini"),
        plan=str(address),
    )


def _link(path: str, root: str) -> Problem:
    return Problem(
        "letak-berkas",
        Place(path, 1, 1, 1, 1),
        say("`{berkas}` hanya menunjuk ke folder lain, sehingga isinya tidak dibaca", berkas=path),
        help=say("simpan foldernya sendiri di bawah `{akar}`", akar=root),
    )


def unopened(path: str, reason: Message | str, plan: str = "") -> Problem:
    """A file or folder whose content is not known, which holds its plan back."""
    return Problem(
        "tidak-dapat-dibuka",
        Place(path, 1, 1, 1, 1),
        say("tidak dapat dibuka: {sebab}", sebab=reason),
        help=say("periksa jenis dan izin berkas atau folder ini"),
        plan=plan,
    )
