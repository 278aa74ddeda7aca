"""Which files each plan has after each commit: those in their place, and those of it that stand elsewhere.

A plan of which a file stands elsewhere has not left, and what is read of it is not the whole plan.
"""

from collections.abc import Iterable, Iterator, Mapping
from heapq import nsmallest
from itertools import chain, islice
from pathlib import PurePosixPath
from typing import NamedTuple, TypeAlias, TypeVar

from generator.model.address import PlanAddress
from generator.reading.limits import MAXIMUM_FILES
from generator.reading.misplaced import folder_name
from generator.reading.past.contents import Blob
from generator.reading.past.steps import Commit, CommitFiles
from generator.reading.plan_files import astray, read_as_part_of

T = TypeVar("T")
_Files: TypeAlias = dict[PlanAddress, tuple[Blob, ...]]

_NOWHERE = ""


class FilesChanged(NamedTuple):
    """What a commit did to the files of a plan."""

    before: tuple[Blob, ...]
    after: tuple[Blob, ...]


def changes(steps: Iterable[CommitFiles], root: str) -> Iterator[tuple[int, Commit, dict[PlanAddress, FilesChanged]]]:
    """Each commit with its number and the plans below `root` that it touched."""
    standing, told = _Standing(root), _Files()
    for number, step in enumerate(steps):
        changed = {}
        for address in standing.touched(step.files):
            before, told[address] = told.get(address, ()), standing.files(address)
            if before or told[address]:
                changed[address] = FilesChanged(before, told[address])
        yield number, step.commit, changed


class _Standing:
    """What stands after the commits so far. What is astray is looked at an institution at a time, by the name that its
    folder has to have, when a commit does something there; a file in no such folder has none.
    """

    def __init__(self, root: str) -> None:
        self._root = root
        self._owners: dict[str, tuple[str, PlanAddress | None]] = {}
        self._placed: dict[str, dict[PlanAddress, dict[str, Blob]]] = {}
        self._astray: dict[str, dict[str, str]] = {}
        self._lacking: dict[str, _Files] = {}

    def files(self, address: PlanAddress) -> tuple[Blob, ...]:
        """The files of a plan, and of one that has too many to be read no more than show that."""
        own = self._placed.get(address.institution, {}).get(address, {})
        lacking = (self._lacking.get(name, {}).get(address, ()) for name in (address.institution, _NOWHERE))
        return (*(own[path] for path in nsmallest(MAXIMUM_FILES + 1, own)), *chain.from_iterable(lacking))

    def touched(self, files: Mapping[str, str | None]) -> dict[PlanAddress, None]:
        """The plans that a commit touched which did this to files; it stands from now on."""
        found: dict[PlanAddress, None] = {}
        names = dict.fromkeys([_NOWHERE])
        for path, id in files.items():
            name, address = self._owner(path)
            names[name] = None
            if address:
                found[address] = None
                _put(self._placed.setdefault(name, {}).setdefault(address, {}), path, Blob(path, id) if id else None)
            else:
                _put(self._astray.setdefault(name, {}), path, id)
        for name in names:
            before, now = self._lacking.pop(name, {}), self._lacks(name)
            found |= {address: None for address in (*before, *now) if before.get(address) != now.get(address)}
            if now:
                self._lacking[name] = now
        return found

    def _owner(self, path: str) -> tuple[str, PlanAddress | None]:
        if path not in self._owners:
            parts = PurePosixPath(path).relative_to(self._root).parts
            self._owners[path] = folder_name(parts[0]) if len(parts) > 1 else _NOWHERE, read_as_part_of(parts)
        return self._owners[path]

    def _lacks(self, name: str) -> _Files:
        """What each plan lacks of the files that are astray; as many are looked at as a plan may have."""
        found = _Files()
        elsewhere = self._astray.get(name)
        if not elsewhere:
            return found
        every = self._placed.values() if name == _NOWHERE else [self._placed.get(name, {})]
        plans = {address: files for own in every for address, files in own.items() if files}
        for path, problem in astray(islice(elsewhere, MAXIMUM_FILES), self._root, plans).items():
            if problem.plan:
                address = PlanAddress(*problem.plan.split("/"))
                found[address] = (*found.get(address, ()), Blob(path, elsewhere[path], problem))
        return found


def _put(where: dict[str, T], path: str, what: T | None) -> None:
    if what is None:
        where.pop(path, None)
    else:
        where[path] = what
