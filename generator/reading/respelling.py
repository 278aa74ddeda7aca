"""A plan with its misspelt keys put right, so that one of them does not hide every mistake behind it.

Only for finding mistakes: the misspelling itself is told, and such a plan is never published.
"""

from collections.abc import Iterable
from typing import Any

from generator.reading.expected import fields_at
from generator.reading.guessing import Guesses
from generator.reading.nodes import Group, Listing, Node, Route, Scalar, find

_VERY_NEAR = 0.8


def respelt(root: Group, mistakes: Iterable[Any], guesses: Guesses) -> tuple[Group, list[Any]]:
    """The nodes with right keys in the place of those that can only be misspelt, and the mistakes about these.

    A key is left as it is where the right one is written too. Keys keep their places.
    """
    unknown = {tuple(each["loc"]): each for each in mistakes if each["type"] == "extra_forbidden"}
    right: dict[Route, str] = {}
    taken: set[Route] = set()
    for path in sorted(unknown, key=repr):
        group = find(root, path[:-1])
        near = guesses.nearest(str(path[-1]), fields_at(path[:-1]), _VERY_NEAR)
        is_written = isinstance(group, Group) and group.key(near) is not None
        if near and not is_written and (*path[:-1], near) not in taken:
            right[path] = near
            taken.add((*path[:-1], near))
    renamed = _renamed(root, (), right) if right else root
    assert isinstance(renamed, Group)
    return renamed, [unknown[path] for path in right]


def _renamed(node: Node, path: Route, right: dict[Route, str]) -> Node:
    if isinstance(node, Listing):
        return Listing((_renamed(item, (*path, at), right) for at, item in enumerate(node)), node.place)
    if isinstance(node, Group):
        return Group(
            (
                (Scalar(right.get((*path, key), key), key.place, key.plain), _renamed(value, (*path, key), right))
                for key, value in node.pairs()
            ),
            node.place,
        )
    return node
