"""What each commit of the published line did below the plans."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.reading.addresses import plan_around
from generator.reading.past.moments import FIRST, moment
from generator.reading.past.trees import DEEPEST, Trees
from generator.reading.past.trunk import PublishedBranch, tip_before, trunk
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
    texts: Iterable[str], root: str, prefix: str, trees: Trees, published: PublishedBranch
) -> Iterator[CommitFiles]:
    """The commits of the published line, of all that Git tells of from the newest on, that touched `root`: each with
    the files that may belong to a plan."""
    parts = f"{prefix}{root}".split("/")
    whole = standing = ""
    last = FIRST
    told: dict[str, tuple[str, str]] = {}
    tips: dict[str, str] = {}
    for text in texts:
        id, tree, raw, parents, subject = text.split("\x02", 4)
        told[id], tips[id] = (tree, raw), tip_before(parents.split(), pulled=published.is_pulled_by(subject))
    for id in trunk(next(iter(told), ""), tips):
        tree, raw = told[id]
        if tree == whole:
            continue
        before, standing, whole = standing, trees.folder(tree, parts), tree
        if before != standing:
            changed = {path: blob for path, blob in trees.changes(before, standing, root) if may_belong(path, root)}
            last = moment(raw, last)
            yield CommitFiles(Commit(id, last), changed)


def may_belong(path: str, root: str) -> bool:
    """Whether a file is one of a plan by its place and name, or should have been: below a plan's folder at any depth,
    elsewhere no deeper than one; or it is the file that was asked about."""
    parts = tuple(path.removeprefix(f"{root}/").split("/"))
    return path == root or (may_be_plan_file(parts) and (len(parts) <= DEEPEST or plan_around(parts) is not None))
