"""The ledger: every move of a promise with the reason that was given for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from generator.model.changes import Change
from generator.model.changes.shapes import FieldFact
from generator.model.history.reasons import Reason, reason_for
from generator.model.history.record import LedgerEntry, Version
from generator.model.plan import Plan

PlanReason = tuple[str, date, str]
"""Item, day and text of an `alasan_perubahan`."""


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
    places = {id(change): place for place, change in enumerate(version.changes)}
    moved = tuple(places[id(move)] for move in moves if id(move) in places)
    return LedgerStep(version, moved, tuple(move for move in moves if id(move) not in places), reasons, messages)


def reasons_in(plan: Plan) -> frozenset[PlanReason]:
    """The reasons a plan gives (`alasan_perubahan`), by item and day."""
    return frozenset((entry.item, entry.day, entry.reason) for entry in plan.change_reasons)


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
    ever = frozenset[PlanReason]().union(*(step.reasons for step in steps))
    taken: set[PlanReason] = set()
    for step in steps:
        day = step.version.day
        fresh, known = step.reasons - known, step.reasons
        moved = {move.item for move in step.moves}
        for move in step.moves:
            since = last_move.get(move.item, date.min)
            own = [each for each in ever if is_about(each, move)]
            reason = newest(each for each in own if each in fresh) or newest(
                each for each in own if since < each[1] <= day
            )
            taken.update(each for each in own if each in fresh or since < each[1] <= day)
            reason = reason or reason_for(move.item, step.messages, moved)
            told.append(LedgerEntry(day, step.version.commit, move, reason))
        last_move |= {move.item: day for move in step.moves}
    return tuple(_later(told, ever - taken))


def _later(told: Sequence[LedgerEntry], left: frozenset[PlanReason]) -> Iterator[LedgerEntry]:
    """The entries, where none was given with the reason among those `left` that was written down afterwards."""
    for number, entry in enumerate(told):
        if entry.reason is None and left:
            following = (each.day for each in told[number + 1 :] if each.change.item == entry.change.item)
            until = min((day for day in following if day > entry.day), default=date.max)
            own = (each for each in left if entry.day < each[1] <= until and is_about(each, entry.change))
            entry = replace(entry, reason=newest(own))
        yield entry


def reasons_for(
    moved: Sequence[Change], before: Plan, after: Plan, messages: Iterable[Reason]
) -> dict[Change, str | None]:
    """The reason of each promise that a proposal moves: one that is new in the plan, else one in its messages."""
    fresh = reasons_in(after) - reasons_in(before)
    items, told = {move.item for move in moved}, tuple(messages)
    return {
        move: newest(each for each in fresh if is_about(each, move)) or reason_for(move.item, told, items)
        for move in moved
    }


def is_about(reason: PlanReason, move: Change) -> bool:
    """Whether a plan's reason is about what was moved: its item, or for what has no id the key of the field."""
    item = reason[0].lower()
    if move.item and item == move.item.lower():
        return True
    return isinstance(move, FieldFact) and move.collection in ("", "cetak_biru") and item in move.path


def newest(reasons: Iterable[PlanReason]) -> str | None:
    """The text of the newest of some reasons."""
    return max(reasons, key=lambda each: each[1:], default=("", date.min, None))[2]
