"""The files that stand below the folder of plans at one commit.

What is too much for one institution, or cannot be read in its folder, is told of that one alone, as in the history
(`folders`). Where all together is too much, the largest folders make way.
"""

from math import inf
from typing import NamedTuple

from generator.locale import say
from generator.reading.limits import MAXIMUM_ENTRIES
from generator.reading.past.contents import Blob
from generator.reading.past.folders import may_belong
from generator.reading.past.tree_objects import TooManyEntries, TreeLost
from generator.reading.past.trees import Trees
from generator.reading.past.unavailable import Unavailable
from generator.reading.text import MAXIMUM_BYTES

MOST_ENTRIES = 200_000
"""Files and folders down to the depth of a plan's files, at one commit: twenty times those of a country."""

_MOST_COMPARED = 5_000_000
"""Names that are read to count them: some seconds."""

WHICH = say("cari komit yang menambah begitu banyak berkas: `git log --oneline -- plans`")
"""Not by what each changed, which Git would unfold."""

TOO_MANY = Unavailable(
    say(
        "pada komit itu ada lebih dari {jumlah} berkas dan folder di folder rencana, atau sebuah folder yang nama"
        " berkasnya lebih dari {besar} MiB",
        jumlah=MOST_ENTRIES,
        besar=MAXIMUM_BYTES >> 20,
    ),
    WHICH,
)


class Listed(NamedTuple):
    """The files that may belong to a plan, by path. Nothing is told of the folders, by name, in which there is too much
    (`beyond`) and of those that Git cannot read (`lost`); in the `large` ones there is more than an institution may
    have."""

    files: tuple[Blob, ...] = ()
    beyond: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()
    large: frozenset[str] = frozenset()


def listing(trees: Trees, tree: str, root: str) -> Listed:
    """What stands in the tree of the folder `root`. Raises as `Trees` where that one cannot be read."""
    found: list[Blob] = []
    beyond: set[str] = set()
    lost: set[str] = set()
    counts: dict[str, float] = {}
    entries = {entry[1].decode("utf-8", "surrogateescape"): entry for entry in trees.entries(tree)}
    for name in sorted(entries):
        try:
            counts[name] = trees.count(None, entries[name]) if trees.compared < _MOST_COMPARED else inf
        except TreeLost:
            lost.add(name)
    left: float = MOST_ENTRIES
    for name in sorted(counts, key=lambda name: (counts[name], name)):
        if counts[name] > left:
            beyond.add(name)
            continue
        left -= counts[name]
        trees.left = int(counts[name]) + MAXIMUM_ENTRIES  # so many more that stand too deep
        try:
            every = list(trees.change(None, entries[name], root))
        except TreeLost:
            lost.add(name)
        except TooManyEntries:
            beyond.add(name)
        else:
            found += (Blob(path, blob) for path, blob in every if blob and may_belong(path, root))
    large = beyond.union(name for name, count in counts.items() if count > MAXIMUM_ENTRIES)
    return Listed(tuple(sorted(found)), frozenset(beyond), frozenset(lost), frozenset(large))
