"""What differs in the fields of two states of one thing, told field by field with the old and the new value.

Order and white space are no difference. What has a fact of its own is left to `comparison`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.activity import Activity
from generator.model.blueprint import Blueprint, FundingSection, Gap, Section
from generator.model.changes import facts
from generator.model.changes.entries import matched, plain, shown_by
from generator.model.changes.shapes import Change, EntryFact, FieldFact, FieldValue
from generator.model.changes.subject import ChangeSubject
from generator.model.control import Indicator
from generator.model.delivery import Milestone, Output
from generator.model.description import Field, Shape, fields
from generator.model.entity import Entity, Item
from generator.model.institution import Enactment, PlanHeader
from generator.model.inventory import Regulation, Service
from generator.model.plan import Plan

_TOLD_APART: dict[type[Entity], frozenset[str]] = {
    Activity: frozenset(("name", "start", "end", "status", "stage", "owners", "closes", "budget", "progress")),
    Gap: frozenset(("target",)),
    Indicator: frozenset(("targets",)),
    Service: frozenset(("stage_target", "target_year")),
    Regulation: frozenset(("year", "status")),
    PlanHeader: frozenset(("status", "updated")),  # the file's own date goes with every other change
    Plan: frozenset(("format_version",)),
}
_DECREE = (Enactment, ("form", "number", "year", "day"))
_KINDS: dict[tuple[type[Entity], str], type[FieldFact]] = {
    (Milestone, "when"): facts.MilestoneMoved,
    (Output, "quantity"): facts.OutputMoved,
    (Output, "yearly"): facts.OutputMoved,
    (FundingSection, "ceilings"): facts.CeilingMoved,
    **{(_DECREE[0], name): facts.DecreeChanged for name in _DECREE[1]},
}
_ENTRIES: dict[type[Entity], tuple[type[EntryFact], type[EntryFact]]] = {
    Milestone: (facts.MilestoneAdded, facts.MilestoneRemoved),
    Output: (facts.OutputAdded, facts.OutputRemoved),
}


def field_changes(
    about: ChangeSubject,
    one: Entity | None,
    other: Entity | None,
    path: tuple[str, ...] = (),
    entry: tuple[FieldValue, ...] = (),
) -> Iterator[Change]:
    """Every field that differs between two states of an entity; a state that is absent has nothing in any field."""
    entity = other if one is None else one
    if entity is None or one is other:
        return
    model = type(entity)
    apart = _TOLD_APART.get(model, frozenset())
    for field in fields(model):
        if field.name in apart or (field.group and (field.group is Blueprint or issubclass(field.group, Item))):
            continue  # told elsewhere: to compare a plan's lists of items once more would take as long as all the rest
        before, after = getattr(one, field.name, None), getattr(other, field.name, None)
        if before == after:
            continue
        way = (*path, field.key)
        kind = _KINDS.get((model, field.name), facts.FieldChanged)
        if field.shape is Shape.BY_YEAR:
            was, now = before or {}, after or {}
            for year in sorted(was.keys() | now.keys()):
                yield from _moved(about, kind, field, (was.get(year), now.get(year)), (*way, str(year)), entry)
        elif field.group is None:
            yield from _moved(about, kind, field, (before, after), way, entry)
        elif field.shape is Shape.ONE:
            yield from field_changes(about, before, after, way, entry)
        else:
            yield from entry_changes(about, before or (), after or (), way, promise=field.promise)


def _moved(
    about: ChangeSubject,
    kind: type[FieldFact],
    field: Field,
    values: tuple[Any, Any],
    path: tuple[str, ...],
    entry: tuple[FieldValue, ...],
) -> Iterator[Change]:
    before, after = values
    if plain(before) != plain(after):
        promise = field.promise or kind is not facts.FieldChanged
        yield kind(**about.within, path=path, entry=entry, promise=promise, before=before, after=after)


def entry_changes(
    about: ChangeSubject,
    before: tuple[Entity, ...],
    after: tuple[Entity, ...],
    path: tuple[str, ...],
    *,
    promise: bool = False,
) -> Iterator[Change]:
    """Entries of a list without ids that came, went, or say something else."""
    for one, other in matched(before, after):
        if one is not None and other is not None:
            yield from field_changes(about, one, other, path, shown_by(other))
            continue
        entity = other if one is None else one
        assert entity is not None
        added, removed = _ENTRIES.get(type(entity), (facts.EntryAdded, facts.EntryRemoved))
        kind = added if one is None else removed
        written = ((field.key, getattr(entity, field.name)) for field in fields(type(entity)))
        values = tuple((key, _hashable(value)) for key, value in written if value not in (None, (), {}))
        kept = promise or type(entity) in _ENTRIES
        yield kind(**about.within, path=path, entry=shown_by(entity), values=values, promise=kept)


def section_changes(about: ChangeSubject, one: Section | None, other: Section | None) -> Iterator[Change]:
    """Fields of a section that is filled in both states, and the ceilings that may stand in an empty one."""
    if one == other:
        return
    both = one is not None and other is not None and not one.is_empty and not other.is_empty
    for change in field_changes(about, one, other):
        if both or isinstance(change, facts.CeilingMoved):
            yield change


def _hashable(values: Any) -> Any:
    if isinstance(values, Mapping):
        return tuple((str(key), _hashable(value)) for key, value in values.items())
    if isinstance(values, tuple) and not hasattr(values, "_fields"):
        return tuple(_hashable(each) for each in values)
    return values
