"""The blueprint at a glance: its four parts side by side, each section with what it holds and what follows from it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.model.terms import SectionKey
from generator.views.coverage import Filled, PartCoverage


@dataclass(frozen=True, slots=True)
class Cell:
    """A section: its number in the guideline, what it holds, and how many gaps and activities belong to it."""

    key: SectionKey
    number: int
    href: str
    filled: Filled
    gaps: int
    activities: int


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """One of the four parts; `title` is the frame's."""

    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class MatrixPicture:
    """The four parts, and which kinds of content occur."""

    prefix: str
    columns: tuple[MatrixColumn, ...]
    kinds: tuple[Filled, ...]


def matrix_picture(parts: Sequence[PartCoverage], link: Callable[[SectionKey], str], prefix: str) -> MatrixPicture:
    """Lay out the coverage of a plan; `link` gives the address of a section."""
    columns = tuple(
        MatrixColumn(
            part.title,
            tuple(
                Cell(one.key, one.number, link(one.key), one.filled, len(one.gaps), len(one.activities))
                for one in part.sections
            ),
        )
        for part in parts
    )
    present = {cell.filled for column in columns for cell in column.cells}
    return MatrixPicture(prefix, columns, tuple(kind for kind in Filled if kind in present))
