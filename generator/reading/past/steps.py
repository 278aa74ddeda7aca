"""What each commit of the published line did below the plans."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from generator.reading.past.commits import CommitObject, parents, pulled
from generator.reading.past.folders import Changes, Folders
from generator.reading.past.moments import FIRST, moment
from generator.reading.past.published_branch import PublishedBranch
from generator.reading.past.tree_objects import TooManyEntries
from generator.reading.past.trees import Trees
from generator.reading.past.trunk import trunk


class Commit(NamedTuple):
    """A commit of the published line; `moment` is its committer's date with time and zone."""

    id: str
    moment: str

    @property
    def day(self) -> str:
        """`YYYY-MM-DD`, where it was committed."""
        return self.moment[:10]

    def time_between(self, other: "Commit") -> timedelta:
        """Between another and this one, by the date of each: who commits may write any, and an earlier one later."""
        return abs(datetime.fromisoformat(self.moment) - datetime.fromisoformat(other.moment))


LARGEST = 1 << 18
"""Bytes of the folder of plans, and of each above it, in a version before today's: five thousand names. Some hundred
bytes of a commit can change one of a hundred thousand."""


class CommitFiles(NamedTuple):
    """What one commit did below the plans: new contents by path, `None` for a file that left. After it there is too
    much in the folders `beyond`, and what stands there is not told; of the last commit's nothing is, at any time, of
    some. With the last one are told those of which something was `lost`, now or before."""

    commit: Commit
    files: dict[str, str | None]
    beyond: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()


def steps_of(
    commits: Mapping[str, CommitObject], root: str, path: str, trees: Trees, published: PublishedBranch
) -> list[CommitFiles]:
    """The commits of the published line, of all up to the first of `commits`, that touched `root`: each with the files
    that may belong to a plan. It stands at `path` from the top of the repository. Raises as `Trees`."""
    parts = path.split("/")
    head = next(iter(commits))
    today = trees.folder(commits[head].tree, parts)
    folders = Folders(trees, root, trees.entries(today))
    largest = max(LARGEST, 2 * trees.size(today))
    last = FIRST
    whole = ""
    beyond: frozenset[bytes] = frozenset()
    found: list[tuple[Commit, Changes, frozenset[bytes]]] = []
    for place, tip in enumerate(trunk(head, parents(commits), pulled(commits, published))):
        tree, raw = commits[tip.id].tree, commits[tip.id].date
        if tree == whole:
            continue
        try:
            entries = trees.entries(trees.folder(tree, parts, largest), largest)
        except TooManyEntries:  # it stands nowhere today, so that the line goes on
            continue
        changes = folders.after(entries, tip, place)
        whole = tree if folders.entries == entries else ""
        if changes or folders.beyond != beyond:
            last = moment(raw, last)
            beyond = beyond if folders.beyond == beyond else folders.beyond  # one set for the commits that have it
            found.append((Commit(tip.id, last), changes, beyond))
    names = {each: _names(each) for each in {beyond for _, _, beyond in found}}
    steps = [CommitFiles(commit, _files(changes), names[beyond]) for commit, changes, beyond in found]
    unknown, lost = _names(folders.unknown), _names(folders.lost)
    return [*steps[:-1], *(step._replace(beyond=step.beyond | unknown, lost=lost) for step in steps[-1:])]


def _files(changes: Changes) -> dict[str, str | None]:
    return {path: blob for own in changes.values() for path, blob in own.items()}


def _names(folders: Iterable[bytes]) -> frozenset[str]:
    return frozenset(name.decode("utf-8", "surrogateescape") for name in folders)
