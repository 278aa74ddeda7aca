"""What was taken back: activities and other promised items that are gone, and ceilings that are lower than first."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.model.baseline_change import Promise
from generator.model.changes import facts
from generator.model.changes.shapes import FieldFact
from generator.model.description import item_lists
from generator.model.history import History, LedgerEntry
from generator.model.money import Total
from generator.model.natural_order import Natural, natural
from generator.model.plan import Plan

_REMOVED = (facts.ActivityRemoved, facts.ItemRemoved)


class Withdrawn(NamedTuple):
    """A promise that was taken back by a version of a `day`, and why if that is told.

    `what` is an activity, another item, or the ceiling of a `year`; `item` is its id, or the section's or the item's
    whose ceiling it is. `before` is the money of an activity or a ceiling, `after` the ceiling now. Small, and without
    the plan: the pages over all plans list it too.
    """

    what: Promise
    item: str
    name: str
    before: Total
    after: Total
    day: date
    reason: str | None
    year: str = ""


def withdrawn(history: History, plan: Plan) -> tuple[Withdrawn, ...]:
    """The promises of a plan that were taken back and are not made again, activities first, the newest first.

    Empty where the history is not known.
    """
    return tuple(sorted((*_removed(history, plan), *_lowered(history)), key=_order))


def _order(each: Withdrawn) -> tuple[bool, int, Natural, str]:
    return each.what is not Promise.ACTIVITY, -each.day.toordinal(), natural(each.item), each.year


def _removed(history: History, plan: Plan) -> Iterator[Withdrawn]:
    present = {item.id for _, items in item_lists(plan) for item in items}
    last = {entry.change.item: entry for entry in history.entries if isinstance(entry.change, _REMOVED)}
    for item, entry in last.items():
        change = entry.change
        if item not in present and entry.since is None:
            is_activity = isinstance(change, facts.ActivityRemoved)
            money = change.money if isinstance(change, facts.ActivityRemoved) else Total()
            what = Promise.ACTIVITY if is_activity else Promise.ITEM
            yield Withdrawn(what, item, change.name, money, Total(), entry.day, entry.reason)


def _lowered(history: History) -> Iterator[Withdrawn]:
    moves: dict[tuple[str, tuple[str, ...]], list[LedgerEntry]] = {}
    for entry in history.entries:
        change = entry.change
        if isinstance(change, FieldFact) and change.path[0] == "pagu" and entry.since is None:
            moves.setdefault((change.item, change.path), []).append(entry)
    for (item, path), own in moves.items():
        first, last = own[0].change, own[-1].change
        assert isinstance(first, FieldFact)
        assert isinstance(last, FieldFact)
        before, after = first.before, last.after
        if isinstance(before, int) and not (isinstance(after, int) and after >= before):
            now = Total(after, 1) if isinstance(after, int) else Total()
            year = path[-1]
            yield Withdrawn(Promise.CEILING, item, last.name, Total(before, 1), now, own[-1].day, own[-1].reason, year)
