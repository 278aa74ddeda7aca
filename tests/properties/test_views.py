"""Whatever a plan holds: every breakdown adds up, and every reference can be followed both ways."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings

from generator.build.published import Published, read_portrait, write_portrait
from generator.model.activity import Activity
from generator.model.money import Total, actual_total, plan_total
from generator.model.portfolio import InstitutionPlans
from generator.pages.plan.dossier import Dossier
from generator.views.budget import BudgetRow, Figures, budget
from generator.views.portrait import portrait
from generator.views.references import References
from generator.views.roadmap import roadmap

from .days import AS_OF
from .plans import edition, plans


def _sum(totals: Any) -> Total:
    return sum(totals, Total())


@given(plans())
@settings(max_examples=30)
def test_every_breakdown_of_the_budget_adds_up_to_the_same_sums(values: dict[str, Any]) -> None:
    plan = edition(values).plan
    money = budget(plan)
    whole = Figures(plan_total(plan.activities), actual_total(plan.activities))
    assert money.all_years == whole
    tables: tuple[tuple[BudgetRow[Any], ...], ...]
    tables = (money.by_source, money.by_section, money.by_owner, money.by_cost_kind, money.by_activity)
    for rows in tables:
        assert _sum(row.all_years.planned for row in rows) == whole.planned
        assert _sum(row.all_years.actual for row in rows) == whole.actual
        for year in money.years:
            assert _sum(row.years[year].planned for row in rows) == money.by_year[year].planned
            assert _sum(row.years[year].actual for row in rows) == money.by_year[year].actual
    assert _sum(figures.planned for figures in money.by_year.values()) == whole.planned
    assert _sum(figures.actual for figures in money.by_year.values()) == whole.actual
    for row in money.by_activity:
        assert _sum(figures.planned for figures in row.years.values()) == row.all_years.planned


@given(plans())
@settings(max_examples=30)
def test_every_grouping_of_the_roadmap_holds_each_activity_and_adds_up(values: dict[str, Any]) -> None:
    plan = edition(values).plan
    drawn = roadmap(plan, AS_OF)
    for groups in (drawn.by_program, drawn.by_stage, drawn.by_owner, drawn.by_start):
        members = {row.activity.id for group in groups for row in group.rows}
        assert members == {activity.id for activity in plan.activities}
        assert _sum(group.planned for group in groups) == drawn.planned == budget(plan).all_years.planned
    under = {(group.key, row.activity.id) for group in drawn.by_section for row in group.rows if group.key}
    assert under == {(section, activity.id) for activity in plan.activities for section in activity.sections}


@given(plans())
@settings(max_examples=30)
def test_a_portrait_is_read_as_it_was_written(values: dict[str, Any]) -> None:
    """Long after the plan, when all that is not done is late."""
    one = edition(values)
    day = AS_OF.replace(year=2040)
    told = Published(day, portrait(Dossier(one, InstitutionPlans("sagara", (one,)), day)))
    with TemporaryDirectory() as folder:
        write_portrait(told, Path(folder))
        assert read_portrait(Path(folder)) == told


@given(plans())
@settings(max_examples=30)
def test_a_reference_leads_there_and_back(values: dict[str, Any]) -> None:
    plan = edition(values).plan
    references = References(plan)

    def pairs(backwards: Any) -> list[tuple[Any, str]]:
        return sorted((name, each.id) for name, found in backwards.items() for each in found)

    def written(of: Any) -> list[tuple[Any, str]]:
        return sorted({(name, activity.id) for activity in plan.activities for name in of(activity)})

    def strategies(activity: Activity) -> set[str]:
        program = references.programs.get(str(activity.program))
        return {*activity.strategies, *(program.strategies if program else ())}

    assert pairs(references.activities_of_gap) == written(lambda activity: activity.closes)
    assert pairs(references.activities_of_section) == written(lambda activity: activity.sections)
    assert pairs(references.activities_of_service) == written(lambda activity: activity.services)
    assert pairs(references.activities_of_regulation) == written(lambda activity: activity.needs_regulations)
    assert pairs(references.successors) == written(lambda activity: activity.depends_on)
    assert pairs(references.activities_of_strategy) == written(strategies)
