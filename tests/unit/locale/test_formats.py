"""Numbers, money and dates in the forms of two languages."""

from datetime import date
from decimal import Decimal

import pytest

from generator.locale import language

ID = language("id").formats
EN = language("en").formats


@pytest.mark.parametrize(
    ("amount", "millions"),
    [
        (0, "0,0"),
        (1, "<0,1"),
        (50_000, "0,1"),
        (72_350_000, "72,4"),
        (4_088_377_400, "4.088,4"),
        (-72_350_000, "-72,4"),
    ],
)
def test_rupiah_in_millions(amount: int, millions: str) -> None:
    assert ID.millions(amount) == millions


def test_rupiah_in_full_groups_its_digits() -> None:
    assert ID.rupiah(4_088_377_400) == "Rp4.088.377.400"
    assert EN.rupiah(4_088_377_400) == "Rp4,088,377,400"
    assert ID.rupiah(0) == "Rp0"


def test_the_minus_stands_before_the_currency() -> None:
    assert ID.rupiah(-1500) == "-Rp1.500"
    assert ID.rupiah_short(-4_088_377_400) == "-Rp4,09 miliar"


@pytest.mark.parametrize(
    ("amount", "short"),
    [
        (0, "Rp0"),
        (950_000, "Rp950.000"),
        (999_499, "Rp999.499"),
        (999_500, "Rp1 juta"),
        (1_005_000, "Rp1,01 juta"),
        (12_340_000, "Rp12,3 juta"),
        (995_000_000, "Rp995 juta"),
        (999_499_999, "Rp999 juta"),
        (999_500_000, "Rp1 miliar"),
        (999_600_000, "Rp1 miliar"),
        (4_088_377_400, "Rp4,09 miliar"),
        (9_996_000_000, "Rp10 miliar"),
        (750_000_000_000, "Rp750 miliar"),
        (999_960_000_000, "Rp1 triliun"),
        (1_234_000_000_000_000, "Rp1.234 triliun"),
    ],
)
def test_rupiah_in_short_has_three_figures_and_the_rounded_amount_chooses_its_unit(amount: int, short: str) -> None:
    assert ID.rupiah_short(amount) == short


def test_short_rupiah_in_english() -> None:
    assert EN.rupiah_short(4_088_377_400) == "Rp4.09 billion"


def test_a_number_drops_the_zeros_after_its_decimal_sign() -> None:
    assert ID.number(Decimal("3.50")) == "3,5"
    assert ID.number(Decimal("1200.00")) == "1.200"
    assert ID.number(Decimal("-1234.25")) == "-1.234,25"
    assert EN.number(Decimal("1234.5")) == "1,234.5"


def test_a_share_is_rounded_to_whole_per_cent_half_upwards() -> None:
    assert ID.percent(0.42) == "42%"
    assert ID.percent(Decimal("0.005")) == "1%"
    assert ID.percent(Decimal("0.0049")) == "0%"


def test_dates_name_their_month() -> None:
    assert ID.date(date(2026, 6, 5)) == "5 Juni 2026"
    assert EN.date(date(2026, 6, 5)) == "5 June 2026"
    assert [ID.month(number) for number in (1, 8, 12)] == ["Januari", "Agustus", "Desember"]


def test_a_quarter_has_the_letter_of_its_language() -> None:
    assert language("id").formats.quarter(2, 2026) == "T2 2026"
    assert language("en").formats.quarter(2, 2026) == "Q2 2026"
