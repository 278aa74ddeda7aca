"""A line of a file as a terminal shows it: tabs as spaces, wide characters in two cells, long lines cut."""

import unicodedata
from typing import NamedTuple

from generator.report.wording import visible

WIDTH = 100
_TAB = "    "
_CUT = "…"
_BEFORE = 30
_LOOKED_AT = 4 * WIDTH
"""Code points of a stretch: some take no cell."""


class Excerpt(NamedTuple):
    """The shown text of a line, and where a stretch of it begins and how long it is, in cells."""

    text: str
    start: int
    length: int


def excerpt(line: str, column: int, end_column: int) -> Excerpt:
    """The part of a line around the code points `column` to `end_column` (from 1, exclusive); at least one cell.

    However long the line, no more of it is looked at than may be shown.
    """
    text = line.rstrip()
    first = min(column - 1, len(text))
    last = min(max(end_column - 1, first), len(text))
    begin = [_cell(character) for character in text[:_LOOKED_AT]]
    is_short = len(text) <= _LOOKED_AT and _cells(begin) <= WIDTH
    # From the start of the line if the whole stretch is then seen; else with a little of what stands before it.
    is_near = last <= _LOOKED_AT and _cells(begin[:last]) <= WIDTH - 2
    left = 0 if is_short or is_near else max(0, first - _BEFORE)
    shown = [_cell(character) for character in text[left : left + _LOOKED_AT]]
    shown = shown if is_short else _cut(shown)
    lead, end = (_CUT if left else ""), (_CUT if left + len(shown) < len(text) else "")
    start = len(lead) + _cells(shown[: first - left])
    return Excerpt(
        lead + "".join(each for each, _ in shown) + end, start, max(1, _cells(shown[first - left : last - left]))
    )


def _cell(character: str) -> tuple[str, int]:
    if character == "\t":
        return _TAB, len(_TAB)
    if unicodedata.category(character) in ("Mn", "Me"):
        return character, 0
    return visible(character), 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _cells(shown: list[tuple[str, int]]) -> int:
    return sum(width for _, width in shown)


def _cut(shown: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """As much as there is room for between two signs that something was cut off."""
    room, right = WIDTH - 2, 0
    while right < len(shown) and room >= shown[right][1]:
        room -= shown[right][1]
        right += 1
    return shown[:right]
