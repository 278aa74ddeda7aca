"""What a sheet of a workbook holds beside values: formulas, merged ranges, errors, and numbers shown as percentages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Marks:
    """Cells by their names; `merged` are ranges."""

    formulas: frozenset[str] = frozenset()
    merged: tuple[str, ...] = ()
    errors: frozenset[str] = frozenset()
    percents: frozenset[str] = frozenset()
