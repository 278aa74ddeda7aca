"""Which text of a list becomes which, where a list shall be another one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

_MOST_PAIRS = 50_000
"""Of equal elements of two lists that are compared each with each: the time grows with their number and the length."""


def matched(have: Sequence[str], wanted: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Which element of a list becomes which: the same one, else the one that stands in its place."""
    start = _common(have, wanted)
    end = _common(have[start:][::-1], wanted[start:][::-1])
    changed = _told_apart(*(each[start : len(each) - end] for each in (have, wanted)))
    yield from zip(range(start), range(start), strict=True)
    for _, *span in SequenceMatcher(None, *changed, autojunk=False).get_opcodes():
        old_start, old_end, new_start, new_end = (each + start for each in span)
        old, new = range(old_start, old_end), range(new_start, new_end)
        paired = min(len(old), len(new))
        yield from zip(old[:paired], new[:paired], strict=True)
        yield from ((each, None) for each in old[paired:])
        yield from ((None, each) for each in new[paired:])
    yield from zip(range(len(have) - end, len(have)), range(len(wanted) - end, len(wanted)), strict=True)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many elements two lists begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _told_apart(one: Sequence[str], other: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Both lists, in which equal elements are numbered where they are too many: the first is then the first one's."""
    counts = Counter(other)
    if sum(counts[name] for name in one) <= _MOST_PAIRS:
        return one, other
    return _numbered(one), _numbered(other)


def _numbered(names: Sequence[str]) -> list[str]:
    seen: Counter[str] = Counter()
    numbered = []
    for name in names:
        seen[name] += 1
        numbered.append(f"{seen[name]} {name}")
    return numbered


def runs(pairs: Sequence[tuple[int | None, int | None]]) -> list[tuple[int | None, list[int]]]:
    """The new elements, by the staying one that they follow."""
    runs: list[tuple[int | None, list[int]]] = []
    before: int | None = None
    for old, new in pairs:
        if old is not None and new is not None:
            before = old
        elif new is not None:
            if runs and runs[-1][0] == before:
                runs[-1][1].append(new)
            else:
                runs.append((before, [new]))
    return runs
