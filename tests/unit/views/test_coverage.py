"""What the seventeen sections hold, in their four parts."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.model.plan import Plan
from generator.model.terms import SectionKey
from generator.views.coverage import Filled, coverage
from generator.views.references import References

Plans = Callable[..., Plan]


def test_seventeen_sections_in_the_order_of_the_guideline(plan: Plans) -> None:
    parts = coverage(References(plan()))
    sections = [section for part in parts for section in part.sections]
    assert len(parts) == 4
    assert [section.key for section in sections] == list(SectionKey)
    assert [section.number for section in sections] == list(range(1, 18))


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (None, Filled.EMPTY),
        ({"kondisi": "Ada.", "sasaran": "Lebih baik."}, Filled.FULL),
        ({"kondisi": "Ada."}, Filled.PARTIAL),
        ({"sasaran": "Lebih baik."}, Filled.PARTIAL),
        ({"kondisi": "tidak_diketahui", "sasaran": "Lebih baik."}, Filled.PARTIAL),
        ({"kondisi": "tidak_diketahui"}, Filled.UNKNOWN),
        ({"kondisi": "tidak_diketahui", "sasaran": "tidak_diketahui"}, Filled.UNKNOWN),
        ({"tidak_berlaku": "Digabung dengan perawatan."}, Filled.NOT_APPLICABLE),
    ],
)
def test_what_a_section_holds(plan: Plans, section: dict[str, Any] | None, expected: Filled) -> None:
    blueprint = {"integrasi": section} if section else {}
    found = {view.key: view for part in coverage(References(plan(cetak_biru=blueprint))) for view in part.sections}
    assert found[SectionKey.INTEGRATION].filled is expected


def test_a_section_leads_to_its_gaps_and_activities(plan: Plans) -> None:
    gaps = [{"id": "G-1", "uraian": "Belum.", "bagian": "integrasi"}, {"id": "G-2", "uraian": "Belum."}]
    activities = [{"id": "A", "bagian": ["perawatan", "integrasi"]}]
    parts = coverage(References(plan(kesenjangan=gaps, kegiatan=activities)))
    views = {view.key: view for part in parts for view in part.sections}
    assert [gap.id for gap in views[SectionKey.INTEGRATION].gaps] == ["G-1"]
    assert [activity.id for activity in views[SectionKey.INTEGRATION].activities] == ["A"]
    assert [activity.id for activity in views[SectionKey.MAINTENANCE].activities] == ["A"]
    assert views[SectionKey.STRATEGY].gaps == ()
