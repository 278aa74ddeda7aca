"""The reasons that plans give for the moves of their promises (`alasan_perubahan`), found by what they are about."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from generator.model.changes import Change
from generator.model.changes.shapes import FieldFact
from generator.model.plan import Plan

PlanReason: TypeAlias = tuple[str, date, str]
"""Item, day and text of an `alasan_perubahan`."""

_Dated: TypeAlias = tuple[date, str]


def reasons_in(plan: Plan) -> frozenset[PlanReason]:
    """The reasons a plan gives."""
    return frozenset((entry.item, entry.day, entry.reason) for entry in plan.change_reasons)


def subjects(move: Change) -> frozenset[str]:
    """By what a reason may name what was moved, in small letters: its item, or for what has no id the key of the
    field.
    """
    return frozenset(_subjects(move))


def _subjects(move: Change) -> Iterator[str]:
    if move.item:
        yield move.item.lower()
    if isinstance(move, FieldFact) and move.collection in ("", "cetak_biru"):
        yield from move.path  # keys of the format are in small letters


class PlanReasons:
    """Reasons by what they are about and by their day: what is asked does not grow with what is not about it."""

    def __init__(self, reasons: Iterable[PlanReason]) -> None:
        found: dict[str, set[_Dated]] = {}
        for item, day, text in reasons:
            found.setdefault(item.lower(), set()).add((day, text))
        self._dated = {item: sorted(own) for item, own in found.items()}

    def newest(self, move: Change, after: date | None = None, until: date = date.max) -> str | None:
        """The text of the newest reason about a move that is dated after a day and not after another."""
        found = []
        for item in subjects(move):
            own = self._dated.get(item, [])
            first, end = _between(own, after, until)
            found += own[end - 1 : end] if first < end else []
        return max(found)[1] if found else None

    def drop(self, move: Change, after: date, until: date) -> None:
        """Forget those about a move that are dated after a day and not after another."""
        for item in subjects(move):
            own = self._dated.get(item, [])
            first, end = _between(own, after, until)
            del own[first:end]

    def drop_those(self, items: Iterable[str], others: "PlanReasons") -> None:
        """Forget those about some items that are among others too."""
        for item in items:
            own = self._dated.get(item, [])
            for told in others._dated.get(item, ()):
                place = bisect_left(own, told)
                if own[place : place + 1] == [told]:
                    del own[place]


def _between(own: list[_Dated], after: date | None, until: date) -> tuple[int, int]:
    first = 0 if after is None else bisect_right(own, after, key=_day)
    return first, bisect_right(own, until, lo=first, key=_day)


def _day(told: _Dated) -> date:
    return told[0]
