"""Slips that were taken back: versions of a plan that an error holds back, between two that are the same.

They were never published, or what they said was undone to the letter: that is no promise, and no change of one. Of
what else an error would hold back today nobody knows whether it did then.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from generator.checks.verdict import verdict
from generator.model.address import PlanAddress
from generator.reading.apart import Guard
from generator.reading.library import Library
from generator.reading.past.contents import ContentLost
from generator.reading.past.lines import PlanVersion
from generator.reading.past.repository import Repository
from generator.reading.past.states import past_of
from generator.reading.past.unavailable import Unavailable
from generator.store.cache import Cache

_LONGEST, _LOOKED_AT = 10, 50
"""Versions that it takes until a slip is taken back, and those of a plan that are tried, the newest."""


def taken_back(
    repository: Repository | Unavailable, root: str, cache: Cache, guard: Guard
) -> dict[PlanAddress, frozenset[int]]:
    """Their numbers, by the address of the plan."""
    past = past_of(repository, root, cache, guard)
    if isinstance(past, Unavailable) or isinstance(repository, Unavailable):
        return {}
    library, found = Library(cache), {}
    for address, versions in past.versions.items():
        if slips := [*_between_equals(versions)][-_LOOKED_AT:]:
            try:
                numbers, _ = guard(address.institution, partial(_held_back, slips, repository, library))
            except ContentLost:  # which the pages of its past tell
                continue
            if numbers:
                found[address] = numbers
    return found


def _between_equals(versions: Sequence[PlanVersion]) -> Iterator[PlanVersion]:
    """The versions after which the plan was again what it had been, at the same address all the time."""
    last: dict[tuple[PlanAddress, tuple[str, ...]], int] = {}
    for at, version in enumerate(versions):
        state = version.address, tuple(blob.id for blob in version.blobs)
        between = versions[last.get(state, at) + 1 : at]
        is_short = len(between) <= _LONGEST and bool(version.blobs)
        if is_short and all(each.blobs and each.address == version.address for each in between):
            yield from between
        last[state] = at


def _held_back(slips: Sequence[PlanVersion], repository: Repository, library: Library) -> frozenset[int]:
    """The numbers of those that can be read, and that an error holds back."""
    with repository.contents() as contents:
        plans = ((each.number, contents.plan(each.address, each.blobs)) for each in slips)
        told = (number for number, plan in plans if verdict(plan, library).held_back and library.published(plan))
        return frozenset(told)
