"""The sheet of a list that came back: what it proposes to change in the rows that the plan has, and to add."""

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Container, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
from generator.editing.whereabouts import Unfound, Whereabouts
from generator.model.description import Column, Role
from generator.model.edition import Edition

Row = Sequence[object]
"""The cells of a row as `ListSheet.rows` gives them."""


@dataclass(frozen=True)
class ListRows:
    """A sheet as it came back, beside the plan: its rows as they are now, and by what they were called when the
    workbook was made as they were where Git knows that, and the stamps of those that were there."""

    sheet: ListSheet
    made: ReadSheet
    now: Mapping[Path, Row]
    then: Mapping[Path, Row]
    stamps: Mapping[Path, str]
    whereabouts: Whereabouts
    readings: Readings
    into: Compared
    _new: dict[Path, list[Path]] = field(default_factory=lambda: defaultdict(list))
    """The rows that the workbook adds, by the list as it was called then: where each will stand."""

    @classmethod
    def of(
        cls,
        sheet: ListSheet,
        made: ReadSheet,
        readings: Readings,
        base: Edition | None,
        whereabouts: Whereabouts,
        into: Compared,
    ) -> "ListRows":
        """The sheet beside the plan that `readings` is of."""
        now = dict(sheet.rows(readings.edition.plan)) if readings.edition else {}
        own = {path: value for (of, path), value in whereabouts.stamps.items() if of == sheet.name}
        return cls(sheet, made, now, dict(sheet.rows(base.plan)) if base else {}, own, whereabouts, readings, into)

    def compare(self, *, delete: bool) -> None:
        """Put what differs, and what is wrong, into `into`."""
        sheet, made = self.sheet, self.made
        keys = (each.key for each in sheet.columns[: sheet.keys] if each is not NUMBER)
        if made.rows and (lacking := next((key for key in keys if key not in made.letters), "")):
            self.into.problems.append(told.column_missing(made.name, lacking))
            return
        seen: dict[Path, int] = {}
        used: set[Path] = set()
        around = self.whereabouts.holders(sheet.table)
        for row in made.rows:
            if len(self.into.problems) >= ENOUGH:
                return
            path = row_of(sheet, made, row, self._seen, around, self.readings)
            if isinstance(path, CellProblem):
                self.into.problems.append(path)
                continue
            if path is not None and path in seen:
                self.into.problems.append(told.copied(sheet, made, row, path, seen[path]))
                continue
            if path is not None:
                seen[path] = row.number
            place = self.whereabouts.place(sheet.table, path) if path is not None else None
            if path is None or (not isinstance(place, Unfound) and place not in self.now):
                self._new_row(row, path, used)
            elif isinstance(place, Unfound):
                self._unfound_row(row, path, place, used)
            elif place is not None:
                used.add(place)
                self._old_row(row, path, place)
        self._name_new(seen)
        self._gone([path for path in self._seen if path not in seen], used, delete=delete)

    def _name_new(self, seen: Container[Path]) -> None:
        """Whoever writes of a new row by its number counts on from the rows that were there."""
        rows = [path for path in self._seen if self.whereabouts.is_known or path in seen]
        many = Counter(path[:-1] for path in rows)
        for holder, places in self._new.items():
            for at, place in enumerate(places, many[holder]):
                self.whereabouts.came(self.sheet.table, (*holder, at), place)

    def _gone(self, paths: Sequence[Path], used: Container[Path], *, delete: bool) -> None:
        """Rows that the sheet lacks: they go as they were seen, or stay. `used` are those that it has, by where they
        stand now: where a list has no others but what was seen, a row that is not found is gone already."""
        others = {path[:-1] for path in self.now if path not in self._known and path not in used}
        for path in paths:
            place = self.whereabouts.place(self.sheet.table, path)
            if isinstance(place, Unfound):
                if place is Unfound.GONE or (self.sheet.numbered and path[:-1] not in others):
                    continue
            elif place not in self.now or place in used:
                continue
            if not delete:
                self.into.missing += [(self.sheet.name, place)] if not isinstance(place, Unfound) else []
            elif isinstance(place, Unfound) or not self._is_all_as_seen(path, place):
                if len(self.into.problems) >= ENOUGH:
                    return
                self.into.problems.append(told.not_removed(self.made, path))
            else:
                self.into.add(RowRemoved(self.sheet.table.name, place), Seat(self.made.name))

    def _is_as_seen(self, path: Path, place: Path) -> bool:
        """Whether a row still says what it said when the workbook was made."""
        now, then, was = self.now[place], self.then.get(path), self.stamps.get(path)
        if then is not None:
            first = self.sheet.numbered + sum(column.role is not Role.VALUE for column in self.sheet.table.columns)
            return then[first:] == now[first:]
        return was is not None and stamp(tuple(now)) == was  # type: ignore[arg-type]

    def _is_all_as_seen(self, path: Path, place: Path) -> bool:
        return self._is_as_seen(path, place) and self.whereabouts.is_whole(self.sheet.table, path, place)

    @cached_property
    def _seen(self) -> Collection[Path]:
        return self.whereabouts.seen(self.sheet.table)

    @cached_property
    def _lost(self) -> Mapping[tuple[str, ...], Path]:
        return lost(self.sheet, self.made, self.now)

    @cached_property
    def _known(self) -> Container[Path | Unfound]:
        """The rows that were seen, by where they stand now."""
        return {self.whereabouts.place(self.sheet.table, path) for path in self._seen if self.whereabouts.is_known}

    @cached_property
    def _later(self) -> Mapping[tuple[Path, Hashable], deque[Path]]:
        """The rows that came to each list after the workbook was made."""
        return by_values(self.sheet, self.now, (path for path in self.now if path not in self._known))

    def _added_since(self, path: Path, values: Mapping[str, Written], used: Container[Path]) -> Path | None:
        """The row of a list that has these values: a workbook that is brought twice adds its new rows once, so it is
        one that came after the workbook was made, and was not `used` already."""
        same = self._later.get((path, values_in(self.sheet, values)), deque())
        while same and same[0] in used:
            same.popleft()
        return same[0] if same else None

    def _old_row(self, row: SheetRow, path: Path, place: Path) -> None:
        sheet, now, then, was = self.sheet, self.now[place], self.then.get(path), self.stamps.get(path)
        keys = [column.key for column in sheet.columns]
        seat = self.into.seats[sheet.table.name, place] = Seat.of_row(self.made, row.number)
        values = dict(zip(keys, now, strict=True))
        if self._is_untouched(row, path, then or now):
            return
        before = dict(zip(keys, then, strict=True)) if then else {}
        # What came since under the same id or year is a colleague's.
        changed_since = (was is None and self.whereabouts.is_known) or not self._is_as_seen(path, place)
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
            self.into.compare(
                sheet.table.name, place, column, old, new, base, seat, then is not None or not changed_since
            )

    def _is_untouched(self, row: SheetRow, path: Path, held: Row | None) -> bool:
        """Whether nobody touched a row in the workbook. A column that it lacks counts as it is `held`."""
        if path not in self.stamps:
            return False
        known = dict(zip([column.key for column in self.sheet.columns], held or (), strict=False))
        values: list[object] = [int(path[-1]) + 1] if self.sheet.numbered else []
        for column in self.sheet.table.columns:
            value = self.readings.value(column, row.cells[column.key]) if column.key in row.cells else None
            values.append(known.get(column.key) if column.key not in row.cells else on_sheet(column, value))
        return stamp(tuple(values)) == self.stamps[path]  # type: ignore[arg-type]

    def _unfound_row(self, row: SheetRow, path: Path, why: Unfound, used: set[Path]) -> None:
        """A row that is not known to stand anywhere: what nobody touched, or is there as it shall be, asks nothing."""
        values = {column.key: value for column, value in self._values(row) if not isinstance(value, CellProblem)}
        if self.sheet.numbered and (known := self._added_since(path[:-1], values, used)):
            used.add(known)
        elif self._is_untouched(row, path, self.then.get(path)):
            return
        elif why is Unfound.GONE:
            self.into.problems.append(told.gone(self.made, row, path))
        else:
            self.into.problems.append(told.doubtful(self.made, row, path))

    def _values(self, row: SheetRow) -> Iterator[tuple[Column, Written | CellProblem]]:
        """What a row of the sheet says, as its table has columns for it."""
        table, seat = self.sheet.table, Seat.of_row(self.made, row.number)
        for column in table.columns:
            if (table.entity is None or column.role is Role.VALUE) and column.key in row.cells:
                yield column, self.readings.value(column, row.cells[column.key], seat.at(column.key))

    def _new_row(self, row: SheetRow, path: Path | None, used: set[Path]) -> None:
        table = self.sheet.table
        if path is not None and (path in self.stamps or path in self.then):
            self.into.problems.append(told.gone(self.made, row, path))
            return
        values: dict[str, Written] = {}
        for column, value in self._values(row):
            if isinstance(value, CellProblem):
                self.into.problems.append(value)
            elif value is not None:
                values[column.key] = value
        if path is not None and table.item and (old := twin(row, self.made, self._lost)):
            self.into.problems.append(told.renamed(self.made, row, old, path))
            return
        parents = [column for column in table.columns if column.role in (Role.PARENT, Role.POSITION)]
        holder = above(
            table, {column.key: str(self.readings.value(column, row.cells[column.key])) for column in parents}
        )
        around = self.whereabouts.around(table, holder)
        assert not isinstance(around, Unfound)  # else the row itself is none that can be found
        if path is None:
            here = (*around, *table.steps)
            known = self._added_since(here, values, used)
            place = known or (*here, self._many[here])
            self._new[*holder, *table.steps].append(place)
            if known:
                used.add(known)
                return
            self._many[here] += 1
        self.into.add(RowAdded(table.name, around, values), Seat.of_row(self.made, row.number))

    @cached_property
    def _many(self) -> Counter[Path]:
        """How many rows each list of the plan has, with those that are added."""
        return Counter(path[:-1] for path in self.now)
