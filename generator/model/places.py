"""Where a plan's items and fields stand in its files, so that every figure leads to its line."""

from collections.abc import Mapping

from generator.diagnostics import Place


class Places:
    """Places by path: keys, and for a list the `id` of an element, or its index where it has none.

    An item is found from its id alone, whatever list it is in: `of("K-001", "anggaran", 2)`. Deeper
    values than a field of a list inside an item are not kept: their line is that of their element.
    """

    def __init__(self, places: Mapping[tuple[str | int, ...], Place]) -> None:
        """`places` has at least the place of the whole, under the empty path."""
        self._places = places

    def of(self, *path: str | int) -> Place:
        """The place at a path, or of the nearest thing around it that has one."""
        while path not in self._places:
            path = path[:-1]
        return self._places[path]

    def knows(self, *path: str | int) -> bool:
        """Whether the file holds something at exactly this path."""
        return path in self._places
