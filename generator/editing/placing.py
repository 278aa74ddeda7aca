"""The rows that a proposal names, by where they stand now; of lists without ids that is not where they were seen."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from generator.editing.proposal import Change, FieldEdit, Path, RowAdded, Written, row_name
from generator.editing.whereabouts import Unfound, Whereabouts
from generator.model.description import Table, tables

Values: TypeAlias = Mapping[tuple[str, Path, str], Written]
"""Every value of a plan by its table, row and column."""


class NotFoundAgain(Exception):
    """No row now is known to be the one that was seen; `row` is what it was called."""

    def __init__(self, row: Path, why: Unfound) -> None:
        super().__init__(row_name(row))
        self.row = row
        self.why = why


def placed(changes: Sequence[Change], whereabouts: Whereabouts, now: Values, then: Values) -> Iterator[Change]:
    """The changes, each of the row where it stands now. Raises `NotFoundAgain`.

    `then` are the values of the plan as it was seen, empty where Git does not know it. What the proposer tells of a row
    is then all that is known of it: only one that alone says that is taken for it.
    """
    of_name = {table.name: table for table in tables()}
    said = _said(changes)
    alone = {} if whereabouts.is_known else _saying(now, {name for name, _ in said})
    for change in changes:
        table = of_name[change.table]
        if isinstance(change, RowAdded):
            around = whereabouts.around(table, change.parent) if any(_places(change.parent)) else change.parent
            if isinstance(around, Unfound):
                raise NotFoundAgain(change.parent, around)
            yield replace(change, parent=around)
            continue
        row, own = change.row, said[change.table, change.row]
        if any(_places(row)) and not _is_nowhere(table, row, own, (now, then)):
            place = whereabouts.place(table, row) if whereabouts.is_known else Unfound.DOUBTFUL
            if any(then.get((table.name, row, column)) != value for column, value in own.items()):
                place = Unfound.DOUBTFUL
            if not whereabouts.is_known and any(value is not None for value in own.values()):
                same = [alone.get((table.name, _list(row), each), set()) for each in own.items()]
                place = row if set.intersection(*same) == {row} else place
            if isinstance(place, Unfound):
                raise NotFoundAgain(row, place)
            row = place
        yield replace(change, row=row)


def _said(changes: Sequence[Change]) -> dict[tuple[str, Path], dict[str, Written]]:
    """What the proposer tells of each row, by table and row."""
    said: dict[tuple[str, Path], dict[str, Written]] = {}
    for change in changes:
        if not isinstance(change, RowAdded):
            own = {change.column: change.old} if isinstance(change, FieldEdit) else change.seen
            said.setdefault((change.table, change.row), {}).update(own)
    return said


def _saying(values: Values, names: Collection[str]) -> dict[tuple[str, Path, tuple[str, Written]], set[Path]]:
    """The rows of each list that hold a value in a column."""
    found: dict[tuple[str, Path, tuple[str, Written]], set[Path]] = {}
    for (name, row, column), value in values.items():
        if name in names and any(_places(row)):
            found.setdefault((name, _list(row), (column, value)), set()).add(row)
    return found


def _is_nowhere(table: Table, row: Path, columns: Collection[str], known: Sequence[Values]) -> bool:
    """Whether no plan has such a row or column."""
    return not any((table.name, row, column) in values for column in columns for values in known)


def _list(row: Path) -> Path:
    """The same for all rows between which only their places differ."""
    return tuple("" if is_place else step for step, is_place in zip(row, _places(row), strict=True))


def _places(row: Path) -> list[bool]:
    return [isinstance(step, int) for step in row]
