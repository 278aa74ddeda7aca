"""The cell of a workbook that a problem of the plan as it would be comes from."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from generator.data.layout import FIELDS, list_sheets
from generator.diagnostics import Place, Problem
from generator.editing.compared import Brought
from generator.editing.proposal import Path, RowAdded, RowRemoved
from generator.editing.seat import Origin, Seat
from generator.locale import say
from generator.model.description import Role, Table, single, tables
from generator.reading.nodes import Group, Listing, Node, own_id


class _Spot(NamedTuple):
    """What a place of the files is: a row of a table, and the keys from there."""

    table: Table
    row: Path
    keys: tuple[str, ...]


@dataclass
class Locations:
    """What was brought beside the plan that came of it, whose nodes are `root`. `is_new` where no plan was there: then
    nothing is told by the lines of files that do not exist."""

    made: Brought
    root: Group
    is_new: bool
    _spots: dict[tuple[str, int, int], list[_Spot]] = field(default_factory=dict)
    _seats: dict[tuple[str, Path], Seat] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rows: dict[tuple[str, Path], list[Path]] = {}
        for place, spot in _walk(self.root, _Spot(single(), (), ())):
            self._spots.setdefault(place[:3], []).append(spot)
            if not spot.keys:
                own = rows.setdefault((spot.table.name, spot.row[:-1]), [])
                own += [spot.row] if spot.row not in own[-1:] else []
        gone: dict[tuple[str, Path], list[int]] = {}
        for change in self.made.changes:
            if isinstance(change, RowRemoved) and change.row and isinstance(change.row[-1], int):
                gone.setdefault((change.table, change.row[:-1]), []).append(change.row[-1])
        for each in gone.values():
            each.sort()
        for (name, path), seat in self.made.seats.items():
            self._seats[name, _moved_up(name, path, gone)] = seat
        # New rows are the last of their lists, in their order.
        for change, seat in reversed([*zip(self.made.changes, self.made.origins, strict=True)]):
            if isinstance(change, RowAdded) and seat.sheet:
                table = next(each for each in tables() if each.name == change.table)
                if row := _row_of(table, change, rows):
                    self._seats[table.name, row] = seat

    def located(self, problem: Problem) -> tuple[Origin | None, Problem]:
        """A problem with its cell, or with its sheet where a whole list is missing."""
        told = dict(problem.message.arguments).get("kunci") if problem.code == "kunci-wajib" else None
        missing = (str(told),) if told else ()
        spots = self._spots.get(problem.place[:3], [])
        for table, row, keys in spots:
            lacking = _inside().get((table.name, (*keys, *missing))) if missing else None
            if lacking and not lacking.parent:
                return _nothing_in(lacking, problem)
            seat = self._seats.get((table.name, row))
            if seat and (column := _column(table, (*keys, *missing))):
                return seat.at(column), problem
        for table, row, _ in spots:
            if table is not single() and (seat := self._seats.get((table.name, row))):
                return seat.at(""), problem
        return (Origin(FIELDS, "") if self.is_new else None), problem


def _nothing_in(table: Table, problem: Problem) -> tuple[Origin, Problem]:
    sheet = next(each.name for each in list_sheets() if each.table is table)
    told, help_ = say("lembar ini belum berisi satu baris pun"), say("isi sekurangnya satu baris, di bawah judul kolom")
    return Origin(sheet, ""), replace(problem, message=told, help=help_)


def _column(table: Table, keys: tuple[str, ...]) -> str:
    """The column that holds what stands below these keys of a row."""
    own = (column for column in table.columns if column.role is Role.VALUE)
    return next((each.key for each in own if keys[: len(each.path)] == each.path or table.entity is None), "")


def _walk(node: Node, spot: _Spot) -> Iterator[tuple[Place, _Spot]]:
    yield node.place, spot
    table, row, keys = spot
    if isinstance(node, Listing):
        for each in node:
            yield from _walk(each, spot)
    elif isinstance(node, Group):
        for key, value in node.pairs():
            inner = (*keys, str(key))
            yield key.place, _Spot(table, row, inner)
            below = _inside().get((table.name, inner))
            if below and isinstance(value, Listing):
                for at, each in enumerate(value):
                    own = own_id(each) if below.item else None
                    yield from _walk(each, _Spot(below, (str(own),) if own else (*row, *below.steps, at), ()))
            elif below and isinstance(value, Group):
                for year, each in value.pairs():
                    of_year = _Spot(below, (*row, *below.steps, str(year)), ())
                    yield from ((year.place, of_year), (each.place, of_year))
            else:
                yield from _walk(value, _Spot(table, row, inner))


@cache
def _inside() -> dict[tuple[str, tuple[str, ...]], Table]:
    """The lists and maps by the table around them and the keys from its row."""
    return {((each.parent or single()).name, each.steps): each for each in tables() if each.field}


def _moved_up(table: str, row: Path, gone: Mapping[tuple[str, Path], list[int]]) -> Path:
    """The path of a row of a list without ids when those before it are gone: of each list their places, in order."""
    last = row[-1] if row else None
    if not isinstance(last, int):
        return row
    return (*row[:-1], last - bisect_left(gone.get((table, row[:-1]), ()), last))


def _row_of(table: Table, change: RowAdded, rows: dict[tuple[str, Path], list[Path]]) -> Path:
    if table.item:
        return (str(change.values.get("id")),)
    if table.entity is None:
        year = next(column.key for column in table.columns if column.role is Role.YEAR)
        return (*change.parent, *table.steps, str(change.values.get(year)))
    left = rows.get((table.name, (*change.parent, *table.steps)), [])
    return left.pop() if left else ()
