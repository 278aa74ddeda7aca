"""Staff there, needed and planned; a count that is not known is never counted as nobody."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from generator.model.plan import Plan
from generator.model.terms import StaffRole
from generator.model.values import UNKNOWN
from generator.views.staffing import Head, staffing

Plans = Callable[..., Plan]


def count(role: str, year: Any, present: Any, needed: Any, unit: str = "kominfo") -> dict[str, Any]:
    return {"peran": role, "unit": unit, "tahun": year, "ada": present, "butuh": needed}


def test_the_tables_are_of_the_newest_year_and_the_years_are_compared_apart(plan: Plans) -> None:
    view = staffing(plan(sdm=[count("jaringan", 2025, 1, 4), count("jaringan", 2026, 3, 4)]))
    assert view.latest == 2026
    assert (view.total.present.people, view.total.shortfall) == (3, 1)
    assert [(row.key, row.present.people) for row in view.by_year] == [(2025, 1), (2026, 3)]


def test_roles_and_units_follow_the_order_of_the_terms_and_of_the_plan(plan: Plans) -> None:
    view = staffing(plan(sdm=[count("jaringan", 2026, 1, 1, "ptsp"), count("pengembang", 2026, 2, 5)]))
    assert [row.key for row in view.by_role] == [StaffRole.DEVELOPER, StaffRole.NETWORK]
    assert [row.key for row in view.by_unit] == ["kominfo", "ptsp"]


def test_an_unknown_count_leaves_the_shortfall_unknown(plan: Plans) -> None:
    view = staffing(plan(sdm=[count("jaringan", 2026, "tidak_diketahui", 4), count("data", 2026, 2, 2)]))
    assert view.total.present == Head(2, known=1, missing=1)
    assert view.total.shortfall is None
    assert [row.shortfall for row in view.by_role] == [None, 0]


def test_more_people_than_needed_are_no_negative_shortfall(plan: Plans) -> None:
    assert staffing(plan(sdm=[count("data", 2026, 5, 2)])).total.shortfall == 0


def test_a_count_without_a_known_year_is_not_left_out(plan: Plans) -> None:
    view = staffing(plan(sdm=[count("data", "tidak_diketahui", 5, 2), count("data", 2026, 1, 2)]))
    assert view.total.present.people == 6
    assert [row.key for row in view.by_year] == [2026, UNKNOWN]


def test_a_plan_without_counts_has_no_newest_year(plan: Plans) -> None:
    view = staffing(plan())
    assert (view.latest, view.by_role, view.counts) == (None, (), ())


def test_the_work_activities_need_is_added_by_role_and_year(plan: Plans) -> None:
    need = {"peran": "pengembang", "tahun": 2026, "orang_bulan": "4.5"}
    activities = [
        {"id": "A", "sdm": [need, need]},
        {"id": "B", "sdm": [need | {"orang_bulan": "tidak_diketahui"}, need | {"tahun": "tidak_diketahui"}]},
    ]
    first, second = staffing(plan(kegiatan=activities)).workload
    assert (first.role, first.year, first.person_months, first.missing) == (StaffRole.DEVELOPER, 2026, Decimal(9), 1)
    assert first.activities == ("A", "B")
    assert second.year is UNKNOWN


def test_work_of_which_nothing_is_known_is_not_no_work(plan: Plans) -> None:
    need = {"peran": "data", "tahun": 2026, "orang_bulan": "tidak_diketahui"}
    (work,) = staffing(plan(kegiatan=[{"id": "A", "sdm": [need]}])).workload
    assert (work.person_months, work.missing) == (UNKNOWN, 1)
