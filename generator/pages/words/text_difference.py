"""What differs between two long texts, word by word, told in a sentence that needs neither colour nor markup."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise, takewhile
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from generator.locale import Language, say
from generator.pages.words.told import shortened

LONG = 60
"""From how many characters on a text is told by its difference."""

_FEW = 20  # words that are compared each with each, which takes the third power of their number where they repeat
_MOST_RUNS = 5
_LONGEST_RUN = 120

Pair: TypeAlias = tuple[int, int]
"""The places of a word in either text."""


class Run(NamedTuple):
    """Words in the place of others; either may be none."""

    before: str
    after: str


def text_difference(before: str, after: str, words: Language) -> str:
    """`“dua belas” menjadi “sepuluh”; ditambah “dengan satu akun”; dihapus “sementara”`."""
    runs = list(_runs(before.split(), after.split()))
    told = [_told(run, words) for run in runs[:_MOST_RUNS]]
    if len(runs) > _MOST_RUNS:
        told.append(words.word(say("dan {jumlah} bagian lain", jumlah=len(runs) - _MOST_RUNS)))
    return "; ".join(told)


def _told(run: Run, words: Language) -> str:
    before, after = (shortened(text, _LONGEST_RUN) for text in run)
    if not run.before:
        return words.word(say("ditambah “{ke}”", ke=after))
    if not run.after:
        return words.word(say("dihapus “{dari}”", dari=before))
    return words.word(say("“{dari}” menjadi “{ke}”", dari=before, ke=after))


def _runs(before: list[str], after: list[str]) -> Iterator[Run]:
    """What stands between the words that stayed, in little more than the time that reading both texts takes."""
    stayed = [(-1, -1), *_stayed(before, after), (len(before), len(after))]
    for (old_start, new_start), (old_end, new_end) in pairwise(stayed):
        old, new = before[old_start + 1 : old_end], after[new_start + 1 : new_end]
        start = _common(old, new)
        end = _common(old[start:][::-1], new[start:][::-1])
        old, new = old[start : len(old) - end], new[start : len(new) - end]
        if max(len(old), len(new)) > _FEW:
            yield Run(" ".join(old), " ".join(new))
            continue
        for what, one, two, three, four in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if what != "equal":
                yield Run(" ".join(old[one:two]), " ".join(new[three:four]))


def _stayed(before: list[str], after: list[str]) -> list[Pair]:
    """Of the words that stand once in either text the most that follow one another in both (a patience diff)."""
    old, new = Counter(before), Counter(after)
    places = {word: at for at, word in enumerate(after) if new[word] == 1 == old[word]}
    ends: list[Pair] = []  # with which a row of each length ends at the earliest in `after`
    before_it: dict[Pair, Pair | None] = {}
    for pair in ((at, places[word]) for at, word in enumerate(before) if word in places):
        length = bisect_left(ends, pair[1], key=itemgetter(1))
        before_it[pair] = ends[length - 1] if length else None
        ends[length : length + 1] = [pair]
    row: list[Pair] = []
    last = ends[-1] if ends else None
    while last:
        row.append(last)
        last = before_it[last]
    return row[::-1]


def _common(one: list[str], other: list[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
