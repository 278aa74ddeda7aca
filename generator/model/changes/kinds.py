"""The list of all kinds of fact, and which of them are each other's opposites."""

from dataclasses import fields

from generator.model.changes.facts import (
    ActivityAdded,
    ActivityRemoved,
    ActivityRenamed,
    BudgetChanged,
    Change,
    EndMoved,
    GapClosed,
    GapOpened,
    ItemAdded,
    ItemRemoved,
    OwnerChanged,
    PlanPublished,
    PlanRemoved,
    PlanStatusChanged,
    ProgressReported,
    RegulationMoved,
    RegulationStatusChanged,
    SectionEmptied,
    SectionFilled,
    StageChanged,
    StartMoved,
    StatusChanged,
    TargetMoved,
)

KINDS: tuple[type[Change], ...] = (
    PlanPublished,
    PlanRemoved,
    PlanStatusChanged,
    ActivityAdded,
    ActivityRemoved,
    ActivityRenamed,
    StartMoved,
    EndMoved,
    BudgetChanged,
    StatusChanged,
    ProgressReported,
    OwnerChanged,
    StageChanged,
    TargetMoved,
    GapOpened,
    GapClosed,
    RegulationMoved,
    RegulationStatusChanged,
    SectionFilled,
    SectionEmptied,
    ItemAdded,
    ItemRemoved,
)
"""Every kind of fact, in the order in which a reader is told them."""

_PAIRS = (
    (PlanPublished, PlanRemoved),
    (ActivityAdded, ActivityRemoved),
    (GapOpened, GapClosed),
    (SectionFilled, SectionEmptied),
    (ItemAdded, ItemRemoved),
)
_OPPOSITES: dict[type[Change], type[Change]] = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}


def mirrored(change: Change) -> Change:
    """The fact seen from the other side: what is told when before and after are exchanged."""
    values = {each.name: getattr(change, each.name) for each in fields(change)}
    if "before" in values:
        values |= {"before": values["after"], "after": values["before"]}
    kind = _OPPOSITES.get(type(change), type(change))
    return kind(**values)
