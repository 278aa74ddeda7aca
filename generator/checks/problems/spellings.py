"""Where a text that must not be published stands in words, however it is spelt there, and the words without it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import accumulate, pairwise
from typing import TypeAlias

from generator.reading.withheld import HIDDEN

_SIGNS = re.compile(r"[^A-Za-z0-9]+")
"""What an id that is spelt anew has a `-` for: letters with marks, too."""
_SHORT, _LONG = 8, 200
"""How many letters a text has that is hidden in all its spellings."""
_TOO_MUCH = 6
"""How many of its letters in a row tell too much, in the words about the very place where it stands."""
_BETWEEN = 3
"""How many other signs stand between two letters of a spelling, at most."""
LOOKED_AT = 2_000
"""Signs of a text of which any are shown, as an id may be as long as its file: it holds no more numbers than are told
of a file."""

Hidden: TypeAlias = tuple[str, str]
"""A text that is hidden, and its letters."""


def letters_of(text: str) -> str:
    """What of a text stays, however it is spelt."""
    return _SIGNS.sub("", text).casefold()


def may_stand_in(hidden: Hidden, text: str, letters: str) -> bool:
    """Whether what is hidden may stand in a text of these letters; nobody looks for the spellings of a long one."""
    exact, spelt = hidden
    return len(spelt) > _LONG or exact in text or (len(spelt) >= _SHORT and spelt in letters)


def without(hidden: Sequence[Hidden], text: str) -> str:
    """A text without what is hidden; of a long one the beginning, and no part of a spelling that may go on beyond."""
    for exact, letters in hidden:
        if len(letters) > _LONG:
            text = text.replace(exact, HIDDEN)
    begin = text[:LOOKED_AT]
    parts: list[str] = []
    until = 0
    for start, end in sorted(_places(hidden, begin)):
        if start >= until:
            parts += begin[until:start], HIDDEN
        until = max(until, end)
    clean = "".join((*parts, begin[until:]))
    return clean if len(text) <= LOOKED_AT else f"{clean[: -_LONG * (1 + _BETWEEN)]}…"


def telling_parts(hidden: Iterable[str]) -> set[str]:
    """So many letters in a row as tell too much of what is hidden."""
    return {letters[start : start + _TOO_MUCH] for letters in hidden for start in range(len(letters) - _TOO_MUCH + 1)}


def unless_it_tells(parts: Set[str], clean: Callable[[str], str], text: str) -> str:
    """A cleaned text, or nothing of it: a number that is read as an amount is spelt anew without its first figure."""
    left = clean(text)
    return left if parts.isdisjoint(telling_parts([letters_of(left)])) else HIDDEN


def _places(hidden: Sequence[Hidden], text: str) -> Iterator[tuple[int, int]]:
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
