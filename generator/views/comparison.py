"""Institutions side by side: grouped by kind, and the closest in size of each.

Nothing here ranks: groups are in alphabetical order, and two institutions are compared only if a
reader asks for it. Work is linear in the number of institutions but for sorting.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import median
from typing import NamedTuple

from generator.model.progress_counts import Standing, together
from generator.model.terms import InstitutionKind
from generator.model.validity import Validity
from generator.views.portrait import Portrait

TWINS = 3


class Spread(NamedTuple):
    """How many `institutions` have findings of a kind, how many were found in all, and how many are answered."""

    institutions: int
    found: int
    answered: int


class Glance(NamedTuple):
    """What institutions of a kind are first compared by; `None` for what is not known.

    `done` and `late` are per cent of the activities, `planned` is rupiah where the whole sum is known, `filled` are
    sections of 17. Of a median they may be halves.
    """

    activities: float | None
    done: float | None
    late: float | None
    planned: float | None
    filled: float | None


def glance(portrait: Portrait) -> Glance:
    """An institution at a glance."""
    standing = portrait.standing
    counted = standing.total - standing.unknown
    return Glance(
        standing.total,
        _percent(standing.done, standing.total) if counted else None,
        _percent(standing.late, standing.total) if counted else None,
        portrait.planned.amount if portrait.planned.known and portrait.planned.complete else None,
        portrait.filled,
    )


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole)


@dataclass(frozen=True, slots=True)
class Peers:
    """The institutions of one kind, by name; `in_force` are those whose current plan is in force on the day."""

    kind: InstitutionKind
    portraits: tuple[Portrait, ...]
    in_force: tuple[Portrait, ...]

    def short_name(self, portrait: Portrait) -> str:
        """The name of one of them without their kind, which a table of the kind need not repeat."""
        return portrait.name.removeprefix(f"{self.kind.value.capitalize()} ")

    def found(self, kind: str) -> Spread:
        """The findings of a kind over all of them."""
        counts = [count for portrait in self.portraits for count in portrait.findings if count.kind == kind]
        return Spread(len(counts), sum(each.found for each in counts), sum(each.answered for each in counts))

    @property
    def median(self) -> Glance:
        """The median of each measure over those of whom it is known."""
        return Glance(*(_over(values, median) for values in self._measures))

    @property
    def most(self) -> Glance:
        """The largest of each measure, as a scale."""
        return Glance(*(_over(values, max) for values in self._measures))

    @property
    def _measures(self) -> Iterator[tuple[float | None, ...]]:
        return zip(*map(glance, self.portraits), strict=True)

    @property
    def standing(self) -> Standing:
        """The activities of all their plans in force."""
        return together(portrait.standing for portrait in self.in_force)


def _over(values: Iterable[float | None], measure: Callable[[list[float]], float]) -> float | None:
    known = [value for value in values if value is not None]
    return measure(known) if known else None


def opening(kinds: Sequence[Peers], most: int) -> tuple[Peers, ...]:
    """The kinds whose institutions a page of at most `most` rows shows, the smallest kinds first; one at least."""
    left = most
    shown: list[Peers] = []
    for peers in sorted(kinds, key=lambda each: len(each.portraits)):
        if not shown or len(peers.portraits) <= left:
            shown.append(peers)
            left -= len(peers.portraits)
    return tuple(each for each in kinds if each in shown)


def groups(portraits: Sequence[Portrait], as_of: date) -> tuple[Peers, ...]:
    """The kinds that have institutions, in the order of the terms."""
    order = {kind: rank for rank, kind in enumerate(InstitutionKind)}
    ordered = sorted(portraits, key=lambda portrait: (order[portrait.kind], portrait.name.casefold(), portrait.slug))
    return tuple(_group(kind, tuple(members), as_of) for kind, members in groupby(ordered, key=lambda each: each.kind))


def _group(kind: InstitutionKind, members: tuple[Portrait, ...], as_of: date) -> Peers:
    return Peers(kind, members, tuple(each for each in members if each.validity(as_of) is Validity.IN_FORCE))


def twins(portraits: Sequence[Portrait]) -> dict[str, tuple[Portrait, ...]]:
    """For each institution (by slug) those of its kind whose plan is closest in size, the closest first; at most three.

    Size is the number of activities: it is always known, which money is not.
    """
    found: dict[str, tuple[Portrait, ...]] = {}
    for kind in InstitutionKind:
        of_kind = (portrait for portrait in portraits if portrait.kind is kind)
        by_size = sorted(of_kind, key=lambda portrait: (portrait.standing.total, portrait.slug))
        for place, portrait in enumerate(by_size):
            around = [*by_size[max(0, place - TWINS) : place], *by_size[place + 1 : place + 1 + TWINS]]
            found[portrait.slug] = tuple(sorted(around, key=lambda other: _distance(portrait, other))[:TWINS])
    return found


def years(portraits: Sequence[Portrait]) -> tuple[int, ...]:
    """Every year for which any of the plans has money, in order."""
    found = {money.year for portrait in portraits for money in portrait.money}
    return tuple(sorted(year for year in found if isinstance(year, int)))


def _distance(one: Portrait, other: Portrait) -> tuple[int, str]:
    return abs(one.standing.total - other.standing.total), other.slug
