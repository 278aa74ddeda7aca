"""The budget lines of one activity: by year, and once what all of them share."""

from collections.abc import Callable

from generator.model.plan import Plan
from generator.model.terms import FundingSource
from generator.model.values import UNKNOWN, YearRange
from generator.views.costs import costs

Plans = Callable[..., Plan]


def test_lines_stand_by_year_and_an_unknown_year_comes_last(plan: Plans) -> None:
    lines = [
        {"tahun": "tidak_diketahui", "jumlah": 1, "sumber": "apbd"},
        {"tahun": 2027, "jumlah": 2, "sumber": "apbd"},
        {"tahun": 2026, "jumlah": 3, "sumber": "apbd", "fase": "dpa"},
        {"tahun": 2027, "jumlah": 4, "sumber": "apbd", "jenis_biaya": "modal"},
        {"tahun": "2026-2028", "jumlah": 5, "sumber": "apbd"},
    ]
    found = costs(plan(kegiatan=[{"id": "A", "anggaran": lines}]).activities[0])
    assert found is not None
    assert [(year, [each.amount for each in of_year]) for year, of_year in found.years] == [
        (2026, [3]),
        (YearRange(2026, 2028), [5]),
        (2027, [2, 4]),
        (UNKNOWN, [1]),
    ]
    assert (found.one_source, found.source) == (True, FundingSource.APBD)
    assert not found.one_kind


def test_an_activity_without_lines_has_no_costs(plan: Plans) -> None:
    assert costs(plan(kegiatan=[{"id": "A"}]).activities[0]) is None
