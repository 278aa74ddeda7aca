"""Milestones ahead: from today to the end of the second quarter after this one."""

from collections.abc import Callable
from datetime import date
from typing import Any

from generator.model.plan import Plan
from generator.views.coming import coming

Plans = Callable[..., Plan]
AS_OF = date(2026, 11, 24)


def days(plan: Plan, as_of: date = AS_OF) -> list[str]:
    return [each.day.isoformat() for each in coming(plan, as_of)]


def milestones(*written: str, **other: Any) -> dict[str, Any]:
    return {"id": "A", "tonggak": [{"tanggal": day, "uraian": "Uji coba"} for day in written]} | other


def test_from_today_to_the_last_day_of_the_second_quarter_after_this_one(plan: Plans) -> None:
    found = plan(kegiatan=[milestones("2026-11-23", "2026-11-24", "2027-06-30", "2027-07-01")])
    assert days(found) == ["2026-11-24", "2027-06-30"]


def test_the_nearest_comes_first_and_on_one_day_the_order_of_ids(plan: Plans) -> None:
    found = plan(kegiatan=[milestones("2027-01-02", "2026-12-01", id="B"), milestones("2026-12-01")])
    assert [(each.activity.id, each.position) for each in coming(found, AS_OF)] == [("A", 0), ("B", 1), ("B", 0)]


def test_what_was_reached_is_not_to_come(plan: Plans) -> None:
    reached = {"tanggal": "2026-12-15", "uraian": "Uji coba", "tercapai": "2026-11-10"}
    assert days(plan(kegiatan=[{"id": "A", "tonggak": [reached]}])) == []


def test_nothing_comes_of_a_cancelled_activity_or_of_an_unknown_day(plan: Plans) -> None:
    assert days(plan(kegiatan=[milestones("2026-12-15", status="dibatalkan")])) == []
    assert days(plan(kegiatan=[milestones("tidak_diketahui")])) == []
