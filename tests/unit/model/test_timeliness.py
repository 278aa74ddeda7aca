"""When an activity is late, and how long a report of progress is worth something."""

from datetime import date, timedelta
from typing import Any

import pytest

from generator.model.activity import Activity
from generator.model.timeliness import (
    FRESH_FOR,
    days_late,
    is_late,
    is_missed,
    is_reached,
    latest_progress,
    unverified_since,
)
from tests.unit.activities import activity_values

REPORTED = date(2026, 3, 31)


def activity(**changed: Any) -> Activity:
    return Activity.model_validate(activity_values(selesai="2026-T2") | changed)


def test_an_activity_is_late_from_the_day_after_the_last_of_its_quarter() -> None:
    assert not is_late(activity(selesai="2026-T2"), date(2026, 6, 30))
    assert is_late(activity(selesai="2026-T2"), date(2026, 7, 1))


@pytest.mark.parametrize(("quarter", "last"), [("2026-T1", (3, 31)), ("2026-T3", (9, 30)), ("2026-T4", (12, 31))])
def test_the_last_day_of_each_quarter_is_in_time(quarter: str, last: tuple[int, int]) -> None:
    day = date(2026, *last)
    assert not is_late(activity(selesai=quarter), day)
    assert is_late(activity(selesai=quarter), day + timedelta(days=1))


@pytest.mark.parametrize("status", ["selesai", "dibatalkan"])
def test_what_is_done_or_cancelled_is_never_late(status: str) -> None:
    assert not is_late(activity(status=status), date(2030, 1, 1))


@pytest.mark.parametrize("status", ["direncanakan", "dianggarkan", "berjalan", "tertunda"])
def test_every_other_status_can_be_late(status: str) -> None:
    assert is_late(activity(status=status), date(2030, 1, 1))


def test_nobody_knows_that_an_activity_of_unknown_status_is_late() -> None:
    assert not is_late(activity(status="tidak_diketahui"), date(2030, 1, 1))


@pytest.mark.parametrize(
    ("reached", "is_it", "missed"),
    [
        (None, False, True),
        ("2026-06-30", True, False),
        ("2026-12-31", False, True),
        ("tidak_diketahui", None, False),
    ],
)
def test_a_milestone_is_reached_on_a_day_that_has_come(reached: str | None, is_it: bool | None, missed: bool) -> None:
    given = {"tanggal": "2026-06-30"} | ({"tercapai": reached} if reached else {})
    (milestone,) = activity(tonggak=[given]).milestones
    today = date(2026, 11, 24)
    assert (is_reached(milestone, today), is_missed(milestone, today)) == (is_it, missed)
    assert not is_missed(milestone, date(2026, 6, 30))


def test_an_unknown_end_is_never_late() -> None:
    assert not is_late(activity(selesai="tidak_diketahui"), date(2100, 1, 1))


def test_a_report_is_fresh_for_183_days() -> None:
    running = activity(kemajuan=[{"tanggal": REPORTED, "persen": 40}])
    assert FRESH_FOR.days == 183
    assert unverified_since(running, REPORTED + timedelta(days=183)) is None
    assert unverified_since(running, REPORTED + timedelta(days=184)) == REPORTED


def test_only_a_running_activity_decays() -> None:
    for status in ("direncanakan", "dianggarkan", "selesai", "tertunda", "dibatalkan", "tidak_diketahui"):
        assert unverified_since(activity(status=status), date(2030, 1, 1)) is None


def test_a_running_activity_without_a_report_is_unverified_since_its_start() -> None:
    assert unverified_since(activity(mulai="2026-T2"), date(2026, 11, 24)) == date(2026, 4, 1)
    undated = activity(mulai="2026-T2", kemajuan=[{"tanggal": "tidak_diketahui", "persen": 40}])
    assert unverified_since(undated, date(2026, 11, 24)) == date(2026, 4, 1)


def test_without_a_known_or_past_start_it_is_unverified_since_today() -> None:
    today = date(2026, 11, 24)
    assert unverified_since(activity(mulai="tidak_diketahui"), today) == today
    assert unverified_since(activity(mulai="2027-T1", selesai="2027-T4"), today) == today


def test_the_newest_report_is_found_by_its_date_and_one_from_the_future_is_not_seen() -> None:
    reports = [
        {"tanggal": "2026-09-30", "persen": 60},
        {"tanggal": "2026-03-31", "persen": 20},
        {"tanggal": "2027-01-31", "persen": 90},
        {"tanggal": "tidak_diketahui", "persen": 99},
    ]
    newest = latest_progress(activity(kemajuan=reports), date(2026, 11, 24))
    assert newest is not None
    assert newest.percent == 60
    assert latest_progress(activity(kemajuan=reports), date(2026, 1, 1)) is None


def test_of_two_reports_on_one_day_the_later_written_counts() -> None:
    reports = [{"tanggal": "2026-09-30", "persen": 60}, {"tanggal": "2026-09-30", "persen": 55}]
    newest = latest_progress(activity(kemajuan=reports), date(2026, 11, 24))
    assert newest is not None
    assert newest.percent == 55


@pytest.mark.parametrize(
    ("promised", "reached", "late"),
    [
        ("2025-12-12", "2026-01-29", 48),
        ("2025-T4", "2026-01-01", 1),
        ("2025-12-12", "2025-12-12", 0),
        ("2025-12-12", "2025-12-01", 0),
        ("2025-12-12", "2026-12-01", 0),
        ("2025-12-12", "tidak_diketahui", 0),
        ("tidak_diketahui", "2026-01-29", 0),
        ("2025-12-12", None, 0),
    ],
)
def test_how_late_a_milestone_was_reached(promised: str, reached: str | None, late: int) -> None:
    (milestone,) = activity(tonggak=[{"tanggal": promised, "tercapai": reached}]).milestones
    assert days_late(milestone, date(2026, 11, 26)) == late
