"""Things by what they share, in the order of the plan's own lists and terms."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from generator.model.natural_order import natural

Thing = TypeVar("Thing")
Key = TypeVar("Key", bound=Hashable)


def grouped(
    things: Iterable[Thing], keys: Callable[[Thing], Iterable[Key]], order: Iterable[object]
) -> dict[Key, list[Thing]]:
    """The groups that have members: first those in `order`, then the others by the text of their key.

    A thing is once in each group that it names; members keep the order they came in.
    """
    groups: dict[Key, list[Thing]] = {}
    for thing in things:
        for key in dict.fromkeys(keys(thing)):
            groups.setdefault(key, []).append(thing)
    ranks = {key: rank for rank, key in enumerate(order)}
    return {key: groups[key] for key in sorted(groups, key=lambda key: (ranks.get(key, len(ranks)), natural(str(key))))}
