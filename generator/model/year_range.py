"""A stretch of years: money that is promised for all of them together and for none of them yet."""

import re
from typing import Any, NamedTuple

from generator.locale import say
from generator.model.mistake import Mistake, shown
from generator.model.scalars import read_year
from generator.model.spelling.days import meant_years


class YearRange(NamedTuple):
    """Two years and all between them, written `2026-2030`."""

    first: int
    last: int

    @classmethod
    def of(cls, years: "int | YearRange") -> "YearRange":
        """A range as it is; of a year the range of it alone."""
        return years if isinstance(years, YearRange) else cls(years, years)

    def __contains__(self, year: object) -> bool:
        """Whether a year is one of them."""
        return isinstance(year, int) and self.first <= year <= self.last

    def __str__(self) -> str:
        return f"{self.first}-{self.last}"


def read_years(value: Any) -> int | YearRange:
    """A year, or a range of years from the earlier to the later; raises `Mistake`."""
    if isinstance(value, YearRange):
        return value
    if not isinstance(value, str) or len(years := _years(value)) != 2:
        return read_year(value)
    if re.fullmatch(r"[0-9]{4}-[0-9]{4}", value.strip()) and years[0] < years[1]:
        return YearRange(*years)
    help_ = say(
        "tulis satu baris bagi tiap tahun, atau `{rentang}` bila uangnya belum dibagi per tahun",
        rentang=str(YearRange(min(years), max(years))),
    )
    raise Mistake("tahun-salah", say("`{teks}` bukan tahun", teks=shown(value)), help_)


def _years(text: str) -> tuple[int, ...]:
    """The years in a text; of `2026-27` both."""
    short = re.fullmatch(r"\s*([0-9]{2})([0-9]{2})\s*[-/–]\s*([0-9]{2})\s*", text)
    if short and short[3] > short[2]:
        return int(short[1] + short[2]), int(short[1] + short[3])
    return meant_years(text)


def as_written(value: int | YearRange) -> int | str:
    """A year as a number, a range as its text."""
    return str(value) if isinstance(value, YearRange) else value
