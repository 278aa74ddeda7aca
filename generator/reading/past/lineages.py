"""Which plan is which through time: by the institution's code, not by the name of its folder.

A plan that comes to a new address is the one that left its old address, in the same commit or before, if both are of
one institution (`kode` and `skema_kode`) and their periods overlap. So a folder that is renamed with edits in the same
commit, a period that is prolonged, and a plan that was away keep their past, and a plan for the next period begins one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple, TypeAlias

from generator.model.address import PlanAddress
from generator.reading.past.contents import Blob
from generator.reading.past.repository import Commit, CommitFiles
from generator.reading.plan_files import group

Identity: TypeAlias = tuple[str, str]
"""Scheme and code of an institution."""

Identify: TypeAlias = Callable[[PlanAddress, tuple[Blob, ...]], Identity | None]
"""Reads the identity from a plan's files; `None` where they do not tell it."""


class PlanVersion(NamedTuple):
    """The files of a plan after a commit, the `number`th of the line; none when it was taken down."""

    commit: Commit
    number: int
    address: PlanAddress
    blobs: tuple[Blob, ...]


@dataclass(eq=False)
class _Line:
    """One plan through time. `files` are its newest, also when it is gone."""

    versions: list[PlanVersion] = field(default_factory=list)
    files: tuple[Blob, ...] = ()

    @property
    def address(self) -> PlanAddress:
        return self.versions[-1].address


class _Change(NamedTuple):
    """What a commit did to the files at an address."""

    before: tuple[Blob, ...]
    after: tuple[Blob, ...]


def lineages(steps: Iterable[CommitFiles], root: str, identify: Identify) -> dict[PlanAddress, tuple[PlanVersion, ...]]:
    """Every plan's versions, the oldest first, by the address at which it stands or last stood.

    Of several that left the same address, only the last is kept, and none where another plan stands today.
    """
    here: dict[PlanAddress, _Line] = {}
    gone: list[_Line] = []
    for number, commit, changed in _touched(steps, root):
        for line, address, files in _settled(changed, here, gone, identify):
            line.files = files or line.files
            line.versions.append(PlanVersion(commit, number, address, files))
    found = {line.address: tuple(line.versions) for line in gone}
    found |= {address: tuple(line.versions) for address, line in here.items()}
    return dict(sorted(found.items()))


def _touched(steps: Iterable[CommitFiles], root: str) -> Iterable[tuple[int, Commit, dict[PlanAddress, _Change]]]:
    present: dict[PlanAddress, dict[str, str]] = {}
    owners: dict[str, PlanAddress | None] = {}
    for number, (commit, files) in enumerate(steps):
        before: dict[PlanAddress, tuple[Blob, ...]] = {}
        for path, blob in files.items():
            if path not in owners:
                owners[path] = next(iter(group([path], root)[0]), None)
            address = owners[path]
            if address is None:
                continue
            own = present.setdefault(address, {})
            if address not in before:
                before[address] = _blobs(own)
            if blob is None:
                own.pop(path, None)
            else:
                own[path] = blob
        yield number, commit, {address: _Change(old, _blobs(present[address])) for address, old in before.items()}


def _blobs(files: Mapping[str, str]) -> tuple[Blob, ...]:
    return tuple(Blob(path, blob) for path, blob in sorted(files.items()))


def _settled(
    changed: Mapping[PlanAddress, _Change], here: dict[PlanAddress, _Line], gone: list[_Line], identify: Identify
) -> Iterator[tuple[_Line, PlanAddress, tuple[Blob, ...]]]:
    """Each plan that a commit changed, where it stands and with what; `here` and `gone` are brought up to date."""
    left = [address for address, (before, after) in changed.items() if before and not after]
    came = [address for address, (before, after) in changed.items() if after and not before]
    replaced = _replaced(changed, left, identify)
    free = {address: here.pop(address) for address in (*left, *replaced)}
    waiting = _Waiting((*free.values(), *gone), identify) if came or replaced else None
    for address in sorted((*came, *replaced)):
        files = changed[address].after
        # Where nothing waits, nothing can have come from elsewhere, and no file need be read.
        line = waiting.take(address, files, free) if waiting else None
        if line is None and address in replaced and free[address] not in here.values():
            line = free[address]  # an institution may put its code right
        here[address] = line or _Line()
    gone[:] = [line for line in (*gone, *free.values()) if line not in here.values()]
    for address, line in free.items():
        if line in gone:
            yield line, address, ()
    for address, (_, after) in changed.items():
        if after:
            yield here[address], address, after


class _Waiting:
    """The plans that left their address, by the institution they are of."""

    def __init__(self, lines: Iterable[_Line], identify: Identify) -> None:
        self._identify = identify
        self._lines: dict[Identity | None, list[_Line]] = {}
        self._nobody = True
        for line in lines:
            self._nobody = False
            self._lines.setdefault(identify(line.address, line.files), []).append(line)

    def take(self, address: PlanAddress, files: tuple[Blob, ...], free: Mapping[PlanAddress, _Line]) -> _Line | None:
        """The plan that stands at an address now and was elsewhere, or away, before; it waits no longer."""
        if self._nobody:
            return None
        own = self._identify(address, files)
        contents = {blob.id for blob in files}

        def shared(line: _Line) -> int:
            return len(contents & {blob.id for blob in line.files})

        def likeness(line: _Line) -> tuple[int, ...]:
            years = address.years_in_common(line.address)
            return line.address == address, line.address in free, years, shared(line), line.versions[-1].number

        # What cannot be read may still be the same, where it stands or by a file.
        unread = self._lines.get(None, []) if own else chain.from_iterable(self._lines.values())
        fitting = [line for line in unread if line.address == address or shared(line)]
        fitting += self._lines.get(own, []) if own else []
        found = max((line for line in fitting if address.years_in_common(line.address)), key=likeness, default=None)
        for lines in self._lines.values():
            if found in lines:
                lines.remove(found)
        return found


def _replaced(changed: Mapping[PlanAddress, _Change], left: list[PlanAddress], identify: Identify) -> list[PlanAddress]:
    """Addresses at which another institution stands now: two folders exchanged names, or took each other's."""
    moving = {blob.id: address for address, (before, after) in changed.items() for blob in before if blob not in after}
    return [
        address
        for address, (before, after) in changed.items()
        if before
        and after
        and (left or any(moving.get(blob.id, address) != address for blob in after))
        and None not in (identities := {identify(address, before), identify(address, after)})
        and len(identities) > 1
    ]
