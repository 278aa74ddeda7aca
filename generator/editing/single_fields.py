"""The sheet of single fields that came back: what it proposes to change."""

from collections.abc import Mapping

from generator.data.column import cells
from generator.data.layout import FIELDS, stamp
from generator.editing import cell_problems as told
from generator.editing.compared import Compared
from generator.editing.forms_of_value import written
from generator.editing.marks import Marks
from generator.editing.proposal import Path
from generator.editing.readings import Readings
from generator.editing.seat import Seat
from generator.editing.sheet import ENOUGH, CellProblem, faulty
from generator.model.description import single
from generator.model.edition import Edition

_WRITTEN_BY_US = "versi_format"
"""What a new plan gets where its workbook leaves it empty: the same workbook brought again proposes nothing."""


def compare_fields(
    into: Compared,
    readings: Readings,
    edition: Edition | None,
    base: Edition | None,
    stamps: Mapping[tuple[str, Path], str],
) -> None:
    """Put what differs, and what is wrong, into `into`."""
    rows = readings.book.sheets.get(FIELDS)
    if rows is None:
        return
    columns = {column.key: column for column in single().columns}
    now, then = _values(edition), _values(base)
    marks = readings.book.marks.get(FIELDS, Marks())
    keys = {number: str(row[0]).strip() if row else "" for number, row in enumerate(rows[1:], 2)}
    seat = Seat(FIELDS, cells={key: f"C{number}" for number, key in keys.items() if key})
    into.seats["isian", ()] = seat
    # Nobody can have changed what is not there yet, nor what is as it was when the workbook was written.
    is_known = base is not None or not now or stamps.get((FIELDS, ())) == stamp(cells(tuple(now.values())))
    first = {key: number for number, key in reversed(keys.items())}
    for number, key in keys.items():
        if not key:
            continue
        if len(into.problems) >= ENOUGH:
            return
        column, cell, row = columns.get(key), f"C{number}", rows[number - 1]
        if column is None:
            into.problems.append(told.unknown_field(key, f"A{number}", list(columns)))
        elif first[key] != number:
            into.problems.append(told.field_twice(key, f"A{number}", first[key]))
        elif cell in marks.formulas:
            into.problems.append(told.formula(FIELDS, cell))
        elif cell in marks.errors:
            into.problems.append(faulty(FIELDS, cell))
        else:
            new = readings.value(column, row[2] if len(row) > 2 else None, seat.at(key))
            if isinstance(new, CellProblem):
                into.problems.append(new)
                continue
            if new is None and key == _WRITTEN_BY_US:
                continue
            old, before = written(column, now.get(key)), written(column, then.get(key)) if base else None
            into.compare("isian", (), column, old, new, before, seat, is_known)


def _values(edition: Edition | None) -> dict[str, object]:
    table = single()
    keys = [column.key for column in table.columns]
    return dict(zip(keys, next(table.rows(edition.plan)).values, strict=True)) if edition else {}
