"""Groups and twins of institutions, and the sums over all of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.model.edition import Edition
from generator.model.money import Total
from generator.model.portfolio import InstitutionPlans
from generator.model.terms import InstitutionKind, PlanStatus
from generator.model.validity import Validity
from generator.pages.plan.dossier import Dossier
from generator.views.comparison import Glance, glance, groups, opening, twins, years
from generator.views.coverage import Filled
from generator.views.overview import Completeness, completeness, is_unfinished, overview
from generator.views.portrait import Portrait, portrait

TODAY = date(2026, 11, 24)
Make = Callable[..., Portrait]


@pytest.fixture
def make(small_plan: Callable[[], dict[str, Any]], edition_of: Callable[..., Edition]) -> Make:
    edition = edition_of(small_plan())
    original = portrait(Dossier(edition, InstitutionPlans("sagara", (edition,)), TODAY))

    def made(slug: str, activities: int = 2, **changed: Any) -> Portrait:
        standing = replace(original.standing, total=activities)
        return replace(original, **{"slug": slug, "name": slug.title(), "standing": standing, **changed})

    return made


def test_groups_follow_the_terms_and_the_alphabet(make: Make) -> None:
    found = groups([make("c"), make("b", kind=InstitutionKind.MINISTRY), make("a")], TODAY)
    assert [(group.kind, [one.slug for one in group.portraits]) for group in found] == [
        (InstitutionKind.MINISTRY, ["b"]),
        (InstitutionKind.REGENCY, ["a", "c"]),
    ]


def test_twins_are_the_closest_of_the_same_kind(make: Make) -> None:
    one = [make(f"k{size}", size) for size in (5, 20, 22, 24, 30, 90)]
    other = make("kota", 21, kind=InstitutionKind.CITY)
    found = twins([*one, other])
    assert [twin.slug for twin in found["k22"]] == ["k20", "k24", "k30"]
    assert [twin.slug for twin in found["k90"]] == ["k30", "k24", "k22"]
    assert found["kota"] == ()


def test_years_are_those_with_money_of_anyone(make: Make) -> None:
    assert years([make("a")]) == (2025, 2026, 2027, 2028, 2029)
    assert years([]) == ()


def test_examples_are_not_added_to_real_plans(make: Make) -> None:
    seen = overview([make("contoh", 10), make("nyata", 3, is_example=False)], TODAY)
    assert [one.slug for one in seen.published] == ["nyata"]
    assert (seen.standing.total, seen.is_example) == (3, False)


def test_examples_alone_are_summed_and_said_to_be_examples(make: Make) -> None:
    seen = overview([make("a", 10), make("b", 3)], TODAY)
    assert (seen.standing.total, seen.is_example, len(seen.in_force)) == (13, True, 2)
    assert seen.planned == Total(1800, known=4)


def test_only_plans_in_force_on_the_day_are_summed_and_the_others_are_shown_apart(make: Make) -> None:
    statuses = {"a": PlanStatus.IN_FORCE, "b": PlanStatus.DRAFT, "c": PlanStatus.REVOKED, "d": PlanStatus.ENDED}
    portraits = [make(slug, 10, status=status) for slug, status in statuses.items()]
    seen = overview(portraits, TODAY)
    assert ([one.slug for one in seen.in_force], seen.standing.total, seen.planned) == (["a"], 10, Total(900, known=2))
    assert [(one.validity, one.plans, one.activities, one.planned.amount) for one in seen.apart] == [
        (Validity.DRAFT, 1, 10, 900),
        (Validity.PAST, 1, 10, 900),
        (Validity.REVOKED, 1, 10, 900),
    ]
    later = overview(portraits, date(2030, 2, 28))
    assert (later.in_force, later.standing.total, later.planned.is_empty) == ((), 0, True)
    assert [(one.validity, one.plans) for one in later.apart] == [(Validity.PAST, 3), (Validity.REVOKED, 1)]


def test_nothing_published_is_not_an_example(make: Make) -> None:
    seen = overview([], TODAY)
    assert (seen.published, seen.is_example, seen.standing.total, seen.newest) == ((), False, 0, ())


def test_newest_plans_come_first_whatever_the_order(make: Make) -> None:
    old, new = make("a"), make("b")
    new = replace(new, plans=(new.plans[0]._replace(updated=date(2026, 6, 1)),))
    for order in ([old, new], [new, old]):
        assert [one.slug for one, _ in overview(order, TODAY).newest] == ["b", "a"]


@pytest.mark.parametrize(
    ("filled", "planned", "unfinished"),
    [
        (9, Total(1, known=1), False),
        (8, Total(1, known=1), True),
        (17, Total(), True),
        (17, Total(0, missing=3), True),
        (17, Total(0, known=3), False),
    ],
)
def test_unfinished_is_mostly_empty_or_without_money(make: Make, filled: int, planned: Total, unfinished: bool) -> None:
    keys = [key for key, _ in make("a").sections]
    sections = tuple((key, Filled.FULL if place < filled else Filled.EMPTY) for place, key in enumerate(keys))
    assert is_unfinished(make("a", sections=sections, planned=planned)) is unfinished


@pytest.mark.parametrize(
    ("filled", "rest", "expected"),
    [
        (17, Filled.EMPTY, Completeness.FULL),
        (16, Filled.EMPTY, Completeness.PARTIAL),
        (9, Filled.EMPTY, Completeness.PARTIAL),
        (8, Filled.EMPTY, Completeness.EARLY),
        (0, Filled.UNKNOWN, Completeness.PARTIAL),
    ],
)
def test_a_blueprint_is_full_partial_or_at_its_beginning(
    make: Make, filled: int, rest: Filled, expected: Completeness
) -> None:
    keys = [key for key, _ in make("a").sections]
    sections = tuple((key, Filled.FULL if place < filled else rest) for place, key in enumerate(keys))
    assert completeness(make("a", sections=sections)) is expected


def test_a_group_counts_what_its_institutions_have(make: Make) -> None:
    (group,) = groups([make("a", 10), make("b", 3, status=PlanStatus.DRAFT)], TODAY)
    assert (len(group.portraits), len(group.in_force), group.standing.total) == (2, 1, 10)


def test_a_glance_knows_no_zero_for_what_is_not_known(make: Make) -> None:
    one = make("a", 4, planned=Total(100, known=1, missing=1))
    unknown = replace(one, standing=replace(one.standing, unknown=4))
    assert glance(one).planned is None
    assert glance(one).late is not None
    assert (glance(unknown).done, glance(unknown).late) == (None, None)


def test_the_median_is_of_those_that_are_known_and_the_most_is_the_scale(make: Make) -> None:
    sums = [Total(10, known=1), Total(), Total(40, known=1), Total(0, missing=2)]
    (peers,) = groups([make(str(size), size, planned=sums[size - 1]) for size in range(1, 5)], TODAY)
    assert (peers.median.activities, peers.most.activities) == (2.5, 4)
    assert (peers.median.planned, peers.most.planned) == (25, 40)
    (unknown,) = groups([make("a", planned=Total())], TODAY)
    assert isinstance(unknown.median, Glance)
    assert unknown.median.planned is None


def test_a_page_opens_with_the_kinds_that_fit_and_with_one_at_least(make: Make) -> None:
    kinds = [InstitutionKind.MINISTRY, *[InstitutionKind.REGENCY] * 3, *[InstitutionKind.CITY] * 2]
    found = groups([make(str(place), kind=kind) for place, kind in enumerate(kinds)], TODAY)

    def shown(most: int) -> list[InstitutionKind]:
        return [peers.kind for peers in opening(found, most)]

    assert shown(6) == [InstitutionKind.MINISTRY, InstitutionKind.REGENCY, InstitutionKind.CITY]
    assert shown(4) == [InstitutionKind.MINISTRY, InstitutionKind.CITY]
    assert shown(0) == [InstitutionKind.MINISTRY]
    assert opening([], 9) == ()
