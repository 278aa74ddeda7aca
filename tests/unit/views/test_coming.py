"""What comes next: starts, ends and milestones until the second quarter after this one, missed ones first."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.model.plan import Plan
from generator.views.coming import ComingEvent, coming

Plans = Callable[..., Plan]
AS_OF = date(2026, 11, 24)


def milestones(plan: Plan, as_of: date = AS_OF) -> list[str]:
    return [each.day.isoformat() for each in coming(plan, as_of) if each.milestone]


def schedules(plan: Plan, as_of: date = AS_OF) -> list[tuple[str, str, bool]]:
    return [(str(each.event), each.day.isoformat(), each.missed) for each in coming(plan, as_of) if each.quarter]


def with_milestones(*written: str, **other: Any) -> dict[str, Any]:
    return {"id": "A", "tonggak": [{"tanggal": day, "uraian": "Uji coba"} for day in written]} | other


def test_milestones_run_to_the_last_day_of_the_second_quarter_after_this_one(plan: Plans) -> None:
    found = plan(kegiatan=[with_milestones("2026-11-24", "2027-06-30", "2027-07-01")])
    assert milestones(found) == ["2026-11-24", "2027-06-30"]


def test_a_missed_milestone_stays_and_comes_first(plan: Plans) -> None:
    found = plan(kegiatan=[with_milestones("2027-01-02", "2026-11-23", "2025-03-01")])
    assert milestones(found) == ["2025-03-01", "2026-11-23", "2027-01-02"]
    assert [each.missed for each in coming(found, AS_OF) if each.milestone] == [True, True, False]


def test_the_nearest_comes_first_and_on_one_day_the_order_of_ids(plan: Plans) -> None:
    found = plan(kegiatan=[with_milestones("2027-01-02", "2026-12-01", id="B"), with_milestones("2026-12-01")])
    told = [(each.activity.id, each.position) for each in coming(found, AS_OF) if each.milestone]
    assert told == [("A", 0), ("B", 1), ("B", 0)]


def test_what_was_reached_is_not_to_come(plan: Plans) -> None:
    reached = {"tanggal": "2026-12-15", "uraian": "Uji coba", "tercapai": "2026-11-10"}
    assert milestones(plan(kegiatan=[{"id": "A", "tonggak": [reached]}])) == []


def test_nothing_comes_of_a_cancelled_activity_or_of_an_unknown_day(plan: Plans) -> None:
    assert coming(plan(kegiatan=[with_milestones("2026-12-15", status="dibatalkan")]), AS_OF) == ()
    assert milestones(plan(kegiatan=[with_milestones("tidak_diketahui")])) == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            {"status": "direncanakan", "mulai": "2027-T1", "selesai": "2027-T2"},
            [("mulai", "2027-01-01", False), ("selesai", "2027-06-30", False)],
        ),
        ({"status": "dianggarkan", "mulai": "2026-T4", "selesai": "2028-T1"}, [("mulai", "2026-10-01", False)]),
        ({"status": "direncanakan", "mulai": "2026-T3", "selesai": "2028-T1"}, [("mulai", "2026-07-01", True)]),
        ({"status": "berjalan", "mulai": "2026-T1", "selesai": "2026-T4"}, [("selesai", "2026-12-31", False)]),
        ({"status": "berjalan", "mulai": "2026-T1", "selesai": "2026-T3"}, []),  # late: told as that
        ({"status": "selesai", "mulai": "2026-T1", "selesai": "2026-T4"}, []),
        ({"status": "direncanakan", "mulai": "tidak_diketahui", "selesai": "tidak_diketahui"}, []),
    ],
)
def test_a_start_stays_until_it_is_recorded_and_an_end_until_it_is_late(
    plan: Plans, changed: dict[str, Any], told: list[tuple[str, str, bool]]
) -> None:
    assert schedules(plan(kegiatan=[changed])) == told


def test_events_of_one_day_stand_as_they_happen(plan: Plans) -> None:
    start = {"id": "A", "status": "direncanakan", "mulai": "2027-T1", "selesai": "2029-T4"}
    found = plan(kegiatan=[with_milestones("2027-01-01", id="A") | start])
    assert [each.event for each in coming(found, AS_OF)] == [ComingEvent.START, ComingEvent.MILESTONE]
