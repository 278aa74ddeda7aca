"""What was meant by a word that nobody knows: the known word most like it, for as many as a plan may ask about.

To compare two words letter by letter takes time as the product of their lengths, and a plan may hold ten thousand
wrong words. A reader is helped with the first ones, and those are mended first.
"""

from collections.abc import Callable, Iterable
from difflib import get_close_matches

LONGEST = 80
"""Letters of a word that are looked at."""

_MOST = 20_000_000
"""Pairs of letters that are compared for one plan: a second or two, and some hundred guesses among five hundred ids."""


class Guesses:
    """The guesses about the words of one plan, in the order in which they are asked for."""

    def __init__(self) -> None:
        self._left = _MOST

    def nearest(
        self, word: str, known: Iterable[str], cutoff: float, likely: Callable[[str], bool] | None = None
    ) -> str | None:
        """Of the known words that are `likely` the most like a word, whatever the letter case, if any is by at least
        `cutoff` (0 to 1); `None` too when no more guesses are made."""
        if self._left <= 0:
            return None
        word = word[:LONGEST].casefold()
        near = [each for each in known if len(each) <= LONGEST and _may_be(len(word), len(each), cutoff)]
        self._left -= 1 + len(word) * sum(map(len, near))
        alike = {each.casefold(): each for each in near if likely is None or likely(each)}
        found = get_close_matches(word, alike, 1, cutoff)
        return alike[found[0]] if found else None


def _may_be(one: int, other: int, cutoff: float) -> bool:
    """Whether words of these lengths can be so alike: at best the shorter one is a part of the longer."""
    return 2 * min(one, other) >= cutoff * (one + other)
