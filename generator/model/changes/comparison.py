"""Comparing plans as plans: items are matched by their id, so order, layout and files do not matter."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from operator import itemgetter
from typing import TypeVar

from generator.model.activity import Activity
from generator.model.address import PlanAddress
from generator.model.blueprint import Gap
from generator.model.changes import facts
from generator.model.changes.facts import KINDS, Change, Goal, Report, as_sum
from generator.model.description import item_tables
from generator.model.edition import Edition
from generator.model.entity import Item
from generator.model.money import Total, plan_total, total
from generator.model.plan import Plan
from generator.model.portfolio import Portfolio
from generator.model.terms import Phase, SectionKey
from generator.model.values import UNKNOWN, Unknown

T = TypeVar("T", bound=Item)

_OWN_FACTS = (Activity, Gap)
_ORDER = {kind: order for order, kind in enumerate(KINDS)}


def changes(before: Portfolio | None, after: Portfolio | None) -> tuple[Change, ...]:
    """Every difference between two states of all plans; `None` is a state without plans."""
    old, new = _editions(before), _editions(after)
    return tuple(
        change
        for address in sorted(old.keys() | new.keys())
        for change in plan_changes(address, _plan(old.get(address)), _plan(new.get(address)))
    )


def plan_changes(address: PlanAddress, before: Plan | None, after: Plan | None) -> tuple[Change, ...]:
    """Every difference between two states of one plan, in the order of `KINDS` and then by item."""
    if before is after:
        return ()
    found = list(_differences(address, before, after))
    return tuple(sorted(found, key=_place_in_order))


def _differences(address: PlanAddress, before: Plan | None, after: Plan | None) -> Iterator[Change]:
    if before is None or after is None:
        plan = after or before
        kind = facts.PlanPublished if after else facts.PlanRemoved
        if plan is not None:
            yield kind(
                plan=address,
                name=plan.header.title,
                activities=len(plan.activities),
                money=as_sum(plan_total(plan.activities)),
            )
        return
    old, new = before.header, after.header
    if old.status is not new.status:
        yield facts.PlanStatusChanged(plan=address, name=new.title, before=old.status, after=new.status)
    yield from _activities(address, before, after)
    yield from _gaps(address, before, after)
    yield from _targets(address, before, after)
    yield from _regulations(address, before, after)
    yield from _sections(address, before, after)
    yield from _other_items(address, before, after)


def _activities(plan: PlanAddress, before: Plan, after: Plan) -> Iterator[Change]:
    old, new = _by_id(before.activities), _by_id(after.activities)
    for item in new.keys() - old.keys():
        yield facts.ActivityAdded(plan=plan, item=item, name=new[item].name, money=as_sum(plan_total([new[item]])))
    for item in old.keys() - new.keys():
        yield facts.ActivityRemoved(plan=plan, item=item, name=old[item].name, money=as_sum(plan_total([old[item]])))
    was, now = _unit_names(before), _unit_names(after)
    for item in old.keys() & new.keys():
        one, other = old[item], new[item]
        if one is other:
            continue
        what = _About(plan, item, other.name)
        yield from what.moved(facts.ActivityRenamed, one.name, other.name)
        yield from what.moved(facts.StartMoved, one.start, other.start)
        yield from what.moved(facts.EndMoved, one.end, other.end)
        yield from what.moved(facts.StatusChanged, one.status, other.status)
        yield from what.moved(facts.StageChanged, one.stage, other.stage)
        yield from what.moved(facts.ProgressReported, _report(one), _report(other))
        if one.owner != other.owner:
            yield facts.OwnerChanged(
                plan=plan,
                item=item,
                name=other.name,
                before=was.get(one.owner, one.owner),
                after=now.get(other.owner, other.owner),
            )
        yield from _budget(what, one, other)


class _About:
    """What the facts about one item have in common."""

    def __init__(self, plan: PlanAddress, item: str, name: str) -> None:
        self.common = {"plan": plan, "item": item, "name": name}

    def moved(self, kind: Callable[..., Change], before: object, after: object, **more: object) -> Iterator[Change]:
        """One fact, if the two differ."""
        if before != after:
            yield kind(**self.common, before=before, after=after, **more)


def _budget(what: _About, before: Activity, after: Activity) -> Iterator[Change]:
    old, new = _phases(before), _phases(after)
    for year, phase in old.keys() | new.keys():
        amounts = old.get((year, phase)), new.get((year, phase))
        yield from what.moved(facts.BudgetChanged, *amounts, year=year, phase=phase)


def _phases(activity: Activity) -> dict[tuple[int | None, Phase | None], Total]:
    sums: dict[tuple[int | None, Phase | None], Total] = {}
    for line in activity.budget:
        year = line.year if isinstance(line.year, int) else None
        phase = line.phase if isinstance(line.phase, Phase) else None
        sums[year, phase] = sums.get((year, phase), Total()) + total([line.amount])
    return {which: as_sum(money) for which, money in sums.items()}


def _report(activity: Activity) -> Report | None:
    """The newest entry by its day, the higher percentage of one day; without any day the last one written."""
    reports = [Report(entry.day, entry.percent) for entry in activity.progress]
    dated = [
        ((report.day, report.percent if isinstance(report.percent, int) else -1), report)
        for report in reports
        if isinstance(report.day, date)
    ]
    if dated:
        return max(dated, key=itemgetter(0))[1]
    return reports[-1] if reports else None


def _gaps(plan: PlanAddress, before: Plan, after: Plan) -> Iterator[Change]:
    old, new = _by_id(before.gaps), _by_id(after.gaps)
    was, now = _closed(before), _closed(after)
    for item in old.keys() | new.keys():
        name = (new.get(item) or old[item]).text
        recorded = (item in old) != (item in new)
        if recorded:
            kind = facts.GapOpened if item in new else facts.GapClosed
        elif (item in was) != (item in now):
            kind = facts.GapOpened if item in was else facts.GapClosed
        else:
            continue
        yield kind(plan=plan, item=item, name=name, recorded=recorded)


def _targets(plan: PlanAddress, before: Plan, after: Plan) -> Iterator[Change]:
    for one, other in _pairs(before.gaps, after.gaps):
        goals = (Goal(gap.target.value, gap.target.year) if gap.target else None for gap in (one, other))
        yield from _About(plan, other.id, other.text).moved(facts.TargetMoved, *goals)
    for first, second in _pairs(before.indicators, after.indicators):
        for year in first.targets.keys() | second.targets.keys():
            goals = (Goal(each.targets[year], year) if year in each.targets else None for each in (first, second))
            yield from _About(plan, second.id, second.name).moved(facts.TargetMoved, *goals)
    for was, now in _pairs(before.services, after.services):
        goals = (
            Goal(service.stage_target, service.target_year)
            if (service.stage_target, service.target_year) != (None, None)
            else None
            for service in (was, now)
        )
        yield from _About(plan, now.id, now.name).moved(facts.TargetMoved, *goals)


def _regulations(plan: PlanAddress, before: Plan, after: Plan) -> Iterator[Change]:
    for one, other in _pairs(before.regulations, after.regulations):
        what = _About(plan, other.id, other.title)
        yield from what.moved(facts.RegulationMoved, one.year, other.year)
        yield from what.moved(facts.RegulationStatusChanged, one.status, other.status)


def _sections(plan: PlanAddress, before: Plan, after: Plan) -> Iterator[Change]:
    old, new = _filled(before), _filled(after)
    for section in new - old:
        yield facts.SectionFilled(plan=plan, item=section.value, section=section)
    for section in old - new:
        yield facts.SectionEmptied(plan=plan, item=section.value, section=section)


def _other_items(plan: PlanAddress, before: Plan, after: Plan) -> Iterator[Change]:
    for kind, table in item_tables().items():
        if kind in _OWN_FACTS:
            continue
        was, now = _by_id(table.entries(before)), _by_id(table.entries(after))
        for item in now.keys() - was.keys():
            yield facts.ItemAdded(plan=plan, item=item, name=_name(now[item]), collection=table.name)
        for item in was.keys() - now.keys():
            yield facts.ItemRemoved(plan=plan, item=item, name=_name(was[item]), collection=table.name)


def _place_in_order(change: Change) -> tuple[int, str, int, int]:
    year, phase = 0, 0
    if isinstance(change, facts.BudgetChanged):
        year = change.year or 9999
        phase = list(Phase).index(change.phase) if change.phase else -1
    elif isinstance(change, facts.TargetMoved):
        goal = change.after or change.before
        year = goal.year if goal and isinstance(goal.year, int) else 9999
    return _ORDER[type(change)], change.item, year, phase


def _editions(portfolio: Portfolio | None) -> dict[PlanAddress, Edition]:
    return {edition.address: edition for edition in portfolio.editions} if portfolio else {}


def _plan(edition: Edition | None) -> Plan | None:
    return edition.plan if edition else None


def _by_id(items: Iterable[T]) -> Mapping[str, T]:
    return {item.id: item for item in items}


def _pairs(before: Iterable[T], after: Iterable[T]) -> Iterator[tuple[T, T]]:
    old, new = _by_id(before), _by_id(after)
    return ((old[item], new[item]) for item in old.keys() & new.keys())


def _name(item: Item) -> str:
    for attribute in ("name", "title", "text"):
        if value := getattr(item, attribute, None):
            return str(value)
    return item.id


def _unit_names(plan: Plan) -> dict[str | Unknown, str | Unknown]:
    return {UNKNOWN: UNKNOWN} | {unit.id: unit.short_name or unit.name for unit in plan.units}


def _closed(plan: Plan) -> set[str]:
    return {gap for activity in plan.activities for gap in activity.closes}


def _filled(plan: Plan) -> set[SectionKey]:
    return {which for which, section in plan.blueprint if section is not None and not section.is_empty}
