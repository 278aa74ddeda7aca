"""Late and slipped promises of all plans in force, the longest first."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.model.edition import Edition
from generator.model.money import Total
from generator.model.portfolio import InstitutionPlans
from generator.model.terms import PlanStatus
from generator.model.values import UNKNOWN, Known, Quarter
from generator.pages.plan.dossier import Dossier
from generator.views.late_of_all import late_of_all, slipped_of_all
from generator.views.overdue import LatePromise, SlippedPromise
from generator.views.portrait import Portrait, portrait

TODAY = date(2026, 11, 24)


@pytest.fixture
def one(small_plan: Callable[[], dict[str, Any]], edition_of: Callable[..., Edition]) -> Portrait:
    edition = edition_of(small_plan())
    return portrait(Dossier(edition, InstitutionPlans("sagara", (edition,)), TODAY))


def late(activity: str, days: int) -> LatePromise:
    return LatePromise(activity, "Portal", ("Diskominfo",), Quarter(2026, 3), days, None, Total())


def slipped(activity: str, now: Known[Quarter]) -> SlippedPromise:
    return SlippedPromise(activity, "Portal", ("Diskominfo",), Quarter(2026, 3), now, TODAY, None)


def test_the_longest_comes_first_whosoever_it_is(one: Portrait) -> None:
    other = replace(one, slug="bahari", late=(late("K-10", 8), late("K-2", 8)))
    found = late_of_all([replace(one, late=(late("K-1", 9), late("K-2", 1))), other], TODAY)
    assert [(each.portrait.slug, each.promise.activity) for each in found] == [
        ("sagara", "K-1"),
        ("bahari", "K-2"),
        ("bahari", "K-10"),
        ("sagara", "K-2"),
    ]


def test_an_end_nobody_knows_any_more_comes_first_then_the_furthest(one: Portrait) -> None:
    moves = (slipped("A", Quarter(2026, 4)), slipped("B", Quarter(2027, 4)), slipped("C", UNKNOWN))
    found = slipped_of_all([replace(one, slipped=moves)], TODAY)
    assert [each.promise.activity for each in found] == ["C", "B", "A"]


def test_a_draft_promises_nothing_and_a_plan_that_is_over_neither(one: Portrait) -> None:
    told = replace(one, late=(late("A", 1),), slipped=(slipped("A", UNKNOWN),))
    assert late_of_all([replace(told, status=PlanStatus.DRAFT)], TODAY) == ()
    assert slipped_of_all([told], date(2031, 1, 1)) == ()
