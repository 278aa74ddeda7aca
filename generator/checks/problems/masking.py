"""Keeping what must not be published out of the words of every problem."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import chain, islice

from generator.diagnostics import Label, Problem
from generator.diagnostics.codes import SECRET_CODES
from generator.locale import Message
from generator.reading.text import TextFile
from generator.reading.withheld import HIDDEN

_OF_ANY = 200


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
    found: dict[str, list[str]] = {}
    for path, told in _said(problems).items():
        texts = {text for text in (*of_any, *hidden.get(path, ())) if text and text in told}
        found[path] = sorted(texts, key=len, reverse=True)
    return [_rewritten(problem, partial(_without, found[problem.place.path])) for problem in problems]


def _said(problems: Iterable[Problem]) -> dict[str, str]:
    """All that the problems of a file say, by its path."""
    said: dict[str, list[str]] = {}

    def heard(path: str, text: str) -> str:
        said[path].append(text)
        return text

    for problem in problems:
        said.setdefault(problem.place.path, [])
        _rewritten(problem, partial(heard, problem.place.path))
    return {path: "\n".join(texts) for path, texts in said.items()}


def _without(hidden: list[str], text: str) -> str:
    for each in hidden:
        text = text.replace(each, HIDDEN)
    return text


def _rewritten(problem: Problem, rewrite: Callable[[str], str]) -> Problem:
    """The problem with its words rewritten, as far as they are those of a plan."""
    return replace(
        problem,
        message=_words(problem.message, rewrite),
        mark=problem.mark and _words(problem.mark, rewrite),
        help=problem.help and _words(problem.help, rewrite),
        labels=tuple(Label(label.place, _words(label.text, rewrite)) for label in problem.labels),
        item=rewrite(problem.item),
    )


def _words(message: Message, rewrite: Callable[[str], str]) -> Message:
    arguments = tuple(
        (
            name,
            _words(value, rewrite)
            if isinstance(value, Message)
            else rewrite(value)
            if isinstance(value, str)
            else value,
        )
        for name, value in message.arguments
    )
    return Message(message.msgid, arguments)
