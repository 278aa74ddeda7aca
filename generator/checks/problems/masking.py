"""Keeping what must not be published out of the words of every problem."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, partial
from itertools import chain, islice

from generator.checks.problems.spellings import (
    LOOKED_AT,
    Hidden,
    letters_of,
    may_stand_in,
    telling_parts,
    unless_it_tells,
    without,
)
from generator.diagnostics import Label, Place, Problem
from generator.diagnostics.codes import SECRET_CODES
from generator.locale import Message
from generator.reading.text import TextFile
from generator.reading.withheld import HIDDEN, withheld_in

_OF_ANY = 200


def masked(problems: Iterable[Problem], files: Iterable[TextFile]) -> list[Problem]:
    """The problems without the texts of personal data and secrets in their words: those of their own file, and the
    first of any other.

    A mistyped date is quoted in its message; if it is somebody's number, it must not be. Nor in a remedy that spells
    it anew (`tulis `S-0812-3456-7891``), nor where its file holds it otherwise, behind an escape.
    """
    problems = list(problems)
    by_path = {file.path: file for file in files}
    places: dict[str, list[tuple[Place, Hidden]]] = {}
    for place in (problem.place for problem in problems if problem.code in SECRET_CODES):
        own = places.setdefault(place.path, [])
        if place.line == place.end_line and (text := by_path[place.path].between(place)):
            own.append((place, (text, letters_of(text))))
    if not places:
        return problems
    hidden = {path: dict(each for _, each in own) for path, own in places.items()}
    of_any = dict(islice(chain.from_iterable(own.items() for own in hidden.values()), _OF_ANY))
    by_itself, clean = cache(_withheld_in), cache(without)  # an item is named by each of its problems

    def of(problem: Problem) -> Problem:
        said, path = _said(problem), problem.place.path
        own = dict(chain.from_iterable(by_itself(text).items() for text in said))
        told = of_any | hidden.get(path, {}) | own
        together = "\n".join(said)
        letters = letters_of(together)
        found = (each for each in told.items() if may_stand_in(each, together, letters))
        there = [spelt for place, (_, spelt) in places.get(path, ()) if _meet(place, problem.place)]
        tells = telling_parts((*there, *own.values()))
        return _rewritten(problem, partial(unless_it_tells, tells, partial(clean, tuple(found))))

    return list(map(of, problems))


def cleaned(text: str) -> str:
    """A text that is in no file of a plan, without what is personal data or a secret by itself."""
    own = _withheld_in(text)
    return unless_it_tells(telling_parts(own.values()), partial(without, tuple(own.items())), text) if own else text


def _meet(one: Place, other: Place) -> bool:
    """Whether two places of a file have a sign in common."""
    return one[1:3] < other[3:5] and other[1:3] < one[3:5]


def _said(problem: Problem) -> list[str]:
    """What a problem says in words of a plan, as far as that is looked at."""
    said: dict[str, None] = {}
    _rewritten(problem, lambda text: said.setdefault(text[:LOOKED_AT]) or text)
    return list(said)


def _withheld_in(text: str) -> dict[str, str]:
    """What is personal data or a secret by itself, with its letters."""
    return {found: letters_of(found) for found in withheld_in(text)}


def _rewritten(problem: Problem, rewrite: Callable[[str], str]) -> Problem:
    """The problem with its words rewritten, as far as they are those of a plan."""
    return replace(
        problem,
        message=_words(problem.message, rewrite),
        mark=problem.mark and _words(problem.mark, rewrite),
        help=problem.help and _remedy(problem.help, rewrite),
        labels=tuple(Label(label.place, _words(label.text, rewrite)) for label in problem.labels),
        item=rewrite(problem.item),
    )


def _remedy(message: Message, rewrite: Callable[[str], str]) -> Message | None:
    """`None` where the very word that is advised is hidden: nobody can write it."""
    told = _words(message, rewrite)
    return None if HIDDEN in (value for _, value in told.arguments) else told


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
