"""Finding a text in a file with its place, and keeping what was found out of every other message."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice

from generator.diagnostics import Label, Place, Problem
from generator.diagnostics.codes import SECRET_CODES
from generator.locale import Message
from generator.reading.text import TextFile

HIDDEN = "•••"

MOST = 2_000
"""Texts of one kind that are looked for in a file; one with more is no plan, and two megabytes hold a hundred times
as many."""

_AROUND = 80
_OF_ANY = 200


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


def masked(problems: Iterable[Problem], files: Iterable[TextFile]) -> list[Problem]:
    """The problems without the texts of personal data and secrets in their words: those of their own file, and the
    first of any other.

    A mistyped date is quoted in its message; if it is somebody's number, it must not be.
    """
    problems = list(problems)
    by_path = {file.path: file for file in files}
    hidden: dict[str, list[str]] = {}
    for problem in problems:
        if problem.code in SECRET_CODES and problem.place.line == problem.place.end_line:
            hidden.setdefault(problem.place.path, []).append(by_path[problem.place.path].between(problem.place))
    if not hidden:
        return problems
    of_any = list(islice(chain.from_iterable(hidden.values()), _OF_ANY))
    patterns = {path: _any_of([*of_any, *hidden.get(path, ())]) for path in {each.place.path for each in problems}}
    return [_without(patterns[problem.place.path], problem) for problem in problems]


def _any_of(texts: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(text) for text in sorted(set(texts), key=len, reverse=True)))


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
