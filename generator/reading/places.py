"""The place of every item and field of a plan, from its nodes."""

from generator.diagnostics import Place
from generator.model.places import Places
from generator.reading.nodes import Group, Listing, Node, Route, Scalar, own_id

_DEPTH = 4


def places_in(root: Group) -> Places:
    """The places of a plan by path, down to a field of a list inside an item."""
    places: dict[Route, Place] = {}
    _collect(root, (), 0, places)
    places[()] = root.place
    return Places(places)


def _collect(node: Node, path: Route, depth: int, into: dict[Route, Place]) -> None:
    # Fills rather than yields: a place would otherwise climb through every generator above it.
    if depth > _DEPTH:
        return
    if isinstance(node, Group):
        for name, value in node.items():
            here: Route = (*path, name)
            into[here] = value.place
            if not isinstance(value, Scalar):
                _collect(value, here, depth + 1, into)
    elif isinstance(node, Listing):
        for index, element in enumerate(node):
            own = own_id(element)
            here = (own.strip(),) if own else (*path, index)
            into[here] = element.place
            _collect(element, here, depth if own else depth + 1, into)
