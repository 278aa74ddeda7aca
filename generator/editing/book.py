"""A workbook as it was opened: its sheets as cells, and which plan it says it is of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from generator.data.layout import README
from generator.data.xlsx_cells import column_number
from generator.editing.container import not_whole, opened
from generator.editing.marks import Marks
from generator.editing.typed import Cell
from generator.model.address import PlanAddress
from generator.reading.addresses import INSTITUTION, PERIOD

_PLAN = re.compile(r"Rencana: (\S+)/(\S+)")
_COMMIT = re.compile(r"Komit: ([0-9a-f]{7,64})")


@dataclass(frozen=True)
class Book:
    """A workbook as it was opened: the plan and the commit that it says it is of, and its sheets."""

    plan: PlanAddress | None
    commit: str
    sheets: Mapping[str, Sequence[Sequence[Cell]]]
    marks: Mapping[str, Marks]


def book(content: bytes) -> Book:
    """Open a workbook. Raises `WorkbookRefused`."""
    whole, marks = opened(content)
    try:
        read = CalamineWorkbook.from_filelike(BytesIO(whole))
        if read.sheet_names != list(marks):
            raise not_whole()
        sheets = {
            name: _as_seen(read.get_sheet_by_name(name).to_python(skip_empty_area=False), marks[name])
            for name in read.sheet_names
        }
    except (CalamineError, ValueError, OSError, ArithmeticError):
        raise not_whole() from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # a fault of the reader, such as a day of no calendar
            raise not_whole() from None
        raise
    return Book(*_whose([str(row[0]).strip() for row in sheets.get(README, ()) if row]), sheets, marks)


def _whose(lines: Sequence[str]) -> tuple[PlanAddress | None, str]:
    """The plan and the commit that a workbook is of. The first line is the plan's title, which may say anything: it is
    not looked at, and where somebody put a line above it, what our own lines below it say holds."""
    plan, commit = None, ""
    for line in lines[1:]:
        if (found := _PLAN.fullmatch(line)) and INSTITUTION.fullmatch(found[1]) and PERIOD.fullmatch(found[2]):
            plan, commit = PlanAddress(found[1], found[2]), ""
        elif plan and (found := _COMMIT.fullmatch(line)):
            commit = found[1]
    return plan, commit


def _as_seen(cells: list[list[Any]], marks: Marks) -> list[list[Cell]]:
    """The cells with percentages as they are shown: a program that is told 40% keeps 0.4, and 1 for 100%."""
    for name in marks.percents:
        letters = name.rstrip("0123456789")
        row, column = int(name[len(letters) :]) - 1, column_number(letters)
        held = cells[row][column] if row < len(cells) and column < len(cells[row]) else None
        if isinstance(held, int | float) and not isinstance(held, bool):
            cells[row][column] = f"{round(held * 100, 9):g}%"
    return cells
