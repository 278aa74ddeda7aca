"""The sheet of a list that came back: what it proposes to change in the rows that the plan has, and to add."""

from collections import Counter, deque
from collections.abc import Container, Hashable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from generator.data.layout import NUMBER, ListSheet, stamp
from generator.editing import cell_problems as told
from generator.editing.compared import Compared
from generator.editing.forms_of_value import as_shown, as_written, is_same_text, on_sheet
from generator.editing.known_rows import above, by_values, lost, row_of, twin, values_in
from generator.editing.proposal import Path, RowAdded, RowRemoved, Written
from generator.editing.readings import Readings
from generator.editing.seat import Seat
from generator.editing.sheet import ENOUGH, CellProblem, ReadSheet, SheetRow
from generator.model.description import Role
from generator.model.edition import Edition

Row = Sequence[object]
"""The cells of a row as `ListSheet.rows` gives them."""


@dataclass(frozen=True)
class ListRows:
    """A sheet as it came back, beside the plan: its rows as they are, as they were where Git knows that, and the
    stamps of those that were there when the workbook was made."""

    sheet: ListSheet
    made: ReadSheet
    now: Mapping[Path, Row]
    then: Mapping[Path, Row]
    stamps: Mapping[Path, str]
    readings: Readings
    into: Compared

    @classmethod
    def of(
        cls,
        sheet: ListSheet,
        made: ReadSheet,
        readings: Readings,
        base: Edition | None,
        stamps: Mapping[tuple[str, Path], str],
        into: Compared,
    ) -> "ListRows":
        """The sheet beside the plan that `readings` is of."""
        now = dict(sheet.rows(readings.edition.plan)) if readings.edition else {}
        own = {path: value for (of, path), value in stamps.items() if of == sheet.name}
        return cls(sheet, made, now, dict(sheet.rows(base.plan)) if base else {}, own, readings, into)

    def compare(self, *, delete: bool) -> None:
        """Put what differs, and what is wrong, into `into`."""
        sheet, made = self.sheet, self.made
        needed = [column.key for column in sheet.columns[: sheet.keys] if column is not NUMBER]
        lacking = [key for key in needed if key not in made.letters]
        if lacking and made.rows:
            self.into.problems.append(told.column_missing(made.name, lacking[0]))
            return
        seen: dict[Path, int] = {}
        around = self._around()
        for row in made.rows:
            if len(self.into.problems) >= ENOUGH:
                return
            path = row_of(sheet, made, row, self.now, self.stamps, around, self.readings)
            if isinstance(path, CellProblem):
                self.into.problems.append(path)
                continue
            if path is not None and path in seen:
                self.into.problems.append(told.copied(sheet, made, row, path, seen[path]))
                continue
            if path is not None:
                seen[path] = row.number
            if path is not None and path in self.now:
                self._old_row(row, path)
            else:
                self._new_row(row, path, seen)
        gone = [path for path in self.now if path not in seen and (path in self.stamps or not self.stamps)]
        if delete:
            for path in gone:
                self.into.add(RowRemoved(sheet.table.name, path), Seat(made.name))
        else:
            self.into.missing += [(sheet.name, path) for path in gone]

    def _around(self) -> Set[Path]:
        """The rows of a numbered list around: those of the plan, and those that the workbook adds to it."""
        table, edition = self.sheet.table.parent, self.readings.edition
        if table is None or table.item:
            return frozenset()
        found = {row.path for row in table.rows(edition.plan)} if edition else set()
        many = Counter(path[:-1] for path in found)
        for change in self.into.changes:
            if isinstance(change, RowAdded) and change.table == table.name:
                holder = (*change.parent, *table.steps)
                found.add((*holder, many[holder]))
                many[holder] += 1
        return found

    @cached_property
    def _lost(self) -> Mapping[tuple[str, ...], Path]:
        return lost(self.sheet, self.made, self.now)

    @cached_property
    def _later(self) -> Mapping[tuple[Path, Hashable], deque[Path]]:
        """The rows that came to each list after the workbook was made."""
        return by_values(self.sheet, self.now, (path for path in self.now if path not in self.stamps))

    def _added_since(self, path: Path, values: Mapping[str, Written], seen: Container[Path]) -> Path | None:
        """The row of a list that has these values: a workbook that is brought twice adds its new rows once, so it is
        one that came after the workbook was made, and was not `seen` already."""
        same = self._later.get((path, values_in(self.sheet, values)), deque())
        while same and same[0] in seen:
            same.popleft()
        return same[0] if same else None

    def _old_row(self, row: SheetRow, path: Path) -> None:
        sheet, now, then, was = self.sheet, self.now[path], self.then.get(path), self.stamps.get(path)
        keys = [column.key for column in sheet.columns]
        seat = self.into.seats[sheet.table.name, path] = Seat.of_row(self.made, row.number)
        values = dict(zip(keys, now, strict=True))
        if was is not None and self._stamp(row, values) == was:
            return  # nobody touched it in the workbook
        before = dict(zip(keys, then, strict=True)) if then else {}
        changed_since = was is not None and stamp(tuple(now)) != was  # type: ignore[arg-type]
        for column in sheet.table.columns:
            if column.role is not Role.VALUE or column.key not in row.cells:
                continue
            new = self.readings.value(column, row.cells[column.key], seat.at(column.key))
            if isinstance(new, CellProblem):
                if not is_same_text(row.cells[column.key], values[column.key]):
                    self.into.problems.append(new)
                continue
            old = as_written(column, values[column.key])
            if isinstance(new, str) and new == as_shown(column, values[column.key]):
                new = old
            base = as_written(column, before.get(column.key)) if then else old
            known = then is not None or not changed_since
            self.into.compare(sheet.table.name, path, column, old, new, base, seat, known)

    def _stamp(self, row: SheetRow, now: Mapping[str, object]) -> str:
        """What the row is in the workbook; a column that the workbook lacks counts as it is in the plan."""
        values: list[object] = [now[NUMBER.key]] if self.sheet.numbered else []
        for column in self.sheet.table.columns:
            value = self.readings.value(column, row.cells[column.key]) if column.key in row.cells else None
            values.append(now[column.key] if column.key not in row.cells else on_sheet(column, value))
        return stamp(tuple(values))  # type: ignore[arg-type]

    def _new_row(self, row: SheetRow, path: Path | None, seen: dict[Path, int]) -> None:
        table = self.sheet.table
        if path is not None and path in self.stamps:
            self.into.problems.append(told.gone(self.made, row, path))
            return
        seat = Seat.of_row(self.made, row.number)
        values: dict[str, Written] = {}
        for column in table.columns:
            if (table.entity is not None and column.role is not Role.VALUE) or column.key not in row.cells:
                continue
            value = self.readings.value(column, row.cells[column.key], seat.at(column.key))
            if isinstance(value, CellProblem):
                self.into.problems.append(value)
            elif value is not None:
                values[column.key] = value
        if path is not None and table.item and (old := twin(row, self.made, self._lost)):
            self.into.problems.append(told.renamed(self.made, row, old, path))
            return
        parents = [column for column in table.columns if column.role in (Role.PARENT, Role.POSITION)]
        around = above(
            table, {column.key: str(self.readings.value(column, row.cells[column.key])) for column in parents}
        )
        if path is None and (known := self._added_since((*around, *table.steps), values, seen)):
            seen[known] = row.number
            return
        self.into.add(RowAdded(table.name, around, values), seat)
