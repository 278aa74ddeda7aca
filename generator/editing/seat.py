"""Where in a workbook a row of the plan stands: what is said of a value is said at its cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.editing.sheet import ReadSheet


class Origin(NamedTuple):
    """The cell that a value comes from; empty for a whole sheet."""

    sheet: str
    cell: str


@dataclass(frozen=True)
class Seat:
    """The cells of one row of the plan by the key of their column; `first` is the one that stands for the row."""

    sheet: str
    first: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of_row(cls, made: ReadSheet, number: int) -> "Seat":
        """That of a row of a list's sheet."""
        return cls(made.name, f"A{number}", {key: f"{letter}{number}" for key, letter in made.letters.items()})

    def at(self, column: str) -> Origin:
        """The cell of a column, or the one that stands for the row."""
        return Origin(self.sheet, self.cells.get(column, self.first))
