"""A year, or a range of years, as a budget line tells it."""

import pytest

from generator.model.mistake import Mistake
from generator.model.values import YearRange
from generator.model.year_range import read_years


def test_a_year_is_a_number_and_a_range_keeps_its_text() -> None:
    assert read_years("2026") == 2026
    assert read_years(" 2026-2030 ") == YearRange(2026, 2030)
    assert str(read_years("2026-2030")) == "2026-2030"
    assert [year in YearRange(2026, 2027) for year in (2025, 2026, 2027, 2028, None)] == [
        False,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("written", ["2030-2026", "2026-2026", "2026/2030", "2026–2030", "2026-27", "26-30", ""])
def test_whatever_else_is_told_with_its_remedy(written: str) -> None:
    with pytest.raises(Mistake) as found:
        read_years(written)
    assert found.value.code == "tahun-salah"


@pytest.mark.parametrize("written", ["2030/2026", "2026-30", "2026 s.d. 2030"])
def test_two_years_may_be_two_lines_or_a_range(written: str) -> None:
    with pytest.raises(Mistake) as found:
        read_years(written)
    assert dict(found.value.help.arguments) == {"rentang": "2026-2030"}
