"""The plans that stand and came from nowhere: one of them may be what another has become, in several commits."""

from functools import partial
from math import inf

from generator.reading.past.bearers import Bearers, Came
from generator.reading.past.identity import Identify, Identity
from generator.reading.past.lines import Line
from generator.reading.past.steps import Commit
from generator.reading.past.tenures import AT_ONCE

_MOST = 200
"""Newcomers of one institution that are looked at, the newest; it may have 50 plans."""


class Newcomers:
    """Each is read when the first plan leaves, and again while it does not tell which institution it is of."""

    def __init__(self, identify: Identify) -> None:
        self._identify = identify
        self._lines: set[Line] = set()
        self._untold: dict[Line, None] = {}
        self._unasked: set[Line] = set()
        self._by_code: dict[tuple[str, str], list[Line]] = {}

    def __contains__(self, line: object) -> bool:
        return line in self._lines

    def add(self, line: Line) -> None:
        """A plan that came from nowhere, also where it comes to another address."""
        self._lines.add(line)
        self._untold[line] = None
        self._unasked.add(line)
        if line.versions:
            self._told(line)

    def remove(self, line: Line) -> None:
        """A plan that left, or goes on with another."""
        self._lines.discard(line)
        self._untold.pop(line, None)
        self._unasked.discard(line)

    def tells_now(self, line: Line) -> bool:
        """Whether a newcomer tells which institution it is of for the first time, in its last version."""
        if line not in self._unasked or (line in self._untold and not self._told(line)):
            return False
        self._unasked.remove(line)
        before = ((each.address, each.blobs) for each in line.versions[:-1] if each.blobs)
        return not any(self._identify(*each) for each in before)

    def read(self) -> None:
        """See which institutions those are of that did not tell it, before it is asked what plans that leave became."""
        for line in list(self._untold):
            self._told(line)

    def successor(self, left: Line, commit: Commit, bearers: Bearers) -> Line | None:
        """The newcomer that a plan has become which leaves in a commit: of the same institution and years, it came
        while that stood, to another folder, where a code that stands twice keeps it from being published; or with the
        period prolonged; or piece by piece. Of several that of its name, of most of its years, which came at once
        before, with most of its files, which came last. None of another name where a plan of one very institution
        stands in a folder of its own, and none that is nearer to such a plan."""
        own = left.identity(self._identify)
        if own is None:
            return None
        code = own.scheme, own.code
        began = self._told_first(left, own)
        alike = self._by_code[code] = [line for line in self._by_code.get(code, ()) if line in self._lines]

        def is_another(line: Line, told: Identity) -> bool:
            """Whether it has another name, while a plan of this one, or of its own that is as near, stands in a folder
            of its own, or one of its own stood before this one came."""
            if told.name == own.name:
                return False
            beside, here = partial(bearers.beside, line.address), line.address.institution
            is_near = beside(told, here, came=Came(until=line.versions[0].number)) >= left.address.overlap(line.address)
            return is_near or beside(own, here) > 0 or beside(told, came=Came(until=left.versions[0].number)) > 0

        def became(line: Line) -> bool:
            told, first = line.identity(self._identify), line.versions[0].number
            return (
                told is not None
                and own.is_that(told)
                and own.is_that(self._began_as(line) or told)
                and own.is_that(left.told_before(self._identify, first) or own)
                and first > began
                and left.address.years_in_common(line.address) > 0
                and not is_another(line, told)
                and bearers.beside(line.address, own) <= left.address.overlap(line.address)
                and (
                    not left.had_beside_it(line)
                    or left.address.may_go_on_as(line.address)
                    or left.was_moved_piece_by_piece(first)
                )
            )

        def likeness(line: Line) -> tuple[bool, float, bool, int, int]:
            told, kept = line.identity(self._identify), {file.id for file in line.files}
            shared = sum(file.id in kept for file in left.files)
            is_new = commit.time_between(line.versions[0].commit) <= AT_ONCE
            years = left.address.overlap(line.address)
            return told is not None and told.name == own.name, years, is_new, shared, line.versions[0].number

        return max(filter(became, alike[-_MOST:]), key=likeness, default=None)

    def _began_as(self, line: Line) -> Identity | None:
        return next(
            filter(None, (self._identify(each.address, each.blobs) for each in line.versions if each.blobs)), None
        )

    def _told_first(self, line: Line, own: Identity) -> float:
        """The number of the commit in which it first told that it was of an institution."""
        said = ((each.number, self._identify(each.address, each.blobs)) for each in line.versions if each.blobs)
        return next((number for number, told in said if told and own.is_that(told)), inf)

    def _told(self, line: Line) -> bool:
        told = line.identity(self._identify)
        if told:
            del self._untold[line]
            self._by_code.setdefault((told.scheme, told.code), []).append(line)
        return told is not None
