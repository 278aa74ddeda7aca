"""What a file holds as Python's own texts, lists and groups of keys, each of which knows its place.

The meaning of a scalar comes from the field it stands in, so nothing is resolved here: `11.10`,
`no` and `2026-T1` stay the texts they are. The model reads these values as they are, so that what it
has against one (pydantic's `error["input"]`) is at a place: docs/decisions/values-with-places.md.
"""

from collections.abc import Container, Iterable, Iterator
from typing import TypeAlias, Union

from generator.diagnostics import Place


class Scalar(str):
    """A text; `plain` when it was written without quotes and without `|` or `>`."""

    __slots__ = ("place", "plain")

    place: Place
    plain: bool

    def __new__(cls, text: str, place: Place, plain: bool = True) -> "Scalar":
        made = str.__new__(cls, text)
        made.place = place
        made.plain = plain
        return made

    def __reduce__(self) -> tuple[type["Scalar"], tuple[str, Place, bool]]:
        # A text's own way to another process would leave the place behind.
        return Scalar, (str(self), self.place, self.plain)

    @property
    def empty(self) -> bool:
        """Nothing was written: `key:` with nothing after it, or one of YAML's own words for nothing."""
        return self.plain and self in ("", "~", "null", "Null", "NULL")


class Listing(list["Node"]):
    """A list."""

    __slots__ = ("place",)

    def __init__(self, items: Iterable["Node"], place: Place) -> None:
        super().__init__(items)
        self.place = place


class Group(dict[Scalar, "Node"]):
    """Keys and values in the order of the file; a repeated key keeps its first value.

    A key with nothing after it counts as not written: it is in `unfilled`, with the empty text after it.
    """

    __slots__ = ("_keys", "place", "unfilled")

    def __init__(self, pairs: Iterable[tuple[Scalar, "Node"]], place: Place) -> None:
        super().__init__()
        self.place = place
        self.unfilled: dict[Scalar, Scalar] = {}
        self._keys: dict[str, Scalar] | None = None
        for key, value in pairs:
            if isinstance(value, Scalar) and value.empty:
                self.unfilled[key] = value
            else:
                self[key] = value

    def pairs(self) -> Iterator[tuple[Scalar, "Node"]]:
        """Every key that is written, with what stands after it or the empty text."""
        yield from self.items()
        yield from self.unfilled.items()

    def key(self, name: object) -> Scalar | None:
        """The key as it is written, filled or not."""
        if self._keys is None:
            self._keys = {key: key for key, _ in self.pairs()}
        return self._keys.get(name)  # type: ignore[call-overload, no-any-return]


Node: TypeAlias = Union[Scalar, Listing, Group]  # noqa: UP007 - the classes above name it before it is there
Route: TypeAlias = tuple[str | int, ...]
"""Keys and indices from a node to one inside it."""


def find(node: Node, path: Route) -> Node | None:
    """The node at a path of keys and indices, if there is one."""
    for step in path:
        if isinstance(node, Group) and step in node:
            node = node[step]  # type: ignore[index]
        elif isinstance(node, Listing) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            return None
    return node


def without(node: Node, routes: Container[Route], at: Route = ()) -> Node:
    """The same without the values of some keys."""
    if isinstance(node, Listing):
        return Listing((without(item, routes, (*at, index)) for index, item in enumerate(node)), node.place)
    if isinstance(node, Group):
        left = ((key, value) for key, value in node.pairs() if (*at, key) not in routes)
        return Group(((key, without(value, routes, (*at, key))) for key, value in left), node.place)
    return node


def groups(node: Node) -> Iterator[Group]:
    """Every group of keys, one before those inside it."""
    if isinstance(node, Group):
        yield node
    if not isinstance(node, Scalar):
        for inner in node.values() if isinstance(node, Group) else node:
            yield from groups(inner)


def own_id(node: Node) -> Scalar | None:
    """What a group says to be its id, whatever it is."""
    own = node.get("id") if isinstance(node, Group) else None  # type: ignore[call-overload]
    return own if isinstance(own, Scalar) and own.strip() else None
