"""Which changes move a promise: between what a plan last promised and what it says in a version.

The rule is the plan format's: start and end, the budget of a year and phase before realisation, ceilings, targets and
outputs, milestones, the decree, the owner, and that something is in the plan at all. A draft promises nothing, but that
a plan in force becomes one moves all that it promised; what was unknown was not promised. Money spent is no promise,
nor is a new phase that leaves the plan figure as it was.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain, groupby

from generator.model.activity import Activity
from generator.model.address import PlanAddress
from generator.model.changes import Change, facts, plan_changes
from generator.model.changes.shapes import EntryFact, Exchange, FieldFact, as_sum
from generator.model.changes.subject import by_id
from generator.model.description import item_tables
from generator.model.history.former_entries import told_again, turns
from generator.model.history.promised import Promised, is_draft
from generator.model.history.unsaid import NOT_PROMISED, Slot, followed, recalled, says_nothing, slot
from generator.model.money import BudgetYear, Total, by_year, planned, year_order
from generator.model.plan import Plan
from generator.model.terms import Phase
from generator.model.values import Quarter

_MEASURED = ("kesenjangan", "indikator_kinerja")
"""The lists of what has a unit, which is promised where a number is."""
_REMOVED = (facts.EntryRemoved, facts.MilestoneRemoved, facts.OutputRemoved)


@dataclass(frozen=True, kw_only=True)
class PlanFigureMoved(Exchange[Total]):
    """The plan figure of an activity for a year: of its latest phase before `realisasi`."""

    kind = "anggaran-rencana-bergeser"
    year: BudgetYear


def moves(
    address: PlanAddress, promised: Promised, before: Plan | None, after: Plan | None, changes: Sequence[Change]
) -> tuple[Change, ...]:
    """The promises that a version moves. `changes` are those against the version before; an `after` that is `None` is
    a plan that was taken down.
    """
    if promised.plan is None:
        return ()
    if after is not None and is_draft(after):
        return tuple(change for change in changes if isinstance(change, facts.PlanStatusChanged))
    if after is None:
        return tuple(change for change in changes if isinstance(change, facts.PlanRemoved))
    then = promised.against(after)
    told = changes if then is before else plan_changes(address, then, after)
    turned = turns(then, after)
    unsaid = {slot(each): each for each in followed(promised.unsaid, turned)}
    priced = {each.item for each in promised.unsaid if isinstance(each, PlanFigureMoved)}
    figures = {(each.item, each.year, each.before, each.after): each for each in _figures(address, then, after, priced)}
    valued = _with_a_value(then)
    counted = valued | {(key, each.item) for each in unsaid.values() for key in _MEASURED}
    kept = [each for each in told if not _in_figures(each, figures) and not _counts_nothing(each, counted)]
    again = tuple(told_again(address, after, promised.formers, turned))
    known = set(kept) if again else ()
    every = chain(kept, (each for each in again if each not in known))
    moved = (change if _lets_go(change, valued) else _move(change, unsaid) for change in every)
    promised_figures = (each for each in _not_only_named(figures.values(), priced) if not _was_unknown(each, unsaid))
    return (*(each for each in moved if each), *(_from_promised(each, unsaid) for each in promised_figures))


def _move(change: Change, unsaid: Mapping[Slot, Change]) -> Change | None:
    """The promise that a change moves, from what was last promised; `None` where it moves none."""
    again = _from_promised(change, unsaid)
    if moves_a_promise(again):
        return again
    return change if recalled(change, unsaid) else None


def _from_promised(change: Change, unsaid: Mapping[Slot, Change]) -> Change:
    """A change from what was last promised. It stands as it is where that is the same: that it was unknown was told."""
    again = recalled(change, unsaid)
    return again if isinstance(again, Exchange) and again.before != again.after else change


def broken(before: Plan, after: Plan, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Those of the changes between two states of a plan that move a promise; a draft promises nothing."""
    if not changes or is_draft(before):
        return ()
    moved = frozenset(moves(changes[0].plan, Promised(before), before, after, changes))
    figures = {(each.item, each.year) for each in moved if isinstance(each, PlanFigureMoved)}
    return tuple(
        change
        for change in changes
        if change in moved
        or (
            isinstance(change, facts.BudgetChanged)
            and change.phase is not Phase.REALISED
            and (change.item, change.year) in figures
        )
    )


def moves_a_promise(change: Change) -> bool:
    """Whether a change against what is promised moves a promise, as the plan format counts them."""
    match change:
        case facts.Rescheduled():  # a quarter in the place of its year moves nothing
            return change.before not in NOT_PROMISED and change.quarters != 0
        case facts.TargetMoved():
            return not says_nothing(change.before) or _has_another_year(change)
        case facts.OwnerChanged():
            return change.before not in NOT_PROMISED  # to name a date where none was known is to promise it
        case facts.BudgetChanged():  # without a phase it is promised as the plan figure of its year alone
            return change.phase not in (None, Phase.REALISED) and not says_nothing(change.before)
        case facts.ActivityRemoved():
            return True
        case facts.ItemRemoved():
            return change.collection in _promised_lists()
        case FieldFact():
            kept = last_day(change.before) == last_day(change.after) is not None
            return change.promise and change.before not in NOT_PROMISED and not kept
        case EntryFact():
            return change.promise and isinstance(change, _REMOVED)
    return False


def _has_another_year(change: facts.TargetMoved) -> bool:
    """Whether the year of a target moved; it is promised, known what is to be reached or not."""
    was, now = change.before, change.after
    return was is not None and was.year not in NOT_PROMISED and (now is None or now.year != was.year)


def last_day(value: object) -> date | None:
    """By which day something is promised for a day, a quarter or a year."""
    return value.last_day if isinstance(value, Quarter) else value if isinstance(value, date) else None


def _with_a_value(plan: Plan) -> Set[tuple[str, str]]:
    """The lists and ids of what holds a number that is promised: a target, or the most that may be spent."""
    gaps = {("kesenjangan", gap.id) for gap in plan.gaps if gap.target and _is_known(gap.target.value)}
    indicators = {("indikator_kinerja", each.id) for each in plan.indicators if _is_known(*each.targets.values())}
    parents = {("kegiatan_induk", each.id) for each in plan.parent_activities if _is_known(*each.ceilings.values())}
    return gaps | indicators | parents


def _is_known(*values: object) -> bool:
    """Whether any of them is promised."""
    return any(value not in NOT_PROMISED for value in values)


def _lets_go(change: Change, valued: Container[tuple[str, str]]) -> bool:
    """Whether a promise is taken out with what holds it."""
    if isinstance(change, facts.GapClosed):
        return change.recorded and ("kesenjangan", change.item) in valued
    return isinstance(change, facts.ItemRemoved) and (change.collection, change.item) in valued


def _counts_nothing(change: Change, counted: Container[tuple[str, str]]) -> bool:
    """Whether a fact is about how something is measured that was promised nowhere."""
    if not isinstance(change, facts.FieldChanged) or change.collection not in _MEASURED:
        return False
    return (change.collection, change.item) not in counted


@cache
def _promised_lists() -> frozenset[str]:
    """The lists of items from which taking one out breaks a promise."""
    return frozenset(table.name for table in item_tables().values() if table.field and table.field.promise)


def _in_figures(change: Change, figures: Container[tuple[object, ...]]) -> bool:
    """Whether the move of the plan figure of the same year tells it already."""
    if not isinstance(change, facts.BudgetChanged):
        return False
    return (change.item, change.year, change.before, change.after or Total()) in figures


def _figures(address: PlanAddress, before: Plan, after: Plan, priced: Container[str]) -> Iterator[PlanFigureMoved]:
    """The moves of plan figures; of the activities `priced` before, also where no sum is known any more."""
    old = by_id(before.activities)
    for activity in after.activities:
        was = old.get(activity.id)
        if was is None or was.budget == activity.budget or not (_has_figure(was) or was.id in priced):
            continue
        one, other = by_year(planned(was)), by_year(planned(activity))
        for year in sorted(one.keys() | other.keys(), key=year_order):
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


def _not_only_named(figures: Iterable[PlanFigureMoved], priced: Container[str]) -> Iterator[PlanFigureMoved]:
    """Those of activities of which more is told than what was not known of money without a year. What gets its year
    may be a promise that was told no more, of those `priced` before: that moves."""
    for item, of_an_item in groupby(figures, lambda each: each.item):
        own = tuple(of_an_item)
        if item in priced or not _names_only(own):
            yield from own


def _names_only(own: Sequence[PlanFigureMoved]) -> bool:
    """Whether money of an activity got its year and nothing else came or went, be it a sum that is open; or whether
    sums of which neither was known got year and amount, where nothing was promised yet."""
    years = [each for each in own if each.year is not None]
    if len(years) == len(own) or any(
        each.after.amount < each.before.amount or each.after.missing < each.before.missing for each in years
    ):
        return False
    gained = sum(each.after.amount - each.before.amount for each in own)
    opened = sum(each.after.missing - each.before.missing for each in own)
    return gained == opened == 0 or (opened < 0 and all(says_nothing(each.before) for each in own))


def _was_unknown(figure: PlanFigureMoved, unsaid: Container[Slot]) -> bool:
    """Whether a sum was said to be unknown, or left open, and was never promised."""
    return says_nothing(figure.before) and not figure.before.is_empty and slot(figure) not in unsaid


def _has_figure(activity: Activity) -> bool:
    """Whether any sum was promised yet: the first one to be named moves nothing."""
    return any(isinstance(money.amount, int) for money in planned(activity))
