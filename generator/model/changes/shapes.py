"""The shapes that facts about a change have: what each of their kinds tells, and what two facts are compared by.

An `Exchange` is its own opposite with `before` and `after` exchanged; the others come in pairs of the same shape.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Generic, NamedTuple, TypeAlias, TypeVar

from generator.model.address import PlanAddress
from generator.model.money import Total, Undivided
from generator.model.terms import SectionKey, Stage, Term
from generator.model.values import Quarter, Unknown, YearRange

Value = TypeVar("Value")


class TargetValue(NamedTuple):
    """A value to be reached and the year to reach it: of a gap, an indicator, or a service (its stage)."""

    value: Decimal | Stage | Unknown | None
    year: int | Unknown | None


class ProgressReport(NamedTuple):
    """The newest progress entry of an activity: its day and percentage."""

    day: date | Unknown | None
    percent: int | Unknown | None


@dataclass(frozen=True, kw_only=True)
class Change:
    """One difference. `item` is the id it is about, or a section's key, or empty when it is the plan itself.

    `name` is how the item is called now; a renamed item is still the same item, so names do not count
    when facts are compared.
    """

    kind: ClassVar[str]
    plan: PlanAddress
    item: str = ""
    name: str = field(default="", compare=False)


@dataclass(frozen=True, kw_only=True)
class Exchange(Change, Generic[Value]):
    """One value in the place of another."""

    before: Value
    after: Value


@dataclass(frozen=True, kw_only=True)
class PlanFact(Change):
    """About a whole plan: so many activities, and so much money over all years; `institution` is whose it is."""

    activities: int
    money: Total
    institution: str = field(default="", compare=False)


@dataclass(frozen=True, kw_only=True)
class ActivityFact(Change):
    """About a whole activity; `money` is its plan figure over all years."""

    money: Total


@dataclass(frozen=True, kw_only=True)
class GapFact(Change):
    """About a gap: `recorded` if the plan's list tells it, else the activities that close the gap do."""

    recorded: bool


@dataclass(frozen=True, kw_only=True)
class SectionFact(Change):
    """About a section of the blueprint."""

    section: SectionKey


@dataclass(frozen=True, kw_only=True)
class ItemFact(Change):
    """About an item of any other list; `collection` is the name of its table (`indikator_kinerja`)."""

    collection: str


class MoneyShare(NamedTuple):
    """What part of a sum of money is of one source, kind of cost or code."""

    of: str | Term | Unknown | None
    money: Total


FieldValue: TypeAlias = (
    str
    | int
    | bool
    | Decimal
    | date
    | Quarter
    | YearRange
    | Undivided
    | Unknown
    | Term
    | MoneyShare
    | tuple[str | Term | MoneyShare, ...]
    | None
)
"""What a field of a plan may hold, or one year of it."""


@dataclass(frozen=True, kw_only=True)
class FieldFact(Exchange[FieldValue]):
    """About one field of an item or of the plan.

    `path` are the keys that lead to it from the item, or from the top of the plan; `collection` is the key of the
    item's list. `entry` tells which entry of a list without ids by what it is known by, such as its role and year.
    `promise` is true where the format says that to change the field is to break a promise.
    """

    path: tuple[str, ...]
    collection: str = ""
    entry: tuple[FieldValue, ...] = ()
    promise: bool = False


@dataclass(frozen=True, kw_only=True)
class EntryFact(Change):
    """About an entry of a list without ids, with all it says by key; the rest as in `FieldFact`."""

    path: tuple[str, ...]
    values: tuple[tuple[str, Any], ...]
    collection: str = ""
    entry: tuple[FieldValue, ...] = ()
    promise: bool = False


def as_sum(money: Total) -> Total:
    """A total regardless of the number of lines that make it: one amount written as two is no change."""
    return Total(money.amount, min(money.known, 1), money.missing)
