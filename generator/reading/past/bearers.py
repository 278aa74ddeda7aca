"""Which institutions the plans that stand are of, at a commit: looked at when that is asked, and once."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from itertools import islice
from math import inf
from typing import NamedTuple, TypeAlias

from generator.model.address import PlanAddress
from generator.reading.past.contents import Blob
from generator.reading.past.identity import Identify, Identity
from generator.reading.past.lines import Line
from generator.reading.past.steps import Commit

_MOST = 200
"""Plans of one institution that are looked at; it may have 50."""


class Came(NamedTuple):
    """When a plan came to its folder: `since` a commit and before the one `until` which, by their numbers, and no
    longer than `within` a time from now."""

    since: float = 0
    until: float = inf
    within: timedelta | None = None


EVER = Came()
_Asked: TypeAlias = tuple[PlanAddress, Identity, tuple[str, ...], Came]


class Bearers:
    """Those of the plans `here`, which others change, and of the plans that come in the commit."""

    def __init__(self, identify: Identify, here: Mapping[PlanAddress, Line]) -> None:
        self._identify, self._here = identify, here
        self._coming: Mapping[PlanAddress, tuple[Blob, ...]] = {}
        self._known: dict[Identity, list[PlanAddress]] | None = None
        self._now: Commit | None = None
        self._nearest: dict[_Asked, float] = {}

    def commit(self, commit: Commit, coming: Mapping[PlanAddress, tuple[Blob, ...]]) -> None:
        """One more commit, with the files of what comes."""
        self._now, self._coming = commit, coming
        self.stand()

    def stand(self) -> None:
        """All plans say now what they say after the commit."""
        self._known = None
        self._nearest.clear()

    def beside(self, address: PlanAddress, own: Identity, *folders: str, came: Came = EVER) -> float:
        """How much of the years of an address a plan of an institution, under its code and name, or under its code
        where it is `unnamed`, has in common that stands or comes at another, and in none of the `folders`, for what
        stands in one is by one hand; of those that came to their folder then. 0 where none does."""
        asked = address, own, folders, came
        if asked not in self._nearest:  # of all that leave in a commit the same is asked of the same
            others = (each for each in self._of(own) if each != address and each.institution not in folders)
            near = (address.overlap(each) for each in others if came == EVER or self._is_of(each, came))
            self._nearest[asked] = max(near, default=0)
        return self._nearest[asked]

    def _is_of(self, address: PlanAddress, came: Came) -> bool:
        other = self._here.get(address)
        if other is None or not other.versions:  # it comes now
            return came.until == inf
        first = other.came_here
        is_new = came.within is None or self._now is None or self._now.time_between(first.commit) <= came.within
        return came.since <= first.number < came.until and is_new

    def _of(self, own: Identity) -> Iterable[PlanAddress]:
        if self._known is None:
            self._known = {}
            standing = {line.address: line.identity(self._identify) for line in self._here.values()}
            coming = {each: self._identify(each, files) for each, files in self._coming.items()}
            for other, told in (standing | coming).items():
                for whose in {told, told.unnamed} if told else ():
                    self._known.setdefault(whose, []).append(other)
        return islice(reversed(self._known.get(own, [])), _MOST)
