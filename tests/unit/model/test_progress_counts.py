"""Counts that keep what is proven apart from what is said, on a given day."""

from datetime import date
from typing import Any

import pytest

from generator.model.activity import Activity
from generator.model.completeness import Facts, facts
from generator.model.plan import Plan
from generator.model.progress_counts import has_evidence, is_verified, standing
from generator.model.terms import ActivityStatus

PROOF = "https://sagara.example/laporan"


def activity(status: str, **more: Any) -> dict[str, Any]:
    return {
        "id": f"K-{status}-{len(more)}", "nama": "x", "program": "P-1", "bagian": [], "tahap": "persiapan",
        "muatan": "layanan", "domain": "layanan", "penanggung_jawab": "u", "mulai": "2026-T1", "selesai": "2026-T3",
        "status": status, **more,
    }  # fmt: skip


def read(small_plan, *activities: dict[str, Any]) -> Plan:
    return Plan.model_validate({**small_plan(), "kegiatan": list(activities)})


def test_each_status_is_counted_and_proof_is_counted_apart(small_plan):
    plan = read(
        small_plan,
        activity("selesai", kemajuan=[{"persen": "100", "bukti": PROOF}]),
        activity("selesai"),
        activity("berjalan", kemajuan=[{"tanggal": "2026-06-01", "persen": "10"}]),
        activity("berjalan"),
        activity("dibatalkan"),
        activity("tidak_diketahui"),
    )
    seen = standing(plan, date(2026, 10, 1))
    assert (seen.total, seen.done, seen.running, seen.unknown) == (6, 2, 2, 1)
    assert (seen.claimed, seen.others) == (4, 2)
    assert seen.verified + seen.unverified + seen.others == seen.total
    assert (seen.done_verified, seen.done_unverified) == (1, 1)
    assert (seen.running_verified, seen.running_unverified) == (1, 1)
    assert (seen.verified, seen.unverified) == (2, 2)
    assert seen.late == 2  # the two running; nobody knows it of the one whose status is unknown
    assert seen.by_status[ActivityStatus.CANCELLED] == 1
    assert list(seen.by_status) == list(ActivityStatus)


@pytest.mark.parametrize(("day", "verified"), [(date(2026, 12, 1), 1), (date(2026, 12, 2), 0)])
def test_a_running_status_decays_after_half_a_year(small_plan, day, verified):
    plan = read(small_plan, activity("berjalan", kemajuan=[{"tanggal": "2026-06-01"}]))
    assert standing(plan, day).running_verified == verified


@pytest.mark.parametrize(("day", "late"), [(date(2026, 9, 30), 0), (date(2026, 10, 1), 1)])
def test_lateness_follows_the_day(small_plan, day, late):
    assert standing(read(small_plan, activity("direncanakan")), day).late == late


def test_only_a_link_is_evidence():
    def made(**more: Any) -> Activity:
        return Activity.model_validate(activity("selesai", **more))

    assert has_evidence(made(tonggak=[{"bukti": PROOF}]))
    assert not has_evidence(made(kemajuan=[{"bukti": "tidak_diketahui"}]))
    assert not is_verified(Activity.model_validate(activity("direncanakan", kemajuan=[{"bukti": PROOF}])), date.max)


def test_unknown_facts_are_counted_by_key_and_missing_ones_are_not(small_plan):
    values = small_plan()
    values["layanan"] = [{"id": "L-1", "nama": "Izin", "pemilik": "tidak_diketahui", "jenis": None}]
    values["indikator_kinerja"] = [{"id": "IK-1", "nama": "x", "sasaran": {"2026": "tidak_diketahui", "2027": "8"}}]
    counted = {field.key: each for field, each in facts(Plan.model_validate(values)).items()}
    assert counted["layanan"] == Facts(3, 1)
    assert counted["indikator_kinerja"] == Facts(4, 1)
    assert "risiko" not in counted
    assert (Facts(3, 1).percent, Facts(0, 0).percent) == (33, 0)
