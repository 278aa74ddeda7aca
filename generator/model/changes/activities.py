"""What differs in the activities of two states of a plan."""

from collections.abc import Iterator, Mapping, Set
from datetime import date
from operator import itemgetter

from generator.model.activity import Activity
from generator.model.address import PlanAddress
from generator.model.changes import facts
from generator.model.changes.budgets import budget_changes
from generator.model.changes.fields import entry_changes, field_changes
from generator.model.changes.shapes import Change, ProgressReport, as_sum
from generator.model.changes.subject import ChangeSubject, by_id, pairs
from generator.model.delivery import Progress
from generator.model.money import plan_total
from generator.model.plan import Plan
from generator.model.values import UNKNOWN, Unknown


def activity_changes(plan: PlanAddress, before: Plan, after: Plan, about_gaps: Set[str]) -> Iterator[Change]:
    """Activities that came, went, or say something else.

    `about_gaps` are the gaps of which a fact tells that an activity now closes them, or none does any more.
    """
    old, new = by_id(before.activities), by_id(after.activities)
    for item in new.keys() - old.keys():
        yield facts.ActivityAdded(plan=plan, item=item, name=new[item].name, money=as_sum(plan_total([new[item]])))
    for item in old.keys() - new.keys():
        yield facts.ActivityRemoved(plan=plan, item=item, name=old[item].name, money=as_sum(plan_total([old[item]])))
    was, now = _unit_names(before), _unit_names(after)
    for one, other in pairs(before.activities, after.activities):
        if one == other:
            continue
        about = ChangeSubject(plan, other.id, other.name, "kegiatan")
        yield from about.moved(facts.ActivityRenamed, one.name, other.name)
        yield from about.moved(facts.StartMoved, one.start, other.start)
        yield from about.moved(facts.EndMoved, one.end, other.end)
        yield from about.moved(facts.StatusChanged, one.status, other.status)
        yield from about.moved(facts.StageChanged, one.stage, other.stage)
        yield from about.moved(facts.OwnerChanged, _owners(one, was), _owners(other, now))
        yield from field_changes(about, one, other)
        yield from budget_changes(about, one, other)
        yield from _progress(about, one, other)
        if not set(one.closes) ^ set(other.closes) <= about_gaps:
            yield facts.FieldChanged(**about.within, path=("menutup",), before=one.closes, after=other.closes)


def _progress(about: ChangeSubject, before: Activity, after: Activity) -> Iterator[Change]:
    """The newest report of each state against the other, then every other entry."""
    if before.progress == after.progress:
        return
    one, other = _newest(before), _newest(after)
    reports = _report(one), _report(other)
    rest = before.progress, after.progress
    if reports[0] != reports[1]:
        yield facts.ProgressReported(**about.common, before=reports[0], after=reports[1])
        rest = (
            tuple(each for each in before.progress if each is not one or each in after.progress),
            tuple(each for each in after.progress if each is not other or each in before.progress),
        )
    yield from entry_changes(about, *rest, ("kemajuan",))


def _newest(activity: Activity) -> Progress | None:
    """The newest entry by its day, the higher percentage of one day; without any day the last one written."""
    dated = [
        ((entry.day, entry.percent if isinstance(entry.percent, int) else -1), entry)
        for entry in activity.progress
        if isinstance(entry.day, date)
    ]
    if dated:
        return max(dated, key=itemgetter(0))[1]
    return activity.progress[-1] if activity.progress else None


def _report(entry: Progress | None) -> ProgressReport | None:
    return ProgressReport(entry.day, entry.percent) if entry else None


def _owners(activity: Activity, names: Mapping[str, str]) -> str | Unknown:
    """What the owners are called, in their order: the first of them is the one that the money is counted under."""
    return activity.owners if activity.owners is UNKNOWN else ", ".join(names.get(id, id) for id in activity.owners)


def _unit_names(plan: Plan) -> dict[str, str]:
    return {unit.id: unit.short_name or unit.name for unit in plan.units}
