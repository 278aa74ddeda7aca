"""Money by year, source, section, owner and kind of cost: every table adds up to the same total."""

from collections.abc import Callable
from typing import Any

from generator.model.money import Total
from generator.model.plan import Plan
from generator.model.terms import FundingSource, Phase, SectionKey
from generator.model.values import UNKNOWN
from generator.views.budget import budget

Plans = Callable[..., Plan]


def line(year: Any, amount: Any, **other: Any) -> dict[str, Any]:
    return {"tahun": year, "jumlah": amount, "fase": "indikatif", "sumber": "apbd"} | other


def portal(*lines: dict[str, Any], **other: Any) -> dict[str, Any]:
    return {"id": "K-001", "anggaran": list(lines)} | other


def test_an_activity_of_two_sections_has_its_money_in_the_first(plan: Plans) -> None:
    shared = portal(line(2026, 500), bagian=["perawatan", "integrasi"])
    own = portal(line(2026, 30), id="K-002", bagian=["integrasi"])
    money = budget(plan(kegiatan=[shared, own]))
    assert [(row.key, row.all_years.planned.amount) for row in money.by_section] == [
        (SectionKey.INTEGRATION, 30),
        (SectionKey.MAINTENANCE, 500),
    ]
    assert sum(row.all_years.planned.amount for row in money.by_section) == money.all_years.planned.amount


def test_the_years_are_those_of_the_period_and_of_the_lines_and_the_unknown_one_is_last(plan: Plans) -> None:
    money = budget(plan(kegiatan=[portal(line(2031, 1), line("tidak_diketahui", 2))]))
    assert money.years == (2025, 2026, 2027, 2028, 2029, 2031, None)
    assert money.by_year[None].planned == Total(2, 1)
    assert money.by_year[2025].planned.is_empty


def test_no_column_for_an_unknown_year_when_every_year_is_known(plan: Plans) -> None:
    assert None not in budget(plan(kegiatan=[portal(line(2026, 1))])).years


def test_plan_and_actual_stand_beside_each_other(plan: Plans) -> None:
    money = budget(plan(kegiatan=[portal(line(2026, 700, fase="dpa"), line(2026, 640, fase="realisasi"))]))
    assert money.by_year[2026].planned == Total(700, 1)
    assert money.by_year[2026].actual == Total(640, 1)
    (row,) = money.by_activity
    assert (row.key, row.years[2026].actual.amount) == ("K-001", 640)


def test_sources_follow_the_order_of_the_guideline_and_what_is_not_known_comes_last(plan: Plans) -> None:
    lines = [line(2026, 1, sumber="tidak_diketahui"), line(2026, 2, sumber="dak"), line(2026, 4)]
    unrecorded = {name: value for name, value in line(2026, 8).items() if name != "sumber"}
    money = budget(plan(kegiatan=[portal(*lines, unrecorded)]))
    keys = [row.key for row in money.by_source]
    assert keys[:2] == [FundingSource.APBD, FundingSource.DAK]
    assert set(keys[2:]) == {UNKNOWN, None}, "unknown and not recorded are two rows, and neither is left out"
    assert sum(row.all_years.planned.amount for row in money.by_source) == 15


def test_owners_follow_the_order_of_the_units(plan: Plans) -> None:
    activities = [
        portal(line(2026, 1), penanggung_jawab="ptsp"),
        portal(line(2026, 2), id="K-002", penanggung_jawab="kominfo"),
        portal(line(2026, 4), id="K-003", penanggung_jawab="tidak_diketahui"),
    ]
    assert [row.key for row in budget(plan(kegiatan=activities)).by_owner] == ["kominfo", "ptsp", UNKNOWN]


def test_an_unknown_amount_leaves_every_sum_it_would_be_in_incomplete(plan: Plans) -> None:
    money = budget(plan(kegiatan=[portal(line(2026, "tidak_diketahui"), line(2027, 5))]))
    assert not money.all_years.planned.complete
    assert not money.by_year[2026].planned.complete
    assert money.by_year[2027].planned.complete
    for rows in (money.by_source, money.by_section, money.by_owner, money.by_cost_kind, money.by_activity):
        assert [row.all_years.planned.missing for row in rows] == [1]


def test_phases_stand_side_by_side_and_are_not_added(plan: Plans) -> None:
    money = budget(
        plan(kegiatan=[portal(line(2026, 640, fase="realisasi"), line(2026, 700, fase="dpa"), line(2026, 750))])
    )
    assert list(money.by_phase) == [Phase.INDICATIVE, Phase.BUDGETED, Phase.REALISED]
    assert [years[2026].amount for years in money.by_phase.values()] == [750, 700, 640]
    assert money.all_years.planned.amount == 700


def test_ceilings_are_in_order_and_may_be_unknown(plan: Plans) -> None:
    ceilings = {"2027": 900, "2026": "tidak_diketahui"}
    money = budget(plan(cetak_biru={"pendanaan": {"pagu": ceilings}}))
    assert list(money.ceilings.items()) == [(2026, UNKNOWN), (2027, 900)]
    assert budget(plan(cetak_biru={})).ceilings == {}
