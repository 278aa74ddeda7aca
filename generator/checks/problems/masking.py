"""Finding a text in a file with its place, and keeping what was found out of every other message."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from generator.diagnostics import Label, Place, Problem
from generator.diagnostics.codes import SECRET_CODES
from generator.locale import Message
from generator.reading.text import TextFile

HIDDEN = "•••"

# A file with more is no plan; telling each of two million bytes of numbers would take hours.
MOST = 200


def matches(pattern: re.Pattern[str], file: TextFile) -> Iterator[tuple[Place, str, str, str]]:
    """Every match with its place, and the text of its line before and after it.

    A group named `secret` narrows the place. A file gives no more than `MOST`.
    """
    for found in islice(pattern.finditer(file.text), MOST):
        group = "secret" if "secret" in pattern.groupindex else 0
        start, end = found.span(group)
        line = file.line_at(start)
        before = file.text[file.offset(line) : start]
        column = len(before) + 1
        place = Place(file.path, line, column, line, column + end - start)
        after = re.split(r"[\r\n]", file.text[end : end + 80], maxsplit=1)[0]
        yield place, found[group], before, after


def masked(problems: Iterable[Problem], files: Iterable[TextFile]) -> list[Problem]:
    """The problems without the texts of personal data and secrets in their words.

    A mistyped date is quoted in its message; if it is somebody's number, it must not be.
    """
    problems = list(problems)
    lines = {file.path: file.lines for file in files}
    hidden = {
        lines[problem.place.path][problem.place.line - 1][problem.place.column - 1 : problem.place.end_column - 1]
        for problem in problems
        if problem.code in SECRET_CODES
    }
    if not hidden:
        return problems
    pattern = re.compile("|".join(re.escape(text) for text in sorted(hidden, key=len, reverse=True)))
    return [_without(pattern, problem) for problem in problems]


def _without(pattern: re.Pattern[str], problem: Problem) -> Problem:
    return replace(
        problem,
        message=_words(pattern, problem.message),
        mark=problem.mark and _words(pattern, problem.mark),
        help=problem.help and _words(pattern, problem.help),
        labels=tuple(Label(label.place, _words(pattern, label.text)) for label in problem.labels),
        item=pattern.sub(HIDDEN, problem.item),
    )


def _words(pattern: re.Pattern[str], message: Message) -> Message:
    arguments = tuple(
        (
            name,
            _words(pattern, value)
            if isinstance(value, Message)
            else pattern.sub(HIDDEN, value)
            if isinstance(value, str)
            else value,
        )
        for name, value in message.arguments
    )
    return Message(message.msgid, arguments)
