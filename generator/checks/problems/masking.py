"""Keeping what must not be published out of the words of every problem."""

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, islice

from generator.diagnostics import Label, Problem
from generator.diagnostics.codes import SECRET_CODES
from generator.locale import Message
from generator.reading.text import TextFile
from generator.reading.withheld import HIDDEN, withheld

_OF_ANY = 200
_SIGNS = re.compile(r"[^A-Za-z0-9]+")
"""What an id that is spelt anew has a `-` for: letters with marks, too."""
_SHORT, _LONG = 8, 200
"""How many letters a text has that is hidden in all its spellings."""
_BETWEEN = 3
"""How many other signs stand between two letters of a spelling, at most."""
_LOOKED_AT = 2_000
"""Signs of a text of which any are shown, as an id may be as long as its file: it holds no more numbers than are told
of a file."""


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
    of_any = dict(islice(chain.from_iterable(own.items() for own in hidden.values()), _OF_ANY))
    return [_masked(problem, of_any | hidden.get(problem.place.path, {}), hidden) for problem in problems]


def _masked(problem: Problem, hidden: Mapping[str, str], files: Container[str]) -> Problem:
    """A problem without the `hidden` texts, by their letters, nor any that is personal data or a secret by itself in
    the words about one of `files`."""
    said: dict[str, None] = {}
    _rewritten(problem, lambda text: said.setdefault(text[:_LOOKED_AT]) or text)
    told = "\n".join(said)
    letters = _letters(told)
    long = [text for text, spelt in hidden.items() if len(spelt) > _LONG]
    found = {text for text, spelt in hidden.items() if text in told or (spelt and spelt in letters)}
    for words in map(partial(TextFile, problem.place.path), said if problem.place.path in files else ()):
        found |= {words.between(each.place) for each in withheld([words])}
    spellings = [_spelt(text) for text in sorted(found, key=len, reverse=True)]
    return _rewritten(problem, partial(_without, long, spellings))


def _letters(text: str) -> str:
    """What of a text stays, however it is spelt."""
    return _SIGNS.sub("", text).casefold()


def _spelt(text: str) -> re.Pattern[str]:
    """A text as it is, and in its spellings: other signs between its letters, small ones or capitals, if it is long
    enough to be nothing else."""
    letters, as_it_is = _SIGNS.sub("", text), re.escape(text)
    if not _SHORT <= len(letters) <= _LONG:
        return re.compile(as_it_is)
    return re.compile(f"{as_it_is}|{f'[^A-Za-z0-9]{{0,{_BETWEEN}}}'.join(letters)}", re.IGNORECASE)


def _without(long: Sequence[str], spellings: Sequence[re.Pattern[str]], text: str) -> str:
    """A text without what is hidden; of a long one the beginning, and no part of a spelling that may go on beyond."""
    for each in long:
        text = text.replace(each, HIDDEN)
    begin = text[:_LOOKED_AT]
    for spelling in spellings:
        begin = spelling.sub(HIDDEN, begin)
    return begin if len(text) <= _LOOKED_AT else f"{begin[: -_LONG * (1 + _BETWEEN)]}…"


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
