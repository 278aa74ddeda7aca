"""What each commit of the published line did below the plans."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.reading.addresses import plan_around
from generator.reading.past.moments import FIRST, moment
from generator.reading.past.trees import DEEPEST, Entry, Trees
from generator.reading.past.trunk import PublishedBranch, trunk
from generator.reading.plan_files import may_be_plan_file


class Commit(NamedTuple):
    """A commit of the published line; `moment` is its committer's date with time and zone."""

    id: str
    moment: str

    @property
    def day(self) -> str:
        """`YYYY-MM-DD`, where it was committed."""
        return self.moment[:10]


class CommitFiles(NamedTuple):
    """What one commit did below the plans: new contents by path, `None` for a file that left."""

    commit: Commit
    files: dict[str, str | None]


def steps_of(
    texts: Iterable[str], root: str, path: str, trees: Trees, published: PublishedBranch
) -> Iterator[CommitFiles]:
    """The commits of the published line, of all that Git tells of from the newest on, that touched `root`: each with
    the files that may belong to a plan. It stands at `path` from the top of the repository."""
    parts = path.split("/")
    last = FIRST
    whole = ""
    standing: frozenset[Entry] = frozenset()
    told: dict[str, tuple[str, str]] = {}
    parents: dict[str, list[str]] = {}
    pulled: set[str] = set()
    for text in texts:
        id, tree, raw, above, subject = text.split("\x02", 4)
        told[id], parents[id] = (tree, raw), above.split()
        if len(parents[id]) == 2 and published.is_pulled_by(subject):
            pulled.add(id)
    touched: dict[bytes, int] = {}
    for place, tip in enumerate(trunk(next(iter(told), ""), parents, pulled)):
        tree, raw = told[tip.id]
        if tree == whole:
            continue
        before, found = standing, trees.entries(trees.folder(tree, parts))
        differing = {name for _, name, _ in before ^ found}
        own = {name for name in differing if tip.was_made_from(touched.get(name, -1))}
        whole = tree if own == differing else ""
        if own:
            standing = frozenset(entry for entry in before if entry[1] not in own)
            standing |= {entry for entry in found if entry[1] in own}
            touched |= dict.fromkeys(own, place)
            changed = {path: blob for path, blob in trees.between(before, standing, root) if may_belong(path, root)}
            last = moment(raw, last)
            yield CommitFiles(Commit(tip.id, last), changed)


def may_belong(path: str, root: str) -> bool:
    """Whether a file is one of a plan by its place and name, or should have been: below a plan's folder at any depth,
    elsewhere no deeper than one; or it is the file that was asked about."""
    parts = tuple(path.removeprefix(f"{root}/").split("/"))
    return path == root or (may_be_plan_file(parts) and (len(parts) <= DEEPEST or plan_around(parts) is not None))
