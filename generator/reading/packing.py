"""What was composed of a file as compact JSON and back: reading it takes a fifth of composing it again.

A text is a list of itself and its place, and of a nought where it was written in quotes; a list begins with 0, a
group with 1, then its place, then what is in it: of a group each key before its value.
"""

import json
from itertools import chain
from typing import Any

from generator.diagnostics import Place, Problem
from generator.reading.nodes import Group, Listing, Node, Scalar
from generator.reading.yaml import Composed
from generator.store.cache import Drawer
from generator.store.plain import as_json, plain
from generator.store.restored import value_of

_PROBLEMS = list[Problem]
_LIST, _GROUP = 0, 1


def pack(composed: Composed) -> bytes:
    """The bytes of what was composed of one file. Raises `ValueError` for a text that no file can hold."""
    node, problems = composed
    path = node.place.path if node is not None else ""
    return as_json([path, None if node is None else _packed(node), plain(problems, _PROBLEMS)])


def unpack(content: bytes) -> Composed:
    """What was packed. Raises `ValueError` for other bytes."""
    try:
        path, node, problems = json.loads(content)
        return None if node is None else _unpacked(node, path), value_of(problems, _PROBLEMS)
    except (TypeError, IndexError, RecursionError) as error:
        raise ValueError("not a kept file") from error


COMPOSED: Drawer[Composed] = Drawer("berkas", pack, unpack)


def _packed(node: Node) -> list[Any]:
    if isinstance(node, Scalar):
        return [node, *node.place[1:]] if node.plain else [node, *node.place[1:], 0]
    if isinstance(node, Listing):
        return [_LIST, *node.place[1:], *map(_packed, node)]
    return [_GROUP, *node.place[1:], *map(_packed, chain.from_iterable(node.pairs()))]


def _unpacked(data: list[Any], path: str) -> Node:
    what, line, column, end_line, end_column, *inside = data
    place = Place(path, line, column, end_line, end_column)
    if type(what) is str:
        return Scalar(what, place, not inside)
    nodes = [_unpacked(each, path) for each in inside]
    if what == _LIST:
        return Listing(nodes, place)
    keys = iter(nodes)
    return Group(zip(keys, keys, strict=True), place)  # type: ignore[arg-type]
