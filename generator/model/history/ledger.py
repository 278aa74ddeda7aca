"""The ledger: every move of a promise with the reason that was given for it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from generator.model.changes import Change
from generator.model.history.plan_reasons import PlanReason, PlanReasons, reasons_in, subjects
from generator.model.history.reasons import Reason, ReasonsTold
from generator.model.history.record import LedgerEntry, Version
from generator.model.plan import Plan


class LedgerStep(NamedTuple):
    """A version with what only the ledger needs: moves of promises, and the reasons its plan and commits give.

    The moves are the changes of the version at the places `moved`, and `more` that are no change against the version
    before: nothing is kept twice.
    """

    version: Version
    moved: tuple[int, ...]
    more: tuple[Change, ...]
    reasons: frozenset[PlanReason]
    messages: tuple[Reason, ...]

    @property
    def moves(self) -> tuple[Change, ...]:
        """Every move of a promise."""
        return (*(self.version.changes[place] for place in self.moved), *self.more)


def step_of(
    version: Version, moves: Sequence[Change], reasons: frozenset[PlanReason], messages: tuple[Reason, ...]
) -> LedgerStep:
    """A version with its moves."""
    places = {change: place for place, change in enumerate(version.changes)} if moves else {}
    moved = tuple(places[move] for move in moves if move in places)
    return LedgerStep(version, moved, tuple(move for move in moves if move not in places), reasons, messages)


def entries(steps: Sequence[LedgerStep]) -> tuple[LedgerEntry, ...]:
    """The ledger. The reason of a move is, in this order:

    what the plan says about the item in the same version for the first time; else what it says, in this
    or any later version, dated after the item's move before this one and not after this one; else what the
    messages of its commits say; else what the plan says later, dated before the next move of the item. An older reason
    is never taken for a newer move.
    """
    told: list[LedgerEntry] = []
    last_move: dict[str, date] = {}
    known: frozenset[PlanReason] = frozenset()
    every = frozenset[PlanReason]().union(*(step.reasons for step in steps))
    ever, left = PlanReasons(every), PlanReasons(every)
    for step in steps:
        day, moves = step.version.day, step.moves
        fresh, known = PlanReasons(step.reasons - known), step.reasons
        messages = ReasonsTold(step.messages, (move.item for move in moves))
        for move in moves:
            since = last_move.get(move.item, date.min)
            reason = fresh.newest(move) or ever.newest(move, since, day) or messages.about(move.item)
            left.drop(move, since, day)
            told.append(LedgerEntry(day, step.version.commit, move, reason))
        left.drop_those({item for move in moves for item in subjects(move)}, fresh)
        last_move |= {move.item: day for move in moves}
    return tuple(_later(told, left))


def _later(told: Sequence[LedgerEntry], left: PlanReasons) -> Iterator[LedgerEntry]:
    """The entries, where none was given with the reason among those `left` that was written down afterwards."""
    untils: list[date] = []
    following: dict[str, list[date]] = {}
    for entry in reversed(told):
        days = following.setdefault(entry.change.item, [])
        place = bisect_right(days, entry.day)
        untils.append(days[place] if place < len(days) else date.max)
        if days[place - 1 : place] != [entry.day]:
            days.insert(place, entry.day)
    for entry, until in zip(told, reversed(untils), strict=True):
        yield entry if entry.reason else replace(entry, reason=left.newest(entry.change, entry.day, until))


def reasons_for(
    moved: Sequence[Change], before: Plan, after: Plan, messages: Iterable[Reason]
) -> dict[Change, str | None]:
    """The reason of each promise that a proposal moves: one that is new in the plan, else one in its messages."""
    fresh = PlanReasons(reasons_in(after) - reasons_in(before))
    told = ReasonsTold(messages, (move.item for move in moved))
    return {move: fresh.newest(move) or told.about(move.item) for move in moved}
