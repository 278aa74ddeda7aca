"""Cells of a sheet as Office Open XML: texts that stay texts, numbers, days."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias
from xml.sax.saxutils import escape

from generator.data.xlsx_archive import CellStyle

Cell: TypeAlias = str | int | Decimal | date | None

LONGEST_TEXT = 32_767
"""Characters (UTF-16 units) that a cell holds at most."""
_EXACT = 10**15  # a spreadsheet's number keeps 15 digits; a longer one is written as text
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff\r]")
_SPACE = re.compile(r"^\s|\s\s|[\t\n]|\s$")
"""Space that a reader of XML may take away where it is not told to leave it."""
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def column_letters(index: int) -> str:
    """The letters of a column, counted from 0: `A`, `Z`, `AA`."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The column that letters name, counted from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def rows_of(rows: Iterable[Sequence[Cell]], letters: Sequence[str], kinds: Sequence[CellStyle]) -> Iterator[str]:
    """The rows below the head, as XML; each value in its column, none where there is none."""
    for number, row in enumerate(rows, 2):
        cells = []
        for letter, kind, value in zip(letters, kinds, row, strict=True):
            if value is None or value == "":
                continue
            at = f"{letter}{number}"
            if isinstance(value, str):
                cells.append(text_cell(at, kind, value))
            elif isinstance(value, date):
                cells.append(_day_cell(at, kind, value))
            elif -_EXACT < value < _EXACT:
                cells.append(f'<c r="{at}" s="{int(kind)}"><v>{value}</v></c>')
            else:
                cells.append(text_cell(at, kind, str(value)))
        yield f'<row r="{number}">{"".join(cells)}</row>'


def text_cell(at: str, style: int, text: str) -> str:
    """A text in a cell; raises `ValueError` for one that no cell holds."""
    if len(text) > LONGEST_TEXT // 2 and len(text.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST_TEXT:
        raise ValueError(f"{at}: {len(text)} characters are more than a cell holds")
    space = ' xml:space="preserve"' if _SPACE.search(text) else ""
    return f'<c r="{at}" s="{int(style)}" t="inlineStr"><is><t{space}>{_xml(text)}</t></is></c>'


def _day_cell(at: str, style: int, day: date) -> str:
    serial = day.toordinal() - 693594  # day 0 is 30 December 1899
    if serial < 61:  # before March 1900 programs disagree by a day
        return text_cell(at, style, day.isoformat())
    return f'<c r="{at}" s="{int(style)}"><v>{serial}</v></c>'


def _xml(text: str) -> str:
    """Text as a cell holds it: a sign that XML lacks is `_xHHHH_`, and what looks like that is escaped itself."""
    if "_x" in text:
        text = _LOOKS_ESCAPED.sub("_x005F_", text)
    text = _NO_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return escape(text)
