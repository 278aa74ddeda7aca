"""A promise that one plan hands over to the next (`lanjutan_dari`): it counts from the day on which it was first made.

Else the next plan would be the best place to hide a delay. What was done has been kept, and an activity that goes on
with it promises something new. Nor may the plan before be one: what an activity promised itself, before anybody could
read that it goes on with another, stays its first promise.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.model.activity import Activity
from generator.model.address import PlanAddress
from generator.model.changes import Change, facts
from generator.model.changes.fields import entry_changes
from generator.model.changes.shapes import Exchange, as_sum
from generator.model.changes.subject import ChangeSubject
from generator.model.history.promises import moves_a_promise
from generator.model.history.record import FirstPromise, History, LedgerEntry
from generator.model.history.unsaid import says_nothing
from generator.model.money import Total, plan_total
from generator.model.plan import Plan
from generator.model.quarter import Quarter, quarters_between
from generator.model.terms import ActivityStatus

_PERIOD = re.compile(r"(?:(?P<institution>[^/]+)/)?(?P<period>[0-9]{4}-[0-9]{4})/?")


@dataclass(frozen=True, kw_only=True)
class ActivityContinued(Change):
    """An activity goes on with an `activity` of the plan at the address `earlier`."""

    kind = "kegiatan-dilanjutkan"
    earlier: PlanAddress
    activity: str


@dataclass(frozen=True, kw_only=True)
class BudgetContinued(Exchange[Total]):
    """What an activity was to cost in the plan at the address `earlier`, and what it is to cost in this one."""

    kind = "anggaran-dilanjutkan"
    earlier: PlanAddress


class Handover(NamedTuple):
    """What an earlier plan's activity hands over to the activity `item`: what it promised first, how often that was
    moved until a version of the new plan took it over, and the moves of it that this version makes.
    """

    item: str
    promise: FirstPromise
    entries: tuple[LedgerEntry, ...]
    moves: tuple[Change, ...]

    def no_later_than(self, own: FirstPromise) -> "Handover | None":
        """What counts of it beside what the activity promised first itself: an end that was to be sooner. `None` where
        it was not: of what was written down afterwards, or by another institution, any delay could be made none.
        """
        entries = tuple(each for each in self.entries if isinstance(each.change, facts.EndMoved))
        moves = tuple(each for each in self.moves if isinstance(each, facts.EndMoved))
        quarters = quarters_between(self.promise.end, own.end)
        is_known = isinstance(self.promise.end, Quarter) and bool(entries or moves)
        if not is_known or (quarters is not None and quarters <= 0):
            return None
        return Handover(self.item, self.promise._replace(schedule_only=True), entries, moves)

    def resumed(self, own: FirstPromise, address: PlanAddress) -> facts.EndMoved | None:
        """The move of an end that was known no more when it was handed over, or when it was taken over, to that which
        the new plan named first; `None` where it was known."""
        every = (*(each.change for each in self.entries), *self.moves)
        last = next((each for each in reversed(every) if isinstance(each, facts.EndMoved)), None)
        if last is None or isinstance(last.after, Quarter) or not isinstance(own.end, Quarter):
            return None
        before = last.before if quarters_between(last.before, own.end) else last.after
        return facts.EndMoved(plan=address, item=self.item, name=own.name, before=before, after=own.end)


def origin(plan: Plan, activity: Activity) -> tuple[str, str] | None:
    """The plan and the activity that an activity goes on with, as they are written; a period alone is that of the plan
    which its own plan follows (`melanjutkan`), if that has it.
    """
    told, followed = activity.continues, plan.header.continues or ""
    if told is None:
        return None
    return followed if followed.strip("/").endswith(f"/{told.plan}") else told.plan, told.activity


def plan_named(name: str, by: PlanAddress) -> PlanAddress | None:
    """The plan of an earlier period that the plan `by` means by its period or address; `None` for anything else."""
    named = _PERIOD.fullmatch(name)
    found = PlanAddress(named["institution"] or by.institution, named["period"]) if named else None
    return found if found and found.years < by.years else None


def taken_over(address: PlanAddress, new: Activity, earlier: PlanAddress, old: Activity) -> tuple[Change, ...]:
    """What a plan makes of an activity that it goes on with; empty where that was done."""
    if old.status is ActivityStatus.DONE:
        return ()
    continued = ActivityContinued(plan=address, item=new.id, name=new.name, earlier=earlier, activity=old.id)
    return (continued, *_moved(ChangeSubject(address, new.id, new.name, "kegiatan"), old, new, earlier))


def _moved(about: ChangeSubject, old: Activity, new: Activity, earlier: PlanAddress) -> Iterator[Change]:
    """The moves of its end, its money, and of what it is to deliver in all and to show by a day."""
    waiting = tuple(milestone for milestone in old.milestones if milestone.reached is None)
    found = (
        *about.moved(facts.EndMoved, old.end, new.end),
        *entry_changes(about, waiting, new.milestones, ("tonggak",)),
        *entry_changes(about, old.outputs, new.outputs, ("keluaran",)),
    )
    yield from (each for each in found if moves_a_promise(each) and not _is_of_a_year(each))
    money = as_sum(plan_total([old])), as_sum(plan_total([new]))
    if money[0] != money[1] and not says_nothing(money[0]):
        yield BudgetContinued(**about.common, before=money[0], after=money[1], earlier=earlier)


def _is_of_a_year(change: Change) -> bool:
    """Whether a fact is about one year of an output: another plan has other years."""
    return isinstance(change, facts.OutputMoved) and "tahunan" in change.path


def handover(
    item: str,
    name: str,
    of: PlanAddress,
    earlier: History,
    activity: str,
    number: int,
    changes: tuple[Change, ...] = (),
) -> Handover | None:
    """What an activity of the plan `of` hands over in the version `number`, to an item and its name, which makes the
    `changes` of it; `None` where nothing was promised.
    """
    promise = earlier.promises.get(activity)
    if promise is None:
        return None
    own = [each for each in earlier.entries_of(activity) if each.since or earlier.numbers[each.commit] <= number]
    return Handover(
        item,
        promise if promise.plan else promise._replace(plan=of, item=activity),
        tuple(replace(each, change=replace(each.change, item=item, name=name), since=each.since or of) for each in own),
        tuple(each for each in changes if not isinstance(each, ActivityContinued)),
    )


def joined(history: History, handed: Sequence[Handover]) -> History:
    """The history of a plan with what earlier plans handed over to it, which comes before its own."""
    own = dict(history.promises)
    for item, promise, *_ in handed:
        own[item] = _joined(own[item], promise, history.versions[-1].number)
    before = sorted((entry for each in handed for entry in each.entries), key=lambda entry: entry.day)
    return replace(history, promises=own, entries=(*before, *history.entries))


def _joined(own: FirstPromise, handed: FirstPromise, newest: int) -> FirstPromise:
    """The first promise of an activity with that of the one which it goes on with, as far as that was told when it took
    over; of a schedule that came afterwards to where none was, nobody relies before the `newest` version.
    """
    only, number = handed.schedule_only, own.number
    has_end = isinstance(handed.end, Quarter) and (only or handed.end_number <= number)
    has_money = handed.money.known and not only and handed.money_number <= number
    came_late = newest if only and not isinstance(own.end, Quarter) else own.end_number
    return handed._replace(
        start=handed.start if isinstance(handed.start, Quarter) else own.start,
        end=handed.end if has_end else own.end,
        money=handed.money if has_money else own.money,
        original=handed.original or own.original,
        number=number,
        end_number=number if has_end and not only else came_late,
        money_number=number if has_money else own.money_number,
        continues=own.continues,
        continued=own.continued,
    )
