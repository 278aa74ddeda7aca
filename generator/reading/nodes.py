"""YAML as nodes with places, scalars as raw text.

The meaning of a scalar comes from the field it stands in, so nothing is resolved here: `11.10`,
`no` and `2026-T1` stay the texts they are. Nodes are built from parser events rather than by
ruamel's composer: an alias, a tag or a second document is then seen where it stands, an alias is
never followed (a 324-byte file of nested aliases would fill the memory), and nesting costs no stack.
"""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from generator.diagnostics import Place


class Scalar(NamedTuple):
    """A text; `plain` when it was written without quotes and without `|` or `>`."""

    text: str
    place: Place
    plain: bool = True

    @property
    def empty(self) -> bool:
        """Nothing was written: `key:` with nothing after it."""
        return self.plain and not self.text


class Sequence(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    place: Place


class Mapping(NamedTuple):
    """Keys and values in the order of the file; a repeated key keeps its first value."""

    entries: dict[str, "Entry"]
    place: Place


class Entry(NamedTuple):
    """A key with its value."""

    key: Scalar
    value: "Node"


Node: TypeAlias = Scalar | Sequence | Mapping
Raw: TypeAlias = "str | list[Raw] | dict[str, Raw]"
Path: TypeAlias = tuple[str | int, ...]


def raw(node: Node) -> Raw:
    """The texts of a node as plain Python values; a key with nothing after it counts as not written."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [raw(item) for item in node.items]
        case Mapping():
            return {key: raw(value) for key, (_, value) in node.entries.items() if not _nothing(value)}


def _nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.empty


def find(node: Node, path: Path) -> tuple[Node, Path]:
    """The node at a path of keys and indices, or the deepest one on the way there, and the path that was left."""
    for depth, step in enumerate(path):
        if isinstance(node, Mapping) and step in node.entries:
            node = node.entries[str(step)].value
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return node, path[depth:]
    return node, ()


def key_place(node: Node, path: Path) -> Place | None:
    """The place of the key a path ends in, if it ends in one."""
    parent, rest = find(node, path[:-1])
    if rest or not path or not isinstance(parent, Mapping):
        return None
    entry = parent.entries.get(str(path[-1]))
    return entry.key.place if entry else None


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Every node with its path, a parent before its children."""
    yield path, node
    match node:
        case Sequence():
            for index, item in enumerate(node.items):
                yield from walk(item, (*path, index))
        case Mapping():
            for key, entry in node.entries.items():
                yield from walk(entry.value, (*path, key))
