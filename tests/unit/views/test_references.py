"""The chain of a plan, read in both directions."""

from collections.abc import Callable, Iterable
from typing import Any

from generator.model.plan import Plan
from generator.model.terms import SectionKey
from generator.views.references import References

Plans = Callable[..., Plan]


def ids(items: Iterable[Any]) -> list[str]:
    return [item.id for item in items]


def test_a_gap_knows_the_activities_that_close_it(plan: Plans) -> None:
    references = References(plan(kegiatan=[{"id": "A", "menutup": ["G-1"]}, {"id": "B", "menutup": ["G-1", "G-2"]}]))
    assert ids(references.activities_of_gap["G-1"]) == ["A", "B"]
    assert ids(references.activities_of_gap["G-2"]) == ["B"]
    assert references.activities_of_gap.get("G-9") is None


def test_a_reference_written_twice_is_one(plan: Plans) -> None:
    activity = {"id": "A", "menutup": ["G-1", "G-2", "G-1"], "bagian": ["integrasi", "integrasi"]}
    references = References(plan(kegiatan=[activity]))
    assert ids(references.activities_of_gap["G-1"]) == ["A"]
    assert ids(references.activities_of_section[SectionKey.INTEGRATION]) == ["A"]


def test_a_strategy_is_served_through_the_programme_or_by_the_activity_itself_but_listed_once(plan: Plans) -> None:
    programs = [{"id": "P-1", "nama": "Satu", "strategi": ["S-1"]}, {"id": "P-2", "nama": "Dua"}]
    activities = [
        {"id": "A", "program": "P-1"},
        {"id": "B", "program": "P-2", "mendukung_strategi": ["S-1"]},
        {"id": "C", "program": "P-1", "mendukung_strategi": ["S-1"]},
        {"id": "D", "program": "tidak_diketahui"},
    ]
    references = References(plan(program=programs, kegiatan=activities))
    assert ids(references.activities_of_strategy["S-1"]) == ["A", "B", "C"]


def test_dependencies_are_read_backwards(plan: Plans) -> None:
    activities = [{"id": "A"}, {"id": "B", "bergantung_pada": ["A"]}, {"id": "C", "bergantung_pada": ["A", "B"]}]
    references = References(plan(kegiatan=activities))
    assert ids(references.successors["A"]) == ["B", "C"]
    assert ids(references.successors["B"]) == ["C"]
    assert "C" not in references.successors


def test_indicators_risks_regulations_and_services_lead_back_to_their_activity(plan: Plans) -> None:
    references = References(
        plan(
            kegiatan=[{"id": "A", "memerlukan_peraturan": ["R-1"], "layanan": ["L-1"]}],
            indikator_kinerja=[{"id": "IK-1", "nama": "Izin daring", "kegiatan": ["A"]}],
            risiko=[{"id": "RS-1", "uraian": "Mutasi", "kegiatan": ["A"]}],
            aplikasi=[{"id": "AP-1", "nama": "Simizin", "layanan": ["L-1"]}],
        )
    )
    assert ids(references.indicators_of_activity["A"]) == ["IK-1"]
    assert ids(references.risks_of_activity["A"]) == ["RS-1"]
    assert ids(references.activities_of_regulation["R-1"]) == ["A"]
    assert ids(references.activities_of_service["L-1"]) == ["A"]
    assert ids(references.applications_of_service["L-1"]) == ["AP-1"]


def test_known_activities_keep_the_order_asked_for(plan: Plans) -> None:
    references = References(plan(kegiatan=[{"id": "A"}, {"id": "B"}]))
    assert ids(references.known(["B", "X", "A"])) == ["B", "A"]


def test_what_has_nothing_around_or_below_it_is_known(plan: Plans) -> None:
    references = References(
        plan(
            program=[{"id": "P-1", "nama": "Satu"}, {"id": "P-2", "nama": "Dua"}],
            kesenjangan=[
                {"id": "G-1", "uraian": "Satu", "bagian": "integrasi"},
                {"id": "G-2", "uraian": "Dua", "bagian": "tidak_diketahui"},
            ],
            kegiatan=[{"id": "A", "program": "P-1"}, {"id": "B", "program": "tidak_diketahui"}],
        )
    )
    assert ids(references.programs_without_activity) == ["P-2"]
    assert ids(references.gaps_without_section) == ["G-2"]
