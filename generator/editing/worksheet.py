"""A worksheet, written anew for the reader from what its XML says: what is measured here is what is read there."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from generator.data.xlsx_archive import MAIN
from generator.data.xlsx_cells import column_letters, column_number
from generator.editing.cell_texts import RUNS, Gathered, escaped, text_anew
from generator.editing.marks import Marks
from generator.editing.strict_xml import Attributes, Grammar, TooManyElements, read
from generator.editing.styles import Styles

_WITHIN = {"": {"worksheet"}, "worksheet": {"sheetData", "mergeCells"}, "mergeCells": {"mergeCell"}}
_WITHIN |= {"sheetData": {"row"}, "row": {"c"}, "c": {"v", "f", "is"}, "is": RUNS, "r": {"t"}}
_GRAMMAR = Grammar(_WITHIN, {"", "mergeCells", "sheetData", "row", "c"}, {"t", "v"})
_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_RANGE = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}(?::[A-Z]{1,3}[1-9][0-9]{0,6})?")
_WHOLE = re.compile(r"[0-9]{1,12}")
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,400}(?:\.[0-9]{0,400})?|\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,9})?")
_DAY = re.compile(r"(?!.*:[6-9][0-9])[0-9T:.Z+-]{1,40}")
"""Of no clock that counts to 60: a reader tells whoever runs it of a leap second, in words of its own."""
_ROWS, _COLUMNS = 1_048_576, 16_384  # of every spreadsheet
_EARLIEST, _TOO_MUCH = -1e11, 1e16
"""Below it lies no day that a reader can count in milliseconds; above it no number that a spreadsheet counts one by
one."""
_LAST_DAY = 2_958_465
"""31 December 9999. What is more, whatever its format, is a number: a reader that counts days has no more of them."""
_FLAGS = {"0": "0", "false": "0", "1": "1", "true": "1"}


class Worksheet(NamedTuple):
    """A sheet written anew. `area` counts the cells from the first to the last that holds anything; `characters` those
    of the texts that its cells share, once for each cell; `impossible` names a cell with a number that no plan holds,
    and that a reader may take for a day of no calendar."""

    content: str
    marks: Marks
    area: int
    characters: int
    impossible: str


def worksheet(part: bytes | None, shared: Sequence[str], styles: Styles, most: int) -> Worksheet:
    """A sheet, given the texts and styles that its cells share; one of a picture alone has no cells.

    Raises `ExpatError`, `KeyError` or `ValueError` for one that no spreadsheet writes, and `TooManyElements` for more
    than `most` cells.
    """
    reading = _Reading(shared, styles, most)
    if part is not None:
        reading.of(part)
    return reading.made()


class _Reading:
    def __init__(self, shared: Sequence[str], styles: Styles, most: int) -> None:
        self._shared, self._styles, self._most = shared, styles, most
        self._tables, self._count, self._row, self._column = 0, 0, 0, 0
        self._rows: list[str] = []
        self._cells: list[str] = []
        self._at, self._kind, self._style = "", "", ""
        self._value: str | None = None
        self._inline: str | None = None
        self._text = Gathered()
        self._last_row, self._columns, self._characters, self._impossible = 0, 0, 0, ""
        self._formulas: set[str] = set()
        self._errors: set[str] = set()
        self._percents: set[str] = set()
        self._merged: list[str] = []
        self._written: dict[str, Callable[[str], str]] = {"n": self._number, "s": self._shared_text, "b": self._flag}
        self._written |= {"e": self._error, "str": self._result, "d": self._day, "inlineStr": self._inline_text}

    def of(self, part: bytes) -> None:
        begin = {"sheetData": self._begin_table, "row": self._begin_row, "c": self._begin_cell, "t": self._text.begin}
        begin |= {"f": self._begin_formula, "mergeCell": self._merge}
        end = {"row": self._end_row, "c": self._end_cell, "v": self._end_value, "is": self._end_text}
        read(part, _GRAMMAR, begin, end | {"t": self._text.end})
        if not self._tables:
            raise ValueError("no cells")

    def made(self) -> Worksheet:
        marks = Marks(
            frozenset(self._formulas), tuple(self._merged), frozenset(self._errors), frozenset(self._percents)
        )
        content = f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(self._rows)}</sheetData></worksheet>'
        return Worksheet(content, marks, self._last_row * self._columns, self._characters, self._impossible)

    def _begin_table(self, _: Attributes) -> None:
        self._tables += 1
        if self._tables > 1:
            raise ValueError("two tables in a sheet")

    def _begin_row(self, attributes: Attributes) -> None:
        number = attributes.get("r")
        row = self._row + 1 if number is None else _whole(number)
        if not self._row < row <= _ROWS:
            raise ValueError("a row out of order")
        self._row, self._column = row, 0

    def _begin_cell(self, attributes: Attributes) -> None:
        self._count += 1
        if self._count > self._most:
            raise TooManyElements
        column, place = self._column + 1, attributes.get("r")
        if place is not None:
            found = _PLACE.fullmatch(place)
            if found is None or int(found[2]) != self._row:
                raise ValueError("a cell that stands nowhere")
            column = column_number(found[1]) + 1
        if not self._column < column <= _COLUMNS:
            raise ValueError("a cell out of order")
        self._column = column
        self._at = f"{column_letters(column - 1)}{self._row}"
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
        self._value, self._inline = None, None

    def _begin_formula(self, _: Attributes) -> None:
        if self._at in self._formulas:
            raise ValueError("two formulas in a cell")
        self._formulas.add(self._at)

    def _end_value(self, text: str) -> None:
        if self._value is not None:
            raise ValueError("two values in a cell")
        self._value = text

    def _end_text(self, _: str) -> None:
        if self._inline is not None:
            raise ValueError("two texts in a cell")
        self._inline = self._text.taken()

    def _end_cell(self, _: str) -> None:
        if self._kind == "inlineStr" and self._inline is None and self._value:
            raise ValueError("a text that stands elsewhere")
        if self._kind != "inlineStr" and self._inline is not None:
            raise ValueError("a text in a cell of another kind")
        if cell := self._written[self._kind](self._value or ""):
            self._cells.append(f'<c r="{self._at}"{cell}</c>')
            self._last_row, self._columns = self._row, max(self._columns, self._column)

    def _end_row(self, _: str) -> None:
        if self._cells:
            self._rows.append(f'<row r="{self._row}">{"".join(self._cells)}</row>')
            self._cells.clear()

    def _merge(self, attributes: Attributes) -> None:
        if not _RANGE.fullmatch(attributes["ref"]):
            raise ValueError("a range of no cells")
        self._merged.append(attributes["ref"])

    # What stands in a cell of each kind, from its `r` on; empty for nothing.

    def _number(self, value: str) -> str:
        number = value.strip()
        if not number:
            return ""
        if not _NUMBER.fullmatch(number) or not _EARLIEST < float(number) < _TOO_MUCH:
            self._impossible = self._impossible or self._at
            return ""
        style = _whole(self._style) if self._style else 0
        if style in self._styles.percents:
            self._percents.add(self._at)
        is_day = abs(float(number)) <= _LAST_DAY
        styled = f' s="{style}"' if is_day and style < self._styles.how_many else ""
        return f"{styled}><v>{number}</v>"

    def _shared_text(self, value: str) -> str:
        if not value:
            return ""
        at = _whole(value.strip())
        self._characters += len(self._shared[at])
        return f' t="s"><v>{at}</v>'

    def _flag(self, value: str) -> str:
        return f' t="b"><v>{_FLAGS[value.strip()]}</v>' if value else ""

    def _error(self, _: str) -> str:
        self._errors.add(self._at)
        return ""

    def _result(self, value: str) -> str:
        return f' t="str"><v>{escaped(value)}</v>' if value else ""

    def _day(self, value: str) -> str:
        if value and not _DAY.fullmatch(value):
            raise ValueError("no day")
        return f' t="d"><v>{value}</v>' if value else ""

    def _inline_text(self, _: str) -> str:
        return f' t="inlineStr"><is>{text_anew(self._inline)}</is>' if self._inline else ""


def _whole(text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise ValueError("no number")
    return int(text)
