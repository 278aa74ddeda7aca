from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.delivery import Milestone
from generator.model.scalars.numbers import read_number, read_rupiah, read_whole
from generator.model.values import (
    UNKNOWN,
    Count,
    Day,
    End,
    Flag,
    Identifier,
    Known,
    Link,
    Maybe,
    Mistake,
    Number,
    Percent,
    Quarter,
    Rupiah,
    Scale,
    Start,
    Statement,
    Text,
    WholeYear,
    Year,
    shown,
)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Count, "1_000", 1000),
        (Percent, "100", 100),
        (Scale, "5", 5),
        (Number, "3.50", Decimal("3.50")),
        (Number, "-1_000", Decimal(-1000)),
        (Rupiah, "750_000_000", 750_000_000),
        (Rupiah, "+5", 5),
        (Year, "2026", 2026),
        (Day, "2024-02-29", date(2024, 2, 29)),
        (Flag, "Ya", True),
        (Flag, "false", False),
        (Quarter, "2026-T2", Quarter(2026, 2)),
        (Link, "https://sagara.example/a?b=c#d", "https://sagara.example/a?b=c#d"),
        (Link, "mailto:ppid@sagara.go.id", "mailto:ppid@sagara.go.id"),
        (Identifier, "K-001.a_b", "K-001.a_b"),
        (Text, "  11.10 ", "11.10"),
    ],
)
def test_what_a_field_reads(kind: Any, text: str, value: object) -> None:
    assert TypeAdapter(kind).validate_python(text) == value


@pytest.mark.parametrize(
    ("written", "last"),
    [("2026-05-04", date(2026, 5, 4)), ("2026-T2", date(2026, 6, 30)), ("2026", date(2026, 12, 31))],
)
def test_a_milestone_is_promised_by_the_last_day_of_what_is_told(written: str, last: date) -> None:
    read = Milestone.model_validate({"tanggal": written})
    assert read.day == last
    assert read.model_dump(mode="json", by_alias=True, exclude_unset=True) == {"tanggal": written}
    with pytest.raises(ValidationError):
        Milestone.model_validate({"tanggal": "2026-13-01"})


@pytest.mark.parametrize(("kind", "quarter"), [(Start, 1), (End, 4)])
def test_a_year_alone_is_its_first_or_last_quarter_and_keeps_its_text(kind: Any, quarter: int) -> None:
    read = TypeAdapter(kind).validate_python("2026")
    assert isinstance(read, WholeYear)
    assert read.ordinal == Quarter(2026, quarter).ordinal
    assert read != Quarter(2026, quarter)  # less is said
    assert Quarter(2026, quarter) != read
    assert (str(read), read.first_day, read.last_day) == ("2026", date(2026, 1, 1), date(2026, 12, 31))
    assert TypeAdapter(kind).dump_python(read) == "2026"
    assert TypeAdapter(kind).validate_python("2026-T2") == Quarter(2026, 2)
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python("0026")


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (Count, "1.5", "angka-salah"),
        (Count, "1" * 19, "angka-salah"),
        (Count, ["1"], "angka-salah"),
        (Count, "-1", "angka-salah"),
        (Percent, "101", "angka-salah"),
        (Scale, "0", "angka-salah"),
        (Number, "1,5", "angka-salah"),
        (Number, "1e3", "angka-salah"),
        (Number, "١٢", "angka-salah"),
        (Rupiah, "-1", "rupiah-salah"),
        (Rupiah, "750000000.50", "rupiah-salah"),
        (Rupiah, "750.000.000", "rupiah-salah"),
        (Rupiah, "1__0", "rupiah-salah"),
        (Rupiah, {}, "rupiah-salah"),
        (Year, "26", "tahun-salah"),
        (Year, "20260", "tahun-salah"),
        (Day, "2026-02-30", "tanggal-salah"),
        (Day, "20260230", "tanggal-salah"),
        (Day, "2026-W01-1", "tanggal-salah"),
        (Day, "12-²-2026", "tanggal-salah"),
        (Day, "1/99999999999999999999/2026", "tanggal-salah"),
        (Year, "2026 ²", "tahun-salah"),
        (Quarter, "2026 ²", "triwulan-salah"),
        (Quarter, "1945 ٣000000000000000000000", "triwulan-salah"),
        (Flag, "no", "pilihan-salah"),
        (Quarter, "2026-T5", "triwulan-salah"),
        (Quarter, "2026-Q1", "triwulan-salah"),
        (Link, "javascript:alert(1)", "tautan-salah"),
        (Link, "https://", "tautan-salah"),
        (Link, "https://user@host/", "tautan-salah"),
        (Link, "https://a b/", "tautan-salah"),
        (Link, "//host/", "tautan-salah"),
        (Link, "mailto:a", "tautan-salah"),
        (Identifier, "-K", "id-salah"),
        (Identifier, "a/b", "id-salah"),
        (Identifier, "tidak_diketahui", "id-salah"),
        (Identifier, "x" * 65, "id-salah"),
        (Text, ["a"], "bentuk-salah"),
    ],
)
def test_what_a_field_refuses(kind: Any, text: object, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(text)
    error = caught.value.errors()[0]["ctx"]["error"]
    assert isinstance(error, Mistake)
    assert error.code == code


def test_unknown_is_a_value_of_a_fact_that_may_be_missing() -> None:
    assert TypeAdapter(Known[Rupiah]).validate_python("tidak_diketahui") is UNKNOWN
    assert TypeAdapter(Maybe[Year]).validate_python("tidak_diketahui") is UNKNOWN
    with pytest.raises(ValidationError):
        TypeAdapter(Year).validate_python("tidak_diketahui")


def test_quarters_are_ordered_and_counted() -> None:
    quarter = Quarter(2026, 1)
    assert quarter.first_day == date(2026, 1, 1)
    assert [Quarter(2026, number).last_day.day for number in (1, 2, 3, 4)] == [31, 30, 30, 31]
    assert Quarter.at(quarter.ordinal - 1) == Quarter(2025, 4) < quarter
    assert [Quarter.of(date(2026, month, 1)).number for month in (1, 3, 4, 12)] == [1, 1, 2, 4]
    assert str(quarter) == "2026-T1"


def test_a_long_value_is_cut_where_it_is_quoted() -> None:
    assert shown("a" * 60) == "a" * 60
    assert shown("a" * 61) == "a" * 57 + "…"


def test_a_name_is_repeated_and_so_is_short_and_what_is_told_once_may_be_long() -> None:
    for kind, most in ((Text, 500), (Statement, 5_000)):
        assert TypeAdapter(kind).validate_python("x" * most) == "x" * most
        with pytest.raises(ValidationError, match="batasnya"):
            TypeAdapter(kind).validate_python("x" * (most + 1))


@pytest.mark.parametrize("read", [read_number, read_whole, read_rupiah])
@pytest.mark.parametrize("text", ["9" * 32, "1" + "0" * 20, "99999999999999999999,5", "0.12345678901"])
def test_a_remedy_is_never_refused_itself(read: Callable[[object], object], text: str) -> None:
    with pytest.raises(Mistake) as found:
        read(text)
    if found.value.fix is not None:
        read(found.value.fix)
    assert "9" * 20 not in str(found.value.help)
    assert "0" * 20 not in str(found.value.help)


@pytest.mark.parametrize("text", [19 * "9", "1" + 30 * "0", "Rp 9.999.999.999.999.999.999", "99999999 triliun"])
def test_too_large_an_amount_is_told_as_that(text: str) -> None:
    with pytest.raises(Mistake, match="terlalu besar"):
        read_rupiah(text)


@pytest.mark.parametrize("read", [read_whole, read_number])
def test_too_large_a_number_is_told_as_that(read: Callable[[object], object]) -> None:
    with pytest.raises(Mistake, match="terlalu besar"):
        read(19 * "9")
