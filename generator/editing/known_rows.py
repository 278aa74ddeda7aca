"""Which row of a plan a row of a sheet is, where its id or number does not say so."""

from collections.abc import Iterable, Mapping, Sequence

from generator.data.layout import ListSheet
from generator.editing.forms_of_value import as_written, is_same
from generator.editing.proposal import Path, Written
from generator.editing.sheet import ReadSheet, SheetRow
from generator.model.description import Role, Table


def above(table: Table, keys: Mapping[str, str]) -> Path:
    """The row of the table around, by the columns that say which it is: the id of an item, the number in a list."""
    around: list[Table] = []
    while table.parent and table.parent.field:
        around.insert(0, table.parent)
        table = table.parent
    path: Path = ()
    for one, key in zip(around, keys.values(), strict=False):
        path = (key,) if one.item else (*path, *one.steps, int(key) - 1)
    return path


def twin(
    sheet: ListSheet,
    row: SheetRow,
    now: Mapping[Path, Sequence[object]],
    own: Mapping[Path, str],
    made: ReadSheet,
) -> Path | None:
    """The row that this one was before its id was changed: the same in all else, and its id no longer in the sheet."""
    ids = {str(each.cells.get("id", "")).strip() for each in made.rows}
    keys = [column.key for column in sheet.columns]
    for path, values in now.items():
        if str(path[0]) in ids:
            continue
        pairs = [(key, value) for key, value in zip(keys, values, strict=True) if key != "id" and key in row.cells]
        if all(str(row.cells[key] or "").strip() == str("" if value is None else value) for key, value in pairs):
            return path
    return None


def added_since(
    sheet: ListSheet,
    around: Path,
    values: Mapping[str, Written],
    now: Mapping[Path, Sequence[object]],
    known: Iterable[Path],
) -> Path | None:
    """The row with these values that came to the list after the workbook was made: the same workbook brought twice
    adds its new rows once. `known` are the rows that were there, or were found already."""
    before = set(known)
    keys = [column.key for column in sheet.columns]
    for path, row in now.items():
        if path in before or path[:-1] != (*around, *sheet.table.steps):
            continue
        held = dict(zip(keys, row, strict=True))
        columns = [column for column in sheet.table.columns if column.role is Role.VALUE]
        if all(is_same(each, as_written(each, held[each.key]), values.get(each.key)) for each in columns):
            return path
    return None
