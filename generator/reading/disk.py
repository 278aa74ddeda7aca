"""The plans below a folder of the disk, and whatever there keeps one from being read.

Nothing that stands there stops the reading of anything else: a folder or file that cannot be opened, that is no
file, or that leads elsewhere is told at its path.
"""

import errno
import os
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from generator.diagnostics import Place, Problem
from generator.locale import Message, say
from generator.model.address import PlanAddress
from generator.reading.addresses import DEEPEST, INSTITUTION, address_of, plan_around
from generator.reading.limits import MAXIMUM_ENTRIES, too_much, too_wide
from generator.reading.past.sparse import left_out, plans_not_checked_out
from generator.reading.past.submodules import another_repository, submodules
from generator.reading.plan_files import PlanFiles, RawFile, group, may_be_plan_file, shown
from generator.reading.text import MAXIMUM_BYTES
from generator.store.opening import Unopened, content
from generator.store.paths import real
from generator.store.refusals import why

_BESIDE_A_NAME = len("100644 ") + len("\0") + 20


class OnDisk(NamedTuple):
    """Every plan, what belongs to no plan, and the institutions whose folder cannot be opened."""

    plans: list[PlanFiles]
    problems: list[Problem]
    closed: frozenset[str] = frozenset()


@dataclass
class _Walk:
    """What stands below the folder of plans, by path: files, those of them that are `links`, what is `shut`, with the
    problem of each: a folder that cannot be looked into, and what stands where one is wanted; and `others`, folders
    that may be another repository's: an empty one, which Git makes for nothing else, too. In the folders `wide`, those
    of institutions or the one of all, there is more than Git is asked to tell of."""

    files: dict[str, Path] = field(default_factory=dict)
    links: set[str] = field(default_factory=set)
    shut: dict[str, Problem] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    wide: set[str] = field(default_factory=set)


def on_disk(root: Path, base: Path, within: Path | None = None) -> OnDisk:
    """Every plan below `root`, and what cannot be read as one; paths are told relative to `base`, the folder of
    the repository.

    Only the folder `within`, or that one file, is looked at where it is given; it stands below `root`. Raises
    `OSError` where `root` itself cannot be opened.
    """
    try:
        prefix = real(root).relative_to(real(base)).as_posix()
    except ValueError:
        prefix = root.as_posix()
    seen = _look(root, prefix, within or root)
    plans, problems = group(seen.files, prefix)
    unread: dict[PlanAddress, list[Problem]] = {}
    shut: set[str] = set()
    known = submodules(root) if seen.others else ()
    seen.shut |= {path: another_repository(path) for path in seen.others if "/".join(_below(path, prefix)) in known}
    absent = plans_not_checked_out(root, within or root)
    gone = sorted({name for name, *_ in absent if not (root / name).is_dir()})
    apart = ("/".join((prefix, *parts[:2])) for parts in absent if parts[0] not in gone)
    seen.shut |= {path: left_out([path]) for path in apart}
    for path, problem in seen.shut.items():
        parts = _below(path, prefix)
        if address := _plan_at(parts):
            unread.setdefault(address, []).append(replace(problem, plan=str(address)))
        else:
            shut |= {parts[0]} if len(parts) == 1 else set()
            problems.append(problem)
    problems += [left_out([f"{prefix}/{name}" for name in gone])] if gone else []
    problems += map(too_wide, sorted(seen.wide))
    for problem in problems:
        if problem.plan:
            unread.setdefault(PlanAddress(*problem.plan.split("/")), []).append(problem)
    told = [_plan(address, paths, seen, root, unread) for address, paths in _limited(plans, seen, unread).items()]
    told += [PlanFiles(address, (), tuple(own)) for address, own in unread.items() if address not in plans]
    problems = [problem for problem in problems if not problem.plan]
    return OnDisk(sorted(told, key=lambda plan: plan.address), problems, frozenset(shut.union(gone)))


def _below(path: str, prefix: str) -> tuple[str, ...]:
    return tuple(path.removeprefix(f"{prefix}/").split("/"))


def _plan_at(parts: tuple[str, ...]) -> PlanAddress | None:
    """The plan that would be read from a folder or a file at a place."""
    if len(parts) != 2:
        return None
    stem, _, ending = parts[1].partition(".")
    return address_of((parts[0], stem, "x.yaml")) if ending in ("", "yaml", "yml", "json") else None


def _look(root: Path, prefix: str, start: Path) -> _Walk:
    seen = _Walk()
    if start != root and not start.is_dir():
        path = f"{prefix}/{start.relative_to(root).as_posix()}"
        return _Walk({path: start}, {path} if start.is_symlink() else set())
    waiting = [start]
    counted: Counter[str] = Counter()
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
            seen.shut[shown(inside)] = unopened(shown(inside), why(error))
            continue
        own = () if folder == root else _below(inside, prefix)
        if len(own) < DEEPEST or plan_around(own):
            whole = shown("/".join((prefix, *own[:1])))
            counted[whole] += len(found) if 0 < len(own) < DEEPEST else 0
            if counted[whole] > MAXIMUM_ENTRIES or _in_git(found) > MAXIMUM_BYTES:
                seen.wide.add(whole)
        if folder != root and (not found or any(entry.name == ".git" for entry in found)):
            seen.others.append(inside)
        for entry in found:
            path = f"{inside}/{entry.name}"
            if entry.name.startswith("."):
                continue
            parts = _below(path, prefix)
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
                if _plan_at(parts) and "." in entry.name:
                    seen.shut[path] = unopened(path, why(IsADirectoryError(errno.EISDIR, "")))
            elif entry.is_symlink() and _is_folder(entry):
                # A link out of the folder would publish whatever it leads to; one inside it, the same plan twice.
                if len(parts) < 3:
                    seen.shut[shown(path)] = _link(shown(path), prefix)
            elif _is_for_a_folder(parts) and (len(parts) == 1 or not _is_file(entry)):
                seen.shut[path] = unopened(path, say("di tempat ini seharusnya ada folder"))
            elif may_be_plan_file(parts):
                seen.files[path] = Path(entry.path)
                seen.links |= {path} if entry.is_symlink() else set()
    return seen


def _in_git(found: "list[os.DirEntry[str]]") -> int:
    """The bytes in which Git tells what stands in a folder: for each the mode, the name and the id."""
    return sum(len(os.fsencode(entry.name)) + _BESIDE_A_NAME for entry in found)


def _is_for_a_folder(parts: tuple[str, ...]) -> bool:
    """Whether an institution's or a plan's folder would have this name."""
    return bool(INSTITUTION.fullmatch(parts[0]) if len(parts) == 1 else _plan_at(parts) and "." not in parts[1])


def _is_file(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False


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
    whole: dict[str, list[int]] = {}
    for address, own in sizes.items():
        whole.setdefault(address.institution, []).append(sum(own))
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
        if path in seen.links:
            wrong.append(_is_link(path, address))
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


def _is_link(path: str, address: PlanAddress) -> Problem:
    return Problem(
        "letak-berkas",
        Place(path, 1, 1, 1, 1),
        say("`{berkas}` hanya tautan ke berkas lain: Git tidak menyimpan isinya di sini", berkas=path),
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
