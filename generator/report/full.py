"""For people: every problem with its lines and underlines."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from generator.diagnostics import Place, Problem
from generator.locale import Language
from generator.report.closing import closing
from generator.report.excerpt import excerpt
from generator.report.result import Report
from generator.report.wording import HELP, SEVERITIES, help_, message, one_line

Paint = Callable[[str, str], str]
"""Gives a text a role: `error`, `warning`, `finding`, `label`, `frame` or `strong`."""


class _Mark(NamedTuple):
    place: Place
    text: str
    primary: bool


def full(report: Report, words: Language, paint: Paint = lambda text, role: text) -> str:
    """Message, place, source lines and help of every entry; at the end how much was read and is wrong."""
    blocks = ["\n".join(_block(entry, report, words, paint)) for entry in report.entries]
    return "\n".join([*blocks, closing(report, words)])


def _block(entry: Problem, report: Report, words: Language, paint: Paint) -> Iterator[str]:
    role = entry.severity.value
    name = words.word(SEVERITIES[entry.severity])
    yield paint(f"{name}[{entry.code}]", role) + paint(f": {message(entry, words)}", "strong")
    marks = [_Mark(label.place, one_line(words.word(label.text)), False) for label in entry.labels]
    mark = one_line(words.word(entry.mark)) if entry.mark else ""
    marks.append(_Mark(entry.place, mark, True))
    shown = [mark for mark in marks if any(report.lines.get(mark.place.path, ()))]
    width = len(str(max(mark.place.line for mark in shown or marks)))
    margin = " " * width
    yield paint(f"{margin}--> ", "frame") + _address(entry.place)
    files = sorted(shown, key=lambda mark: (mark.place.path != entry.place.path, mark.place))
    for path, own in groupby(files, key=lambda mark: mark.place.path):
        group = list(own)
        if path != entry.place.path:
            yield paint(f"{margin}::: ", "frame") + _address(group[0].place)
        yield paint(f"{margin} |", "frame")
        yield from _lines(group, report.lines[path], width, role, paint)
    if shown:
        yield paint(f"{margin} |", "frame")
    if remedy := help_(entry, words):
        yield paint(f"{margin} = ", "frame") + f"{words.word(HELP)}: {remedy}"


def _lines(marks: list[_Mark], lines: list[str], width: int, role: str, paint: Paint) -> Iterator[str]:
    previous: tuple[int, str] | None = None
    for mark in sorted(marks, key=lambda mark: (mark.place.line, not mark.primary, mark.place.column)):
        place = mark.place
        line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
        end = place.end_column if place.end_line == place.line else len(line.rstrip()) + 1
        text, start, length = excerpt(line, place.column, end)
        # A line that is cut differently for its second mark is shown again.
        if (place.line, text) != previous:
            yield (paint(f"{place.line:>{width}} |", "frame") + f" {text}").rstrip()
            previous = (place.line, text)
        stroke = ("^" if mark.primary else "-") * length
        label = f"{stroke} {mark.text}".rstrip()
        yield paint(f"{' ' * width} |", "frame") + " " * (start + 1) + paint(label, role if mark.primary else "label")


def _address(place: Place) -> str:
    return f"{one_line(place.path)}:{place.line}:{place.column}"
