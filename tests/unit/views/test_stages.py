"""The four national stages, whether the plan uses them or not."""

from collections.abc import Callable
from datetime import date

from generator.model.plan import Plan
from generator.model.terms import Stage
from generator.views.stages import climbing, stages

Plans = Callable[..., Plan]
AS_OF = date(2026, 11, 24)


def test_all_four_stages_are_told_in_order_even_without_a_period(plan: Plans) -> None:
    views = stages(plan(), AS_OF)
    assert [view.stage for view in views] == list(Stage)
    assert [len(view.periods) for view in views] == [1, 0, 0, 0]


def test_a_stage_counts_its_activities_and_adds_their_money(plan: Plans) -> None:
    money = [{"tahun": 2026, "jumlah": 500, "fase": "dpa", "sumber": "apbd"}]
    activities = [
        {"id": "A", "status": "selesai", "anggaran": money},
        {"id": "B", "status": "berjalan", "selesai": "2026-T1", "anggaran": money},
        {"id": "C", "tahap": "tidak_diketahui", "anggaran": money},
    ]
    view = stages(plan(kegiatan=activities), AS_OF)[0]
    assert [activity.id for activity in view.activities] == ["A", "B"]
    assert (view.done, view.late, view.planned.amount) == (1, 1, 1000)


def test_a_service_is_in_the_stage_of_today_and_on_its_way_to_another(plan: Plans) -> None:
    services = [
        {"id": "L-1", "nama": "Izin", "tahap_sekarang": "persiapan", "tahap_sasaran": "pemantapan"},
        {"id": "L-2", "nama": "Akta", "tahap_sekarang": "tidak_diketahui"},
    ]
    views = {view.stage: view for view in stages(plan(layanan=services), AS_OF)}
    assert [service.id for service in views[Stage.PREPARATION].services_now] == ["L-1"]
    assert [service.id for service in views[Stage.CONSOLIDATION].services_target] == ["L-1"]
    assert sum(len(view.services_now) + len(view.services_target) for view in views.values()) == 2


def test_a_service_climbs_where_both_stages_are_known_and_the_promised_one_is_higher(plan: Plans) -> None:
    services = [
        {"id": "L-1", "nama": "Izin", "tahap_sekarang": "persiapan", "tahap_sasaran": "pemantapan"},
        {"id": "L-2", "nama": "Akta", "tahap_sekarang": "pemantapan", "tahap_sasaran": "pemantapan"},
        {"id": "L-3", "nama": "Pajak", "tahap_sekarang": "tidak_diketahui", "tahap_sasaran": "pemanfaatan"},
        {"id": "L-4", "nama": "Arsip", "tahap_sekarang": "persiapan"},
    ]
    assert [service.id for service in climbing(plan(layanan=services))] == ["L-1"]
