"""A workbook that came back: what it proposes to change in the plan as it is now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.data.column import cells
from generator.data.layout import (
    CHOICES,
    DICTIONARY,
    FIELDS,
    FILES,
    NUMBER,
    README,
    STAMPS,
    ListSheet,
    list_sheets,
    stamp,
    stamps_in,
)
from generator.editing import cell_problems as told
from generator.editing.book import Book
from generator.editing.forms_of_value import as_shown, as_written, chosen, is_same, is_same_text, on_sheet, written
from generator.editing.known_rows import above, added_since, twin
from generator.editing.marks import Marks
from generator.editing.proposal import Change, FieldEdit, Path, RowAdded, RowRemoved, Written, row_path
from generator.editing.sheet import CellProblem, ReadSheet, SheetRow, faulty, understood
from generator.editing.typed import Cell, Unclear, typed
from generator.model.description import Column, Role, single
from generator.model.edition import Edition

_OURS = (README, FIELDS, DICTIONARY, FILES, STAMPS, CHOICES)


@dataclass(frozen=True)
class Origin:
    """The cell that a change comes from."""

    sheet: str
    cell: str


@dataclass(frozen=True)
class Brought:
    """What a workbook proposes: each change with the cells that it comes from, by column. `missing` are rows of the
    plan that it lacks, by sheet."""

    changes: tuple[Change, ...] = ()
    origins: tuple[Mapping[str, Origin], ...] = ()
    problems: tuple[CellProblem, ...] = ()
    missing: tuple[tuple[str, Path], ...] = ()


def brought(made: Book, edition: Edition | None, base: Edition | None, *, delete: bool = False) -> Brought:
    """What differs between a workbook and the plan as it is now, if there is one.

    `base` is the plan as it was when the workbook was made, if Git still knows it: then a colleague's later change of
    another field of the same row is kept.
    """
    return _Comparison(made, edition, base, delete).brought()


@dataclass
class _Comparison:
    book: Book
    edition: Edition | None
    base: Edition | None
    delete: bool
    changes: list[Change] = field(default_factory=list)
    origins: list[Mapping[str, Origin]] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    missing: list[tuple[str, Path]] = field(default_factory=list)

    def brought(self) -> Brought:
        known = {name.casefold(): sheet for sheet in list_sheets() for name in (sheet.name, sheet.table.name)}
        seen = 0
        for name in self.book.sheets:
            if name.casefold() in known or name == FIELDS:
                seen += 1
            elif name not in _OURS:
                self.problems.append(told.unknown_sheet(name, [sheet.name for sheet in list_sheets()]))
        if not seen:
            first = next(iter(self.book.sheets), "")
            self.problems = [told.unknown_sheet(first, [])]
            return Brought(problems=tuple(self.problems))
        stamps = self._stamps()
        self._fields(stamps)
        for sheet in list_sheets():
            for name in self.book.sheets:
                if known.get(name.casefold()) is sheet:
                    self._list(sheet, name, stamps)
        return Brought(tuple(self.changes), tuple(self.origins), tuple(self.problems), tuple(self.missing))

    def _stamps(self) -> dict[tuple[str, Path], str]:
        told = stamps_in(self.book.sheets.get(STAMPS, ())[1:])
        return {(sheet, row_path(path)): sign for sheet, path, sign in told}

    def _understood(self, name: str, columns: Sequence[object]) -> ReadSheet:
        sheet = understood(name, self.book.sheets[name], columns, self.book.marks.get(name, Marks()))  # type: ignore[arg-type]
        self.problems += sheet.problems
        return sheet

    # Single fields

    def _fields(self, stamps: Mapping[tuple[str, Path], str]) -> None:
        rows = self.book.sheets.get(FIELDS)
        if rows is None:
            return
        table = single()
        columns = {column.key: column for column in table.columns}
        now = dict(zip(columns, next(table.rows(self.edition.plan)).values, strict=True)) if self.edition else {}
        then = dict(zip(columns, next(table.rows(self.base.plan)).values, strict=True)) if self.base else {}
        marks = self.book.marks.get(FIELDS, Marks())
        # Nobody can have changed what is not there yet, nor what is as it was when the workbook was written.
        is_known = self.base is not None or not now or stamps.get((FIELDS, ())) == stamp(cells(tuple(now.values())))
        for number, row in enumerate(rows[1:], 2):
            key = str(row[0]).strip() if row else ""
            cell = f"C{number}"
            if not key:
                continue
            column = columns.get(key)
            if column is None:
                self.problems.append(told.unknown_field(key, f"A{number}", list(columns)))
                continue
            if cell in marks.formulas:
                self.problems.append(told.formula(FIELDS, cell))
                continue
            if cell in marks.errors:
                self.problems.append(faulty(FIELDS, cell))
                continue
            new = self._typed(column, row[2] if len(row) > 2 else None, FIELDS, cell)
            if isinstance(new, CellProblem):
                self.problems.append(new)
                continue
            old, before = written(column, now.get(key)), written(column, then.get(key)) if self.base else None
            self._compare("isian", (), column, old, new, before, Origin(FIELDS, cell), is_known)

    # Lists

    def _list(self, sheet: ListSheet, name: str, stamps: Mapping[tuple[str, Path], str]) -> None:
        made = self._understood(name, sheet.columns)
        now = dict(sheet.rows(self.edition.plan)) if self.edition else {}
        then = dict(sheet.rows(self.base.plan)) if self.base else {}
        own = {path: value for (of, path), value in stamps.items() if of == sheet.name}
        needed = [column.key for column in sheet.columns[: sheet.keys] if column is not NUMBER]
        lacking = [key for key in needed if key not in made.letters]
        if lacking and made.rows:
            self.problems.append(told.column_missing(name, lacking[0]))
            return
        seen: dict[Path, int] = {}
        for row in made.rows:
            path = self._row_path(sheet, made, row, now, own)
            if isinstance(path, CellProblem):
                self.problems.append(path)
                continue
            if path is not None and path in seen:
                self.problems.append(told.copied(sheet, made, row, path, seen[path]))
                continue
            if path is not None:
                seen[path] = row.number
            if path in now:
                self._old_row(sheet, made, row, path, now[path], then.get(path), own.get(path))
            else:
                self._new_row(sheet, made, row, path, own, now, seen)
        gone = [path for path in now if path not in seen and (path in own or not own)]
        if self.delete:
            self.changes += [RowRemoved(sheet.table.name, path) for path in gone]
            self.origins += [{} for _ in gone]
        else:
            self.missing += [(sheet.name, path) for path in gone]

    def _row_path(
        self,
        sheet: ListSheet,
        made: ReadSheet,
        row: SheetRow,
        now: Mapping[Path, Sequence[object]],
        own: Mapping[Path, str],
    ) -> Path | CellProblem | None:
        """Which row of the plan this is; `None` for a new one of a list without ids."""
        table = sheet.table
        keys: dict[str, str] = {}
        for column in table.columns:
            if column.role is Role.VALUE and column.key != "id":
                break
            value = self._typed(column, row.cells.get(column.key), made.name, made.cell(row.number, column.key))
            if isinstance(value, CellProblem):
                return value
            if value is None and not (column.key == "id" and table.item is None):
                return told.key_missing(made, row, column.key)
            keys[column.key] = str(value)
            if column.key == "id":
                break
        if table.item:
            return (keys["id"],)
        around = above(table, keys)
        if table.entity is None:
            year = next(keys[column.key] for column in table.columns if column.role is Role.YEAR)
            return (*around, *table.steps, year)
        number = self._typed_number(row.cells.get(NUMBER.key))
        if number is None:
            return None
        path = (*around, *table.steps, number - 1)
        if number < 1 or (path not in now and path not in own):
            return told.no_such_number(made, row, number)
        return path

    def _typed_number(self, cell: Cell) -> int | None:
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            return int(cell)
        text = str(cell or "").strip()
        return int(text) if text.isdecimal() and len(text) < 7 else (None if not text else 0)

    def _old_row(
        self,
        sheet: ListSheet,
        made: ReadSheet,
        row: SheetRow,
        path: Path,
        now: Sequence[object],
        then: Sequence[object] | None,
        was: str | None,
    ) -> None:
        values = dict(zip((column.key for column in sheet.columns), now, strict=True))
        if was is not None and self._stamp(sheet, made, row, values) == was:
            return  # nobody touched it in the workbook
        before = dict(zip((column.key for column in sheet.columns), then, strict=True)) if then else {}
        changed_since = was is not None and stamp(tuple(now)) != was  # type: ignore[arg-type]
        for column in sheet.table.columns:
            if column.role is not Role.VALUE or column.key not in row.cells:
                continue
            origin = Origin(made.name, made.cell(row.number, column.key))
            new = self._typed(column, row.cells[column.key], origin.sheet, origin.cell)
            if isinstance(new, CellProblem):
                if not is_same_text(row.cells[column.key], values[column.key]):
                    self.problems.append(new)
                continue
            old = as_written(column, values[column.key])
            if isinstance(new, str) and new == as_shown(column, values[column.key]):
                new = old
            base = as_written(column, before.get(column.key)) if then else old
            self._compare(sheet.table.name, path, column, old, new, base, origin, then is not None or not changed_since)

    def _stamp(self, sheet: ListSheet, made: ReadSheet, row: SheetRow, now: Mapping[str, object]) -> str:
        """What the row is in the workbook; a column that the workbook lacks counts as it is in the plan."""
        values: list[object] = [now[NUMBER.key]] if sheet.numbered else []
        for column in sheet.table.columns:
            value = self._typed(column, row.cells[column.key], "", "") if column.key in row.cells else None
            values.append(now[column.key] if column.key not in row.cells else on_sheet(column, value))
        return stamp(tuple(values))  # type: ignore[arg-type]

    def _compare(
        self,
        table: str,
        path: Path,
        column: Column,
        old: Written,
        new: Written,
        base: Written,
        origin: Origin,
        base_known: bool,
    ) -> None:
        """`base` is what the proposer saw; where that is not known, a difference may be a colleague's change."""
        if is_same(column, old, new) or (base_known and self.base is not None and is_same(column, base, new)):
            return
        if not base_known or (self.base is not None and not is_same(column, base, old)):
            self.problems.append(told.conflict(origin.sheet, origin.cell, old, new))
            return
        self.changes.append(FieldEdit(table, path, column.key, old, new))
        self.origins.append({column.key: origin})

    def _new_row(
        self,
        sheet: ListSheet,
        made: ReadSheet,
        row: SheetRow,
        path: Path | None,
        own: Mapping[Path, str],
        now: Mapping[Path, Sequence[object]],
        seen: dict[Path, int],
    ) -> None:
        if path is not None and path in own:
            self.problems.append(told.gone(made, row, path))
            return
        values: dict[str, Written] = {}
        origins: dict[str, Origin] = {}
        for column in sheet.table.columns:
            if sheet.table.entity is not None and column.role is not Role.VALUE:
                continue
            if column.key not in row.cells:
                continue
            origin = Origin(made.name, made.cell(row.number, column.key))
            value = self._typed(column, row.cells[column.key], origin.sheet, origin.cell)
            if isinstance(value, CellProblem):
                self.problems.append(value)
            elif value is not None:
                values[column.key], origins[column.key] = value, origin
        if path is not None and sheet.table.item and (old := twin(sheet, row, now, own, made)):
            self.problems.append(told.renamed(made, row, old, path))
            return
        parents = [column for column in sheet.table.columns if column.role in (Role.PARENT, Role.POSITION)]
        keys = {column.key: str(self._typed(column, row.cells[column.key], "", "")) for column in parents}
        around = above(sheet.table, keys)
        if path is None and (known := added_since(sheet, around, values, now, (*own, *seen))):
            seen[known] = row.number
            return
        self.changes.append(RowAdded(sheet.table.name, around, values))
        self.origins.append(origins)

    def _typed(self, column: Column, cell: Cell, sheet: str, at: str) -> Written | CellProblem:
        try:
            value = typed(column, cell)
        except Unclear as unclear:
            return CellProblem("sel-tidak-jelas", sheet, at, unclear.message, unclear.help)
        if column.field.choices and isinstance(value, str):
            return chosen(column, value)
        return value
