"""A cell as people type it, read as its column's field: `Rp 1.250.000`, `30/9/2026`, `TW I 2026`, a day's number."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeAlias

from generator.data.listed import parted
from generator.editing.proposal import Written
from generator.editing.quoting import quoted
from generator.locale import Message, say
from generator.model.description import Column, Shape
from generator.model.spelling.amounts import meant, spelt
from generator.model.spelling.days import meant_day, meant_quarters, meant_years
from generator.model.spelling.nothing import means_unknown
from generator.model.unknown import UNKNOWN
from generator.model.value_type import ValueType
from generator.reading.withheld import HIDDEN

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | None

_DAY_ZERO = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)  # 1954 to 2119
_YEARS = re.compile(r"\s*[0-9]{4}\s*(?:[-–—/]|s\.?\s?/?\s?d\.?|sampai|hingga)\s*[0-9]{4}\s*", re.IGNORECASE)
_BUDGET_YEAR = re.compile(r"\s*(?:t\.?a\.?|tahun(?:\s+anggaran)?)\s*([0-9]{4})\s*", re.IGNORECASE)
_EXACT = 15  # digits that a spreadsheet's number keeps


class Unclear(Exception):
    """A cell that may mean more than one thing, or nothing that its column can hold."""

    def __init__(self, message: Message, help_: Message) -> None:
        super().__init__(message.msgid)
        self.message = message
        self.help = help_


def typed(column: Column, cell: Cell) -> Written:
    """What a cell says, as the format writes it; `None` for an empty one. Raises `Unclear`."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    field = column.field
    if isinstance(cell, str) and field.unknown and means_unknown(cell.replace("_", " ")):
        return UNKNOWN.value
    if isinstance(cell, str) and cell.strip() == UNKNOWN.value:
        return UNKNOWN.value
    if field.shape is Shape.MANY:
        return _many(column, cell)
    return _READERS.get(field.value_type, _text)(cell)


def _many(column: Column, cell: Cell) -> Written:
    """The values of a list. A comma stands inside a free text, and between ids, codes and words of a choice."""
    texts = parted(_text(cell))
    if column.field.value_type is not ValueType.TEXT:
        texts = tuple(each.strip() for text in texts for each in text.split(",") if each.strip())
    return texts or None


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell.replace("\r\n", "\n").strip()
    if isinstance(cell, bool):
        raise Unclear(
            say("sel ini berisi nilai benar/salah, bukan teks"), say("tulis teksnya; awali dengan tanda petik tunggal")
        )
    if isinstance(cell, int | float) and float(cell).is_integer() and abs(cell) < 10**_EXACT:
        return str(int(cell))
    if isinstance(cell, int | float):
        raise Unclear(
            say("sel ini berisi pecahan {angka}, padahal kolomnya teks", angka=str(cell)),
            say("format selnya sebagai Teks, lalu tulis lagi: lembar kerja mengubah 11.10 menjadi 11.1"),
        )
    raise Unclear(
        say("sel ini berisi tanggal, padahal kolomnya teks"), say("format selnya sebagai Teks, lalu tulis lagi isinya")
    )


def _number(cell: Cell) -> str:
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        raise Unclear(say("sel ini tidak berisi angka"), say("tulis angkanya saja, atau `tidak_diketahui`"))
    if isinstance(cell, int | float):
        return spelt(Decimal(repr(cell))) if not float(cell).is_integer() else str(int(cell))
    readings = meant(cell)
    if len(readings) == 1 and readings[0].percent:
        raise _is_percent(cell)
    if len(readings) != 1:
        raise _ambiguous(cell, [spelt(each.value) for each in readings])
    return spelt(readings[0].value)


def _is_percent(cell: str) -> Unclear:
    return Unclear(
        say("`{teks}` adalah persen, padahal kolomnya angka", teks=quoted(cell)),
        say("tulis angkanya saja, dengan format sel Umum"),
    )


def _whole(cell: Cell) -> str:
    if isinstance(cell, str):
        readings = meant(cell, whole=True)
        if len(readings) == 1 and readings[0].percent:
            raise _is_percent(cell)
        values = [each.value for each in readings if each.value == each.value.to_integral_value()]
        if len(readings) != 1 or len(values) != 1:
            raise _ambiguous(cell, [spelt(each) for each in values])
        return f"{values[0]:f}".partition(".")[0]
    number = _number(cell)
    if "." in number:
        raise Unclear(
            say("`{angka}` bukan bilangan bulat", angka=number), say("tulis bilangan bulat, tanpa koma dan tanpa titik")
        )
    return number


def _percent(cell: Cell) -> str:
    if isinstance(cell, float) and 0 < cell < 1:
        raise Unclear(
            say("`{angka}` dapat berarti {persen} persen", angka=str(cell), persen=f"{cell * 100:g}"),
            say("tulis persennya sebagai bilangan bulat 0 sampai 100, dengan format sel Umum"),
        )
    if isinstance(cell, str):
        readings = meant(cell, whole=True)
        if len(readings) == 1 and readings[0].value == readings[0].value.to_integral_value():
            return str(int(readings[0].value))
        raise Unclear(
            say("`{teks}` bukan persen yang bulat", teks=quoted(cell)),
            say("tulis persennya sebagai bilangan bulat 0 sampai 100"),
        )
    return _whole(cell)


def _year(cell: Cell) -> str:
    if isinstance(cell, date):
        raise Unclear(
            say("sel ini berisi tanggal, padahal kolomnya tahun"), say("tulis tahunnya, `{tahun}`", tahun=cell.year)
        )
    text = _text(cell)
    told = _BUDGET_YEAR.fullmatch(text)
    return told[1] if told else text


def _years(cell: Cell) -> str:
    text = _year(cell)
    years = meant_years(text)
    return f"{min(years)}-{max(years)}" if len(years) == 2 and _YEARS.fullmatch(text) else text


def _day(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if day := _day_of_serial(cell):
        return day.isoformat()
    if isinstance(cell, str):
        found = meant_day(cell)
        if found is None and meant_quarters(cell):
            return _quarter(cell)
        if found:
            return found.isoformat()
        return cell.strip()
    raise Unclear(say("sel ini tidak berisi tanggal"), say("tulis tanggalnya, misalnya 2026-09-30 atau 30/9/2026"))


def _quarter(cell: Cell) -> str:
    day = cell if isinstance(cell, date) else _day_of_serial(cell)
    if day:
        raise Unclear(
            say("sel ini berisi tanggal {hari}, padahal kolomnya triwulan", hari=day.strftime("%Y-%m-%d")),
            say("tulis triwulannya, `{triwulan}`", triwulan=f"{day.year}-T{(day.month + 2) // 3}"),
        )
    text = _text(cell)
    found = meant_quarters(text)
    if len(found) == 1:
        return f"{found[0][0]}-T{found[0][1]}"
    if len(found) == 4 and text.isdecimal():
        return text  # the whole year
    if found:
        raise _ambiguous(text, [f"{year}-T{number}" for year, number in found])
    return text


def _day_of_serial(cell: Cell) -> date | None:
    """The day that a number is, where it is one that a day's cell of another format shows."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and int(cell) in _SERIALS:
        return _DAY_ZERO + timedelta(days=int(cell))
    return None


def _when(cell: Cell) -> str:
    is_day = isinstance(cell, date) or _day_of_serial(cell)
    return _day(cell) if is_day or (isinstance(cell, str) and meant_day(cell)) else _quarter(cell)


def _flag(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    text = _text(cell).casefold()
    return {"ya": "true", "y": "true", "true": "true", "tidak": "false", "t": "false", "false": "false"}.get(text, text)


def _ambiguous(cell: str, readings: list[str]) -> Unclear:
    shown = quoted(cell)
    if not readings or HIDDEN in shown:
        return Unclear(
            say("`{teks}` tidak terbaca sebagai angka", teks=shown), say("tulis angkanya saja, misalnya 750000")
        )
    return Unclear(
        say("`{teks}` dapat dibaca lebih dari satu cara", teks=shown),
        say("tulis salah satu: {daftar}", daftar=", ".join(f"`{each}`" for each in readings)),
    )


_READERS: dict[ValueType, Callable[[Cell], str]] = {
    ValueType.NUMBER: _number,
    ValueType.RUPIAH: _whole,
    ValueType.COUNT: _whole,
    ValueType.SCALE: _whole,
    ValueType.PERCENT: _percent,
    ValueType.YEAR: _year,
    ValueType.YEARS: _years,
    ValueType.DAY: _day,
    ValueType.QUARTER: _quarter,
    ValueType.SPAN: _quarter,
    ValueType.WHEN: _when,
    ValueType.FLAG: _flag,
}
