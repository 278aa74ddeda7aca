"""The budget's own activities: what each may spend in a year, and what the activities under it plan to."""

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.activity import Activity
from generator.model.money import BudgetYear, Total, by_year, planned, year_order
from generator.model.program import ParentActivity
from generator.model.values import Maybe
from generator.views.references import References


class ParentYear(NamedTuple):
    """One year; `ceiling` is `None` where none is recorded."""

    year: BudgetYear
    ceiling: Maybe[int]
    planned: Total


@dataclass(frozen=True)
class ParentView:
    """One activity of the budget; `years` holds one entry at least."""

    parent: ParentActivity
    activities: tuple[Activity, ...]
    years: tuple[ParentYear, ...]


def parents(references: References) -> tuple[ParentView, ...]:
    """The activities of the budget in the order of the plan."""
    return tuple(
        _view(parent, tuple(references.activities_of_parent.get(parent.id, ())))
        for parent in references.plan.parent_activities
    )


def _view(parent: ParentActivity, activities: tuple[Activity, ...]) -> ParentView:
    sums = by_year([money for activity in activities for money in planned(activity)])
    years: list[BudgetYear] = sorted({*parent.ceilings, *sums} or {None}, key=year_order)
    return ParentView(
        parent,
        activities,
        tuple(
            ParentYear(year, parent.ceilings.get(year) if isinstance(year, int) else None, sums.get(year, Total()))
            for year in years
        ),
    )
