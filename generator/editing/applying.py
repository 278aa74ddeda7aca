"""What a plan's raw texts shall be once a proposal is in them."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, NamedTuple

from generator.editing.proposal import Change, FieldEdit, Path, RowAdded, Written, row_name
from generator.editing.written import Plain
from generator.model.description import Column, Role, Table, tables


class NoSuchRow(Exception):
    """The plan has no such row, or the format no such table or column."""


class RowIsThere(Exception):
    """A year of a new row has its value already."""


class _Position(NamedTuple):
    """Where a row is: at a place of a list or map, which is what `owner` holds under `key`."""

    owner: dict[str, Any]
    key: str
    at: Any

    @property
    def holder(self) -> Any:
        return self.owner[self.key]


def applied(values: dict[str, Plain], changes: tuple[Change, ...]) -> dict[str, Plain]:
    """The values with every change in them. Raises `NoSuchRow` and `RowIsThere`.

    Rows are removed last, from the end of each list, so that a number names the row that the proposer saw; one that is
    named twice goes once. What becomes empty is no longer written.
    """
    wanted: dict[str, Any] = deepcopy(values)
    removed: dict[tuple[int, Any], _Position] = {}
    for change in changes:
        table = _table(change.table)
        if isinstance(change, RowAdded):
            _add(wanted, table, change.parent, change.values)
        elif isinstance(change, FieldEdit) and not (table.entity is None and change.new is None):
            _change(wanted, table, change)
        else:
            position = _position(wanted, table, change.row)
            removed[id(position.holder), position.at] = position
    for position in sorted(removed.values(), key=lambda each: str(each.at).zfill(6), reverse=True):
        del position.holder[position.at]
    for position in removed.values():
        if not position.owner.get(position.key, True):
            del position.owner[position.key]
    return wanted


def _table(name: str) -> Table:
    for table in tables():
        if table.name == name:
            return table
    raise NoSuchRow(name)


def _change(values: dict[str, Any], table: Table, change: FieldEdit) -> None:
    if table.entity is None:  # the row of a map by year is its value
        position = _position(values, table, change.row)
        position.holder[position.at] = change.new
    elif table.field is None:
        _set(values, _column(table, change.column), change.new)
    else:
        position = _position(values, table, change.row)
        _set(position.holder[position.at], _column(table, change.column), change.new)


def _column(table: Table, column: str) -> Column:
    for each in table.columns:
        if each.key == column and each.role is Role.VALUE:
            return each
    raise NoSuchRow(f"{table.name}.{column}")


def _owner(values: dict[str, Any], table: Table, above: Path, *, make: bool = False) -> tuple[dict[str, Any], str]:
    """The group that a table's list or map is in, below the row `above` of the table around it, and its key there."""
    owner: Any = values
    if table.parent and table.parent.field:
        position = _position(values, table.parent, above)
        owner = position.holder[position.at]
    for step in table.steps[:-1]:
        owner = owner.setdefault(step, {}) if make else owner.get(step, {})
    return owner, table.steps[-1]


def _position(values: dict[str, Any], table: Table, row: Path) -> _Position:
    if table.item:
        for above in _rows(values, table.parent):
            owner, key = _owner(values, table, above)
            for at, each in enumerate(owner.get(key, ())):
                if isinstance(each, dict) and (str(each.get("id", "")).strip(),) == row:
                    return _Position(owner, key, at)
        raise NoSuchRow(f"{table.name}: {row_name(row)}")
    *before, last = row or (None,)
    if tuple(before[-len(table.steps) :]) == table.steps:
        owner, key = _owner(values, table, row[: -len(table.steps) - 1])
        holder = owner.get(key, ())
        if isinstance(holder, dict) and str(last) in holder:
            return _Position(owner, key, str(last))
        if isinstance(holder, list) and isinstance(last, int) and 0 <= last < len(holder):
            return _Position(owner, key, last)
    raise NoSuchRow(f"{table.name}: {row_name(row)}")


def _rows(values: dict[str, Any], table: Table | None) -> Iterator[Path]:
    """The rows of a table; one empty path where there is none around."""
    if table is None or table.field is None:
        yield ()
        return
    for above in _rows(values, table.parent):
        owner, key = _owner(values, table, above)
        for at, each in enumerate(owner.get(key, ())):
            yield (str(each["id"]).strip(),) if table.item else (*above, *table.steps, at)


def _set(group: dict[str, Any], column: Column, new: Written, inside: int = 0) -> None:
    first, *rest = column.path[inside:]
    if rest:
        inner = group.setdefault(first, {})
        _set(inner, column, new, inside + 1)
        if not inner:
            del group[first]
    elif new is None:
        group.pop(first, None)
    elif isinstance(new, tuple):
        # What may be written as its only value stays so; what stood in brackets stays in brackets.
        alone = column.field.alone and len(new) == 1 and not isinstance(group.get(first), list)
        group[first] = new[0] if alone else list(new)
    else:
        group[first] = new


def _add(values: dict[str, Any], table: Table, above: Path, given: Mapping[str, Written]) -> None:
    owner, key = _owner(values, table, above, make=True)
    if table.entity is None:
        key_of = {column.role: column.key for column in table.columns}
        year, value = given.get(key_of[Role.YEAR]), given.get(key_of[Role.VALUE])
        if not isinstance(year, str) or value is None:
            raise NoSuchRow(f"{table.name}: {row_name(above)}")
        values_of_years = owner.setdefault(key, {})
        if year in values_of_years:
            raise RowIsThere(f"{table.name}: {row_name((*above, year))}")
        values_of_years[year] = value
        return
    row: dict[str, Any] = {}
    order = [column.key for column in table.columns]
    for name, value in sorted(given.items(), key=lambda each: order.index(each[0]) if each[0] in order else -1):
        if value is not None:
            _set(row, _column(table, name), value)
    owner.setdefault(key, []).append(row)
