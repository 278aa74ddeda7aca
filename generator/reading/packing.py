"""What was composed of a file as compact JSON and back: reading it takes a fifth of composing it again.

A text is a list of itself and its place, and of a nought where it was written in quotes; a list begins with 0, a
group with 1, then its place, then what is in it: of a group each key before its value.
"""

from collections.abc import Sequence
from functools import partial
from itertools import chain
from typing import Any

from generator.diagnostics import Place, Problem
from generator.reading.nodes import Group, Listing, Node, Scalar
from generator.reading.text import TextFile
from generator.reading.yaml import MAXIMUM_DEPTH, Composed
from generator.store.cache import Drawer
from generator.store.plain import as_json, from_json, plain
from generator.store.restored import value_of

_PROBLEMS = list[Problem]
_LIST, _GROUP = 0, 1


def composed_of(file: TextFile) -> Drawer[Composed]:
    """Where what was composed of a file is kept: every place that comes back is one in this file."""
    return Drawer("berkas", pack, partial(unpack, file=file))


def pack(composed: Composed) -> bytes:
    """The bytes of what was composed of one file. Raises `ValueError` for a text that no file can hold."""
    node, problems = composed
    return as_json([None if node is None else _packed(node), plain(problems, _PROBLEMS)])


def unpack(content: bytes, file: TextFile) -> Composed:
    """What was packed. Raises `ValueError` for other bytes, and for places that are not in the file."""
    ends = [len(line) + 1 for line in file.lines]
    try:
        node, problems = from_json(content)
        return None if node is None else _unpacked(node, file.path, ends, MAXIMUM_DEPTH), value_of(problems, _PROBLEMS)
    except (TypeError, IndexError) as error:
        raise ValueError("not a kept file") from error


def _packed(node: Node) -> list[Any]:
    if isinstance(node, Scalar):
        return [node, *node.place[1:]] if node.plain else [node, *node.place[1:], 0]
    if isinstance(node, Listing):
        return [_LIST, *node.place[1:], *map(_packed, node)]
    return [_GROUP, *node.place[1:], *map(_packed, chain.from_iterable(node.pairs()))]


def _unpacked(data: Any, path: str, ends: Sequence[int], levels: int) -> Node:
    what, line, column, end_line, end_column, *inside = data
    if not (type(line) is type(column) is type(end_line) is type(end_column) is int):
        raise ValueError("not a place")
    if not (0 < line <= end_line and 0 < column <= ends[line - 1] and 0 < end_column <= ends[end_line - 1]):
        raise ValueError("not a place in this file")
    place = Place(path, line, column, end_line, end_column)
    if type(what) is str and inside in ([], [0]):
        return Scalar(what, place, not inside)
    if type(what) is not int or what not in (_LIST, _GROUP) or not levels:
        raise ValueError("not a node")
    nodes = [_unpacked(each, path, ends, levels - 1) for each in inside]
    if what == _LIST:
        return Listing(nodes, place)
    keys = iter(nodes)
    return Group(zip(keys, keys, strict=True), place)  # type: ignore[arg-type]
