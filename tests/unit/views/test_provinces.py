"""Provinces: what is summed, who has not published, and which have a page."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.model.edition import Edition
from generator.model.portfolio import InstitutionPlans
from generator.model.terms import InstitutionKind, PlanStatus
from generator.pages.plan.dossier import Dossier
from generator.views.overview import overview
from generator.views.portrait import Portrait, portrait
from generator.views.provinces import ProvinceView, province_views, with_pages

TODAY = date(2026, 11, 24)


@pytest.fixture
def bogor(small_plan: Callable[[], dict[str, Any]], edition_of: Callable[..., Edition]) -> Portrait:
    edition = edition_of(small_plan())
    one = portrait(Dossier(edition, InstitutionPlans("bogor", (edition,)), TODAY))
    return replace(one, slug="bogor", name="Kabupaten Bogor", code="32.01", province_code="32", is_example=False)


def views(*portraits: Portrait) -> dict[str, ProvinceView]:
    found = province_views(portraits, overview(portraits, TODAY).published, TODAY)
    return {view.region.code: view for view in found}


def test_who_has_not_published_are_the_governments_without_a_plan_here(bogor: Portrait) -> None:
    west_java = views(bogor)["32"]
    assert west_java.governments == 28
    assert [each.code for each in west_java.unpublished][:3] == ["32", "32.02", "32.03"]
    assert len(west_java.unpublished) == 27
    assert len(views(bogor)["31"].unpublished) == 7


def test_an_example_has_published_nothing_and_is_summed_only_among_examples(bogor: Portrait) -> None:
    depok = replace(bogor, slug="depok", name="Kota Depok", code="32.76", kind=InstitutionKind.CITY, is_example=True)
    both = views(bogor, depok)["32"]
    assert [each.slug for each in both.portraits] == ["bogor", "depok"]
    assert [each.slug for each in both.published] == ["bogor"]
    assert "32.76" in {each.code for each in both.unpublished}
    alone = views(depok)["32"]
    assert (alone.published, alone.unpublished, alone.is_real) == ((depok,), (), False)


def test_another_kind_of_institution_with_such_a_code_is_no_government(bogor: Portrait) -> None:
    campus = replace(bogor, kind=InstitutionKind.UNIVERSITY)
    assert "32.01" in {each.code for each in views(campus)["32"].unpublished}


def test_the_government_of_the_province_comes_first_and_a_draft_is_in_no_sum(bogor: Portrait) -> None:
    own = replace(bogor, slug="jabar", name="Jawa Barat", code="32", kind=InstitutionKind.PROVINCE)
    draft = replace(bogor, slug="ciamis", name="Kabupaten Ciamis", code="32.07", status=PlanStatus.DRAFT)
    west_java = views(bogor, draft, own)["32"]
    assert [each.slug for each in west_java.portraits] == ["jabar", "bogor", "ciamis"]
    assert [each.slug for each in west_java.in_force] == ["jabar", "bogor"]
    assert west_java.standing.total == 2 * bogor.standing.total
    assert west_java.planned.amount == 2 * bogor.planned.amount


def test_what_slipped_is_known_where_a_history_is(bogor: Portrait) -> None:
    assert not views(replace(bogor, history_known=False))["32"].slips_known
    assert views(replace(bogor, history_known=True))["32"].slips_known


def test_a_site_of_one_province_says_nothing_of_the_others(bogor: Portrait) -> None:
    banda = replace(bogor, slug="banda", name="Kota Banda Aceh", code="11.71", province_code="11")
    assert [each.region.code for each in with_pages(views(bogor).values())] == ["32"]
    assert len(with_pages(views(bogor, banda).values())) == 38
    examples = [replace(each, is_example=True) for each in (bogor, banda)]
    assert [each.region.code for each in with_pages(views(*examples).values())] == ["11", "32"]
    assert with_pages(views().values()) == ()
