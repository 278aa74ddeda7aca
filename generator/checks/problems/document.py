"""A plan as the checks look at it: nodes, read value by value.

The checks work on the nodes and not on the typed draft: a node is there, with its place, even where the
draft had to leave an element out, and a value that is no quarter or year at all is simply not read here,
because the model has already told so.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from generator.diagnostics import Label, Place
from generator.locale import say
from generator.model.address import PlanAddress
from generator.model.description import Column, Role, Table, item_tables, tables
from generator.model.entity import Item
from generator.model.mistake import Mistake
from generator.model.quarter import read_end, read_start, read_when
from generator.model.scalars import read_day, read_identifier, read_year
from generator.model.value_type import ValueType
from generator.model.values import UNKNOWN
from generator.model.year_range import read_years
from generator.reading.expected import values
from generator.reading.naming import Names
from generator.reading.nodes import Group, Listing, Node, Scalar, find, groups, own_id
from generator.reading.reader import Reading
from generator.reading.text import TextFile

_NESTED = 100
"""Items that begin before a place, of which one may be around it."""
_NUMBERS = frozenset((ValueType.RUPIAH, ValueType.NUMBER, ValueType.COUNT))


class Read(NamedTuple):
    """A value of a field that could be read, and where it stands."""

    value: Any
    place: Place


class Definition(NamedTuple):
    """An item with a readable id, where it is written."""

    id: str
    kind: type[Item]
    place: Place
    """Of the id."""
    node: Group


class PlacedScalar(NamedTuple):
    """A scalar, the column it stands in, and the item it is in, if it is in one."""

    scalar: Scalar
    table: Table
    column: Column
    item: Group | None

    @property
    def id(self) -> str:
        """Of that item, as far as it can be read."""
        own = identifier(self.item, "id") if self.item else None
        return own.value if own else ""


@dataclass(frozen=True)
class Document:
    """The nodes of one plan."""

    address: PlanAddress
    root: Group
    complete: bool
    files: tuple[TextFile, ...] = field(repr=False)

    @classmethod
    def of(cls, reading: Reading) -> "Document":
        """The document of a plan that was read."""
        return cls(reading.address, reading.source.root, reading.complete, reading.source.files)

    @cached_property
    def items(self) -> tuple[Definition, ...]:
        """Every item with a readable id, list by list; those of a repeated id too."""
        return tuple(
            Definition(id.value, kind, id.place, node)
            for kind, table in item_tables().items()
            for node in self.elements(*table.path)
            if (id := identifier(node, "id"))
        )

    @cached_property
    def names(self) -> Names:
        """The items by what they are called."""
        return Names(self.root)

    def item_at(self, place: Place) -> str:
        """The id of the innermost item around a place, or empty."""
        at = bisect_right(self._spans, ((place.path, place.line, place.column + 1),))
        around = self._spans[max(0, at - _NESTED) : at]
        return next((id for (path, *_), end, id in reversed(around) if path == place.path and place[1:3] < end), "")

    @cached_property
    def _spans(self) -> list[tuple[tuple[str, int, int], tuple[int, int], str]]:
        """Where each group with an id begins and ends, in order."""
        own = ((group.place, own_id(group)) for group in groups(self.root))
        return sorted((place[:3], place[3:], id.strip()) for place, id in own if id)

    @cached_property
    def numbers(self) -> frozenset[tuple[str, int, int]]:
        """Where values of numeric fields begin: path, line and column."""
        return frozenset(value.place[:3] for field, value in values(self.root) if field.value_type in _NUMBERS)

    @cached_property
    def by_id(self) -> dict[str, Definition]:
        """Items by their exact id; the first one where an id is repeated."""
        return {item.id: item for item in reversed(self.items)}

    def elements(self, *path: str) -> Iterator[Group]:
        """The groups of fields in a list."""
        return elements(self.root, *path)

    def of_type(self, *types: ValueType) -> Iterator[PlacedScalar]:
        """Every scalar in a field that holds values of these types, table by table."""
        for table in tables():
            wanted = [each for each in table.columns if each.role is Role.VALUE and each.field.value_type in types]
            for entry, item in self._entries(table) if wanted else ():
                for column in wanted:
                    yield from (PlacedScalar(scalar, table, column, item) for scalar in scalars(entry, *column.path))

    def _entries(self, table: Table) -> Iterator[tuple[Group, Group | None]]:
        """The groups of fields in a table with the item each is, or is in; the table of single fields is the whole."""
        if table.field is None:
            yield self.root, None
            return
        around = self._entries(table.parent) if table.parent else iter([(self.root, None)])
        for holder, item in around:
            for element in elements(holder, *table.steps):
                yield element, element if table.item else item

    @cached_property
    def period(self) -> tuple[Read, Read]:
        """First and last year; from the address where the plan does not say them or says them wrongly."""
        start, end = year(self.root, "rencana", "periode", "mulai"), year(self.root, "rencana", "periode", "selesai")
        if start is None or end is None or start.value > end.value:
            first, last = self.address.years
            return Read(first, self.root.place), Read(last, self.root.place)
        return start, end

    @cached_property
    def bounds(self) -> tuple[int, int]:
        """The years a date may lie in: those of the plan and of its address, so that one mistyped year of the
        period does not make every date wrong."""
        (start, end), (first, last) = self.period, self.address.years
        return min(start.value, first), max(end.value, last)


def elements(node: Node, *path: str) -> Iterator[Group]:
    """The groups of fields in the list at a path; none where there is no such list."""
    found = find(node, path)
    if isinstance(found, Listing):
        yield from (element for element in found if isinstance(element, Group))


def scalars(node: Node, *path: str) -> list[Scalar]:
    """The text at a path, or the texts of the list there."""
    found = find(node, path)
    texts = found if isinstance(found, Listing) else (found,)
    return [each for each in texts if isinstance(each, Scalar) and each.strip()]


def text(node: Node, *path: str) -> Read | None:
    """The text at a path, if one is written there."""
    found = find(node, path)
    if not isinstance(found, Scalar) or not found.strip():
        return None
    return Read(found.strip(), found.place)


def identifier(node: Node, *path: str) -> Read | None:
    """The id at a path."""
    return _read(_identifier, node, path)


def year(node: Node, *path: str) -> Read | None:
    """The year at a path."""
    return _read(read_year, node, path)


def years_of(line: Node) -> Read | None:
    """The year, or the range of years, of a budget line (`tahun`)."""
    return _read(read_years, line, ("tahun",))


def day(node: Node, *path: str) -> Read | None:
    """The date at a path."""
    return _read(read_day, node, path)


def start(node: Node) -> Read | None:
    """The quarter, or first quarter of the year, in which a thing begins (`mulai`)."""
    return _read(read_start, node, ("mulai",))


def end(node: Node) -> Read | None:
    """The quarter, or last quarter of the year, in which it ends (`selesai`)."""
    return _read(read_end, node, ("selesai",))


def when(node: Node) -> Read | None:
    """The day, or the quarter or year, by which a milestone is promised (`tanggal`)."""
    return _read(read_when, node, ("tanggal",))


def years(node: Node, *path: str) -> Iterator[Read]:
    """The years that are the keys of the group at a path, with the places of the keys."""
    found = find(node, path)
    if isinstance(found, Group):
        for key, _ in found.pairs():
            if read := _of(read_year, key):
                yield read


def reference(scalar: Scalar) -> Read | None:
    """The id a scalar refers to; none where it is no id or is said to be unknown."""
    return None if scalar.strip() == UNKNOWN.value else _of(_identifier, scalar)


def inside(node: Group, kind: type[Item]) -> tuple[Label, ...]:
    """The label that shows which item a place is in."""
    own = identifier(node, "id")
    return (Label(own.place, say("dalam {jenis} ini", jenis=kind.called)),) if own else ()


def _identifier(text: str) -> str:
    return read_identifier(text.strip())


def _read(reader: Callable[[str], Any], node: Node, path: tuple[str, ...]) -> Read | None:
    found = find(node, path)
    return _of(reader, found) if isinstance(found, Scalar) else None


def _of(reader: Callable[[str], Any], scalar: Scalar) -> Read | None:
    # The readers of the fields' types, without pydantic around them: a plan has a thousand such values.
    try:
        return Read(reader(str(scalar)), scalar.place)
    except Mistake:
        return None
