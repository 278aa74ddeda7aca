"""A plan as flat tables: one a list of the format, one a map by year, and one of all fields that stand alone.

Groups roll up into columns of the table around them (`klirens.tanggal`, "Klirens: tanggal"); a list of groups has a
table of its own, whose first columns say whose entries they are; a list of values stays one column.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache
from typing import Any, NamedTuple

from generator.model.description.field import Field, Shape, fields
from generator.model.entity import Entity, Item
from generator.model.plan import Plan
from generator.model.value_type import ValueType


class Role(Enum):
    """What a column is for: a value of the entry itself; which entry of the table around it belongs to, by id or, where
    those have none, by its number counted from 1; or the year of a map by year."""

    VALUE = auto()
    PARENT = auto()
    POSITION = auto()
    YEAR = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `key` and `title` with the groups it rolled up; `field` says the rest. `path` are its keys in an
    entry, empty unless its role is `VALUE`.

    `field.required` holds only if the groups around it are written; `required` holds always.
    """

    key: str
    title: str
    role: Role
    field: Field
    path: tuple[str, ...]
    required: bool
    _names: tuple[str, ...]

    def value(self, entry: Entity) -> Any:
        """What an entry holds here; `None` too where the group around the field is not written."""
        found: Any = entry
        for name in self._names:
            found = getattr(found, name) if found is not None else None
        return found


class Row(NamedTuple):
    """A row: the path that `Edition.place` takes, and a value of each column."""

    path: tuple[str | int, ...]
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `name` begins at its outermost list (`kegiatan.anggaran`, `strategi`, `pagu`), `path` at the whole plan
    (`kerangka_pemikiran`, `strategi`). `entity` is that of its entries, `None` for a map by year; `field` is the list
    or map, `None` for the table of single fields."""

    name: str
    title: str
    path: tuple[str, ...]
    field: Field | None
    entity: type[Entity] | None
    parent: "Table | None"
    columns: tuple[Column, ...]
    _names: tuple[str, ...]

    @property
    def steps(self) -> tuple[str, ...]:
        """The keys from an entry of the table around it, or from the whole plan, to its list."""
        return self.path[len(self.parent.path) :] if self.parent else self.path

    @property
    def item(self) -> type[Item] | None:
        """The kind of item in it, if its entries have ids."""
        return self.entity if self.entity is not None and issubclass(self.entity, Item) else None

    @property
    def within(self) -> type[Item] | None:
        """The kind of item that its entries are or, where they have no ids, are in."""
        return self.item or (self.parent.within if self.parent else None)

    def entries(self, plan: Plan) -> Iterator[Any]:
        """Its entries: groups of fields, or the pairs of a map by year."""
        return (entry for _, _, entry in self._entries(plan))

    def rows(self, plan: Plan) -> Iterator[Row]:
        """Its rows, in the order of the plan."""
        for path, before, entry in self._entries(plan):
            if isinstance(entry, tuple):
                yield Row(path, (*before, *entry))
            else:
                own = (column.value(entry) for column in self.columns[len(before) :])
                yield Row(path, (*before, *own))

    def _entries(self, plan: Plan) -> Iterator[tuple[tuple[str | int, ...], tuple[Any, ...], Any]]:
        """Every entry with its path and the values that say whose it is."""
        if self.field is None:
            yield (), (), plan
            return
        around: Iterator[tuple[tuple[str | int, ...], tuple[Any, ...], Any]] = iter([((), (), plan)])
        if self.parent:
            around = self.parent._entries(plan)
        for path, before, holder in around:
            if self.parent:
                before = (*before, holder.id if self.parent.item else int(path[-1]) + 1)
            found = holder
            for name in self._names:
                found = getattr(found, name) if found is not None else None
            if isinstance(found, dict):
                for year, value in found.items():
                    yield (*path, *self.steps, str(year)), before, (year, value)
            for position, entry in enumerate(found or ()) if not isinstance(found, dict) else ():
                here = (entry.id,) if isinstance(entry, Item) else (*path, *self.steps, position)
                yield here, before, entry


@cache
def tables() -> tuple[Table, ...]:
    """The table of single fields (`isian`), then every list in the order of the format, each before those inside it."""
    whole = Table("isian", "Isian", (), None, Plan, None, tuple(_columns(Plan)), ())
    return (whole, *_lists(Plan, None, (), (), ""))


def single() -> Table:
    """The table of all fields that stand alone; it has one row."""
    return tables()[0]


@cache
def item_tables() -> dict[type[Item], Table]:
    """The tables of items, by the kind of item in them, in the order of the format."""
    return {table.item: table for table in tables() if table.item}


def item_lists(plan: Plan) -> Iterator[tuple[Table, tuple[Item, ...]]]:
    """Every list of items with what a plan has in it, in the order of the format."""
    return ((table, tuple(table.entries(plan))) for table in item_tables().values())


def _lists(
    entity: type[Entity], parent: Table | None, keys: tuple[str, ...], names: tuple[str, ...], title: str
) -> Iterator[Table]:
    for field in fields(entity):
        path, attributes = (*keys, field.key), (*names, field.name)
        if field.shape is Shape.ONE and field.group:
            yield from _lists(field.group, parent, path, attributes, title)
        elif field.shape is Shape.BY_YEAR or (field.shape is Shape.MANY and field.group):
            table = _table(field, parent, path, attributes)
            yield table
            if field.group:
                yield from _lists(field.group, table, (), (), table.title)


def _table(field: Field, parent: Table | None, keys: tuple[str, ...], names: tuple[str, ...]) -> Table:
    title = _joined(parent.title, field.title) if parent else field.title
    name = f"{parent.name}.{field.key}" if parent else field.key
    path = (*parent.path, *keys) if parent else keys
    own = _columns(field.group) if field.group else _columns_by_year(field)
    before = _columns_before(parent) if parent else ()
    return Table(name, title, path, field, field.group, parent, (*before, *own), names)


def _columns_by_year(field: Field) -> Iterator[Column]:
    year = Field("", "tahun", "Tahun", "Tahun nilai itu.", (2026,), Shape.ONE, ValueType.YEAR, required=True)
    yield Column(year.key, year.title, Role.YEAR, year, (), True, ())
    value = replace(field, shape=Shape.ONE, examples=tuple(field.examples[0].values()), required=True)
    yield Column(field.key, field.title, Role.VALUE, value, (field.key,), True, ())


def _columns_before(parent: Table) -> tuple[Column, ...]:
    """The columns that say whose entries these are: those of the table around it, and which of its entries."""
    outer = _columns_before(parent.parent) if parent.parent else ()
    assert parent.field
    key, title = parent.field.key, parent.field.title
    words = title.lower()
    if parent.item:
        whose, role = f"Id {words} yang memuat baris ini.", Role.PARENT
        examples = next(field for field in fields(parent.item) if field.key == "id").examples
        own = Field("", key, title, whose, examples, Shape.ONE, ValueType.REFERENCE, target=parent.item, required=True)
    else:
        which, role = f"Urutan {words} yang memuat baris ini, mulai dari 1.", Role.POSITION
        own = Field("", key, title, which, (1,), Shape.ONE, ValueType.COUNT, required=True)
    return (*outer, Column(key, title, role, own, (), True, ()))


def _columns(
    entity: type[Entity],
    keys: tuple[str, ...] = (),
    names: tuple[str, ...] = (),
    title: str = "",
    required: bool = True,
) -> Iterator[Column]:
    """The columns of an entry, groups rolled up, lists of groups and maps by year left to their own tables."""
    for field in fields(entity):
        path, attributes = (*keys, field.key), (*names, field.name)
        here = _joined(title, field.title) if title else field.title
        if field.shape is Shape.ONE and field.group:
            yield from _columns(field.group, path, attributes, here, required and field.required)
        elif field.shape is not Shape.BY_YEAR and not field.group:
            yield Column(".".join(path), here, Role.VALUE, field, path, required and field.required, attributes)


def _joined(outer: str, inner: str) -> str:
    """`Klirens: tanggal`; an abbreviation keeps its capitals."""
    return f"{outer}: {inner if inner[1:2].isupper() else inner[:1].lower() + inner[1:]}"
