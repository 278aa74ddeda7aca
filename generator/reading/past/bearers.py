"""Which institutions the plans that stand are of, at a commit: looked at when that is asked, and once."""

from collections.abc import Iterable, Mapping
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
        self._nearest: dict[tuple[PlanAddress, Identity, tuple[str, ...], Line | None], float] = {}

    def commit(self, coming: Mapping[PlanAddress, tuple[Blob, ...]]) -> None:
        """One more commit, with the files of what comes."""
        self._coming = coming
        self.stand()

    def stand(self) -> None:
        """All plans say now what they say after the commit."""
        self._known = None
        self._nearest.clear()

    def beside(self, address: PlanAddress, own: Identity, *folders: str, before: Line | None = None) -> float:
        """How much of the years of an address a plan of an institution, under its code and name, or under its code
        where it is `unnamed`, has in common that stands or comes at another, and in none of the `folders`, for what
        stands in one is by one hand; where told, since `before` another first came. 0 where none does."""
        asked = address, own, folders, before
        if asked not in self._nearest:  # of all that leave in a commit the same is asked of the same
            others = (other for other in self._of(own) if other != address and other.institution not in folders)
            near = (address.overlap(other) for other in others if before is None or self._is_older(other, before))
            self._nearest[asked] = max(near, default=0)
        return self._nearest[asked]

    def _is_older(self, address: PlanAddress, line: Line) -> bool:
        other = self._here.get(address)
        return other is not None and other.here_since < line.versions[0].number

    def _of(self, own: Identity) -> Iterable[PlanAddress]:
        if self._known is None:
            self._known = {}
            standing = {line.address: line.identity(self._identify) for line in self._here.values()}
            coming = {each: self._identify(each, files) for each, files in self._coming.items()}
            for other, told in (standing | coming).items():
                for whose in {told, told.unnamed} if told else ():
                    self._known.setdefault(whose, []).append(other)
        return islice(reversed(self._known.get(own, [])), _MOST)
