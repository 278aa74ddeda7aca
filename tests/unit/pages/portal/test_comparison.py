"""The cells of a comparison: what was not recorded has none, and nothing that is not known is zero."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.locale import language
from generator.model.edition import Edition
from generator.model.portfolio import InstitutionPlans
from generator.pages.plan.dossier import Dossier
from generator.pages.portal.comparison import cells
from generator.views.portrait import portrait

TODAY = date(2026, 11, 24)
Told = Callable[..., dict[str, list[str]]]


@pytest.fixture
def told(small_plan: Callable[[], dict[str, Any]], edition_of: Callable[..., Edition]) -> Told:
    """The cells of the small plan with top-level keys replaced: their words and where they lead."""

    def made(day: date = TODAY, **changed: Any) -> dict[str, list[str]]:
        edition = edition_of(small_plan() | changed)
        one = portrait(Dossier(edition, InstitutionPlans("sagara", (edition,), day), day))
        found: dict[str, list[str]] = json.loads(cells(one, (), day, language()))["sel"]
        return found

    return made


def test_a_plan_that_lists_no_services_has_none_to_count(told: Told) -> None:
    assert not [key for key in told(layanan=[]) if key.startswith("layanan-")]
    counted = told(layanan=[{"id": "L-1", "nama": "Izin"}, {"id": "L-2", "nama": "KTP", "tahap_sasaran": "pemantapan"}])
    assert counted["layanan-sekarang/1"][0] == "0"
    assert counted["layanan-sekarang/tidak-diketahui"][0] == "2"
    assert counted["layanan-sasaran/3"][0] == counted["layanan-sasaran/tidak-diketahui"][0] == "1"


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ([], "belum tercatat"),
        ([{"ada": 0, "butuh": 0}], "0 dari 0"),
        ([{"butuh": 5}], "tidak diketahui dari 5 (belum lengkap)"),
        ([{"ada": "tidak_diketahui", "butuh": "tidak_diketahui"}], "tidak diketahui"),
        ([{"ada": 4, "butuh": 10}], "4 dari 10"),
    ],
)
def test_staff_that_nobody_counted_is_not_zero(told: Told, counts: list[dict[str, Any]], words: str) -> None:
    staff = [{"peran": "jaringan", "unit": "kominfo", "tahun": 2026} | count for count in counts]
    assert told(sdm=staff)["ringkas/pegawai"][0] == words


def test_a_number_leads_to_an_anchor_only_where_there_is_something(told: Told) -> None:
    found = told()
    assert found["ringkas/selesai-tanpa"] == ["1", "rencana-implementasi/#selesai"]
    assert found["ringkas/terlambat"] == ["0", "rencana-implementasi/"]


def test_a_little_that_is_unknown_is_not_nothing(told: Told) -> None:
    assert told()["ringkas/tidak-diketahui"][0] == "0%"
    unit = [{"id": f"u{number}", "nama": "Unit"} for number in range(200)]
    known = told(
        unit=[*unit, {"id": "kominfo", "nama": "Kominfo", "jenis": "tidak_diketahui"}, {"id": "ptsp", "nama": "P"}]
    )
    assert known["ringkas/tidak-diketahui"][0] == "kurang dari 1%"


def test_a_plan_past_its_period_is_said_to_be(told: Told) -> None:
    assert told(date(2030, 2, 28))["ringkas/status"][0] == "Berlaku, masanya berakhir 2029"


def test_an_anchor_that_an_item_takes_gives_way(told: Told) -> None:
    unit = [{"id": "kominfo", "nama": "K"}, {"id": "ptsp", "nama": "P"}, {"id": "selesai", "nama": "Selesai"}]
    unit += [{"id": "bagian-strategi", "nama": "Bagian Strategi"}]
    found = told(unit=unit)
    assert found["ringkas/selesai-tanpa"][1] == "rencana-implementasi/#_selesai"
    assert found["cakupan/strategi"][1] == "cetak-biru/#_bagian-strategi"
    assert found["cakupan/organisasi"][1] == "cetak-biru/#bagian-organisasi"


def test_a_section_begins_with_the_letter_that_shades_it(told: Told) -> None:
    text, _, letter = told()["cakupan/strategi"]
    assert text.startswith(f"{letter} · ")
