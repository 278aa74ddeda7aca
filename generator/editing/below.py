"""What the rows of a table say, and what stands under them: the rows of the lists and maps inside them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from generator.editing.forms_of_value import plainest, written
from generator.editing.proposal import Path
from generator.model.description import Role, Table, tables
from generator.model.edition import Edition

Words: TypeAlias = tuple[object, ...]
"""The values of a row, equal for any two rows that say the same."""

Below: TypeAlias = frozenset[tuple[str, Path, object]]
"""All rows under one: the table of each, its path from that one on, and what it says."""


class Said(NamedTuple):
    """What a row says, and what those under it say."""

    own: Words
    below: Below


def said(table: Table, edition: Edition) -> dict[Path, Said]:
    """What each row of a table says, in the order of the plan."""
    under = below(table, words_inside(table, edition))
    return {path: Said(own, under.get(path, frozenset())) for path, own in _words(table, edition)}


def words_inside(table: Table, edition: Edition) -> Iterator[tuple[str, Path, Words]]:
    """Every row of the tables inside one, with what it says."""
    for inner in inside(table):
        for path, own in _words(inner, edition):
            yield inner.name, path, own


def below(table: Table, rows: Iterable[tuple[str, Path, object]]) -> Mapping[Path, Below]:
    """What stands under each row of a table. `rows` are those of the tables inside it."""
    found: dict[Path, set[tuple[str, Path, object]]] = {}
    own = _length(table)
    for name, path, says in rows:
        found.setdefault(path[:own], set()).add((name, path[own:], says))
    return {path: frozenset(each) for path, each in found.items()}


def inside(table: Table) -> list[Table]:
    """The tables inside one, and inside those."""
    found = [table]
    for each in tables():
        if each.parent in found:
            found.append(each)
    return found[1:]


def _length(table: Table) -> int:
    """How many steps the path of a row has; an item's is its id alone."""
    return 1 if table.item else len(table.steps) + 1 + (_length(table.parent) if table.parent else 0)


def _words(table: Table, edition: Edition) -> Iterator[tuple[Path, Words]]:
    for row in table.rows(edition.plan):
        pairs = zip(table.columns, row.values, strict=True)
        yield row.path, tuple(plainest(each, written(each, value)) for each, value in pairs if each.role is Role.VALUE)
