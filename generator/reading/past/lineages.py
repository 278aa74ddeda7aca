"""Which plan is which through time: by the institution's code, not by the name of its folder.

A plan that comes to a new address is the one that left its old address, in the same commit or before, if both are of
one institution (`kode` and `skema_kode`) and their periods overlap. So a folder that is renamed with edits in the same
commit, a period that is prolonged, and a plan that was away keep their past, and a plan for the next period begins one.

What cannot be told when a plan comes is asked again: when it can be read, when a plan of the same institution leaves,
and when it turns out to be of another institution than the one whose past it has.
"""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from generator.model.address import PlanAddress
from generator.reading.past.identity import Identify
from generator.reading.past.lines import PlanVersion
from generator.reading.past.settling import Settling
from generator.reading.past.standing import changes
from generator.reading.past.steps import CommitFiles

_MOST_EARLIER = 200
"""Plans that left one address, the last of them: nobody makes so many."""

Versions: TypeAlias = tuple[PlanVersion, ...]
"""Those of a plan, the oldest first."""


class Lineages(NamedTuple):
    """The plans by the address at which each stands or last stood; and, where others left that address before, those
    that were there earlier, the last few, the first one first."""

    last: dict[PlanAddress, Versions]
    earlier: dict[PlanAddress, tuple[Versions, ...]]


def lineages(steps: Iterable[CommitFiles], root: str, identify: Identify) -> Lineages:
    """Every plan's versions."""
    plans = Settling(identify)
    for number, commit, changed in changes(steps, root):
        plans.settle(number, commit, changed)
    found = dict(sorted(plans.found().items()))
    earlier = {
        address: tuple(tuple(line.versions) for line in left[-_MOST_EARLIER:] if not plans.is_copy(line, last))
        for address, (*left, last) in found.items()
        if left
    }
    return Lineages({address: tuple(own[-1].versions) for address, own in found.items()}, earlier)
