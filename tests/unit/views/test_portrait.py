"""A portrait says what the views say, is small, and survives the way from one process to another."""

import pickle
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter

from generator.checks.findings import elsewhere, findings
from generator.diagnostics import Answer, Finding, Place
from generator.locale import say
from generator.model.address import PlanAddress
from generator.model.edition import Edition
from generator.model.money import Total
from generator.model.portfolio import InstitutionPlans, Portfolio
from generator.model.quarter import Quarter, read_end
from generator.model.terms import ActivityStatus, InstitutionKind, SectionKey, Stage
from generator.model.validity import Validity
from generator.model.values import UNKNOWN
from generator.pages.plan.dossier import Dossier
from generator.views.coverage import Filled
from generator.views.overdue import SlippedPromise
from generator.views.portrait import FindingCount, Portrait, portrait

SENTENCE = say("kalimat")
TODAY = date(2026, 11, 24)
Small = Callable[[], dict[str, Any]]
EditionOf = Callable[..., Edition]


@pytest.fixture
def seen(small_plan: Small, edition_of: EditionOf) -> Callable[..., Portrait]:
    def look(change: Callable[[dict[str, Any]], None] = lambda values: None, found: Any = None) -> Portrait:
        values = small_plan()
        change(values)
        edition = edition_of(values)
        if found is None:
            found = findings(edition, TODAY, elsewhere(Portfolio.of([edition])))
        return portrait(Dossier(edition, InstitutionPlans("sagara", (edition,)), TODAY, tuple(found)))

    return look


def test_portrait_holds_the_figures_of_the_views(seen: Callable[..., Portrait]) -> None:
    one = seen()
    assert (one.slug, one.name, one.kind, one.code) == (
        "sagara",
        "Kabupaten Sagara",
        InstitutionKind.REGENCY,
        "99.01",
    )
    assert (one.validity(date(2026, 11, 24)) is Validity.IN_FORCE, one.is_example, one.updated) == (
        True,
        True,
        date(2026, 1, 2),
    )
    assert (one.standing.total, one.standing.done, one.standing.done_verified) == (2, 1, 0)
    assert one.planned == Total(900, known=2)
    assert one.actual == Total()
    assert one.planned_in(2026) == Total(500, known=1)
    assert one.planned_in(2031) is None
    assert [plan.title for plan in one.plans] == ["Rencana Induk Kabupaten Sagara 2025–2029"]


def test_sections_count_as_filled_by_what_they_say(seen: Callable[..., Portrait]) -> None:
    def change(values: dict[str, Any]) -> None:
        values["cetak_biru"] = {
            "strategi": {"sasaran": "Portal."},
            "integrasi": {"tidak_berlaku": "Diurus provinsi."},
            "perawatan": {"kondisi": "tidak_diketahui"},
        }

    one = seen(change)
    held = dict(one.sections)
    assert len(one.sections) == 17
    assert held[SectionKey.STRATEGY] is Filled.PARTIAL
    assert held[SectionKey.MAINTENANCE] is Filled.UNKNOWN
    assert one.filled == 2


def test_stages_count_services_and_activities(seen: Callable[..., Portrait]) -> None:
    counts = {each.stage: each for each in seen().stages}
    assert (counts[Stage.CONSOLIDATION].services_target, counts[Stage.CONSOLIDATION].activities) == (1, 1)
    assert (counts[Stage.PREPARATION].activities, counts[Stage.PREPARATION].done) == (1, 1)


def test_findings_are_counted_by_kind_with_their_answers(seen: Callable[..., Portrait]) -> None:
    place = Place("plans/sagara/2025-2029.yaml", 1, 1, 1, 1)
    answer = Answer("Sudah.", None, place)
    some = [
        Finding("terlambat", "K-001", place, SENTENCE),
        Finding("terlambat", "K-002", place, SENTENCE, answer=answer),
        Finding("tanpa-alasan", "K-002", place, SENTENCE),
    ]
    one = seen(found=some)
    assert one.findings == (FindingCount("terlambat", 2, 1), FindingCount("tanpa-alasan", 1, 0))
    assert (one.finding_count, one.found("terlambat"), one.found("tanpa-anggaran")) == (3, 2, 0)


def test_unknown_money_is_missing_and_never_zero(seen: Callable[..., Portrait]) -> None:
    def change(values: dict[str, Any]) -> None:
        for line in values["kegiatan"][0]["anggaran"]:
            line["jumlah"] = "tidak_diketahui"

    one = seen(change)
    assert one.planned == Total(0, known=0, missing=2)
    assert not one.has_money


@pytest.mark.parametrize(
    ("institution", "code"),
    [
        ({"kode": "32.76", "skema_kode": "kemendagri", "nama": "Kota Depok", "jenis": "kota"}, "32"),
        ({"kode": "99.01", "skema_kode": "contoh", "nama": "K", "jenis": "kota", "provinsi": "jawa barat"}, "32"),
        ({"kode": "99.01", "skema_kode": "contoh", "nama": "K", "jenis": "kota", "provinsi": "Nusa Kencana"}, ""),
        ({"kode": "97", "skema_kode": "contoh", "nama": "K", "jenis": "kementerian"}, ""),
    ],
)
def test_province_is_that_of_kemendagri(seen: Callable[..., Portrait], institution: dict[str, Any], code: str) -> None:
    assert seen(lambda values: values.update(lembaga=institution)).province_code == code


def test_portrait_travels_between_processes_and_stays_small(seen: Callable[..., Portrait]) -> None:
    one = seen()
    packed = pickle.dumps(one)
    assert pickle.loads(packed) == one
    assert len(packed) < 4_000
    assert b"pydantic" not in packed


def test_one_that_lacks_what_pages_ask_for_is_of_no_use(seen: Callable[..., Portrait]) -> None:
    own = seen()
    assert own.is_whole
    fewer = {status: count for status, count in own.standing.by_status.items() if status is not ActivityStatus.DONE}
    for lacking in (
        {"standing": replace(own.standing, by_status=fewer)},
        {"sections": ()},
        {"stages": own.stages[1:]},
        {"address": PlanAddress("sagara", "x")},
        {"plans": (own.plans[0]._replace(address=PlanAddress("lain", "2025-2029")),)},
    ):
        assert not replace(own, **lacking).is_whole  # type: ignore[arg-type]


@pytest.mark.parametrize("end", ["2025", "2025-T3"])
@pytest.mark.parametrize("now", ["2028", "2028-T4", "tidak_diketahui"])
def test_whatever_a_plan_may_say_comes_back_from_a_file(seen: Callable[..., Portrait], end: str, now: str) -> None:
    def change(values: dict[str, Any]) -> None:
        values["kegiatan"][0] |= {"mulai": "2025", "selesai": end, "status": "berjalan", "anggaran": []}
        for year in ("2026", "2026-2028", "tidak_diketahui"):
            values["kegiatan"][0]["anggaran"].append({"tahun": year, "jumlah": "tidak_diketahui", "fase": "pagu"})

    one = seen(change)
    assert [str(late.end) for late in one.late] == [end]
    after = UNKNOWN if now == "tidak_diketahui" else read_end(now)
    moved = SlippedPromise("K-001", "Portal", (UNKNOWN,), read_end(end), after, TODAY, None)
    one = replace(one, slipped=(moved, moved._replace(before=Quarter(2026, 1), earlier=one.address)))
    form = TypeAdapter(Portrait)
    assert form.validate_json(form.dump_json(one)) == one
