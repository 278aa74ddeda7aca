"""What a workbook proposes, collected cell by cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.editing import cell_problems as told
from generator.editing.forms_of_value import is_same
from generator.editing.proposal import Change, FieldEdit, Path, Written
from generator.editing.seat import Origin, Seat
from generator.editing.sheet import CellProblem
from generator.model.description import Column


@dataclass(frozen=True)
class Brought:
    """What a workbook proposes: each change with where it comes from. `missing` are rows of the plan that it lacks, by
    sheet; `seats` its rows that the plan has, by table and path; `names` the ids that names were taken for."""

    changes: tuple[Change, ...] = ()
    origins: tuple[Seat, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    missing: tuple[tuple[str, Path], ...] = ()
    seats: Mapping[tuple[str, Path], Seat] = field(default_factory=dict)
    names: Mapping[tuple[Origin, str], str] = field(default_factory=dict)


@dataclass
class Compared:
    """The same while it is being collected. `base_known` says whether the plan is known as the proposer saw it."""

    base_known: bool
    changes: list[Change] = field(default_factory=list)
    origins: list[Seat] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    missing: list[tuple[str, Path]] = field(default_factory=list)
    seats: dict[tuple[str, Path], Seat] = field(default_factory=dict)

    def add(self, change: Change, origin: Seat) -> None:
        """A change and where it comes from."""
        self.changes.append(change)
        self.origins.append(origin)

    def compare(
        self,
        table: str,
        path: Path,
        column: Column,
        old: Written,
        new: Written,
        base: Written,
        seat: Seat,
        row_known: bool,
    ) -> None:
        """`base` is what the proposer saw; where `row_known` is false, a difference may be a colleague's change."""
        if is_same(column, old, new) or (row_known and self.base_known and is_same(column, base, new)):
            return
        if not row_known or (self.base_known and not is_same(column, base, old)):
            self.problems.append(told.conflict(*seat.at(column.key), old, new))
            return
        self.add(FieldEdit(table, path, column.key, old, new), seat)
