"""A workbook as it was opened: its sheets as cells, and which plan it says it is of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook

from generator.data.layout import README
from generator.editing.container import Marks, not_whole, opened
from generator.editing.typed import Cell
from generator.model.address import PlanAddress
from generator.reading.plan_files import INSTITUTION, PERIOD

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
        sheets = {name: read.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in read.sheet_names}
    except (CalamineError, ValueError, OSError):
        raise not_whole() from None
    lines = "\n".join(str(row[0]) for row in sheets.get(README, ()) if row)
    plan, commit = _PLAN.search(lines), _COMMIT.search(lines)
    address = None
    if plan and INSTITUTION.fullmatch(plan[1]) and PERIOD.fullmatch(plan[2]):
        address = PlanAddress(plan[1], plan[2])
    return Book(address, commit[1] if commit else "", sheets, marks)
