"""Money by year, source, phase, section and owner; plan against actual."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model.activity import Activity
from generator.model.money import BudgetYear, Money, Total, actual, budget_year, by_year, planned, total, year_order
from generator.model.plan import Plan
from generator.model.terms import CostKind, FundingSource, Phase, SectionKey
from generator.model.values import Known, Unknown
from generator.views.grouping import grouped

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Figures:
    """A plan figure and an actual figure."""

    planned: Total
    actual: Total


@dataclass(frozen=True)
class BudgetRow(Generic[Key]):
    """The money of one thing: over all years and of each year of the table."""

    key: Key
    years: dict[BudgetYear, Figures]
    all_years: Figures


@dataclass(frozen=True)
class Budget:
    """The money of a plan. `years` are the columns of every table, by `year_order`.

    Each breakdown adds up to `all_years`: a line belongs to one year, one source, one owner and one
    section, the first that its activity names.
    """

    years: tuple[BudgetYear, ...]
    by_year: dict[BudgetYear, Figures]
    all_years: Figures
    ceilings: dict[int, Known[int]]
    by_source: tuple[BudgetRow[FundingSource | Unknown | None], ...]
    by_section: tuple[BudgetRow[SectionKey | None], ...]
    by_owner: tuple[BudgetRow[str | Unknown], ...]
    by_cost_kind: tuple[BudgetRow[CostKind | Unknown | None], ...]
    by_activity: tuple[BudgetRow[str], ...]
    by_phase: dict[Phase | Unknown | None, dict[BudgetYear, Total]]


def budget(plan: Plan) -> Budget:
    """The budget of a plan; each table in the order of the plan's own lists and terms."""
    plans = [money for activity in plan.activities for money in planned(activity)]
    actuals = [money for activity in plan.activities for money in actual(activity)]
    ceilings = plan.blueprint.funding.ceilings if plan.blueprint.funding else {}
    years = _years(plan, [*plans, *actuals])

    def rows(key: Callable[[Money], Key], order: Iterable[Key]) -> tuple[BudgetRow[Key], ...]:
        return _rows(plans, actuals, years, key, order)

    return Budget(
        years=years,
        by_year=_figures(plans, actuals, years),
        all_years=Figures(total(money.amount for money in plans), total(money.amount for money in actuals)),
        ceilings=dict(sorted(ceilings.items())),
        by_source=rows(lambda money: money.source, FundingSource),
        by_section=rows(lambda money: first_section(money.activity), SectionKey),
        by_owner=rows(lambda money: money.activity.owner, [unit.id for unit in plan.units]),
        by_cost_kind=rows(lambda money: money.cost_kind, CostKind),
        by_activity=rows(lambda money: money.activity.id, [activity.id for activity in plan.activities]),
        by_phase=_phases(plan, years),
    )


def first_section(activity: Activity) -> SectionKey | None:
    """The section that an activity's money is counted in, so that no rupiah is counted twice."""
    return activity.sections[0] if activity.sections else None


def _years(plan: Plan, lines: Iterable[Money]) -> tuple[BudgetYear, ...]:
    period = range(plan.header.period.start, plan.header.period.end + 1)
    return tuple(sorted({*period, *(money.counted_in for money in lines)}, key=year_order))


def _figures(
    plans: Sequence[Money], actuals: Sequence[Money], years: Iterable[BudgetYear]
) -> dict[BudgetYear, Figures]:
    promised, spent = by_year(plans), by_year(actuals)
    return {year: Figures(promised.get(year, Total()), spent.get(year, Total())) for year in years}


def _rows(
    plans: Sequence[Money],
    actuals: Sequence[Money],
    years: tuple[BudgetYear, ...],
    key: Callable[[Money], Key],
    order: Iterable[Key],
) -> tuple[BudgetRow[Key], ...]:
    both = [(is_plan, money) for is_plan, lines in ((True, plans), (False, actuals)) for money in lines]
    rows = []
    for value, members in grouped(both, lambda each: [key(each[1])], order).items():
        own = [money for is_plan, money in members if is_plan]
        spent = [money for is_plan, money in members if not is_plan]
        rows.append(
            BudgetRow(
                value,
                _figures(own, spent, years),
                Figures(total(money.amount for money in own), total(money.amount for money in spent)),
            )
        )
    return tuple(rows)


def _phases(plan: Plan, years: tuple[BudgetYear, ...]) -> dict[Phase | Unknown | None, dict[BudgetYear, Total]]:
    """Every line by its phase and year: shown side by side, never added across phases."""
    sums: dict[Phase | Unknown | None, dict[BudgetYear, Total]] = {}
    order = {phase: rank for rank, phase in enumerate(Phase)}
    lines = [line for activity in plan.activities for line in activity.budget]
    for line in sorted(
        lines, key=lambda line: order.get(line.phase, len(order)) if isinstance(line.phase, Phase) else 9
    ):
        of_phase = sums.setdefault(line.phase, dict.fromkeys(years, Total()))
        of_phase[budget_year(line)] += total([line.amount])
    return sums
