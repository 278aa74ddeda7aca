"""How budget lines are read: the plan figure and the actual figure of a year, and sums that know what they lack.

The rule is the plan format's: a line is one phase of one year; the *plan* of a year is its latest
phase before `realisasi`, the *actual* is `realisasi`, and phases are never added to each other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, TypeAlias

from generator.model.activity import Activity
from generator.model.costs import BudgetLine
from generator.model.terms import CostKind, FundingSource, Phase
from generator.model.values import UNKNOWN, Unknown, YearRange


class Undivided(Enum):
    """What stands for a year where money of several years is not divided among them yet."""

    UNDIVIDED = "belum_dibagi"

    def __repr__(self) -> str:
        return "UNDIVIDED"


UNDIVIDED = Undivided.UNDIVIDED

BudgetYear: TypeAlias = int | Undivided | None
"""A year in which money is counted, `UNDIVIDED`, or `None` where the year is not known."""

_ORDER = {phase: order for order, phase in enumerate(Phase)}


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of whole rupiah: of `known` amounts, while `missing` ones that belong in it are not known.

    A sum of nothing is not zero rupiah: see `is_empty`.
    """

    amount: int = 0
    known: int = 0
    missing: int = 0

    @property
    def complete(self) -> bool:
        """Whether every amount that belongs in the sum is known."""
        return not self.missing

    @property
    def is_empty(self) -> bool:
        """Whether nothing was recorded at all."""
        return not self.known and not self.missing

    def __add__(self, other: "Total") -> "Total":
        return Total(self.amount + other.amount, self.known + other.known, self.missing + other.missing)


def total(amounts: Iterable[int | Unknown | None]) -> Total:
    """The sum of amounts; those that are unknown or not recorded leave it incomplete."""
    amount = known = missing = 0
    for each in amounts:
        if isinstance(each, int):
            amount += each
            known += 1
        else:
            missing += 1
    return Total(amount, known, missing)


class Money(NamedTuple):
    """What one budget line contributes: a plan or an actual figure, by year and source of funds.

    `position` is the line's index in the activity's `anggaran`, for its place in the file.
    `year`, `amount`, `source` and `cost_kind` may be unknown or not recorded.
    """

    activity: Activity
    position: int
    line: BudgetLine

    @property
    def is_actual(self) -> bool:
        """Whether this is money spent (`realisasi`) rather than money planned."""
        return self.line.phase is Phase.REALISED

    @property
    def year(self) -> int | YearRange | Unknown | None:
        return self.line.year

    @property
    def counted_in(self) -> BudgetYear:
        """The column of a table by year in which it stands."""
        return budget_year(self.line)

    @property
    def amount(self) -> int | Unknown | None:
        return self.line.amount

    @property
    def source(self) -> FundingSource | Unknown | None:
        return self.line.source

    @property
    def cost_kind(self) -> CostKind | Unknown | None:
        return self.line.cost_kind


def planned(activity: Activity) -> list[Money]:
    """The lines that make the plan figure: of each year those of its latest phase before `realisasi`.

    A year may have several lines in one phase (several sources); a line without a phase counts as the
    earliest, a line without a known year stands for itself. A range of years is as a year of its own: what is not
    divided yet comes on top of what the years in it have.
    """
    lines = [money for money in _lines(activity) if not money.is_actual]
    latest: dict[object, int] = {}
    for money in lines:
        latest[money.year] = max(latest.get(money.year, -1), _rank(money.line))
    return [money for money in lines if money.year in (None, UNKNOWN) or _rank(money.line) == latest[money.year]]


def actual(activity: Activity) -> list[Money]:
    """The lines of money spent."""
    return [money for money in _lines(activity) if money.is_actual]


def plan_total(activities: Iterable[Activity]) -> Total:
    """The plan figure of activities over all years."""
    return total(money.amount for activity in activities for money in planned(activity))


def actual_total(activities: Iterable[Activity]) -> Total:
    """The actual figure of activities over all years."""
    return total(money.amount for activity in activities for money in actual(activity))


def has_funds(activity: Activity) -> bool:
    """Whether any line names money from a source other than `belum_ada`."""
    return any(line.source is not FundingSource.NONE_YET for line in activity.budget)


def _lines(activity: Activity) -> Iterator[Money]:
    for position, line in enumerate(activity.budget):
        yield Money(activity, position, line)


def _rank(line: BudgetLine) -> int:
    return _ORDER[line.phase] if line.phase is not None and line.phase is not UNKNOWN else 0


def budget_year(line: BudgetLine) -> BudgetYear:
    """Under which year a line is counted."""
    if isinstance(line.year, YearRange):
        return UNDIVIDED
    return line.year if isinstance(line.year, int) else None


def year_order(year: BudgetYear) -> tuple[int, int]:
    """Sorts years: known ones first, then what is not divided, then what has no known year."""
    return (0, year) if isinstance(year, int) else (2 if year is None else 1, 0)


def by_year(lines: Sequence[Money]) -> dict[BudgetYear, Total]:
    """Totals by year in order."""
    sums: dict[BudgetYear, Total] = {}
    for money in lines:
        sums[money.counted_in] = sums.get(money.counted_in, Total()) + total([money.amount])
    return dict(sorted(sums.items(), key=lambda entry: year_order(entry[0])))
