"""What stood in the place of a change and what stands there now, as cells: a value where it is one, else words."""

from typing import Any

from generator.data.column import cell
from generator.data.comma_separated import Value
from generator.model.changes import Change, facts
from generator.model.changes.shapes import (
    ActivityFact,
    EntryFact,
    Exchange,
    ItemFact,
    MoneyShare,
    PlanFact,
    ProgressReport,
    TargetValue,
)
from generator.model.history.continuation import ActivityContinued
from generator.model.money import UNDIVIDED, Total
from generator.model.unknown import UNKNOWN
from generator.pages.words.changes import ChangeWords

_CAME = (
    facts.PlanPublished,
    facts.ActivityAdded,
    facts.ItemAdded,
    facts.EntryAdded,
    facts.MilestoneAdded,
    facts.OutputAdded,
)


def exchanged(change: Change, told: ChangeWords) -> tuple[Value, Value]:
    """The old and the new value: rupiah, a number, a day, a quarter (`2027-T4`) or a word of the format as a plan
    writes it; of what came or went its money, its name, or what it said.
    """
    match change:
        case Exchange():
            return _value(change.before, told), _value(change.after, told)
        case ActivityContinued():
            return f"{change.earlier} {change.activity}", change.item
        case PlanFact() | ActivityFact():
            value = _value(change.money, told)
        case ItemFact():
            value = change.name
        case EntryFact():
            value = told.values(change)
        case _:
            return None, None
    return (None, value) if isinstance(change, _CAME) else (value, None)


def _value(value: Any, told: ChangeWords) -> Value:
    match value:
        case Total() if value.is_empty:
            return None
        case Total() if not value.known:
            return str(UNKNOWN.value)
        case Total() if value.complete:
            return value.amount
        case TargetValue():
            return _value(value.value, told)
        case ProgressReport():
            return _value(value.percent, told)
        case Total() | MoneyShare():
            return told.value(value)
        case tuple() if any(isinstance(each, MoneyShare) for each in value):
            return told.value(value)
        case _ if value is UNDIVIDED:
            return str(UNDIVIDED.value)
        case ():
            return None
    return cell(value)
