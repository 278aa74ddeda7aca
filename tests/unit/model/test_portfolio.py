"""Which of an institution's plans is current, and which plan took the place of an older one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.model.edition import Edition
from generator.model.portfolio import InstitutionPlans, Portfolio


@pytest.fixture
def plans(small_plan: Callable[[], dict[str, Any]], edition_of: Callable[..., Edition]) -> Callable[..., Any]:
    """The plans of one institution, given as status by period."""

    def made(**statuses: str) -> InstitutionPlans:
        editions = []
        for name, status in statuses.items():
            start, end = name[1:].split("_")
            values = small_plan()
            values["rencana"] |= {"status": status, "periode": {"mulai": start, "selesai": end}}
            values["rencana"]["judul"] = f"Rencana {start}"
            editions.append(edition_of(values, period=f"{start}-{end}"))
        (institution,) = Portfolio.of(editions).institutions
        return institution

    return made


def periods(institution: InstitutionPlans) -> list[str]:
    return [edition.address.period for edition in institution.editions]


def test_the_newest_plan_in_force_is_current(plans: Callable[..., InstitutionPlans]) -> None:
    institution = plans(p2020_2024="berlaku", p2025_2029="berlaku")
    assert institution.current.address.period == "2025-2029"
    old = institution.editions[1]
    assert institution.superseded_by(old) is institution.current
    assert institution.superseded_by(institution.current) is None


def test_a_newer_draft_takes_nobodys_place(plans: Callable[..., InstitutionPlans]) -> None:
    institution = plans(p2025_2029="berlaku", p2030_2034="rancangan")
    assert institution.current.address.period == "2025-2029"
    assert [institution.superseded_by(edition) for edition in institution.editions] == [None, None]


def test_a_plan_that_has_not_begun_takes_nobodys_place(plans: Callable[..., InstitutionPlans]) -> None:
    institution = plans(p2021_2025="berlaku", p2031_2035="ditetapkan")
    today = replace(institution, as_of=date(2030, 12, 31))
    assert today.current.address.period == "2021-2025"
    assert today.superseded_by(today.current) is None
    assert replace(institution, as_of=date(2031, 1, 1)).current.address.period == "2031-2035"


def test_where_none_has_begun_the_one_in_force_is_current(plans: Callable[..., InstitutionPlans]) -> None:
    institution = replace(plans(p2031_2035="ditetapkan", p2036_2040="rancangan"), as_of=date(2026, 1, 1))
    assert institution.current.address.period == "2031-2035"


@pytest.mark.parametrize("ended", ["berakhir", "dicabut"])
def test_a_draft_takes_no_place_of_a_plan_that_bound_once(plans: Callable[..., InstitutionPlans], ended: str) -> None:
    institution = plans(p2020_2024=ended, p2025_2029="rancangan")
    assert institution.current.address.period == "2020-2024"
    assert [institution.superseded_by(edition) for edition in institution.editions] == [None, None]


def test_a_draft_is_current_where_it_is_alone(plans: Callable[..., InstitutionPlans]) -> None:
    assert plans(p2020_2024="rancangan", p2025_2029="rancangan").current.address.period == "2025-2029"


@pytest.mark.parametrize("status", ["ditetapkan", "berlaku", "direviu"])
def test_adopted_running_and_reviewed_plans_are_in_force(plans: Callable[..., InstitutionPlans], status: str) -> None:
    assert plans(p2020_2024=status, p2025_2029="rancangan").current.address.period == "2020-2024"


@pytest.mark.parametrize("status", ["rancangan", "dicabut", "berakhir"])
def test_drafted_revoked_and_ended_plans_are_not(plans: Callable[..., InstitutionPlans], status: str) -> None:
    assert plans(p2020_2024="berlaku", p2025_2029=status).current.address.period == "2020-2024"


def test_the_institution_is_described_by_its_current_plan(plans: Callable[..., InstitutionPlans]) -> None:
    institution = plans(p2025_2029="berlaku", p2030_2034="rancangan")
    assert institution.institution is institution.current.plan.institution


def test_plans_are_kept_by_institution_the_newest_first(
    small_plan: Callable[[], dict[str, Any]], edition_of: Callable[..., Edition]
) -> None:
    editions = [
        edition_of(small_plan() | {}, institution="sagara"),
        edition_of(small_plan(), institution="arunika"),
    ]
    older = small_plan()
    older["rencana"]["periode"] = {"mulai": 2020, "selesai": 2024}
    editions.append(edition_of(older, period="2020-2024"))
    portfolio = Portfolio.of(editions)
    assert [institution.slug for institution in portfolio.institutions] == ["arunika", "sagara"]
    assert periods(portfolio.institutions[1]) == ["2025-2029", "2020-2024"]
    assert len(list(portfolio.editions)) == 3
    assert Portfolio.of([]).institutions == ()
