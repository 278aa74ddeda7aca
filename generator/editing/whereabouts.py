"""Where a row stands now. A list without ids names its rows by their places, and each line that a colleague puts before
one, or takes out, gives that name to another."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from typing import TypeAlias

from generator.data.layout import list_sheets, stamp
from generator.editing.forms_of_value import plainest, written
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

_Said: TypeAlias = tuple[object, ...]


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

    @cached_property
    def _stamps_of(self) -> Mapping[str, Mapping[Path, str]]:
        names = {sheet.name: sheet.table.name for sheet in list_sheets()}
        found: dict[str, dict[Path, str]] = {}
        for (sheet, path), sign in self.stamps.items():
            found.setdefault(names.get(sheet, ""), {})[path] = sign
        return found

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
        sheet = next(each for each in list_sheets() if each.table is table)
        stamps = self._stamps_of.get(table.name, {})
        signs = {path: stamp(values) for path, values in sheet.rows(now.plan)}
        others = {path[:-1] for path, sign in signs.items() if stamps.get(path) != sign}
        return {
            path: path if signs.get(path) == sign else Unfound.DOUBTFUL if path[:-1] in others else Unfound.GONE
            for path, sign in stamps.items()
        }


def _lists(table: Table, edition: Edition) -> dict[Path, list[_Said]]:
    """What the rows of each list say, by the path of the list."""
    found: dict[Path, list[_Said]] = {}
    for row in table.rows(edition.plan):
        pairs = zip(table.columns, row.values, strict=True)
        said = tuple(plainest(column, written(column, value)) for column, value in pairs if column.role is Role.VALUE)
        found.setdefault(row.path[:-1], []).append(said)
    return found


def _pairs(table: Table, then: Sequence[_Said], now: Sequence[_Said]) -> dict[int, int]:
    """Which row of a list is which now: the one that says all the same, else the only one that is told by the same."""
    found: dict[int, int] = {}
    same = _places(now)
    for said, places in _places(then).items():
        alike = same.get(said, [])
        # Of rows that say the same the first is the first; where some came or went, those that have their places.
        found.update(zip(places, alike, strict=True) if len(places) == len(alike) else _kept(places, alike))
    keys = [column.key for column in table.columns if column.role is Role.VALUE]
    telling = [keys.index(key) for key in TELLING[table.name]]
    told = _places(tuple(said[each] for each in telling) for said in now)
    for key, places in _places(tuple(said[each] for each in telling) for said in then).items():
        if any(key) and len(places) == len(told.get(key, ())) == 1:
            found.setdefault(places[0], told[key][0])
    return found


def _kept(places: Sequence[int], alike: Sequence[int]) -> Iterable[tuple[int, int]]:
    there = set(alike)
    return ((each, each) for each in places if each in there)


def _places(rows: Iterable[_Said]) -> dict[_Said, list[int]]:
    found: dict[_Said, list[int]] = {}
    for at, said in enumerate(rows):
        found.setdefault(said, []).append(at)
    return found
