"""A quarter of a year."""

import re
from datetime import date
from typing import Any, NamedTuple

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from generator.locale import say
from generator.model.mistake import Mistake, shown
from generator.model.scalars import read_day
from generator.model.spelling.days import last_day_of_month, meant_quarters


class Quarter(NamedTuple):
    """A quarter of a year, written `2026-T2`; quarters are ordered."""

    year: int
    number: int

    @property
    def ordinal(self) -> int:
        """Quarters since the year 0: differences are counted in quarters."""
        return self.year * 4 + self.number - 1

    @property
    def first_day(self) -> date:
        """1 January, April, July or October."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last_day(self) -> date:
        """31 March, 30 June, 30 September or 31 December."""
        return date(self.year, self.number * 3, 31 if self.number in (1, 4) else 30)

    @classmethod
    def at(cls, ordinal: int) -> "Quarter":
        """The quarter with this `ordinal`."""
        return cls(ordinal // 4, ordinal % 4 + 1)

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter a day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    def __str__(self) -> str:
        return f"{self.year}-T{self.number}"

    @classmethod
    def read(cls, text: Any) -> "Quarter":
        """`2026-T2`; raises `Mistake`."""
        match = re.fullmatch(r"([0-9]{4})-T([1-4])", text) if isinstance(text, str) else None
        if match:
            return cls(int(match[1]), int(match[2]))
        if isinstance(text, Quarter):
            return text
        raise _mistake(text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.to_string_ser_schema(when_used="always")
        )


class WholeYear(Quarter):
    """A year of which no quarter is told, written `2026`: its first quarter at a start, its last at an end.

    Where quarters are ordered or counted it is one; its days are those of the year, and so is its text. To name the
    quarter later is to say something else, so the two are not equal.
    """

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WholeYear) and tuple.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = Quarter.__hash__

    @property
    def first_day(self) -> date:
        """1 January."""
        return date(self.year, 1, 1)

    @property
    def last_day(self) -> date:
        """31 December."""
        return date(self.year, 12, 31)

    def __str__(self) -> str:
        return str(self.year)


def quarters_between(before: object, after: object) -> int | None:
    """By how many quarters `after` is later; `None` where one of the two is no quarter."""
    return after.ordinal - before.ordinal if isinstance(before, Quarter) and isinstance(after, Quarter) else None


def read_start(value: Any) -> Quarter:
    """A quarter, or a year alone as its first one; raises `Mistake`."""
    return _whole_year(value, 1) or Quarter.read(value)


def read_end(value: Any) -> Quarter:
    """A quarter, or a year alone as its last one; raises `Mistake`."""
    return _whole_year(value, 4) or Quarter.read(value)


def read_when(value: Any) -> date | Quarter:
    """A day, or the quarter or the year by whose last day something is promised; raises `Mistake`."""
    if isinstance(value, Quarter):
        return value
    try:
        return read_end(value)
    except Mistake:
        pass
    try:
        return read_day(value)
    except Mistake as mistake:
        raise _no_day(value, mistake) from None


def _no_day(value: Any, mistake: Mistake) -> Mistake:
    """The mistake of a value that is no day: a quarter may be promised too, that which it tells if it tells one."""
    if mistake.fix is not None or not isinstance(value, str) or last_day_of_month(value):
        return mistake
    meant = [str(Quarter(*each)) for each in meant_quarters(value)]
    if not meant:
        help_ = say("tulis tahun-bulan-tanggal, misalnya `2026-09-30`, atau triwulan, misalnya `2026-T3`")
        return Mistake(mistake.code, mistake.message, help_)
    if len(meant) == 1:
        help_ = say("tulis triwulannya, `{triwulan}`, atau tanggalnya, misalnya `2026-09-30`", triwulan=meant[0])
        return Mistake(mistake.code, mistake.message, help_)
    help_ = say(
        "tulis triwulannya, dari `{awal}` sampai `{akhir}`, atau tanggalnya, misalnya `2026-09-30`",
        awal=meant[0],
        akhir=meant[-1],
    )
    return Mistake(mistake.code, mistake.message, help_)


def _whole_year(value: Any, number: int) -> WholeYear | None:
    is_year = isinstance(value, str) and re.fullmatch(r"(?:19|20|21)[0-9]{2}", value)
    return WholeYear(int(value), number) if is_year else None


def _mistake(text: Any) -> Mistake:
    told = say("`{teks}` bukan triwulan", teks=shown(text))
    meant = [str(Quarter(*each)) for each in meant_quarters(text)] if isinstance(text, str) else []
    if len(meant) == 1:
        return Mistake("triwulan-salah", told, say("tulis `{benar}`", benar=meant[0]), meant[0])
    if meant:
        help_ = say("tulis triwulannya, dari `{awal}` sampai `{akhir}`", awal=meant[0], akhir=meant[-1])
        return Mistake("triwulan-salah", told, help_)
    return Mistake("triwulan-salah", told, say("tulis tahun dan triwulan, misalnya `2026-T2` untuk April–Juni 2026"))
