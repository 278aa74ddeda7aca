"""Late activities with their days, the longest first."""

from collections.abc import Callable
from datetime import date

from generator.model.plan import Plan
from generator.views.late import late
from generator.views.roadmap import roadmap

Plans = Callable[..., Plan]


def days(plan: Plan, as_of: date) -> list[tuple[str, int]]:
    return [(each.row.activity.id, each.days) for each in late(roadmap(plan, as_of).rows, as_of)]


def test_the_longest_comes_first_and_then_the_order_of_ids(plan: Plans) -> None:
    found = plan(
        kegiatan=[
            {"id": "C", "selesai": "2026-T3", "status": "berjalan"},
            {"id": "B", "selesai": "2026-T3", "status": "direncanakan"},
            {"id": "A", "selesai": "2026-T2", "status": "tertunda"},
        ]
    )
    assert days(found, date(2026, 10, 1)) == [("A", 93), ("B", 1), ("C", 1)]
    assert days(found, date(2026, 9, 30)) == [("A", 92)]


def test_what_is_done_cancelled_or_of_unknown_end_or_status_is_not_late(plan: Plans) -> None:
    found = plan(
        kegiatan=[
            {"id": "A", "selesai": "2026-T1", "status": "selesai"},
            {"id": "B", "selesai": "2026-T1", "status": "dibatalkan"},
            {"id": "C", "selesai": "tidak_diketahui", "status": "berjalan"},
            {"id": "D", "selesai": "2026-T1", "status": "tidak_diketahui"},
        ]
    )
    assert days(found, date(2027, 1, 1)) == []
