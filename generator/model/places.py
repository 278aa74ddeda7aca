"""Where a plan's items and fields stand in its files, so that every figure leads to its line."""

from generator.diagnostics import Place
from generator.source.nodes import Mapping, Node, Path, Scalar, Sequence

_DEPTH = 4


class Places:
    """Places by path: keys, and for a list the `id` of an element, or its index where it has none.

    An item is found from its id alone, whatever list it is in: `of("K-001", "anggaran", 2)`. Deeper
    values than a field of a list inside an item are not kept: their line is that of their element.
    """

    def __init__(self, root: Mapping) -> None:
        self._places: dict[Path, Place] = {}
        _collect(root, (), 0, self._places)
        self._places[()] = root.place

    def of(self, *path: str | int) -> Place:
        """The place at a path, or of the nearest thing around it that has one."""
        while path not in self._places:
            path = path[:-1]
        return self._places[path]

    def knows(self, *path: str | int) -> bool:
        """Whether the file holds something at exactly this path."""
        return path in self._places


def _collect(node: Node, path: Path, depth: int, into: dict[Path, Place]) -> None:
    # Fills rather than yields: a place would otherwise climb through every generator above it.
    if depth > _DEPTH:
        return
    if isinstance(node, Mapping):
        for name, (_, value) in node.entries.items():
            here: Path = (*path, name)
            if isinstance(value, Scalar):
                if not value.empty:
                    into[here] = value.place
            else:
                into[here] = value.place
                _collect(value, here, depth + 1, into)
    elif isinstance(node, Sequence):
        for index, element in enumerate(node.items):
            identifier = _identifier(element)
            here = (identifier,) if identifier else (*path, index)
            into[here] = element.place
            _collect(element, here, depth if identifier else depth + 1, into)


def _identifier(node: Node) -> str | None:
    if isinstance(node, Mapping) and "id" in node.entries:
        value = node.entries["id"].value
        if isinstance(value, Scalar):
            return value.text.strip()
    return None
