"""What somebody proposes to change in a plan: the one form that a workbook, the form and an issue become first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

from generator.model.address import PlanAddress
from generator.model.description import tables

_DIGITS = 6
"""Of a place in a list at most, of which a plan has a few thousand."""

Path: TypeAlias = tuple[str | int, ...]
"""A row of a table as `Edition.place` takes it: `("K-001",)`, `("K-001", "anggaran", 2)`; empty for single fields."""

Written: TypeAlias = str | tuple[str, ...] | None
"""A value as a plan writes it: a text, the texts of a list, or nothing."""


@dataclass(frozen=True)
class FieldEdit:
    """A field of a row: `column` is its key in the table, `old` what the proposer saw there."""

    table: str
    row: Path
    column: str
    old: Written
    new: Written


@dataclass(frozen=True)
class RowAdded:
    """A new row below `parent`, the row of the table around it, or of the plan."""

    table: str
    parent: Path
    values: Mapping[str, Written] = field(hash=False)


@dataclass(frozen=True)
class RowRemoved:
    """A row that shall be no more. `seen` is what the proposer saw in it, by column; empty where the row was found by
    other means than its place in a list."""

    table: str
    row: Path
    seen: Mapping[str, Written] = field(default_factory=dict, hash=False)


Change: TypeAlias = FieldEdit | RowAdded | RowRemoved


@dataclass(frozen=True)
class Proposal:
    """Changes of one plan. `commit` is the version that the proposer saw, if known."""

    plan: PlanAddress
    changes: tuple[Change, ...]
    commit: str = ""


def row_name(row: Path) -> str:
    """A row in one word: `K-001/anggaran/2`."""
    return "/".join(map(str, row))


def row_path(name: str) -> Path:
    """The row that `row_name` names."""
    first, *rest = name.split("/")
    # An id or a key comes first, whatever it looks like.
    return (first, *map(_step, (first, *rest), rest)) if name else ()


def _step(before: str, part: str) -> str | int:
    """A place in a list, or a key: so is a year, below what is told by year."""
    is_place = part.isdecimal() and len(part) <= _DIGITS and before not in _by_year()
    return int(part) if is_place else part


@cache
def _by_year() -> frozenset[str]:
    return frozenset(table.steps[-1] for table in tables() if table.field and table.entity is None)


def texts(value: Written) -> Iterator[str]:
    """The texts of a value."""
    if isinstance(value, str):
        yield value
    elif value is not None:
        yield from value
