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
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import TypeAlias

from generator.reading.addresses import DEEPEST, plan_around
from generator.reading.file_names import may_be_part
from generator.reading.limits import MAXIMUM_PLANS
from generator.reading.past.contents import Contents
from generator.reading.text import MAXIMUM_BYTES

_KEPT = 8  # trees: both sides of each level
_PLANS_AT_ONCE = 2 * MAXIMUM_PLANS  # of an institution: each of them gone, and as many others there
_PLAN = re.compile(rb"[0-9]{4}-[0-9]{4}(?:\.|$)")
_STRAYED = 20  # files, which show that a plan lacks them
_STRAYED_LEVELS = 32
_COUNTED = 1 << 16  # pairs of trees
_MOST_COUNTED = 200_000  # more is too much for everybody, and not counted to the end
_STRAYED_KEPT = 4096  # trees: equal ones in each other are looked through once
_FILES, _FOLDER = (b"100644", b"120000"), b"40000"
"""Modes, as Git reads them. A link is a file whose text says where it leads, which is no plan; a submodule is none."""

Entry: TypeAlias = tuple[bytes, bytes, bytes]
"""The mode, the name and the id of what a tree holds."""

_NO_NAMES = frozenset((b"", b".", b".."))
_MODE_FIGURES = 10  # of more, Git looks at the last 32 bits, of which these are 30
_MODES, _SUBMODULE = ((S_ISREG, b"100644"), (S_ISLNK, b"120000"), (S_ISDIR, b"40000")), b"160000"
_NOTHING: Entry = (b"", b"", b"")


class TreeLost(Exception):
    """Git does not have a tree, or what stands in its place is none."""


class TooManyEntries(Exception):
    """There is more in the trees than may be looked at."""


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
            if () in below and (id := _file(entry)):
                yield (name,), id
            elif inside := _tree(entry):
                yield from (((name, *path), id) for path, id in self.found(inside, filter(None, below)))

    def entries(self, tree: str, largest: int = MAXIMUM_BYTES) -> frozenset[Entry]:
        """What stands in a tree of so many bytes."""
        if self.size(tree) > largest:
            raise TooManyEntries
        return self._opened(tree)

    def names(self, tree: str) -> Iterator[str]:
        """Of all that stands in a tree."""
        return map(_text, self.entries(tree))

    def folders(self, tree: str) -> Iterator[tuple[str, str]]:
        """The names of the folders in a tree, and their trees."""
        return ((_text(entry), below) for entry in self.entries(tree) if (below := _tree(entry)))

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
        was, now = _tree(before), _tree(after)
        if any(entry and not _tree(entry) for entry in (before, after)):
            yield place, _file(after)
        if (was or now) and levels > 1:
            yield from self.changes(was, now, place, levels - 1)
        elif (was or now) and plan_around((*place.split("/")[-DEEPEST:],)):
            for below, id in self._changes_below(was, now):
                yield f"{place}/{below}", id

    def count(self, before: Entry | None, after: Entry | None) -> float:
        """How many files and folders `change` would look at, without doing it, or more; equal trees are counted once.
        Infinite where it is more than anybody may have, as where a tree is too large to be opened, or where more plans
        differ than a folder may hold."""
        return self._counted(_tree(before), _tree(after), DEEPEST - 1)

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
            found += self._counted(_tree(was), _tree(now), levels - 1)
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
            was, now = map(_tree, entries)
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
        return next(_text(entry) for entry in (before, after) if entry)

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
            name, file = _text(entry), _file(entry)
            if name.startswith("."):
                continue
            if file and may_be_part(name):
                found.append((name, file))
            found += [(f"{name}/{path}", id) for path, id in self._strayed(_tree(entry), levels - 1)]
            if len(found) >= _STRAYED:
                break
        return tuple(found[:_STRAYED])

    def _find(self, tree: str, name: bytes) -> str:
        """The tree of a folder in another. What else stands there is not taken apart: it may be of anybody's."""
        if not tree:
            return ""
        width = len(tree) // 2
        before = rb"(?s:[0-7]++ [^\0]*+\0.{%d})*?" % width
        found = re.match(
            rb"%b([0-7]++) %b\0(.{%d})" % (before, re.escape(name), width),
            _sound(self._contents.read(tree), width),
            re.DOTALL,
        )
        return found[2].hex() if found and _mode(found[1]) == _FOLDER else ""

    def _open(self, tree: str) -> frozenset[Entry]:
        return _entries(self._contents.read(tree), len(tree) // 2) if tree else frozenset()


def _plans(differing: Iterable[tuple[Entry | None, Entry | None]]) -> int:
    """How many plans of an institution differ, by the names of their folders and files."""
    return sum(bool(_PLAN.match((was or now or _NOTHING)[1])) for was, now in differing)


def _entries(content: bytes | None, width: int) -> frozenset[Entry]:
    """What a tree says. A name that no file can have is of nothing, and so is one that stands there twice the second
    time, for anybody can write them into a tree."""
    found: list[Entry] = re.findall(rb"([0-7]++) ([^\0]*+)\0(.{%d})" % width, _sound(content, width), re.DOTALL)
    modes = {mode: _mode(mode) for mode in {mode for mode, _, _ in found}}
    first = {name: (modes[mode], name, id) for mode, name, id in reversed(found) if _may_be_name(name)}
    return frozenset(first.values())


def _sound(content: bytes | None, width: int) -> bytes:
    """The content of a tree whose ids have so many bytes: for each name `MODE NAME`, NUL, and the id. As for Git, a
    mode is any octal number."""
    if content is None:
        raise TreeLost
    if len(content) > MAXIMUM_BYTES:
        raise TooManyEntries
    if not re.fullmatch(rb"(?s:[0-7]++ [^\0]*+\0.{%d})*+" % width, content):
        raise TreeLost
    return content


def _mode(written: bytes) -> bytes:
    """The mode that Git takes an octal number for (`canon_mode`)."""
    number = int(written[-_MODE_FIGURES:], 8)
    return next((mode for is_that, mode in _MODES if is_that(number)), _SUBMODULE)


def _may_be_name(name: bytes) -> bool:
    return b"/" not in name and name not in _NO_NAMES


def _text(entry: Entry) -> str:
    """The name of what a tree holds."""
    return entry[1].decode("utf-8", "surrogateescape")


def _tree(entry: Entry | None) -> str:
    return entry[2].hex() if entry and entry[0] == _FOLDER else ""


def _file(entry: Entry | None) -> str | None:
    return entry[2].hex() if entry and entry[0] in _FILES else None
