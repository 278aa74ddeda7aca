"""Pasts that are lent: of a plan that left, to who goes on with it under its code and may be a copy.

A plan may have been deleted by mistake while a copy of it stood, or was made; when it is put back in time, it has its
past again, and the copy what it said since.
"""

from collections.abc import Container, Iterator, Mapping
from datetime import timedelta
from itertools import islice
from typing import NamedTuple

from generator.model.address import PlanAddress
from generator.reading.past.contents import Blob
from generator.reading.past.identity import Identify, Identity
from generator.reading.past.lines import Line, PlanVersion
from generator.reading.past.steps import Commit
from generator.reading.past.tenures import AT_ONCE, AWAY

_NEVER = timedelta(0)
_MOST = 200
"""Plans of one institution that are looked at, the newest; it may have 50."""


class Lent(NamedTuple):
    """The past of a plan that left, as it was then, whose it was, and the newcomer that goes on with it under a `name`
    since a commit: `line`, of which what comes `after` the commit of a number is the newcomer's. It is given back
    `within` a time; not where the plan was renamed in one commit, as `is_renamed` says, and tells that it is the same.
    The plan for other years that `is_beside` it goes with it wherever the folder does."""

    past: tuple[PlanVersion, ...]
    whose: Identity | None
    newcomer: Line
    name: str
    line: Line
    after: int
    since: Commit
    within: timedelta
    is_renamed: bool = False
    is_beside: bool = False


class Lending:
    """What is lent, by the address that was left; the last time of each."""

    def __init__(self, identify: Identify) -> None:
        self._identify = identify
        self._lent: dict[PlanAddress, Lent] = {}
        self._addresses: dict[Identity, dict[PlanAddress, None]] = {}
        self._beside: dict[str, dict[PlanAddress, None]] = {}  # by period

    def __bool__(self) -> bool:
        return bool(self._lent)

    def may_end(self, address: PlanAddress, free: Container[PlanAddress]) -> bool:
        """Whether who goes on with the plan that left an address is called otherwise, and may be another; not where it
        leaves the address to which that was renamed, one of those that are `free`."""
        lent = self._lent.get(address)
        if lent is None or lent.whose is None or (lent.is_renamed and lent.line.address in free):
            return False
        return lent.whose.name != lent.name

    def time_for(self, left: Line, address: PlanAddress, files: tuple[Blob, ...], told: Identity | None) -> timedelta:
        """How long a plan that left may have its past again from who comes then to another address: who moved in two
        steps, or a copy that came while its original was away by mistake, and has none of its files; or the plan for
        other years of the same institution. Who comes home has back what is its own."""
        if left.address.institution == address.institution:
            return _NEVER if left.address == address else AWAY
        if self._is_renamed(left, told):
            return AWAY
        if any(version.address == address for version in left.versions):
            return _NEVER
        return AT_ONCE if {file.id for file in left.files}.isdisjoint(file.id for file in files) else _NEVER

    def lend(
        self,
        past: Line,
        newcomer: Line,
        line: Line,
        told: Identity | None,
        commit: Commit,
        within: timedelta,
        *,
        after: int,
        is_renamed: bool = False,
        is_beside: bool = False,
    ) -> None:
        """To a plan, whatever it tells; what it says `after` the commit of a number is the newcomer's own."""
        if within == _NEVER:
            return
        whose = past.identity(self._identify)
        self._lent[past.address] = Lent(
            tuple(past.versions),
            whose,
            newcomer,
            told.name if told else "",
            line,
            after,
            commit,
            within,
            is_renamed,
            is_beside,
        )
        if is_beside:
            beside = self._beside.setdefault(past.address.period, {})
            beside.pop(past.address, None)
            beside[past.address] = None
        if whose and told and self._is_renamed(past, told):
            addresses = self._addresses.setdefault(whose, {})
            addresses.pop(past.address, None)  # the newest comes last
            addresses[past.address] = None

    def lent_to(self, line: Line) -> Lent | None:
        """What a plan goes on with that is another's."""
        lent = self._lent.get(line.home) if line.home else None
        return lent if lent and lent.line is line else None

    def was_held_back(self, line: Line, commit: Commit) -> bool:
        """Whether who goes on with another's past since lately stood beside it for longer than a folder is moved in two
        steps: its code, which stood twice, kept it from being published."""
        lent = self.lent_to(line)
        if lent is None or not lent.newcomer.versions or commit.time_between(lent.since) > lent.within:
            return False
        return lent.since.time_between(lent.newcomer.versions[0].commit) > AT_ONCE

    def owner(self, line: Line, origin: Identity, commit: Commit) -> Identity:
        """Who may have what a plan goes on with that came from elsewhere: whoever bears the registered code of its
        origin, if it was lent lately, for the owner may have another name since."""
        lent = self.lent_to(line)
        is_new = lent is not None and commit.time_between(lent.since) <= lent.within
        return origin.unnamed if is_new and origin.is_registered else origin

    def ended(
        self,
        address: PlanAddress,
        told: Identity,
        commit: Commit,
        here: Mapping[PlanAddress, Line],
        gone: Container[Line],
    ) -> Lent | None:
        """What goes back to a plan that comes: what was lent to one that it stands beside; or at its address; or
        elsewhere, to who is called otherwise, where it is moved in two steps. `here` are the plans that stand, `gone`
        those that left."""
        for lent in self._gone_along(address, told, here):
            if commit.time_between(lent.since) <= lent.within:
                return lent
        for lent in filter(None, (self._lent.get(address), *self._moved_at_once(address, told, commit))):
            line = lent.line
            is_other = lent.name != told.name or not line.address.may_go_on_as(address)
            is_known = here.get(line.address) is line or (line in gone and is_other and not lent.is_renamed)
            if is_known and self._may_have_again(lent, address, told, commit):
                return lent
        return None

    def _may_have_again(self, lent: Lent, address: PlanAddress, told: Identity, commit: Commit) -> bool:
        """Whether who comes is the one whose it was, under its name and in time. Who comes back to its own address may
        have mistyped its code, as one that never left."""
        whose, now = lent.whose, lent.line.identity(self._identify)
        if whose is None or told.name != whose.name or lent.line.address == address:
            return False
        if lent.is_renamed and (told != whose or self._identify(lent.line.address, lent.line.files) == whose):
            return False
        is_that = told.is_that(whose) or lent.past[-1].address == address or (now is not None and told.is_that(now))
        return is_that and commit.time_between(lent.since) <= lent.within

    def _gone_along(self, address: PlanAddress, told: Identity, here: Mapping[PlanAddress, Line]) -> Iterator[Lent]:
        """What was lent of a plan of these years to another of its folder, which stands in the folder of who comes now
        and is called as that."""
        for lender in islice(reversed(self._beside.get(address.period, {})), _MOST):
            lent = self._lent[lender]
            line = lent.line
            stands = here.get(line.address) is line and line.address.institution == address.institution
            if lent.is_beside and stands and self._identify(line.address, line.files) == told:
                yield lent

    def _moved_at_once(self, address: PlanAddress, told: Identity, commit: Commit) -> Iterator[Lent]:
        """What was lent under another name of who comes now for the same years, and no longer ago than a folder is
        moved in two steps, the newest first."""
        for lender in islice(reversed(self._addresses.get(told, {})), _MOST):
            lent = self._lent[lender]
            is_new = commit.time_between(lent.since) <= AT_ONCE
            now = self._identify(lent.line.address, lent.line.files)
            is_another = now != told  # else it was called otherwise for a while
            if is_new and is_another and lent.whose == told and lender.may_go_on_as(address):
                yield lent

    def _is_renamed(self, left: Line, told: Identity | None) -> bool:
        """Whether who goes on with a plan is called otherwise."""
        own = left.identity(self._identify)
        return own is not None and told is not None and own.name != told.name
