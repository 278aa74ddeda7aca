"""What trees of Git hold where plans may stand, and in what two of them differ.

A few hundred bytes of equal trees in each other unfold to more files than Git lists in a year. So it is not asked for
all that is below a folder: each level is opened by itself, only where two differ. Below the level of a plan's files
the first few that were put too deep are looked for, and in equal trees once.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from math import inf
from operator import itemgetter

from generator.reading.addresses import DEEPEST, plan_around
from generator.reading.file_names import may_be_part
from generator.reading.limits import MAXIMUM_PLANS
from generator.reading.past.contents import Contents
from generator.reading.past.tree_objects import (
    Entry,
    TooManyEntries,
    TreeLost,
    entries_in,
    file_of,
    folder_in,
    name_of,
    tree_of,
)
from generator.reading.text import MAXIMUM_BYTES

_KEPT = 8  # trees: both sides of each level
_PLANS_AT_ONCE = 2 * MAXIMUM_PLANS  # of an institution: each of them gone, and as many others there
_PLAN = re.compile(rb"[0-9]{4}-[0-9]{4}(?:\.|$)")
_STRAYED = 20  # files, which show that a plan lacks them
_STRAYED_LEVELS = 32
_COUNTED = 1 << 16  # pairs of trees
_MOST_COUNTED = 200_000  # more is too much for everybody, and not counted to the end
_STRAYED_KEPT = 4096  # trees: equal ones in each other are looked through once
_NOTHING: Entry = (b"", b"", b"")


class Trees:
    """Opens trees, which are named by their ids, the empty text for one that is not there; of their files and folders
    `left` are looked at. What is asked of it raises `TreeLost` and `TooManyEntries`.
    """

    def __init__(self, contents: Contents, left: int) -> None:
        self._contents, self.left = contents, left
        self.compared = 0
        """Entries that were compared so far, to count or to tell: some millions in a second."""
        self._opened = lru_cache(_KEPT)(self._open)
        self._below = lru_cache(_KEPT)(self._find)
        self._counted = lru_cache(_COUNTED)(self._count)
        self._strayed = lru_cache(_STRAYED_KEPT)(self._stray)

    def folder(self, tree: str, parts: Sequence[str], largest: int = MAXIMUM_BYTES) -> str:
        """The tree of a folder, by the parts of its path, in trees of so many bytes."""
        for part in parts:
            if self.size(tree) > largest:
                raise TooManyEntries
            tree = self._below(tree, part.encode("utf-8", "surrogateescape"))
        return tree

    def found(self, tree: str, paths: Iterable[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], str]]:
        """Which of some files are there, by the parts of their paths, with their contents; none in a folder that cannot
        be read."""
        try:
            there = {entry[1]: entry for entry in self.entries(tree)}
        except (TreeLost, TooManyEntries):
            return
        for name, own in groupby(sorted(paths), itemgetter(0)):
            entry, below = there.get(name.encode("utf-8", "surrogateescape")), [path[1:] for path in own]
            if () in below and (id := file_of(entry)):
                yield (name,), id
            elif inside := tree_of(entry):
                yield from (((name, *path), id) for path, id in self.found(inside, filter(None, below)))

    def entries(self, tree: str, largest: int = MAXIMUM_BYTES) -> frozenset[Entry]:
        """What stands in a tree of so many bytes."""
        if self.size(tree) > largest:
            raise TooManyEntries
        return self._opened(tree)

    def names(self, tree: str) -> Iterator[str]:
        """Of all that stands in a tree."""
        return map(name_of, self.entries(tree))

    def folders(self, tree: str) -> Iterator[tuple[str, str]]:
        """The names of the folders in a tree, and their trees."""
        return ((name_of(entry), below) for entry in self.entries(tree) if (below := tree_of(entry)))

    def size(self, tree: str) -> int:
        """The bytes of a tree."""
        return (self._contents.size(tree) or 0) if tree else 0

    def changes(self, before: str, after: str, path: str, levels: int = DEEPEST) -> Iterator[tuple[str, str | None]]:
        """The files that differ in two trees, down to the depth of a plan's, and the first few that stand too deep in
        its folder: their paths, `path` above them, and new contents; `None` for one that left, and for what is none.
        """
        for was, now in self._differing(before, after):
            yield from self.change(was, now, path, levels)

    def change(
        self, before: Entry | None, after: Entry | None, path: str, levels: int = DEEPEST
    ) -> Iterator[tuple[str, str | None]]:
        """The same for what stands under one name in two trees, and is not equal."""
        place = f"{path}/{self._name(before, after)}"
        was, now = tree_of(before), tree_of(after)
        if any(entry and not tree_of(entry) for entry in (before, after)):
            yield place, file_of(after)
        if (was or now) and levels > 1:
            yield from self.changes(was, now, place, levels - 1)
        elif (was or now) and plan_around((*place.split("/")[-DEEPEST:],)):
            for below, id in self._changes_below(was, now):
                yield f"{place}/{below}", id

    def count(self, before: Entry | None, after: Entry | None) -> float:
        """How many files and folders `change` would look at, without doing it, or more; equal trees are counted once.
        Infinite where it is more than anybody may have, as where a tree is too large to be opened, or where more plans
        differ than a folder may hold."""
        return self._counted(tree_of(before), tree_of(after), DEEPEST - 1)

    def _count(self, before: str, after: str, levels: int) -> float:
        if not before and not after:
            return 1
        if not levels:
            return 1 + _STRAYED
        try:
            differing = self._differing(before, after)
            if levels == DEEPEST - 1 and _plans(differing) > _PLANS_AT_ONCE:
                return inf
        except TooManyEntries:
            return inf
        found = 1.0
        for was, now in differing:
            found += self._counted(tree_of(was), tree_of(now), levels - 1)
            if found > _MOST_COUNTED:
                return inf
        return found

    def _differing(self, before: str, after: str) -> list[tuple[Entry | None, Entry | None]]:
        """What stands under each name in two trees, where that is not the same."""
        old, new = self._opened(before), self._opened(after)
        self.compared += len(old) + len(new)
        gone, came = ({entry[1]: entry for entry in one} for one in (old - new, new - old))
        return [(gone.get(name), came.get(name)) for name in sorted(gone.keys() | came.keys())]

    def places(self, before: str, after: str, levels: int = DEEPEST - 1) -> Iterator[tuple[str, ...]]:
        """Where two trees differ, down to the folder or the file of a plan: the parts of each path, the last one empty
        in a folder that cannot be read."""
        for entries in self._differing(before, after):
            name = self._name(*entries)
            was, now = map(tree_of, entries)
            if (was or now) and levels > 1:
                try:
                    inside = list(self.places(was, now, levels - 1))
                except TreeLost:
                    inside = [("",)]
                yield from ((name, *below) for below in inside)
            else:
                yield (name,)

    def _name(self, before: Entry | None, after: Entry | None) -> str:
        """Of what is looked at in two trees."""
        self.left -= 1
        if self.left < 0:
            raise TooManyEntries
        return next(name_of(entry) for entry in (before, after) if entry)

    def _changes_below(self, before: str, after: str) -> Iterator[tuple[str, str | None]]:
        """What differs below a folder within a plan's."""
        old, new = (dict(self._strayed(tree, _STRAYED_LEVELS)) for tree in (before, after))
        for path in sorted(old.keys() | new.keys()):
            if old.get(path) != new.get(path):
                yield path, new.get(path)

    def _stray(self, tree: str, levels: int) -> tuple[tuple[str, str], ...]:
        """The first files in a tree that may be of the plan in whose folder it stands."""
        found: list[tuple[str, str]] = []
        self.left -= bool(tree)
        if self.left < 0:
            raise TooManyEntries
        for entry in sorted(self._opened(tree), key=itemgetter(1)) if levels else ():
            name, file = name_of(entry), file_of(entry)
            if name.startswith("."):
                continue
            if file and may_be_part(name):
                found.append((name, file))
            found += [(f"{name}/{path}", id) for path, id in self._strayed(tree_of(entry), levels - 1)]
            if len(found) >= _STRAYED:
                break
        return tuple(found[:_STRAYED])

    def _find(self, tree: str, name: bytes) -> str:
        """The tree of a folder in another."""
        return folder_in(self._contents.read(tree), len(tree) // 2, name) if tree else ""

    def _open(self, tree: str) -> frozenset[Entry]:
        return entries_in(self._contents.read(tree), len(tree) // 2) if tree else frozenset()


def _plans(differing: Iterable[tuple[Entry | None, Entry | None]]) -> int:
    """How many plans of an institution differ, by the names of their folders and files."""
    return sum(bool(_PLAN.match((was or now or _NOTHING)[1])) for was, now in differing)
