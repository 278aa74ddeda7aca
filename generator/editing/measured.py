"""How much a reader would make of a workbook, before one reads it: few bytes can ask for any number of cells."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

from generator.data.xlsx_cells import column_letters

_PLACE = re.compile(r"([A-Za-z]{0,9})([0-9]{0,12})")


_NUMBER, _SHARED = "n", "s"
_LONGEST = 400
"""Digits of a number at most."""
_EARLIEST, _TOO_MUCH = -1e11, 1e16
"""Below it lies no day that a reader can count in milliseconds; above it no number that a spreadsheet counts one by
one."""


class Size(NamedTuple):
    """What a reader makes of a sheet: `cells` from the first to the last that holds anything, and the `characters` of
    the texts that its cells share, once for each cell. `impossible` names a cell with a number that no plan holds, and
    that a reader may take for a day of no calendar."""

    cells: int
    characters: int
    impossible: str = ""


class _Sheet:
    def __init__(self, shared: Sequence[int]) -> None:
        self._shared = shared
        self._column, self._row = 0, 0
        self._kind, self._number = "", ""
        self._parser = _parser()
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self.count, self.columns, self.rows, self.characters, self.impossible = 0, 0, 0, 0, ""

    def read(self, sheet: bytes) -> Size:
        self._parser.Parse(sheet, True)
        return Size(max(self.columns * self.rows, self.count), self.characters, self.impossible)

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "c":
            self.count += 1
            self._place(attributes.get("r", ""))
            self._kind = attributes.get("t", _NUMBER)
        elif name == "row":
            number = attributes.get("r", "")
            self._row, self._column = int(number) if _is_number(number) else self._row + 1, 0
        elif name == "v" and self._kind in (_NUMBER, _SHARED):
            self._number = ""
            self._parser.CharacterDataHandler = self._digits

    def _end(self, name: str) -> None:
        if self._parser.CharacterDataHandler and name.rpartition(":")[2] == "v":
            self._parser.CharacterDataHandler = None
            number = self._number.strip()
            if self._kind == _NUMBER:
                if not self.impossible and not _is_possible(number):
                    self.impossible = f"{column_letters(self._column - 1)}{self._row}"
            elif _is_number(number) and int(number) < len(self._shared):
                self.characters += self._shared[int(number)]

    def _digits(self, text: str) -> None:
        self._number += text[: _LONGEST - len(self._number)]

    def _place(self, name: str) -> None:
        letters, number = _PLACE.match(name).groups()  # type: ignore[union-attr]
        column = 0
        for letter in letters.upper():
            column = column * 26 + ord(letter) - ord("A") + 1
        self._column = column or self._column + 1
        self._row = int(number) if number else self._row
        self.columns, self.rows = max(self.columns, self._column), max(self.rows, self._row)


def measured(sheet: bytes, shared: Sequence[int]) -> Size:
    """The size of a sheet, given the lengths of the shared texts. Raises `ExpatError` for one that is cut short or
    broken: what is read of one would seem to be all its rows.
    """
    return _Sheet(shared).read(sheet)


def shared_lengths(part: bytes) -> list[int]:
    """The length of each text that the cells of a workbook share. Raises `ExpatError` as `measured`."""
    lengths: list[int] = []
    parser = _parser()

    def begin(name: str, _: object) -> None:
        if name.rpartition(":")[2] == "si":
            lengths.append(0)

    def add(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    parser.StartElementHandler = begin
    parser.CharacterDataHandler = add
    parser.Parse(part, True)
    return lengths


def _is_possible(number: str) -> bool:
    try:
        return not number or _EARLIEST < float(number) < _TOO_MUCH
    except ValueError:
        return True  # whoever reads it tells


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 12


def _parser() -> XMLParserType:
    """A document type is none of a workbook's, and names of its own could grow without end."""
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refused_type
    return parser


def _refused_type(*_: object) -> None:
    raise ExpatError("document type")
