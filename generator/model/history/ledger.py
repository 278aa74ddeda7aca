"""Which changes move a promise, and the reason that was given for each.

A promise is an end date, the plan figure of a year, a target, or that something is in the plan at all.
Money spent (`realisasi`) is no promise, nor is a new phase that leaves the plan figure as it was.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain
from typing import NamedTuple

from generator.model.activity import Activity
from generator.model.address import PlanAddress
from generator.model.changes import Change
from generator.model.changes.facts import ActivityRemoved, EndMoved, Exchange, ItemRemoved, TargetMoved, as_sum
from generator.model.description import item_tables
from generator.model.history.record import LedgerEntry, Version
from generator.model.money import Total, by_year, planned
from generator.model.plan import Plan
from generator.model.values import UNKNOWN

_LONGEST_REASON = 300
_MAY_NAME_A_PERSON = re.compile(r"@|\d{10}")


@dataclass(frozen=True, kw_only=True)
class PlanFigureMoved(Exchange[Total]):
    """The plan figure of an activity for a year: of its latest phase before `realisasi`."""

    kind = "anggaran-rencana-bergeser"
    year: int | None


class Step(NamedTuple):
    """A version with what only the ledger needs: moves of promises, and the reasons its plan and commit give."""

    version: Version
    moves: tuple[Change, ...]
    reasons: frozenset[tuple[str, date, str]]
    commit_reason: str


def moves(
    before: Plan | None, after: Plan | None, changes: Sequence[Change], away: Mapping[str, Activity]
) -> tuple[Change, ...]:
    """The changes between two versions that move a promise; no version means that the plan was deleted.

    `away` are activities that an earlier version had and the one before has not. One that comes back is
    compared with what it last promised: leaving the plan for a while makes no new promise of it.
    """
    if not changes or after is None:
        return ()
    address = changes[0].plan
    kept = (change for change in changes if before and _moves_a_promise(change))
    ends = (_returned(address, away[activity.id], activity) for activity in after.activities if activity.id in away)
    last = {**away, **{activity.id: activity for activity in (before.activities if before else ())}}
    return (*kept, *chain.from_iterable(ends), *_figures(address, last, after))


def _returned(address: PlanAddress, last: Activity, now: Activity) -> Iterator[Change]:
    if last.end is not UNKNOWN and last.end != now.end:
        yield EndMoved(plan=address, item=now.id, name=now.name, before=last.end, after=now.end)


def _moves_a_promise(change: Change) -> bool:
    match change:
        case EndMoved():
            return change.before is not UNKNOWN  # to name a date where none was known is to promise it
        case TargetMoved():
            return change.before is not None
        case ItemRemoved():
            return change.collection in _promised_lists()
    return isinstance(change, ActivityRemoved)


@cache
def _promised_lists() -> frozenset[str]:
    """The lists of items from which taking one out breaks a promise."""
    return frozenset(table.name for table in item_tables().values() if table.field and table.field.promise)


def _figures(address: PlanAddress, old: Mapping[str, Activity], after: Plan) -> Iterator[Change]:
    for activity in after.activities:
        was = old.get(activity.id)
        if was is None or was.budget == activity.budget:
            continue
        one, other = by_year(planned(was)), by_year(planned(activity))
        for year in sorted(one.keys() | other.keys(), key=lambda each: each or 9999):
            figures = as_sum(one.get(year, Total())), as_sum(other.get(year, Total()))
            if figures[0] != figures[1]:
                yield PlanFigureMoved(
                    plan=address,
                    item=activity.id,
                    name=activity.name,
                    year=year,
                    before=figures[0],
                    after=figures[1],
                )


def reasons_in(plan: Plan) -> frozenset[tuple[str, date, str]]:
    """The reasons a plan gives (`alasan_perubahan`), by item and day."""
    return frozenset((entry.item, entry.day, entry.reason) for entry in plan.change_reasons)


def entries(steps: Sequence[Step]) -> tuple[LedgerEntry, ...]:
    """The ledger. The reason of a move is, in this order:

    what the plan says about the item in the same version for the first time; else what it says, in this
    or any later version, dated after the item's move before this one and not after this one; else the
    `Alasan:` trailer of the commit. An older reason is never taken for a newer move.
    """
    told: list[LedgerEntry] = []
    last_move: dict[str, date] = {}
    known: frozenset[tuple[str, date, str]] = frozenset()
    ever = frozenset[tuple[str, date, str]]().union(*(step.reasons for step in steps))
    for step in steps:
        day = step.version.day
        fresh, known = step.reasons - known, step.reasons
        for move in step.moves:
            since = last_move.get(move.item, date.min)
            fitting = [each for each in ever if each[0] == move.item and since < each[1] <= day]
            given = [each for each in fresh if each[0] == move.item] or fitting
            reason = max(given, key=lambda each: each[1:])[2] if given else _of_commit(step)
            told.append(LedgerEntry(day, step.version.commit, move, reason))
        last_move |= {move.item: day for move in step.moves}
    return tuple(told)


def _of_commit(step: Step) -> str | None:
    text = "".join(character for character in step.commit_reason if character.isprintable()).strip()
    if not text or len(text) > _LONGEST_REASON or _MAY_NAME_A_PERSON.search(text):
        return None
    return text
