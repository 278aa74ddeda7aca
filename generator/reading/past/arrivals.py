"""A plan that comes to an address, held against the plans that wait: which of them it is."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.model.address import PlanAddress
from generator.reading.past.bearers import EVER, Bearers, Came
from generator.reading.past.contents import Blob
from generator.reading.past.identity import Identify, Identity
from generator.reading.past.lines import Line
from generator.reading.past.tenures import AT_ONCE


@dataclass(frozen=True)
class Arrival:
    """It comes with `files` in a commit in which the addresses were left that are `free`; `bearers` stand beside it."""

    address: PlanAddress
    files: tuple[Blob, ...]
    free: Collection[PlanAddress]
    bearers: Bearers
    identify: Identify

    @cached_property
    def own(self) -> Identity | None:
        """What it tells."""
        return self.identify(self.address, self.files)

    def best(self, shared: Mapping[Line, int]) -> Line | None:
        """The plan that stands here now and was elsewhere, or away, before, of some that have so many files in common.

        Who is another institution is another plan, but one that comes back to its own address may have mistyped its
        code, as one that never left; one whose files do not tell that goes on where it stood, or as the plan that left
        for it: one file is no sign, for all new plans begin with the same. What was a copy of another makes way for it.
        """
        fitting = {
            line: self._likeness(line, files)
            for line, files in shared.items()
            if self.address.years_in_common(line.address) and self._fits(line, files)
        }
        found = max(fitting, key=fitting.__getitem__, default=None)
        if found and self.own and self.own.is_registered:
            found = max(_originals(found, fitting, self.address), key=fitting.__getitem__, default=found)
        return found

    def _likeness(self, line: Line, shared: int) -> "_Likeness":
        years, own, other = self.address.overlap(line.address), self.own, line.identity(self.identify)
        here, moved = line.address == self.address, self._moved(line) and line.address.may_go_on_as(self.address)
        if not own or not other:
            # Who cannot tell what it is came back rather than that it was moved to where another stood.
            return _Likeness(0, 0, here, moved, years, shared, line.versions[-1].number)
        same: float = own.likeness(other)
        if same == 1 and moved and own.is_registered:
            same = 2.5  # a code that is moved says more than a name alone, and less than both
        return _Likeness(years, same, moved, here, years, shared, line.versions[-1].number)

    def _moved(self, line: Line) -> bool:
        return line.address in self.free

    def _fits(self, line: Line, shared: int) -> bool:
        """Whether it may be a plan."""
        other, moved, back = line.identity(self.identify), self._moved(line), line.address == self.address
        if self.own is None or other is None:
            most = 2 * shared >= len({file.id for file in line.files})
            left = moved and (most or len(self.free) == 1) and not (other and self._beside(other))
            return line.address.institution == self.address.institution or left
        if self._is_rather_beside(line, self.own, other):
            return False
        return self.own.is_that(other) or ((moved or back) and self.own.may_be(other))

    def _is_rather_beside(self, line: Line, own: Identity, other: Identity) -> bool:
        """Whether a plan of either stands elsewhere that is nearer, or where it has another name as near, but where the
        one that waits was moved from now."""
        years, moved, back = self.address.overlap(line.address), self._moved(line), line.address == self.address
        if own.name != other.name and not back:
            here, there = self.address.institution, line.address.institution
            # Who stood beside it for long was no move of its own, but a copy that was forgotten.
            rival = self._beside(other, here, there, came=Came(within=AT_ONCE)) if moved else self._beside(other, here)
            if self._beside(own, here) >= years or rival:
                return True
            if own.is_registered and not moved and self._beside(own.unnamed) > years:
                return True  # rather a copy of that, or what it will be called
            was_so_called = self._beside(own, came=Came(until=line.versions[0].number))
            if not moved and (was_so_called or (years < 1 and self._beside(own))):
                return True  # the next plan of who is called so by now, or was all along
        nearest = self._beside(own)
        return nearest > years or (nearest == years and not moved and not back)

    def _beside(self, own: Identity, *folders: str, came: Came = EVER) -> float:
        return self.bearers.beside(self.address, own, *folders, came=came)


class _Likeness(NamedTuple):
    """How much speaks for a plan that waits, the first before the next: of the plans of one institution the one of the
    nearest years, then what it tells of itself, where it was, its files, and that it left last."""

    years: float
    same: float
    place: bool
    other_place: bool
    anyway: float
    shared: int
    number: int


def _originals(found: Line, fitting: Mapping[Line, _Likeness], address: PlanAddress) -> Iterator[Line]:
    """Those of which a line was a copy, in another folder: by all that was told of it not less likely."""
    same = fitting[found].same
    for line, (_, how, *_) in fitting.items():
        if (
            line.address.institution != found.address.institution
            and (how >= same or (how and line.address == address))
            and line.address.years_in_common(address) >= found.address.years_in_common(address)
            and line.stood_all_the_while(found)
        ):
            yield line
