"""The cells of a workbook, read as their columns' fields; a name that stands where an id belongs becomes the id."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.data.layout import list_sheets
from generator.editing import cell_problems as told
from generator.editing.book import Book
from generator.editing.forms_of_value import chosen
from generator.editing.marks import Marks
from generator.editing.proposal import Written
from generator.editing.seat import Origin
from generator.editing.sheet import CellProblem, understood
from generator.editing.typed import Cell, Unclear, typed
from generator.model.description import Column, Shape, item_tables
from generator.model.edition import Edition
from generator.model.entity import Item
from generator.model.mistake import Mistake
from generator.model.scalars.words import read_identifier
from generator.model.unknown import UNKNOWN

_NAMES = ("nama", "singkatan", "judul", "uraian")
"""The columns that people call an item by."""
_BETWEEN = re.compile(r"[;\n]")


@dataclass
class _Items:
    """The items that a column refers to: their ids, and those that each name or abbreviation may mean."""

    ids: dict[str, None] = field(default_factory=dict)
    called: dict[str, set[str]] = field(default_factory=dict)


@dataclass
class Readings:
    """What cells say. `names` are the ids that names were taken for, by their cell and the name."""

    book: Book
    edition: Edition | None
    names: dict[tuple[Origin, str], str] = field(default_factory=dict)
    _items: dict[type[Item], _Items] = field(default_factory=dict)

    def value(self, column: Column, cell: Cell, at: Origin | None = None) -> Written | CellProblem:
        """What a cell says, as the format writes it; `at` is where that is told."""
        origin = at or Origin("", "")
        try:
            value = typed(column, cell)
        except Unclear as unclear:
            return CellProblem("sel-tidak-jelas", *origin, unclear.message, unclear.help)
        if isinstance(value, str) and column.field.choices:
            return chosen(column, value)
        if value is None or value == UNKNOWN.value or not column.field.target or not isinstance(cell, str):
            return value
        try:
            ids = tuple(self._ids(column, column.field.target, cell, at))
        except _NoItem as lacking:
            return told.no_item(origin, lacking.text, list(self._of(column.field.target).ids))
        return ids if column.field.shape is Shape.MANY else ids[0]

    def _ids(self, column: Column, target: type[Item], cell: str, at: Origin | None) -> Iterator[str]:
        if column.field.shape is not Shape.MANY:
            yield self._id(cell, target, at)
            return
        for part in _BETWEEN.split(cell):
            # A name may hold a comma.
            each = [part] if _alike(part) in self._of(target).called else part.split(",")
            yield from (self._id(one, target, at) for one in each if one.strip())

    def _id(self, text: str, target: type[Item], at: Origin | None) -> str:
        items, own = self._of(target), text.strip()
        if own in items.ids:
            return own
        meant = items.called.get(_alike(own), set())
        if len(meant) == 1:
            (found,) = meant
            if at:
                self.names[at, own] = found
            return found
        try:
            return read_identifier(own)  # whether there is such an item is for the check to say
        except Mistake:
            raise _NoItem(own) from None

    def _of(self, target: type[Item]) -> _Items:
        if target not in self._items:
            self._items[target] = items = _Items()
            for row in self._rows(target):
                if own := str(row.get("id") or "").strip():
                    items.ids[own] = None
                    for key in _NAMES:
                        if called := _alike(str(row.get(key) or "")):
                            items.called.setdefault(called, set()).add(own)
        return self._items[target]

    def _rows(self, target: type[Item]) -> Iterator[dict[str, object]]:
        """The items of a kind: those of the plan, and those that the workbook has."""
        table = item_tables()[target]
        keys = [column.key for column in table.columns]
        for row in table.rows(self.edition.plan) if self.edition else ():
            yield dict(zip(keys, row.values, strict=True))
        sheet = next(each for each in list_sheets() if each.table is table)
        for name, cells in self.book.sheets.items():
            if name.casefold() in (sheet.name.casefold(), table.name.casefold()):
                for line in understood(name, cells, sheet.columns, Marks()).rows:
                    yield dict(line.cells)


class _NoItem(Exception):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def _alike(name: str) -> str:
    return " ".join(name.casefold().split())
