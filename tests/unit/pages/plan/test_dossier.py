"""What the pages of a plan look at, computed once."""

from collections.abc import Callable

from generator.model.terms import SectionKey
from generator.pages.plan.dossier import Dossier

Dossiers = Callable[..., Dossier]


def test_a_view_is_computed_once_however_many_pages_ask(dossier_of: Dossiers) -> None:
    dossier = dossier_of()
    assert dossier.budget is dossier.budget
    assert dossier.roadmap is dossier.roadmap


def test_rows_are_found_by_activity_and_sections_are_all_there(dossier_of: Dossiers) -> None:
    dossier = dossier_of()
    assert list(dossier.rows) == ["K-001", "K-002"]
    assert [section.key for section in dossier.sections] == list(SectionKey)


def test_findings_are_found_by_kind_and_by_what_they_are_about(dossier_of: Dossiers) -> None:
    dossier = dossier_of()
    assert dossier.findings
    assert sum(len(found) for found in dossier.findings_of.values()) == len(dossier.findings)
    assert all(finding.item == item for item, found in dossier.findings_of.items() for finding in found)
    assert all(finding.kind == found.kind for found in dossier.found for finding in found.findings)
    assert sum(len(found.findings) for found in dossier.found) == len(dossier.findings)


def test_indicator_years_are_those_of_targets_and_achievements(dossier_of: Dossiers) -> None:
    indicators = [
        {"id": "IK-1", "nama": "Izin", "sasaran": {2028: 3, 2026: 1}, "capaian": {2025: 0}},
        {"id": "IK-2", "nama": "Akta", "sasaran": {2026: "tidak_diketahui"}},
    ]
    assert dossier_of(indikator_kinerja=indicators).indicator_years == (2025, 2026, 2028)


def test_nothing_moved_where_git_was_not_asked(dossier_of: Dossiers) -> None:
    dossier = dossier_of()
    assert not dossier.history.known
    assert dossier.moved == ()


def test_money_of_what_was_cancelled_is_told_apart(dossier_of: Dossiers) -> None:
    plan = dossier_of().plan
    assert dossier_of().cancelled_money.amount == 0
    activity = plan.activities[0].model_dump(mode="json", by_alias=True, exclude_unset=True) | {"status": "dibatalkan"}
    cancelled = dossier_of(kegiatan=[activity])
    assert cancelled.standing.cancelled == 1
    assert cancelled.cancelled_money.amount == cancelled.budget.all_years.planned.amount > 0
