"""Keeping what must not be published out of the words of every problem."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import chain, islice

from generator.diagnostics import Label, Problem
from generator.diagnostics.codes import SECRET_CODES
from generator.locale import Message
from generator.reading.text import TextFile
from generator.reading.withheld import HIDDEN, withheld

_OF_ANY = 200
_SIGNS = re.compile(r"[\W_]+")
_SHORT, _LONG = 8, 200
"""How many letters a text has that is hidden in all its spellings."""


def masked(problems: Iterable[Problem], files: Iterable[TextFile]) -> list[Problem]:
    """The problems without the texts of personal data and secrets in their words: those of their own file, and the
    first of any other.

    A mistyped date is quoted in its message; if it is somebody's number, it must not be. Nor in a remedy that spells
    it anew (`tulis `S-0812-3456-7891``), nor where its file holds it otherwise, behind an escape.
    """
    problems = list(problems)
    by_path = {file.path: file for file in files}
    hidden: dict[str, dict[str, str]] = {}
    for place in (problem.place for problem in problems if problem.code in SECRET_CODES):
        own = hidden.setdefault(place.path, {})
        if place.line == place.end_line and (text := by_path[place.path].between(place)):
            own[text] = _letters(text)
    if not hidden:
        return problems
    of_any = list(islice(chain.from_iterable(own.items() for own in hidden.values()), _OF_ANY))
    found: dict[str, list[re.Pattern[str]]] = {}
    for path, told in _said(problems).items():
        letters, words = _letters(told), TextFile(path, told)
        own = hidden.get(path, {})
        texts = {text for text, spelt in (*of_any, *own.items()) if text in told or spelt in letters}
        texts |= {words.between(problem.place) for problem in withheld([words])} if path in hidden else set()
        found[path] = list(map(_spelt, sorted(texts, key=len, reverse=True)))
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


def _letters(text: str) -> str:
    """What of a text stays, however it is spelt."""
    return _SIGNS.sub("", text).casefold()


def _spelt(text: str) -> re.Pattern[str]:
    """A text in its spellings: other signs between its letters, small ones or capitals, if it is long enough to be
    nothing else."""
    letters = _SIGNS.sub("", text)
    if not _SHORT <= len(letters) <= _LONG:
        return re.compile(re.escape(text))
    return re.compile(r"[\W_]{0,3}".join(letters), re.IGNORECASE)


def _without(hidden: list[re.Pattern[str]], text: str) -> str:
    for each in hidden:
        text = each.sub(HIDDEN, text)
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
