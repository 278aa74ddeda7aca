"""Institutions side by side: grouped by kind, and the closest in size of each.

Nothing here ranks: groups are in alphabetical order, and two institutions are compared only if a
reader asks for it. Work is linear in the number of institutions but for sorting.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model.progress_counts import Standing, together
from generator.model.terms import InstitutionKind
from generator.views.portrait import Portrait

TWINS = 3


@dataclass(frozen=True, slots=True)
class Group:
    """The institutions of one kind, by name."""

    kind: InstitutionKind
    portraits: tuple[Portrait, ...]

    @property
    def in_force(self) -> int:
        """How many of their current plans are in force."""
        return sum(portrait.in_force for portrait in self.portraits)

    @property
    def standing(self) -> Standing:
        """The activities of all their current plans."""
        return together(portrait.standing for portrait in self.portraits)


def groups(portraits: Sequence[Portrait]) -> tuple[Group, ...]:
    """The kinds that have institutions, in the order of the terms."""
    order = {kind: rank for rank, kind in enumerate(InstitutionKind)}
    ordered = sorted(portraits, key=lambda portrait: (order[portrait.kind], portrait.name.casefold(), portrait.slug))
    return tuple(Group(kind, tuple(members)) for kind, members in groupby(ordered, key=lambda each: each.kind))


def twins(portraits: Sequence[Portrait]) -> dict[str, tuple[Portrait, ...]]:
    """For each institution (by slug) those of its kind whose plan is closest in size, the closest first; at most three.

    Size is the number of activities: it is always known, which money is not.
    """
    found: dict[str, tuple[Portrait, ...]] = {}
    for group in groups(portraits):
        by_size = sorted(group.portraits, key=lambda portrait: (portrait.standing.total, portrait.slug))
        for place, portrait in enumerate(by_size):
            around = [*by_size[max(0, place - TWINS) : place], *by_size[place + 1 : place + 1 + TWINS]]
            found[portrait.slug] = tuple(sorted(around, key=lambda other: _distance(portrait, other))[:TWINS])
    return found


def years(portraits: Sequence[Portrait]) -> tuple[int, ...]:
    """Every year for which any of the plans has money, in order."""
    return tuple(sorted({money.year for portrait in portraits for money in portrait.money if money.year is not None}))


def _distance(one: Portrait, other: Portrait) -> tuple[int, str]:
    return abs(one.standing.total - other.standing.total), other.slug
