"""Reasons for the change of something that is gone: whether the plan ever had it, Git knows."""

from collections.abc import Iterable

from generator.diagnostics import Problem
from generator.reading.past.definitions import ever_defined
from generator.reading.past.repository import Repository, Unavailable
from generator.store.cache import Cache

_CODE = "alasan-tidak-cocok"


def without_removed(
    problems: Iterable[Problem], repository: Repository | Unavailable, root: str, cache: Cache
) -> tuple[Problem, ...]:
    """The problems but for reasons about what a plan below `root` had once; Git is asked only where there are any.

    Where it cannot tell, as in a shallow clone, nobody knows that the item was never there. Outside Git, and before the
    first commit, no item was removed from anything that was published.
    """
    told = tuple(problems)
    asked: dict[str, set[str]] = {}
    for problem in told:
        if problem.code == _CODE:
            asked.setdefault(problem.plan, set()).add(problem.item)
    if not asked or (isinstance(repository, Unavailable) and repository.is_new):
        return told
    known = None if isinstance(repository, Unavailable) else ever_defined(asked, repository, root, cache)
    return tuple(
        problem
        for problem in told
        if problem.code != _CODE or (known is not None and problem.item not in known.get(problem.plan, ()))
    )
