"""Budget bars: the plan hollow, the money spent solid inside it, the ceiling as a line; one scale for all rows."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model.money import Total
from generator.model.values import Known
from generator.pages.pictures.shares import length
from generator.views.budget import Budget, BudgetRow, Figures


@dataclass(frozen=True, slots=True)
class MoneyBar:
    """One row; lengths in per cent of the picture's width.

    `ceiling` is `None` where the plan sets none, and its position `None` where it is not known.
    """

    name: str
    planned: Total
    actual: Total
    ceiling: Known[int] | None
    planned_share: float
    actual_share: float
    ceiling_share: float | None

    @property
    def over_ceiling(self) -> bool:
        """Whether the plan figure, as far as it is known, exceeds the ceiling."""
        return isinstance(self.ceiling, int) and self.planned.amount > self.ceiling


@dataclass(frozen=True, slots=True)
class MoneyPicture:
    """Budget bars laid out, and which marks occur in them."""

    bars: tuple[MoneyBar, ...]
    has_actual: bool
    has_ceiling: bool
    has_incomplete: bool


def money_by_year(budget: Budget, name: Callable[[Hashable], str]) -> MoneyPicture:
    """The money of each year with its ceiling; `name` also names what belongs to no single year."""
    ceilings = budget.ceilings
    return _picture(
        [
            (name(year), figures, ceilings.get(year) if isinstance(year, int) else None)
            for year, figures in budget.by_year.items()
        ]
    )


def money_by_row(rows: Sequence[BudgetRow[Any]], name: Callable[[Hashable], str]) -> MoneyPicture:
    """The money over all years of sources, owners, sections or whatever else the rows of a budget stand for."""
    return _picture([(name(row.key), row.all_years, None) for row in rows])


def _picture(rows: Sequence[tuple[str, Figures, Known[int] | None]]) -> MoneyPicture:
    amounts = [amount for _, figures, _ in rows for amount in (figures.planned.amount, figures.actual.amount)]
    widest = max([*amounts, *(ceiling for _, _, ceiling in rows if isinstance(ceiling, int))], default=0)
    return MoneyPicture(
        bars=tuple(
            MoneyBar(
                name=name,
                planned=figures.planned,
                actual=figures.actual,
                ceiling=ceiling,
                planned_share=length(figures.planned.amount, widest),
                actual_share=length(figures.actual.amount, widest),
                ceiling_share=length(ceiling, widest) if isinstance(ceiling, int) else None,
            )
            for name, figures, ceiling in rows
        ),
        has_actual=any(figures.actual.amount for _, figures, _ in rows),
        has_ceiling=any(isinstance(ceiling, int) for _, _, ceiling in rows),
        has_incomplete=any(not (figures.planned.complete and figures.actual.complete) for _, figures, _ in rows),
    )
