"""A plan as the checks look at it: its nodes, table by table and item by item; `fields.py` reads one value."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from generator.checks.problems.fields import Read, groups_in, identifier, scalars_in, year
from generator.diagnostics import Place
from generator.model.address import PlanAddress
from generator.model.description import Column, Role, Table, item_tables, tables
from generator.model.entity import Item
from generator.model.plan import Plan
from generator.model.value_type import ValueType
from generator.reading.guessing import Guesses
from generator.reading.naming import Names
from generator.reading.nodes import Group, Listing, Scalar, find, groups, own_id
from generator.reading.reader import Reading
from generator.reading.text import TextFile

_NESTED = 100
"""Items that begin before a place, of which one may be around it."""


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
        own = identifier(self.item) if self.item else None
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
            for node in groups_in(self.root, table.path)
            if (id := identifier(node))
        )

    def is_list(self, kind: type[Item]) -> bool:
        """Whether the items of a kind, where there are any, stand in a list."""
        return isinstance(find(self.root, item_tables()[kind].path), Listing | None)

    @cached_property
    def names(self) -> Names:
        """The items by what they are called."""
        return Names(self.root)

    @cached_property
    def guesses(self) -> Guesses:
        """What words about nothing in the plan may have meant."""
        return Guesses()

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
    def by_id(self) -> dict[str, Definition]:
        """Items by their exact id; the first one where an id is repeated."""
        return {item.id: item for item in reversed(self.items)}

    def of_type(self, *types: ValueType) -> Iterator[PlacedScalar]:
        """Every scalar in a field that holds values of these types, table by table."""
        for table in tables():
            wanted = [each for each in table.columns if each.role is Role.VALUE and each.field.value_type in types]
            for entry, item in self._entries(table) if wanted else ():
                for column in wanted:
                    yield from (PlacedScalar(scalar, table, column, item) for scalar in scalars_in(entry, column.path))

    def _entries(self, table: Table) -> Iterator[tuple[Group, Group | None]]:
        """The groups of fields in a table with the item each is, or is in; the table of single fields is the whole."""
        if table.field is None:
            yield self.root, None
            return
        around = self._entries(table.parent) if table.parent else iter([(self.root, None)])
        for holder, item in around:
            for element in groups_in(holder, table.steps):
                yield element, element if table.item else item

    @cached_property
    def period(self) -> tuple[Read, Read]:
        """First and last year; from the address where the plan does not say them or says them wrongly."""
        start, end = (year(self.root, Plan, "header", "period", bound) for bound in ("start", "end"))
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
