"""The budget lines of one activity, by year; a source and a kind that all lines share are told once."""

from dataclasses import dataclass
from math import inf
from typing import TypeAlias

from generator.model.activity import Activity
from generator.model.costs import BudgetLine
from generator.model.terms import CostKind, FundingSource
from generator.model.values import Unknown, YearRange

Years: TypeAlias = int | YearRange | Unknown | None
"""What a budget line says of its year: one, several together, or none that is known."""


@dataclass(frozen=True)
class Costs:
    """All lines of an activity. `source` and `kind` are those of every line, if `one_source` and `one_kind` say so.

    `years` hold the lines of each year, or of several years together, in the order of the file; lines without a known
    year come last.
    """

    one_source: bool
    one_kind: bool
    source: FundingSource | Unknown | None
    kind: CostKind | Unknown | None
    years: tuple[tuple[Years, tuple[BudgetLine, ...]], ...]


def costs(activity: Activity) -> Costs | None:
    """What an activity costs; `None` when no line is recorded."""
    lines = activity.budget
    if not lines:
        return None
    years: dict[Years, list[BudgetLine]] = {}
    for each in lines:
        years.setdefault(each.year, []).append(each)
    in_order = sorted(years.items(), key=lambda entry: _place(entry[0]))
    first = lines[0]
    return Costs(
        one_source=all(each.source == first.source for each in lines),
        one_kind=all(each.cost_kind == first.cost_kind for each in lines),
        source=first.source,
        kind=first.cost_kind,
        years=tuple((year, tuple(of_year)) for year, of_year in in_order),
    )


def _place(year: Years) -> tuple[float, float]:
    """Single years before those that begin with them and last longer."""
    if isinstance(year, int | YearRange):
        span = YearRange.of(year)
        return span.first, span.last
    return inf, inf
