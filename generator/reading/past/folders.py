"""What stands in the folder of each institution after one commit and the next, as far as it can be told.

What is too much for one is told of that one alone, whoever put it there: a state of its folder in which more differs
than all its plans may hold is passed over, and the next one compared with that before it. Where all that is told comes
to too much, the folders that nobody has today make way first. A state that Git cannot read is passed over, too: what
is told then is not the whole past.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from math import inf
from typing import TypeAlias

from generator.locale import say
from generator.reading.addresses import DEEPEST, plan_around
from generator.reading.limits import MAXIMUM_ENTRIES
from generator.reading.past.tree_objects import Entry, TooManyEntries, TreeLost
from generator.reading.past.trees import Trees
from generator.reading.past.trunk import Tip
from generator.reading.plan_files import may_be_plan_file
from generator.reading.text import MAXIMUM_BYTES

MOST_AT_ONCE = MAXIMUM_ENTRIES
"""Changes of files and folders of an institution in a commit, down to the depth of a plan's files."""

_MOST_OF_ALL, _MOST_OF_THOSE_GONE = 200_000, 50_000
"""The same of all institutions in a commit, twenty times those of a country; and of those that stand nowhere today."""

MOST_TOLD = 1_000_000
"""Changes of plans' files of all institutions in all commits: fifty times those of a country with twenty years of
versions."""

_MOST_LOOKED_AT = 5 * MOST_TOLD
"""Changes of any files of an institution in all commits."""

_COMPARED_AT_FIRST, _COMPARED_A_COMMIT = 5_000_000, 2_000
"""Names and entries that are compared to see what differs, of all institutions in so many commits: some seconds, and a
hundred times what a commit needs on the average. Where it comes to more, those make way that need most of it."""

_COST_OF_A_NAME = 5
"""Entries that are compared in the time that one more name takes."""

BEYOND = say(
    "perubahan di folder lembaga ini melewati batas: {sekali} berkas dalam satu komit, {semua} dalam semua komit"
    " bersama lembaga lain, atau nama berkas sebesar {besar} MiB dalam satu folder",
    sekali=MOST_AT_ONCE,
    semua=MOST_TOLD,
    besar=MAXIMUM_BYTES >> 20,
)
LESS = say(
    "keluarkan dari folder itu berkas yang bukan rencana, misalnya lampiran; riwayatnya kembali bila belum terlalu"
    " banyak komit yang mengubahnya"
)

Changes: TypeAlias = dict[bytes, dict[str, str | None]]
"""By the names of folders: new contents by path, `None` for a file that left."""


class Folders:
    """The folders below `root`, of which those that `lasting` names stand there today."""

    def __init__(self, trees: Trees, root: str, lasting: frozenset[Entry]) -> None:
        self._trees, self._root = trees, root
        self._lasting = {name for _, name, _ in lasting}
        self._standing: dict[bytes, Entry] = {}
        self._touched: dict[bytes, int] = {}
        self._came: dict[bytes, int] = {}
        self._left: dict[bytes, int] = {}
        self._counts: Counter[bytes] = Counter()
        self._count = 0
        self._compared: Counter[bytes] = Counter()
        self._changes: defaultdict[bytes, list[Changes]] = defaultdict(list)
        self.entries: frozenset[Entry] = frozenset()
        """What is told to stand there."""
        self.beyond: frozenset[bytes] = frozenset()
        """The folders that now hold too much, so that what stood there before is told."""
        self.unknown: set[bytes] = set()
        """Those of which nothing is told, at any time."""
        self.lost: set[bytes] = set()
        """Those of which a state could not be read and was passed over, and those that may have come from there."""

    def after(self, found: frozenset[Entry], tip: Tip, place: int) -> Changes:
        """What a commit changed, after which this stands. It is told of a folder where the commit was made from the one
        that was told of it last; and of one that comes where none left of which it is not, for that may be the same."""
        changes: Changes = {}
        now = {entry[1]: entry for entry in found - self.entries}
        differing = (now.keys() | {entry[1] for entry in self.entries - found}) - self.unknown
        own = {name for name in differing if tip.was_made_from(self._touched.get(name, -1))}
        if any(tip.was_made_from(self._came.get(name, -1)) for name in differing - own - now.keys()):
            own &= self._standing.keys()
        unread = self.lost & self.beyond
        beyond = own - self._few({name: self._differing(name, now.get(name)) for name in own})
        if unread and not unread <= {entry[1] for entry in found}:
            self.lost |= {name for name in own - beyond if name not in self._standing}
        for name in sorted(own - beyond):
            if self._tell(name, now.get(name), changes):
                self._touched[name] = place
                self._came[name] = self._came.get(name, place) if name in self._standing else place
            else:
                beyond.add(name)
        if changes:
            self.entries = frozenset(self._standing.values())
        self.beyond = frozenset(beyond)
        if self._count > MOST_TOLD:
            self._make_way(self._counts, MOST_TOLD // 2)
        if self._compared.total() > (most := _COMPARED_AT_FIRST + _COMPARED_A_COMMIT * place):
            self._make_way(self._compared, most // 2)
        return changes

    def _differing(self, name: bytes, now: Entry | None) -> float:
        """How much differs in a folder from what was told of it last."""
        before = self._trees.compared
        try:
            count = self._trees.count(self._standing.get(name), now)
        except TreeLost:
            self.lost.add(name)
            count = inf
        self._compared[name] += _COST_OF_A_NAME + self._trees.compared - before
        return count

    def _few(self, counts: Mapping[bytes, float]) -> set[bytes]:
        """The folders in which so little differs that it can be told, of all of them together too."""
        few: set[bytes] = set()
        left = {True: float(_MOST_OF_ALL), False: float(_MOST_OF_THOSE_GONE)}
        for name in sorted(counts, key=lambda name: (counts[name], name)):
            stands = name in self._lasting
            if counts[name] <= min(MOST_AT_ONCE, left[stands]):
                left[stands] -= counts[name]
                few.add(name)
        return few

    def _tell(self, name: bytes, now: Entry | None, changes: Changes) -> bool:
        before = self._standing.get(name)
        self._trees.left = self._left.get(name, _MOST_LOOKED_AT)
        try:
            told = self._trees.change(before, now, self._root)
            changes[name] = {path: id for path, id in told if may_belong(path, self._root)}
        except TooManyEntries:
            self._forget(name)
            return False
        except TreeLost:
            self.lost.add(name)
            return False
        self._left[name] = self._trees.left
        self._count += len(changes[name])
        self._counts[name] += len(changes[name])
        self._changes[name].append(changes)
        self._standing.pop(name, None)
        if now:
            self._standing[name] = now
        return True

    def _make_way(self, counts: Counter[bytes], most: int) -> None:
        """Forget folders until no more than this is counted, the largest first and those that stand today last."""
        count = counts.total()
        for name, own in sorted(counts.items(), key=lambda each: (each[0] in self._lasting, -each[1], each[0])):
            if count <= most:
                break
            count -= own
            self._forget(name)

    def _forget(self, name: bytes) -> None:
        self.unknown.add(name)
        self._count -= self._counts.pop(name, 0)
        self._compared.pop(name, None)
        for changes in self._changes.pop(name, ()):
            changes.pop(name, None)


def may_belong(path: str, root: str) -> bool:
    """Whether a file is one of a plan by its place and name, or should have been: below a plan's folder at any depth,
    elsewhere no deeper than one; or it is the file that was asked about."""
    parts = tuple(path.removeprefix(f"{root}/").split("/"))
    return path == root or (may_be_plan_file(parts) and (len(parts) <= DEEPEST or plan_around(parts) is not None))
