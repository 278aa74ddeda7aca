"""Finding a text in a file, with its place."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator.diagnostics import Place
from generator.reading.text import TextFile

MOST = 2_000
"""Texts of one kind that are looked for in a file; one with more is no plan, and two megabytes hold a hundred times
as many."""

_AROUND = 80


def count_within(place: Place, starts: Sequence[tuple[int, int]]) -> int:
    """How many of the starts, lines and columns in order, are within a place."""
    first, last = (bisect_left(starts, at) for at in (place[1:3], place[3:5]))
    return last - first


def matches(pattern: re.Pattern[str], file: TextFile) -> Iterator[tuple[Place, str, str, str]]:
    """Every match with its place, and what stands in its line shortly before and after it.

    A group named `secret` narrows the place.
    """
    for found in pattern.finditer(file.text):
        group = "secret" if "secret" in pattern.groupindex else 0
        start, end = found.span(group)
        line = file.line_at(start)
        begin = file.offset(line)
        before = file.text[max(begin, start - _AROUND) : start]
        column = start - begin + 1
        place = Place(file.path, line, column, line, column + end - start)
        after = re.split(r"[\r\n]", file.text[end : end + _AROUND], maxsplit=1)[0]
        yield place, found[group], before, after
