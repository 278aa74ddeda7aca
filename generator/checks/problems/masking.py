"""Keeping what must not be published out of the words of every problem."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import cache, partial
from itertools import accumulate, chain, islice, pairwise
from typing import TypeAlias

from generator.diagnostics import Label, Place, Problem
from generator.diagnostics.codes import SECRET_CODES
from generator.locale import Message
from generator.reading.text import TextFile
from generator.reading.withheld import HIDDEN, withheld_in

_OF_ANY = 200
_SIGNS = re.compile(r"[^A-Za-z0-9]+")
"""What an id that is spelt anew has a `-` for: letters with marks, too."""
_SHORT, _LONG = 8, 200
"""How many letters a text has that is hidden in all its spellings."""
_TOO_MUCH = 6
"""How many of its letters in a row tell too much, in the words about the very place where it stands."""
_BETWEEN = 3
"""How many other signs stand between two letters of a spelling, at most."""
_LOOKED_AT = 2_000
"""Signs of a text of which any are shown, as an id may be as long as its file: it holds no more numbers than are told
of a file."""


_Hidden: TypeAlias = tuple[str, str]
"""A text that is hidden, and its letters."""


def masked(problems: Iterable[Problem], files: Iterable[TextFile]) -> list[Problem]:
    """The problems without the texts of personal data and secrets in their words: those of their own file, and the
    first of any other.

    A mistyped date is quoted in its message; if it is somebody's number, it must not be. Nor in a remedy that spells
    it anew (`tulis `S-0812-3456-7891``), nor where its file holds it otherwise, behind an escape.
    """
    problems = list(problems)
    by_path = {file.path: file for file in files}
    places: dict[str, list[tuple[Place, _Hidden]]] = {}
    for place in (problem.place for problem in problems if problem.code in SECRET_CODES):
        own = places.setdefault(place.path, [])
        if place.line == place.end_line and (text := by_path[place.path].between(place)):
            own.append((place, (text, _letters(text))))
    if not places:
        return problems
    hidden = {path: dict(each for _, each in own) for path, own in places.items()}
    of_any = dict(islice(chain.from_iterable(own.items() for own in hidden.values()), _OF_ANY))
    by_itself, without = cache(_withheld_in), cache(_without)  # an item is named by each of its problems

    def of(problem: Problem) -> Problem:
        said, path = _said(problem), problem.place.path
        own = dict(chain.from_iterable(by_itself(text).items() for text in said))
        told = of_any | hidden.get(path, {}) | own
        together = "\n".join(said)
        letters = _letters(together)
        found = (each for each in told.items() if len(each[1]) > _LONG or _occurs(each, together, letters))
        there = [spelt for place, (_, spelt) in places.get(path, ()) if _meet(place, problem.place)]
        tells = _parts((*there, *own.values()))
        return _rewritten(problem, partial(_unless_it_tells, tells, partial(without, tuple(found))))

    return list(map(of, problems))


def cleaned(text: str) -> str:
    """A text that is in no file of a plan, without what is personal data or a secret by itself."""
    own = _withheld_in(text)
    return _unless_it_tells(_parts(own.values()), partial(_without, tuple(own.items())), text) if own else text


def _meet(one: Place, other: Place) -> bool:
    """Whether two places of a file have a sign in common."""
    return one[1:3] < other[3:5] and other[1:3] < one[3:5]


def _parts(hidden: Iterable[str]) -> set[str]:
    """So many letters in a row as tell too much of what is hidden."""
    return {letters[start : start + _TOO_MUCH] for letters in hidden for start in range(len(letters) - _TOO_MUCH + 1)}


def _unless_it_tells(parts: Set[str], clean: Callable[[str], str], text: str) -> str:
    """A cleaned text, or nothing of it: a number that is read as an amount is spelt anew without its first figure."""
    left = clean(text)
    return left if parts.isdisjoint(_parts([_letters(left)])) else HIDDEN


def _said(problem: Problem) -> list[str]:
    """What a problem says in words of a plan, as far as that is looked at."""
    said: dict[str, None] = {}
    _rewritten(problem, lambda text: said.setdefault(text[:_LOOKED_AT]) or text)
    return list(said)


def _withheld_in(text: str) -> dict[str, str]:
    """What is personal data or a secret by itself, with its letters."""
    return {found: _letters(found) for found in withheld_in(text)}


def _occurs(hidden: _Hidden, text: str, letters: str) -> bool:
    exact, spelt = hidden
    return exact in text or (len(spelt) >= _SHORT and spelt in letters)


def _letters(text: str) -> str:
    """What of a text stays, however it is spelt."""
    return _SIGNS.sub("", text).casefold()


def _without(hidden: Sequence[_Hidden], text: str) -> str:
    """A text without what is hidden; of a long one the beginning, and no part of a spelling that may go on beyond."""
    for exact, letters in hidden:
        if len(letters) > _LONG:
            text = text.replace(exact, HIDDEN)
    begin = text[:_LOOKED_AT]
    parts: list[str] = []
    until = 0
    for start, end in sorted(_places(hidden, begin)):
        if start >= until:
            parts += begin[until:start], HIDDEN
        until = max(until, end)
    clean = "".join((*parts, begin[until:]))
    return clean if len(text) <= _LOOKED_AT else f"{clean[: -_LONG * (1 + _BETWEEN)]}…"


def _places(hidden: Sequence[_Hidden], text: str) -> Iterator[tuple[int, int]]:
    """Where something hidden begins and ends: as it is, and in its spellings, with other signs between its letters,
    small ones or capitals, if it is long enough to be nothing else. Costs what the text does, for each."""
    at = [place for place, sign in enumerate(text) if sign.isascii() and sign.isalnum()]
    letters = "".join(text[place] for place in at).lower()
    gaps = (after - before > _BETWEEN + 1 for before, after in pairwise(at))
    apart = list(accumulate(gaps, initial=0))  # how often, before a letter, too much stands between two
    for exact, spelt in hidden:
        start = text.find(exact)
        while start >= 0:
            yield start, start + len(exact)
            start = text.find(exact, start + len(exact))
        first = letters.find(spelt) if _SHORT <= len(spelt) <= _LONG else -1
        while first >= 0:
            last = first + len(spelt) - 1
            is_one = apart[first] == apart[last]
            if is_one:
                yield at[first], at[last] + 1
            first = letters.find(spelt, last + 1 if is_one else first + 1)


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
