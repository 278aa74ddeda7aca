"""Which sheet and column of a workbook holds what: the same for the one that is written and the one that comes back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter

from generator.data.column import FileColumn, cells, columns_of
from generator.data.comma_separated import Value
from generator.data.xlsx import LONGEST_NAME
from generator.locale import language
from generator.model.description import Role, Table, single, tables
from generator.model.plan import Plan
from generator.model.value_type import ValueType

README = "Baca dulu"
FIELDS = "Isian"
DICTIONARY = "Kamus"
FILES = "Berkas"
STAMPS = "_sidik"
CHOICES = "_pilihan"

NUMBER = FileColumn(
    "nomor",
    "Nomor",
    "Urutan dalam daftar, mulai dari 1; jangan diubah. Kosongkan pada baris baru.",
    ValueType.COUNT,
)
"""The first column of a list whose entries have no id: it says which entry a row is, wherever it is sorted to."""

_STAMPS_A_CELL = 200
"""Of 64 characters of an id, and a path and stamp, far below what a cell holds."""

LONGEST_SHOWN = 30_000
"""Characters of a text that a sheet shows; a longer one is edited in its file."""


@dataclass(frozen=True)
class ListSheet:
    """The sheet of a list, `numbered` where its entries have no id; its first columns say which entry a row is."""

    table: Table
    name: str
    columns: tuple[FileColumn, ...]
    numbered: bool

    @property
    def keys(self) -> int:
        """How many columns at the beginning say which entry a row is."""
        before = sum(column.role is not Role.VALUE for column in self.table.columns)
        return before + self.numbered if self.numbered or self.table.entity is None else before + 1

    def rows(self, plan: Plan) -> Iterator[tuple[tuple[str | int, ...], tuple[Value, ...]]]:
        """The path of each row, as `Edition.place` takes it, and its cells."""
        for row in self.table.rows(plan):
            shown = tuple(_shown(value) for value in cells(row.values))
            yield row.path, ((int(row.path[-1]) + 1, *shown) if self.numbered else shown)


@cache
def list_sheets() -> tuple[ListSheet, ...]:
    """The sheets of all lists, in the order of the format."""
    return tuple(_sheet(table) for table in tables() if table is not single())


def _sheet(table: Table) -> ListSheet:
    numbered = table.item is None and table.entity is not None
    own = columns_of(table)
    return ListSheet(table, _sheet_name(table), (NUMBER, *own) if numbered else own, numbered)


def _sheet_name(table: Table) -> str:
    """The table's title; of one deep inside others as many of its parts as a sheet's name has room for."""
    parts = table.title.split(": ")
    while len(name := " - ".join(parts)) > LONGEST_NAME:
        parts = parts[1:]
    return name[:1].upper() + name[1:]


def _shown(value: Value) -> Value:
    return too_long(value) if isinstance(value, str) and len(value) > LONGEST_SHOWN else value


def too_long(text: str) -> str:
    """What stands for a text that no cell holds; whoever reads the sheet back leaves the text as it is."""
    length = language().formats.number(len(text))
    return f"(Teks ini {length} huruf, lebih panjang daripada yang dapat dimuat sebuah sel; sunting di berkasnya.)"


def stamp_rows(told: Iterable[tuple[str, tuple[str | int, ...], str]]) -> Iterator[tuple[str, str]]:
    """Sheet, path and stamp of each row as the sheet of stamps holds them: `K-001=0123456789`, many in a cell, since a
    row for each would be a sixth of the workbook."""
    for sheet, rows in groupby(told, key=itemgetter(0)):
        every = [f"{'/'.join(map(str, path))}={sign}" for _, path, sign in rows]
        for at in range(0, len(every), _STAMPS_A_CELL):
            yield sheet, " ".join(every[at : at + _STAMPS_A_CELL])


def stamps_in(rows: Iterable[Sequence[object]]) -> Iterator[tuple[str, str, str]]:
    """The same again from the rows below the head: sheet, path as it is written, and stamp."""
    for sheet, signs in (row[:2] for row in rows if len(row) > 1):
        for path, equals, sign in (each.rpartition("=") for each in str(signs).split()):
            if equals:
                yield str(sheet), path, sign


def stamp(values: Sequence[Value]) -> str:
    """What a row was when it was written: 10 hexadecimal digits."""
    return blake2b("\0".join(map(_canonical, values)).encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()


def _canonical(value: Value) -> str:
    return "" if value is None else str(value)
