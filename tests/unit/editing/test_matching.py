"""Which element becomes which, and what that costs where many are alike."""

from random import Random
from time import thread_time
from typing import Any

import pytest

from generator.editing.matching import matched

LONG = 3_000
"""The longest list of a plan."""


def pairs(have: list[Any], wanted: list[Any]) -> list[tuple[int | None, int | None]]:
    return list(matched(have, wanted))


def test_an_element_is_the_same_one_or_the_one_in_its_place() -> None:
    assert pairs(["a", "b", "c"], ["a", "x", "c"]) == [(0, 0), (1, 1), (2, 2)]
    assert pairs(["a", "b", "c"], ["a", "c"]) == [(0, 0), (1, None), (2, 1)]
    assert pairs(["a", "b"], ["x", "a", "b", "y"]) == [(None, 0), (0, 1), (1, 2), (None, 3)]
    assert pairs([], ["a"]) == [(None, 0)]
    assert pairs(["a", "a"], ["a"]) == [(0, 0), (1, None)]


def row(number: int) -> str:
    return str(number)


EACH = [row(n) for n in range(LONG)]
ALIKE = {
    "alternating": ([row(n % 2) for n in range(LONG)], [row(n // 2 % 2) for n in range(LONG)]),
    "one gone in a hundred": ([row(n % 2) for n in range(LONG)], [row(n % 2) for n in range(LONG) if n % 97]),
    "all the same": ([row(0)] * LONG, [row(0)] * (LONG - 5)),
    "turned round": (EACH, EACH[::-1]),
    "each with its neighbour": (EACH, [EACH[n ^ 1] for n in range(LONG)]),
    "shuffled": (EACH, Random(1).sample(EACH, LONG)),
    "every other one changed": (EACH, [row(n if n % 2 else -n) for n in range(LONG)]),
}


@pytest.mark.parametrize("name", ALIKE)
def test_the_longest_lists_take_no_minute(name: str) -> None:
    have, wanted = ALIKE[name]
    begun = thread_time()
    found = pairs(have, wanted)
    assert thread_time() - begun < 10
    assert sorted(old for old, _ in found if old is not None) == list(range(len(have)))
    assert sorted(new for _, new in found if new is not None) == list(range(len(wanted)))
    for column in zip(*found, strict=True):
        told = [each for each in column if each is not None]
        assert told == sorted(told)
