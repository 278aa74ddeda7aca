"""Which row of a plan a row of a sheet is, where its id or number does not say so."""

from collections import defaultdict, deque
from collections.abc import Container, Hashable, Iterable, Mapping, Sequence

from generator.data.layout import NUMBER, ListSheet
from generator.editing import cell_problems as told
from generator.editing.forms_of_value import as_written, plainest
from generator.editing.proposal import Path, Written
from generator.editing.readings import Readings
from generator.editing.seat import Origin
from generator.editing.sheet import CellProblem, ReadSheet, SheetRow
from generator.editing.typed import Cell
from generator.model.description import Role, Table


def above(table: Table, keys: Mapping[str, str]) -> Path:
    """The row of the table around, by the columns that say which it is: the id of an item, the number in a list. What
    is no such number stays as it is written, and names no row."""
    around: list[Table] = []
    while table.parent and table.parent.field:
        around.insert(0, table.parent)
        table = table.parent
    path: Path = ()
    for one, key in zip(around, keys.values(), strict=False):
        number = _number(key) or 0
        path = (key,) if one.item else (*path, *one.steps, number - 1 if number > 0 else key)
    return path


def row_of(
    sheet: ListSheet,
    made: ReadSheet,
    row: SheetRow,
    own: Container[Path],
    around: Container[Path],
    readings: Readings,
) -> Path | CellProblem | None:
    """Which row of the plan a row of a sheet is, by what it was called when the workbook was made; `None` for a new
    one of a list without ids.

    `own` are the rows that the plan had then, `around` those of the table around, where they are numbered, with those
    that the workbook adds.
    """
    table = sheet.table
    keys: dict[str, str] = {}
    for column in table.columns:
        if column.role is Role.VALUE and column.key != "id":
            break
        value = readings.value(column, row.cells.get(column.key), Origin(made.name, made.cell(row.number, column.key)))
        if isinstance(value, CellProblem):
            return value
        if value is None and not (column.key == "id" and table.item is None):
            return told.key_missing(made, row, column.key)
        keys[column.key] = str(value)
        if column.key == "id":
            break
    if table.item:
        return (keys["id"],)
    holder = above(table, keys)
    places = [column.key for column in table.columns if column.role is Role.POSITION]
    if places and holder not in around:
        return told.no_such_place(made, row, places[-1], keys[places[-1]], holder)
    if table.entity is None:
        year = next(keys[column.key] for column in table.columns if column.role is Role.YEAR)
        return (*holder, *table.steps, year)
    number = _number(row.cells.get(NUMBER.key))
    if number is None:
        return None
    path = (*holder, *table.steps, number - 1)
    if path not in own:
        return told.no_such_number(made, row, number)
    return path


def _number(cell: Cell) -> int | None:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return int(cell) if float(cell).is_integer() else 0
    text = str(cell or "").strip()
    return int(text) if text.isdecimal() and len(text) < 7 else (None if not text else 0)


def lost(sheet: ListSheet, made: ReadSheet, now: Mapping[Path, Sequence[object]]) -> dict[tuple[str, ...], Path]:
    """The rows of the plan whose ids are no longer in the sheet, each by all else that the sheet has of it."""
    ids = {str(each.cells.get("id", "")).strip() for each in made.rows}
    keys = [column.key for column in sheet.columns]
    found: dict[tuple[str, ...], Path] = {}
    for path, values in now.items():
        if str(path[0]) not in ids:
            held = dict(zip(keys, values, strict=True))
            found.setdefault(_rest({key: held[key] for key in made.letters}), path)
    return found


def twin(row: SheetRow, made: ReadSheet, lost: Mapping[tuple[str, ...], Path]) -> Path | None:
    """The row that this one was before its id was changed: one that is `lost`, and the same in all else."""
    return lost.get(_rest({key: row.cells.get(key) for key in made.letters}))


def _rest(cells: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(str("" if cell is None else cell).strip() for key, cell in cells.items() if key != "id")


def by_values(
    sheet: ListSheet, now: Mapping[Path, Sequence[object]], paths: Iterable[Path]
) -> dict[tuple[Path, Hashable], deque[Path]]:
    """Rows of a list by its path and their values, in the order of the plan; see `values_in`."""
    keys = [column.key for column in sheet.columns]
    found: dict[tuple[Path, Hashable], deque[Path]] = defaultdict(deque)
    for path in paths:
        held = dict(zip(keys, now[path], strict=True))
        own = {column.key: as_written(column, held[column.key]) for column in sheet.table.columns}
        found[path[:-1], values_in(sheet, own)].append(path)
    return found


def values_in(sheet: ListSheet, values: Mapping[str, Written]) -> Hashable:
    """What is the same for two rows of the same values."""
    columns = (column for column in sheet.table.columns if column.role is Role.VALUE)
    return tuple(plainest(column, values.get(column.key)) for column in columns)
