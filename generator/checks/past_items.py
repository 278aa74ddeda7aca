"""Reasons for the change of something that is gone: whether the plan ever had it, Git knows."""

from collections.abc import Callable, Iterable

from generator.diagnostics import Problem
from generator.model.address import PlanAddress
from generator.reading.apart import Guard
from generator.reading.past.definitions import ever_defined
from generator.reading.past.repository import Repository
from generator.reading.past.unavailable import Unavailable
from generator.store.cache import Cache

_CODE = "alasan-tidak-cocok"


def still_told(
    problems: Iterable[Problem], repository: Repository | Unavailable, root: str, cache: Cache, guard: Guard
) -> Callable[[Problem], bool]:
    """Tells of the problems those that are no reason for what a plan below `root` had once; Git is asked here, and only
    where there are any.

    Where it cannot tell, as in a shallow clone, nobody knows that the item was never there. Outside Git, and before the
    first commit, no item was removed from anything that was published.
    """
    asked: dict[PlanAddress, set[str]] = {}
    for problem in problems:
        if problem.code == _CODE:
            asked.setdefault(_address(problem), set()).add(problem.item)
    if not asked or (isinstance(repository, Unavailable) and repository.is_new):
        return lambda _: True
    known = None if isinstance(repository, Unavailable) else ever_defined(asked, repository, root, cache, guard)

    def told(problem: Problem) -> bool:
        return problem.code != _CODE or (known is not None and problem.item not in known[_address(problem)])

    return told


def _address(problem: Problem) -> PlanAddress:
    institution, _, period = problem.plan.partition("/")
    return PlanAddress(institution, period)
