"""A plan with its misspelt keys put right, so that one of them does not hide every mistake behind it.

Only for finding mistakes: the misspelling itself is told, and such a plan is never published.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from generator.reading.mistakes import known_keys
from generator.reading.nodes import Entry, Mapping, Node, Path, Sequence, find

_VERY_NEAR = 0.8


def respelt(root: Mapping, mistakes: Iterable[Any]) -> tuple[Mapping, list[Any]]:
    """The nodes with right keys in the place of those that can only be misspelt, and the mistakes about these.

    A key is left as it is where the right one is written too. Keys keep their places.
    """
    unknown = {tuple(each["loc"]): each for each in mistakes if each["type"] == "extra_forbidden"}
    right: dict[Path, str] = {}
    for path in sorted(unknown, key=repr):
        group, rest = find(root, path[:-1])
        near = get_close_matches(str(path[-1]).lower(), known_keys(path[:-1]), 1, _VERY_NEAR)
        taken = {right.get((*path[:-1], name), name) for name in group.entries} if isinstance(group, Mapping) else set()
        if near and not rest and near[0] not in taken:
            right[path] = near[0]
    renamed = _renamed(root, (), right) if right else root
    assert isinstance(renamed, Mapping)
    return renamed, [unknown[path] for path in right]


def _renamed(node: Node, path: Path, right: dict[Path, str]) -> Node:
    if isinstance(node, Sequence):
        return Sequence(tuple(_renamed(item, (*path, at), right) for at, item in enumerate(node.items)), node.place)
    if isinstance(node, Mapping):
        entries = {
            right.get((*path, name), name): Entry(entry.key, _renamed(entry.value, (*path, name), right))
            for name, entry in node.entries.items()
        }
        return Mapping(entries, node.place)
    return node
