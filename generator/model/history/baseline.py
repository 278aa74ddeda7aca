"""A plan of today against its first published version."""

from collections.abc import Iterator
from typing import TypeAlias

from generator.model.activity import Activity
from generator.model.baseline_change import BaselineChange, Promise
from generator.model.changes import Change
from generator.model.changes.facts import ActivityRemoved, EndMoved
from generator.model.history.continuation import BudgetContinued
from generator.model.history.promises import PlanFigureMoved
from generator.model.history.record import FirstPromise, History
from generator.model.money import Total, plan_total
from generator.model.natural_order import natural
from generator.model.plan import Plan
from generator.model.quarter import quarters_between
from generator.model.values import Quarter, Unknown

_KINDS: dict[Promise, type[Change] | tuple[type[Change], ...]] = {
    Promise.END: EndMoved,
    Promise.BUDGET: (PlanFigureMoved, BudgetContinued),
    Promise.ACTIVITY: ActivityRemoved,
}
_Difference: TypeAlias = tuple[Promise, Quarter | Unknown | Total | str, Quarter | Unknown | Total | None]


def baseline_changes(history: History, plan: Plan) -> tuple[BaselineChange, ...]:
    """Every promise of the first version that reads differently now, by activity.

    A budget is compared only where both sums are whole. What was moved and moved back is no change; what
    is not in Git yet has no commit to name and is left out.
    """
    now = {activity.id: activity for activity in plan.activities}
    return tuple(
        change
        for item, promise in sorted(history.promises.items(), key=lambda each: natural(each[0]))
        if promise.original
        for change in _changes(history, item, promise, now.get(item))
    )


def _changes(history: History, item: str, promise: FirstPromise, activity: Activity | None) -> Iterator[BaselineChange]:
    for what, before, after in _differences(promise, activity):
        moves = [entry for entry in history.entries_of(item) if isinstance(entry.change, _KINDS[what])]
        if moves:
            yield BaselineChange(item, what, before, after, moves[-1].day, moves[-1].commit, moves[-1].reason)


def _differences(promise: FirstPromise, activity: Activity | None) -> Iterator[_Difference]:
    if activity is None:
        yield Promise.ACTIVITY, promise.name, None
        return
    if activity.end != promise.end and quarters_between(promise.end, activity.end) != 0:
        yield Promise.END, promise.end, activity.end
    money = plan_total([activity])
    if _is_whole(money) and _is_whole(promise.money) and money.amount != promise.money.amount:
        yield Promise.BUDGET, promise.money, money


def _is_whole(money: Total) -> bool:
    return money.complete and not money.is_empty
