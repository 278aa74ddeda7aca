"""The place of every item and field of a plan, from its nodes."""

from generator.diagnostics import Place
from generator.model.places import Places
from generator.reading.nodes import Mapping, Node, Path, Scalar, Sequence

_DEPTH = 4


def places_in(root: Mapping) -> Places:
    """The places of a plan by path, down to a field of a list inside an item."""
    places: dict[Path, Place] = {}
    _collect(root, (), 0, places)
    places[()] = root.place
    return Places(places)


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
