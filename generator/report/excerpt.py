"""A line of a file as a terminal shows it: tabs as spaces, wide characters in two cells, long lines cut."""

import unicodedata
from typing import NamedTuple

from generator.report.wording import visible

WIDTH = 100
_TAB = "    "
_CUT = "…"
_BEFORE = 30


class Excerpt(NamedTuple):
    """The shown text of a line, and where a stretch of it begins and how long it is, in cells."""

    text: str
    start: int
    length: int


def excerpt(line: str, column: int, end_column: int) -> Excerpt:
    """The part of a line around the code points `column` to `end_column` (from 1, exclusive); at least one cell."""
    shown = [_cell(character) for character in line.rstrip()]
    first = min(column - 1, len(shown))
    last = min(max(end_column - 1, first), len(shown))
    left, right = _window(shown, first, last)
    lead = _CUT if left else ""
    text = lead + "".join(text for text, _ in shown[left:right]) + (_CUT if right < len(shown) else "")
    start = len(lead) + _cells(shown[left:first])
    return Excerpt(text, start, max(1, _cells(shown[first : min(last, right)])))


def _cell(character: str) -> tuple[str, int]:
    if character == "\t":
        return _TAB, len(_TAB)
    if unicodedata.category(character) in ("Mn", "Me"):
        return character, 0
    return visible(character), 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _cells(shown: list[tuple[str, int]]) -> int:
    return sum(width for _, width in shown)


def _window(shown: list[tuple[str, int]], first: int, last: int) -> tuple[int, int]:
    if _cells(shown) <= WIDTH:
        return 0, len(shown)
    # From the start of the line if the whole stretch is then seen; else with a little of what stands before it.
    left = 0 if _cells(shown[:last]) <= WIDTH - 2 else max(0, first - _BEFORE)
    right, room = left, WIDTH - 2
    while right < len(shown) and room >= shown[right][1]:
        room -= shown[right][1]
        right += 1
    return left, right
