"""Where a row stands now. A list without ids names its rows by their places, and each line that a colleague puts before
one, or takes out, gives that name to another."""

from collections.abc import Collection, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from typing import TypeVar

from generator.data.comma_separated import Value
from generator.data.layout import ListSheet, list_sheets, stamp
from generator.editing.below import Below, Said, below, inside, said, words_inside
from generator.editing.proposal import Path
from generator.model.description import Role, Table
from generator.model.edition import Edition

TELLING: Mapping[str, tuple[str, ...]] = {
    "rencana_acuan": ("judul",),
    "reviu": ("jenis", "tanggal"),
    "dokumen_sumber": ("judul",),
    "sdm": ("peran", "unit", "tahun"),
    "tahapan": ("tahap",),
    "kegiatan.keluaran": ("uraian",),
    "kegiatan.tonggak": ("uraian",),
    "kegiatan.anggaran": ("tahun", "sumber", "kode", "jenis_biaya"),
    "kegiatan.sdm": ("peran", "tahun"),
    "kegiatan.kemajuan": ("tanggal",),
    "tanggapan": ("temuan", "item"),
    "alasan_perubahan": ("item", "tanggal"),
}
"""Of each list without ids the columns by which people tell its rows apart, whatever else of one changes."""

Key = TypeVar("Key", bound=Hashable)


class Unfound(Enum):
    """Why no row now is known to be the one that was: it is no more, or nobody can tell which it became."""

    GONE = auto()
    DOUBTFUL = auto()


@dataclass
class Whereabouts:
    """The rows of a plan as it is `now`, by what they were called when somebody saw them: in the plan as it was `then`
    where that is known, else by the stamps of a workbook, by sheet and path."""

    now: Edition | None
    then: Edition | None = None
    stamps: Mapping[tuple[str, Path], str] = field(default_factory=dict)
    _found: dict[str, dict[Path, Path | Unfound]] = field(default_factory=dict)
    _came: dict[tuple[str, Path], Path] = field(default_factory=dict)
    _below: dict[str, tuple[Mapping[Path, Below], ...]] = field(default_factory=dict)

    @property
    def is_known(self) -> bool:
        """Whether anything is known of what was seen."""
        return self.then is not None or bool(self.stamps)

    def seen(self, table: Table) -> Collection[Path]:
        """The rows that were seen; those of now where nothing is known."""
        if self.then is not None:
            return {row.path: None for row in table.rows(self.then.plan)}
        if self.is_known:
            return self._stamps_of.get(table.name, {})
        return {row.path: None for row in table.rows(self.now.plan)} if self.now else ()

    def came(self, table: Table, name: Path, place: Path) -> None:
        """A row that is new, and which the proposer calls so."""
        self._came[table.name, name] = place

    def names(self, table: Table) -> Collection[Path]:
        """What the new rows of a list are called."""
        return [name for of, name in self._came if of == table.name]

    def place(self, table: Table, path: Path) -> Path | Unfound:
        """Where the row that was seen at `path` stands now. One that is told by an id or a year below one may be no
        more."""
        if table.item or table.field is None:
            return path
        if (came := self._came.get((table.name, path))) is not None:
            return came
        if table.entity is not None:
            if table.name not in self._found:
                self._found[table.name] = self._of_list(table)
            return self._found[table.name].get(path, Unfound.DOUBTFUL)
        own = len(table.steps) + 1
        around = self.around(table, path[:-own])
        return around if isinstance(around, Unfound) else (*around, *path[-own:])

    def around(self, table: Table, path: Path) -> Path | Unfound:
        """Where the row of the table around stands now that was seen at `path`."""
        return self.place(table.parent, path) if table.parent else path

    def holders(self, table: Table) -> Container[Path]:
        """The rows of the numbered list around a table, as they were called then, with those that the proposer adds."""
        if table.parent is None or table.parent.item:
            return frozenset()
        found = {*self.seen(table.parent), *self.names(table.parent)}
        if self.then is None and self.now:  # a workbook of some sheets alone has no stamps of the others
            found.update(row.path for row in table.parent.rows(self.now.plan))
        return found

    @cached_property
    def _stamps_of(self) -> Mapping[str, Mapping[Path, str]]:
        names = {sheet.name: sheet.table.name for sheet in list_sheets()}
        found: dict[str, dict[Path, str]] = {}
        for (sheet, path), sign in self.stamps.items():
            found.setdefault(names.get(sheet, ""), {})[path] = sign
        return found

    def is_whole(self, table: Table, path: Path, place: Path) -> bool:
        """Whether all that stands under the row that was seen at `path`, and is at `place`, is what it was."""
        if table.name not in self._below:
            self._below[table.name] = tuple(below(table, rows) for rows in self._inside(table))
        then, now = self._below[table.name]
        return then.get(path) == now.get(place)

    def _inside(self, table: Table) -> tuple[Iterable[tuple[str, Path, object]], Iterable[tuple[str, Path, object]]]:
        """The rows of the tables inside one, then and now, by what they say or by their stamps."""
        if self.now is None:
            return (), ()
        if not self.is_known:
            return (), words_inside(table, self.now)
        if self.then is not None:
            return words_inside(table, self.then), words_inside(table, self.now)
        inner = [(each, self._stamps_of.get(each.name, {})) for each in inside(table)]
        plan = self.now.plan
        return (
            ((each.name, path, sign) for each, stamps in inner for path, sign in stamps.items()),
            ((each.name, path, stamp(values)) for each, _ in inner for path, values in _sheet(each).rows(plan)),
        )

    def _of_list(self, table: Table) -> dict[Path, Path | Unfound]:
        if self.now is None or not self.is_known:
            return {}
        if self.then is None:
            return self._by_stamps(table, self.now)
        lists = _lists(table, self.now)
        found: dict[Path, Path | Unfound] = {}
        for path, rows in _lists(table, self.then).items():
            around = self.around(table, path[: -len(table.steps)])
            here = () if isinstance(around, Unfound) else (*around, *table.steps)
            pairs = _pairs(table, rows, lists.get(here, ()))
            lost = Unfound.DOUBTFUL if len(pairs) < len(lists.get(here, ())) else Unfound.GONE
            for at in range(len(rows)):
                found[*path, at] = (*here, pairs[at]) if at in pairs else lost
        return found

    def _by_stamps(self, table: Table, now: Edition) -> dict[Path, Path | Unfound]:
        """A stamp says whether a row is what it was, and not what that is: only one that has its place is known."""
        stamps = self._stamps_of.get(table.name, {})
        rows = dict(_sheet(table).rows(now.plan))
        there = {path for path, values in rows.items() if stamps.get(path) == stamp(values)}
        others = {path[:-1] for path in rows if path not in there}
        doubtful = set(self._alike(table, rows, stamps, there))
        return {
            path: path
            if path in there and path not in doubtful
            else Unfound.DOUBTFUL
            if path in doubtful or path[:-1] in others
            else Unfound.GONE
            for path in stamps
        }

    def _alike(
        self, table: Table, rows: Mapping[Path, Sequence[Value]], stamps: Mapping[Path, str], there: Container[Path]
    ) -> Iterator[Path]:
        """Of rows that say the same those that may have each other's places: one beside them is there no more, or what
        is under one is not what it was."""
        same: dict[tuple[Path, tuple[Value, ...]], list[Path]] = {}
        for path, values in rows.items():
            same.setdefault((path[:-1], tuple(values[1:])), []).append(path)  # its number says nothing of a row
        for (of, own), paths in same.items():
            beside = ((*of, int(path[-1]) + step) for path in paths if path in there for step in (-1, 1))
            gone = (each for each in beside if each in stamps and each not in there)
            if any(stamps[each] == stamp((int(each[-1]) + 1, *own)) for each in gone) or (
                len(paths) > 1 and not all(self.is_whole(table, path, path) for path in paths if path in there)
            ):
                yield from paths


def _sheet(table: Table) -> ListSheet:
    return next(each for each in list_sheets() if each.table is table)


def _lists(table: Table, edition: Edition) -> dict[Path, list[Said]]:
    """What the rows of each list say, by the path of the list."""
    found: dict[Path, list[Said]] = {}
    for path, row in said(table, edition).items():
        found.setdefault(path[:-1], []).append(row)
    return found


def _pairs(table: Table, then: Sequence[Said], now: Sequence[Said]) -> dict[int, int]:
    """Which row of a list is which now: the one that says all the same, with all below it; else one that says the same
    itself, in their order; else the only one that is told by the same. Of rows that say the same some may have gone:
    which those were, nobody knows."""
    found: dict[int, int] = {}
    same = _places(enumerate(now))
    for row, places in _places(enumerate(then)).items():
        if len(places) <= len(alike := same.get(row, [])):
            found.update(zip(places, alike, strict=False))
    taken = set(found.values())
    left = _places((at, row.own) for at, row in enumerate(now) if at not in taken)
    for own, places in _places((at, row.own) for at, row in enumerate(then) if at not in found).items():
        if len(places) == len(alike := left.get(own, [])):
            found.update(zip(places, alike, strict=True))
    keys = [column.key for column in table.columns if column.role is Role.VALUE]
    telling = [keys.index(key) for key in TELLING[table.name]]
    told = _places((at, tuple(row.own[each] for each in telling)) for at, row in enumerate(now))
    for key, places in _places((at, tuple(row.own[each] for each in telling)) for at, row in enumerate(then)).items():
        if any(key) and len(places) == len(told.get(key, ())) == 1:
            found.setdefault(places[0], told[key][0])
    return found


def _places(rows: Iterable[tuple[int, Key]]) -> dict[Key, list[int]]:
    found: dict[Key, list[int]] = {}
    for at, key in rows:
        found.setdefault(key, []).append(at)
    return found
