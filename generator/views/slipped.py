"""What slipped: activities that are now promised for later than they were first, with the reason that is told."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.model.activity import Activity
from generator.model.address import PlanAddress
from generator.model.changes.facts import EndMoved
from generator.model.history import History, LedgerEntry
from generator.model.natural_order import Natural, natural
from generator.model.values import Known, Quarter


@dataclass(frozen=True)
class Slipped:
    """An activity whose end moved: first promise, what holds now, how many `quarters` later, and the last move of it.

    `quarters` is `None` where the end is no longer known. `reason` is that of the last move that has one, `earlier` the
    plan that promised first where that was an earlier one.
    """

    activity: Activity
    before: Quarter
    now: Known[Quarter]
    quarters: int | None
    moved: date
    reason: str | None
    earlier: PlanAddress | None = None


def slipped(activities: Iterable[Activity], history: History) -> tuple[Slipped, ...]:
    """The slipped activities of a plan: an end nobody knows any more first, then the furthest; ties by id.

    One that was moved and moved back has not slipped. Empty where the history is not known.
    """
    moves: dict[str, list[LedgerEntry]] = defaultdict(list)
    for entry in history.entries:
        if isinstance(entry.change, EndMoved):
            moves[entry.change.item].append(entry)
    found = [_slipped(activity, moves[activity.id], history) for activity in activities if activity.id in moves]
    return tuple(sorted((each for each in found if each), key=_furthest))


def _slipped(activity: Activity, moves: list[LedgerEntry], history: History) -> Slipped | None:
    first = moves[0].change
    before = first.before if isinstance(first, EndMoved) else None
    if not isinstance(before, Quarter):
        return None
    now = activity.end
    quarters = now.ordinal - before.ordinal if isinstance(now, Quarter) else None
    if quarters is not None and quarters <= 0:
        return None
    reasons = [entry.reason for entry in moves if entry.reason]
    promise = history.promises.get(activity.id)
    earlier = promise.plan if promise else None
    return Slipped(activity, before, now, quarters, moves[-1].day, reasons[-1] if reasons else None, earlier)


def _furthest(each: Slipped) -> tuple[bool, int, Natural]:
    return each.quarters is not None, -(each.quarters or 0), natural(each.activity.id)
