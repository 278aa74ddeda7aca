"""Activities against quarters: the order of rows, and the groupings a reader asks for."""

from collections.abc import Callable
from datetime import date

from generator.model.plan import Plan
from generator.model.terms import SectionKey, Stage
from generator.model.values import UNKNOWN, Quarter
from generator.views.roadmap import RoadmapGroup, roadmap

Plans = Callable[..., Plan]
AS_OF = date(2026, 11, 24)


def ids(group: RoadmapGroup) -> list[str]:
    return [row.activity.id for row in group.rows]


def test_the_quarters_run_through_the_whole_period(plan: Plans) -> None:
    quarters = roadmap(plan(), AS_OF).quarters
    assert (quarters[0], quarters[-1], len(quarters)) == (Quarter(2025, 1), Quarter(2029, 4), 20)


def test_rows_keep_the_order_of_the_plan_and_a_group_goes_by_start_then_end_with_the_unknown_last(plan: Plans) -> None:
    activities = [
        {"id": "A", "mulai": "tidak_diketahui", "selesai": "2026-T1"},
        {"id": "B", "mulai": "2026-T2", "selesai": "tidak_diketahui"},
        {"id": "C", "mulai": "2026-T2", "selesai": "2027-T1"},
        {"id": "D", "mulai": "2025-T4", "selesai": "2029-T4"},
        {"id": "E", "mulai": "tidak_diketahui", "selesai": "tidak_diketahui"},
    ]
    drawn = roadmap(plan(kegiatan=activities), AS_OF)
    assert [row.activity.id for row in drawn.rows] == ["A", "B", "C", "D", "E"]
    (group,) = drawn.by_stage
    assert ids(group) == ["D", "C", "B", "A", "E"]


def test_stages_come_in_national_order_and_an_unknown_stage_last(plan: Plans) -> None:
    activities = [
        {"id": "A", "tahap": "tidak_diketahui"},
        {"id": "B", "tahap": "pemanfaatan"},
        {"id": "C", "tahap": "persiapan"},
    ]
    groups = roadmap(plan(kegiatan=activities), AS_OF).by_stage
    assert [group.key for group in groups] == [Stage.PREPARATION, Stage.UTILISATION, UNKNOWN]


def test_an_activity_stands_under_every_section_it_names_and_once_in_every_other_grouping(plan: Plans) -> None:
    activities = [{"id": "A", "bagian": ["perawatan", "integrasi"]}, {"id": "B", "bagian": ["integrasi"]}]
    drawn = roadmap(plan(kegiatan=activities), AS_OF)
    assert [(group.key, ids(group)) for group in drawn.by_section] == [
        (SectionKey.INTEGRATION, ["A", "B"]),
        (SectionKey.MAINTENANCE, ["A"]),
    ]
    for groups in (drawn.by_program, drawn.by_stage, drawn.by_owner, drawn.by_start):
        assert sorted(identifier for group in groups for identifier in ids(group)) == ["A", "B"]


def test_the_years_of_start_are_in_order_and_the_unknown_start_last(plan: Plans) -> None:
    activities = [
        {"id": "A", "mulai": "tidak_diketahui"},
        {"id": "B", "mulai": "2027-T1", "selesai": "2028-T1"},
        {"id": "C", "mulai": "2025-T1"},
    ]
    assert [group.key for group in roadmap(plan(kegiatan=activities), AS_OF).by_start] == [2025, 2027, UNKNOWN]


def test_owners_are_in_the_order_of_the_units_and_programmes_in_that_of_the_programmes(plan: Plans) -> None:
    activities = [
        {"id": "A", "penanggung_jawab": "ptsp", "program": "P-2"},
        {"id": "B", "penanggung_jawab": "kominfo", "program": "P-1"},
        {"id": "C", "penanggung_jawab": "tidak_diketahui", "program": "tidak_diketahui"},
    ]
    programs = [{"id": "P-1", "nama": "Satu"}, {"id": "P-2", "nama": "Dua"}]
    drawn = roadmap(plan(kegiatan=activities, program=programs), AS_OF)
    assert [group.key for group in drawn.by_owner] == ["kominfo", "ptsp", UNKNOWN]
    assert [group.key for group in drawn.by_program] == ["P-1", "P-2", UNKNOWN]


def test_joint_owners_each_have_the_activity_and_the_first_has_its_money(plan: Plans) -> None:
    money = [{"tahun": 2026, "jumlah": 7, "fase": "pagu"}]
    drawn = roadmap(plan(kegiatan=[{"id": "A", "penanggung_jawab": ["ptsp", "kominfo"], "anggaran": money}]), AS_OF)
    assert [(group.key, ids(group), group.planned.amount) for group in drawn.by_owner] == [
        ("kominfo", ["A"], 0),
        ("ptsp", ["A"], 7),
    ]
    assert drawn.has_joint_owners


def test_the_quarters_reach_the_last_end(plan: Plans) -> None:
    drawn = roadmap(plan(kegiatan=[{"id": "A", "selesai": "2031-T2"}, {"id": "B", "selesai": "2027"}]), AS_OF)
    assert (str(drawn.quarters[0]), str(drawn.quarters[-1])) == ("2025-T1", "2031-T4")


def test_a_row_tells_the_newest_progress_and_what_the_day_makes_of_its_status(plan: Plans) -> None:
    activity = {"status": "berjalan", "selesai": "2026-T3", "kemajuan": [{"tanggal": "2026-01-31", "persen": 35}]}
    (row,) = roadmap(plan(kegiatan=[activity]), AS_OF).rows
    assert (row.percent, row.late, row.unverified_since) == (35, True, date(2026, 1, 31))


def test_an_unknown_percentage_is_no_percentage(plan: Plans) -> None:
    activity = {"status": "berjalan", "kemajuan": [{"tanggal": "2026-11-01", "persen": "tidak_diketahui"}]}
    (row,) = roadmap(plan(kegiatan=[activity]), AS_OF).rows
    assert row.percent is None


def test_the_groups_add_up_to_the_plan(plan: Plans) -> None:
    money = [{"tahun": 2026, "jumlah": 500, "fase": "dpa", "sumber": "apbd"}]
    drawn = roadmap(
        plan(kegiatan=[{"id": "A", "anggaran": money}, {"id": "B", "anggaran": money, "tahap": "pemantapan"}]), AS_OF
    )
    assert [group.planned.amount for group in drawn.by_stage] == [500, 500]
    assert drawn.planned.amount == 1000


def test_a_group_counts_what_is_done_and_what_is_late(plan: Plans) -> None:
    activities = [
        {"id": "A", "status": "selesai", "selesai": "2026-T1"},
        {"id": "B", "status": "berjalan", "selesai": "2026-T1"},
        {"id": "C", "status": "berjalan", "selesai": "2029-T4"},
    ]
    (group,) = roadmap(plan(kegiatan=activities), AS_OF).by_stage
    assert (group.done, group.late) == (1, 1)


def test_what_is_done_is_told(plan: Plans) -> None:
    activities = [{"id": "A", "status": "selesai"}, {"id": "B", "status": "berjalan"}]
    assert [row.activity.id for row in roadmap(plan(kegiatan=activities), AS_OF).done] == ["A"]
