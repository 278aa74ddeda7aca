"""The few activities that a reader looks for first."""

from collections.abc import Callable
from datetime import date

from generator.model.plan import Plan
from generator.views.highlights import MOST, Highlight, HighlightReason, foremost, highlights
from generator.views.late import late
from generator.views.roadmap import roadmap

Plans = Callable[..., Plan]
AS_OF = date(2026, 11, 24)


def shown(plan: Plan) -> dict[object, list[str]]:
    return {each.group.key: [row.activity.id for row in each.group.rows] for each in found(plan)}


def found(plan: Plan) -> tuple[Highlight, ...]:
    drawn = roadmap(plan, AS_OF)
    return highlights(drawn, late(drawn.rows, AS_OF), (), AS_OF)


def activity(name: str, end: str, amount: int = 0, status: str = "berjalan") -> dict[str, object]:
    money = [{"tahun": 2026, "jumlah": amount, "sumber": "apbd", "fase": "pagu"}] if amount else []
    return {"id": name, "mulai": "2025-T1", "selesai": end, "status": status, "anggaran": money}


def test_each_stands_under_the_first_reason_that_holds(plan: Plans) -> None:
    given = [
        activity("A", "2026-T2", 900),
        activity("B", "2027-T2", 800),
        activity("C", "2029-T4", 100),
        activity("D", "2027-T1", 0),
        activity("E", "2027-T1", 999, "selesai"),
        activity("F", "2029-T4", 700, "dibatalkan"),
        activity("G", "2029-T4"),
    ]
    assert shown(plan(kegiatan=given)) == {
        HighlightReason.LATE: ["A"],
        HighlightReason.ENDING: ["D", "B"],
        HighlightReason.LARGEST: ["E", "C"],
    }


def test_more_than_a_screen_is_told_and_not_shown(plan: Plans) -> None:
    (only,) = found(plan(kegiatan=[activity(f"A-{number}", "2026-T1") for number in range(9)]))
    assert (len(only.group.rows), only.among) == (MOST, 9)


def test_a_plan_with_nothing_to_look_for_first_has_none(plan: Plans) -> None:
    assert found(plan(kegiatan=[activity("A", "2029-T4")])) == ()


def test_of_each_group_those_come_first_that_a_reader_looks_for(plan: Plans) -> None:
    staged = [
        activity("A", "2029-T4") | {"tahap": "persiapan"},
        activity("B", "2029-T4", 5) | {"tahap": "persiapan"},
        activity("C", "2027-T1") | {"tahap": "persiapan"},
        activity("D", "2026-T2") | {"tahap": "persiapan"},
        activity("E", "2029-T4") | {"tahap": "persiapan"},
        activity("F", "2029-T4") | {"tahap": "pematangan"},
    ]
    drawn = roadmap(plan(kegiatan=staged), AS_OF)
    groups = foremost(drawn.by_stage, drawn, late(drawn.rows, AS_OF), (), AS_OF)
    assert [[row.activity.id for row in each.group.rows] for each in groups] == [["D", "C", "B", "A"], ["F"]]
    assert [each.among for each in groups] == [5, 1]
