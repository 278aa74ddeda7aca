"""Which plans a commit touched: those at whose place something differs from the commit before it."""

from collections.abc import Iterator

from generator.model.address import PlanAddress
from generator.reading.addresses import address_of
from generator.reading.misplaced import folder_name
from generator.reading.past.contents import Contents
from generator.reading.past.tree_objects import TooManyEntries, TreeLost
from generator.reading.past.trees import Trees


class Touched:
    """Compares the trees of commits at the folder of plans, which stands at `path` from the top of the repository; of
    what differs in one of them `most` is looked at, so that one that is too much takes nothing from the others. Above
    that folder there are trees of `largest` bytes.
    """

    def __init__(self, contents: Contents, path: str, most: int, largest: int) -> None:
        self._contents, self._path, self._largest = contents, path.split("/"), largest
        self._trees, self._most = Trees(contents, most), most

    def plans(self, before: str, after: str) -> frozenset[PlanAddress]:
        """The plans that differ in two commits, of which the one before may be none; without a period for what stands
        in an institution's folder and is none of the plan's places. None where Git cannot tell.
        """
        self._trees.left = self._most
        try:
            places = list(self._trees.places(self._folder(before), self._folder(after)))
        except (TreeLost, TooManyEntries):  # of a commit that was never published, and harms nobody's history
            return frozenset()
        found = {address for place in places if (address := address_of(place))}
        told = {address.institution for address in found}
        return frozenset(found | {PlanAddress(name, "") for name in _institutions(places) if name not in told})

    def _folder(self, commit: str) -> str:
        """The tree of the folder of plans."""
        if not commit:
            return ""
        head, _, tree = (self._contents.read(commit) or b"").partition(b"\n")[0].partition(b" ")
        if head != b"tree":
            raise TreeLost
        return self._trees.folder(tree.decode("ascii", "replace"), self._path, self._largest)


def _institutions(places: list[tuple[str, ...]]) -> Iterator[str]:
    return (name for place in places if len(place) > 1 and (name := folder_name(place[0])))
