"""Versions that were published and are none on the way to `HEAD`: a merge in a proposal may choose another past."""

from collections.abc import Iterable, Mapping

from generator.reading.past.repository import Repository
from generator.reading.past.steps import CommitFiles
from generator.reading.past.unavailable import Unavailable


def left_out(repository: Repository, root: str, published: str, branch: str) -> Mapping[str, int] | Unavailable:
    """How many versions of each institution, by the name of its folder below `root`, were told up to the commit
    `published` and would be no longer if its `branch`, empty where the name is not known, were moved up to `HEAD`;
    nothing where that one was not made from it.
    """
    head = repository.commit("HEAD")
    if isinstance(head, Unavailable) or not repository.came_from(published):
        return {}
    line = repository.published._replace(names=frozenset(filter(None, [branch])))
    before, after = repository.steps(published, root, line), repository.steps(head, root, line)
    if isinstance(before, Unavailable):
        return before
    if isinstance(after, Unavailable):
        return after
    lost: dict[str, int] = {}
    for _, institution in sorted(_versions(before, root) - _versions(after, root)):
        lost[institution] = lost.get(institution, 0) + 1
    return dict(sorted(lost.items()))


def _versions(steps: Iterable[CommitFiles], root: str) -> set[tuple[str, str]]:
    return {(step.commit.id, path.removeprefix(f"{root}/").partition("/")[0]) for step in steps for path in step.files}
