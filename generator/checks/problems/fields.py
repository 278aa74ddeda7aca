"""Values of a plan, read from its nodes by the names they have in the model.

The checks work on the nodes and not on the typed draft: a node is there, with its place, even where the
draft had to leave an element out, and a value that is no quarter or year at all is simply not read here,
because the model has already told so. `of` is the entity that a node is written for, `names` its attributes.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from generator.diagnostics import Label, Place
from generator.locale import say
from generator.model.description import keys
from generator.model.entity import Entity, Item
from generator.model.mistake import Mistake
from generator.model.quarter import read_end, read_start, read_when
from generator.model.scalars import read_day, read_identifier, read_year
from generator.model.values import UNKNOWN
from generator.model.year_range import read_years
from generator.reading.nodes import Group, Listing, Node, Scalar, find


class Read(NamedTuple):
    """A value of a field that could be read, and where it stands."""

    value: Any
    place: Place


def entries(node: Node, of: type[Entity], *names: str) -> Iterator[Group]:
    """The groups of fields in a list; none where there is no such list."""
    return groups_in(node, keys(of, *names))


def groups_in(node: Node, path: tuple[str, ...]) -> Iterator[Group]:
    """The same, at a path of keys."""
    found = find(node, path)
    if isinstance(found, Listing):
        yield from (element for element in found if isinstance(element, Group))


def scalars(node: Node, of: type[Entity], *names: str) -> list[Scalar]:
    """The text of a field, or the texts of its list."""
    return scalars_in(node, keys(of, *names))


def scalars_in(node: Node, path: tuple[str, ...]) -> list[Scalar]:
    """The same, at a path of keys."""
    found = find(node, path)
    texts = found if isinstance(found, Listing) else (found,)
    return [each for each in texts if isinstance(each, Scalar) and each.strip()]


def text(node: Node, of: type[Entity], *names: str) -> Read | None:
    """The text of a field, if one is written there."""
    found = find(node, keys(of, *names))
    if not isinstance(found, Scalar) or not found.strip():
        return None
    return Read(found.strip(), found.place)


def identifier(node: Node) -> Read | None:
    """The id of an item."""
    return _read(_identifier, node, Item, "id")


def year(node: Node, of: type[Entity], *names: str) -> Read | None:
    """A year."""
    return _read(read_year, node, of, *names)


def years_of(node: Node, of: type[Entity]) -> Read | None:
    """A year, or a range of years."""
    return _read(read_years, node, of, "year")


def day(node: Node, of: type[Entity], *names: str) -> Read | None:
    """A date."""
    return _read(read_day, node, of, *names)


def start(node: Node, of: type[Entity]) -> Read | None:
    """The quarter, or first quarter of the year, in which a thing begins."""
    return _read(read_start, node, of, "start")


def end(node: Node, of: type[Entity]) -> Read | None:
    """The quarter, or last quarter of the year, in which it ends."""
    return _read(read_end, node, of, "end")


def when(node: Node, of: type[Entity]) -> Read | None:
    """The day, or the quarter or year, by which a thing is promised."""
    return _read(read_when, node, of, "when")


def years(node: Node, of: type[Entity], *names: str) -> Iterator[Read]:
    """The years of a map by year, with the places of the keys."""
    found = find(node, keys(of, *names))
    if isinstance(found, Group):
        for key, _ in found.pairs():
            if read := _of(read_year, key):
                yield read


def reference(scalar: Scalar) -> Read | None:
    """The id a scalar refers to; none where it is no id or is said to be unknown."""
    return None if scalar.strip() == UNKNOWN.value else _of(_identifier, scalar)


def inside(node: Group, kind: type[Item]) -> tuple[Label, ...]:
    """The label that shows which item a place is in."""
    own = identifier(node)
    return (Label(own.place, say("dalam {jenis} ini", jenis=kind.called)),) if own else ()


def _identifier(text: str) -> str:
    return read_identifier(text.strip())


def _read(reader: Callable[[str], Any], node: Node, of: type[Entity], *names: str) -> Read | None:
    found = find(node, keys(of, *names))
    return _of(reader, found) if isinstance(found, Scalar) else None


def _of(reader: Callable[[str], Any], scalar: Scalar) -> Read | None:
    # The readers of the fields' types, without pydantic around them: a plan has a thousand such values.
    try:
        return Read(reader(str(scalar)), scalar.place)
    except Mistake:
        return None
