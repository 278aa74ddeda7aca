"""Comparing plans as plans: items are matched by their id, so order, layout and files do not matter."""

from collections.abc import Iterator, Mapping

from generator.model.activity import Activity
from generator.model.address import PlanAddress
from generator.model.blueprint import Gap
from generator.model.changes import facts
from generator.model.changes.activities import activity_changes
from generator.model.changes.facts import KINDS
from generator.model.changes.fields import field_changes, section_changes
from generator.model.changes.shapes import Change, EntryFact, FieldFact, TargetValue, as_sum
from generator.model.changes.subject import ChangeSubject, by_id, pairs
from generator.model.description import item_tables
from generator.model.edition import Edition
from generator.model.entity import Item
from generator.model.money import plan_total
from generator.model.natural_order import Natural, natural
from generator.model.plan import Plan
from generator.model.portfolio import Portfolio
from generator.model.terms import Phase, SectionKey

_ORDER = {kind: order for order, kind in enumerate(KINDS)}


def changes(before: Portfolio | None, after: Portfolio | None) -> tuple[Change, ...]:
    """Every difference between two states of all plans; `None` is a state without plans."""
    old, new = _editions(before), _editions(after)
    came_from = _moved(old, new)
    left = set(came_from.values())
    return tuple(
        change
        for address in sorted((old.keys() | new.keys()) - left)
        for origin in (came_from.get(address, address),)
        for change in plan_changes(address, _plan(old.get(origin)), _plan(new.get(address)), origin)
    )


def plan_changes(
    address: PlanAddress, before: Plan | None, after: Plan | None, origin: PlanAddress | None = None
) -> tuple[Change, ...]:
    """Every difference between two states of one plan, in the order of `KINDS` and then by item.

    `origin` is where the plan stood before, if it has another address now.
    """
    found: list[Change] = []
    if before and after and origin is not None and origin != address:
        found.append(facts.PlanMoved(plan=address, name=after.header.title, before=origin, after=address))
    if before is not after:
        found += _differences(address, before, after)
    return tuple(sorted(found, key=_place_in_order))


def _moved(old: Mapping[PlanAddress, Edition], new: Mapping[PlanAddress, Edition]) -> dict[PlanAddress, PlanAddress]:
    """Where plans stood before that have another address now: of one institution, and with years in common."""
    left = {address: old[address] for address in sorted(old.keys() - new.keys())}
    found: dict[PlanAddress, PlanAddress] = {}
    for address in sorted(new.keys() - old.keys()):
        own = _identity(new[address])
        fitting = [
            (address.years_in_common(other), other)
            for other, edition in left.items()
            if _identity(edition) == own and address.years_in_common(other)
        ]
        if fitting:
            found[address] = max(fitting)[1]
            del left[found[address]]
    return found


def _identity(edition: Edition) -> tuple[str, str]:
    institution = edition.plan.institution
    return institution.code_scheme.value, institution.code


def _differences(address: PlanAddress, before: Plan | None, after: Plan | None) -> Iterator[Change]:
    if before is None or after is None:
        plan = after or before
        kind = facts.PlanPublished if after else facts.PlanRemoved
        if plan is not None:
            yield kind(
                plan=address,
                name=plan.header.title,
                institution=plan.institution.name,
                activities=len(plan.activities),
                money=as_sum(plan_total(plan.activities)),
            )
        return
    old, new = before.header, after.header
    if old.status is not new.status:
        yield facts.PlanStatusChanged(plan=address, name=new.title, before=old.status, after=new.status)
    yield from activity_changes(address, before, after, _closed(before) ^ _closed(after))
    yield from _gaps(address, before, after)
    yield from _targets(address, before, after)
    yield from _regulations(address, before, after)
    yield from _sections(address, before, after)
    yield from _other_items(address, before, after)
    yield from field_changes(ChangeSubject(address, name=new.title), before, after)


def _gaps(plan: PlanAddress, before: Plan, after: Plan) -> Iterator[Change]:
    old, new = by_id(before.gaps), by_id(after.gaps)
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
    for one, other in pairs(before.gaps, after.gaps):
        goals = (TargetValue(gap.target.value, gap.target.year) if gap.target else None for gap in (one, other))
        yield from ChangeSubject(plan, other.id, other.text).moved(facts.TargetMoved, *goals)
    for first, second in pairs(before.indicators, after.indicators):
        for year in first.targets.keys() | second.targets.keys():
            goals = (
                TargetValue(each.targets[year], year) if year in each.targets else None for each in (first, second)
            )
            yield from ChangeSubject(plan, second.id, second.name).moved(facts.TargetMoved, *goals, year=year)
    for was, now in pairs(before.services, after.services):
        goals = (
            TargetValue(service.stage_target, service.target_year)
            if (service.stage_target, service.target_year) != (None, None)
            else None
            for service in (was, now)
        )
        yield from ChangeSubject(plan, now.id, now.name).moved(facts.TargetMoved, *goals)


def _regulations(plan: PlanAddress, before: Plan, after: Plan) -> Iterator[Change]:
    for one, other in pairs(before.regulations, after.regulations):
        what = ChangeSubject(plan, other.id, other.title)
        yield from what.moved(facts.RegulationMoved, one.year, other.year)
        yield from what.moved(facts.RegulationStatusChanged, one.status, other.status)


def _sections(plan: PlanAddress, before: Plan, after: Plan) -> Iterator[Change]:
    old, new = _filled(before), _filled(after)
    for section in new - old:
        yield facts.SectionFilled(plan=plan, item=section.value, section=section)
    for section in old - new:
        yield facts.SectionEmptied(plan=plan, item=section.value, section=section)
    for (section, one), (_, other) in zip(before.blueprint, after.blueprint, strict=True):
        yield from section_changes(ChangeSubject(plan, section.value, collection="cetak_biru"), one, other)


def _other_items(plan: PlanAddress, before: Plan, after: Plan) -> Iterator[Change]:
    for kind, table in item_tables().items():
        if kind is Activity:
            continue
        was, now = by_id(table.entries(before)), by_id(table.entries(after))
        if was == now:
            continue
        for one, other in pairs(was.values(), now.values()):
            if one != other:
                yield from field_changes(ChangeSubject(plan, other.id, _name(other), table.name), one, other)
        if kind is Gap:
            continue
        for item in now.keys() - was.keys():
            yield facts.ItemAdded(plan=plan, item=item, name=_name(now[item]), collection=table.name)
        for item in was.keys() - now.keys():
            yield facts.ItemRemoved(plan=plan, item=item, name=_name(was[item]), collection=table.name)


def _place_in_order(change: Change) -> tuple[int, Natural, int, int, str]:
    year, phase, field = 0, 0, ""
    if isinstance(change, FieldFact | EntryFact):
        field = repr((change.path, change.entry))
    if isinstance(change, facts.BudgetChanged):
        year = change.year if isinstance(change.year, int) else 9999
        phase = list(Phase).index(change.phase) if change.phase else -1
    elif isinstance(change, facts.TargetMoved):
        goal = change.after or change.before
        year = goal.year if goal and isinstance(goal.year, int) else 9999
    return _ORDER[type(change)], natural(change.item), year, phase, field


def _editions(portfolio: Portfolio | None) -> dict[PlanAddress, Edition]:
    return {edition.address: edition for edition in portfolio.editions} if portfolio else {}


def _plan(edition: Edition | None) -> Plan | None:
    return edition.plan if edition else None


def _name(item: Item) -> str:
    for attribute in ("name", "title", "text"):
        if value := getattr(item, attribute, None):
            return str(value)
    return item.id


def _closed(plan: Plan) -> set[str]:
    return {gap for activity in plan.activities for gap in activity.closes}


def _filled(plan: Plan) -> set[SectionKey]:
    return {which for which, section in plan.blueprint if section is not None and not section.is_empty}
