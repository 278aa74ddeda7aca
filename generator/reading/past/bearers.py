"""Which institutions the plans that stand are of, at a commit: looked at when that is asked, and once."""

from collections.abc import Mapping
from itertools import islice

from generator.model.address import PlanAddress
from generator.reading.past.contents import Blob
from generator.reading.past.lines import Identify, Identity, Line

_MOST = 200
"""Plans of one institution that are looked at; it may have 50."""


class Bearers:
    """Those of the plans `here`, which others change, and of the plans that come in the commit."""

    def __init__(self, identify: Identify, here: Mapping[PlanAddress, Line]) -> None:
        self._identify, self._here = identify, here
        self._coming: Mapping[PlanAddress, tuple[Blob, ...]] = {}
        self._known: dict[Identity, list[PlanAddress]] | None = None

    def commit(self, coming: Mapping[PlanAddress, tuple[Blob, ...]]) -> None:
        """One more commit, with the files of what comes."""
        self._coming, self._known = coming, None

    def stand(self) -> None:
        """All plans say now what they say after the commit."""
        self._known = None

    def beside(self, address: PlanAddress, own: Identity) -> float:
        """How much of the years of an address a plan of an institution, under its code and name, has in common that
        stands or comes elsewhere; 0 where none does."""
        if self._known is None:
            self._known = {}
            standing = {line.address: line.identity(self._identify) for line in self._here.values()}
            coming = {each: self._identify(each, files) for each, files in self._coming.items()}
            for other, told in (standing | coming).items():
                if told:
                    self._known.setdefault(told, []).append(other)
        others = islice(reversed(self._known.get(own, [])), _MOST)
        return max((address.overlap(other) for other in others if other != address), default=0)
