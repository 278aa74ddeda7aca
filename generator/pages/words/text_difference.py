"""What differs between two long texts, word by word, told in a sentence that needs neither colour nor markup."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import takewhile
from typing import NamedTuple

from generator.locale import Language, say
from generator.pages.words.told import shortened

LONG = 60
"""From how many characters on a text is told by its difference."""

_MOST_WORDS = 400  # the comparison of words takes the square of their number
_MOST_RUNS = 5
_LONGEST_RUN = 120


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
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if max(len(old), len(new)) > _MOST_WORDS:
        yield Run(" ".join(old), " ".join(new))
        return
    for what, one, two, three, four in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            yield Run(" ".join(old[one:two]), " ".join(new[three:four]))


def _common(one: list[str], other: list[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
