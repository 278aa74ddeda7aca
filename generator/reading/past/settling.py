"""The plans after the commits so far, settled commit by commit."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from operator import itemgetter
from typing import NamedTuple

from generator.model.address import PlanAddress
from generator.reading.past.arrivals import Arrival
from generator.reading.past.bearers import Bearers, Came
from generator.reading.past.contents import Blob
from generator.reading.past.giving_back import GivingBack
from generator.reading.past.identity import Identify
from generator.reading.past.lending import Lending
from generator.reading.past.lines import Line
from generator.reading.past.newcomers import Newcomers
from generator.reading.past.standing import FilesChanged
from generator.reading.past.steps import Commit
from generator.reading.past.takeovers import Takeovers
from generator.reading.past.tenures import AT_ONCE, AWAY
from generator.reading.past.waiting import Waiting


class _Step(NamedTuple):
    """A commit: the plans that left their address in it, by that, and the addresses at which another institution stands
    since, as `Takeovers` tells."""

    commit: Commit
    number: int
    changed: Mapping[PlanAddress, FilesChanged]
    free: dict[PlanAddress, Line]
    replaced: Mapping[PlanAddress, bool]

    def files(self, address: PlanAddress) -> tuple[Blob, ...]:
        """What stands at an address that was changed."""
        return self.changed[address].after

    @property
    def borrowed(self) -> list[PlanAddress]:
        """Where another stands who had the past of a plan that stands again."""
        return [address for address, is_borrowed in self.replaced.items() if is_borrowed]


class Settling:
    """Those that stand, by their address, and those that wait."""

    def __init__(self, identify: Identify) -> None:
        self._identify = identify
        self._here: dict[PlanAddress, Line] = {}
        self._gone = Waiting(identify)
        self._newcomers = Newcomers(identify)
        self._lending = Lending(identify)
        self._bearers = Bearers(identify, self._here)
        self._giving_back = GivingBack(identify, self._here, self._gone, self._newcomers, self._lending)
        self._takeovers = Takeovers(identify, self._here, self._lending, self._bearers)

    def found(self) -> dict[PlanAddress, list[Line]]:
        """All, by the address at which they were last, in the order in which they left it."""
        found: dict[PlanAddress, list[Line]] = {}
        for line in (*self._gone, *self._here.values()):
            found.setdefault(line.address, []).append(line)
        return found

    def is_copy(self, line: Line, other: Line) -> bool:
        """Whether a plan stood only beside another under its code, so that it was never published."""
        own, its = line.identity(self._identify), other.identity(self._identify)
        then = other.told_before(self._identify, line.versions[0].number + 1)
        told = [each for each in (its, then) if own and own.is_registered and each and own.bears_code_of(each)]
        return len(told) == 2 and other.stood_all_the_while(line)

    def settle(self, number: int, commit: Commit, changed: Mapping[PlanAddress, FilesChanged]) -> None:
        """One more commit."""
        left = [address for address, (before, after) in changed.items() if before and not after]
        came = {address: after for address, (before, after) in changed.items() if after and not before}
        self._bearers.commit(commit, came)
        replaced = self._takeovers.of(changed, commit)
        step = _Step(commit, number, changed, self._leave([*left, *replaced]), replaced)
        for address, files in came.items():
            self._giving_back.comes_back(address, files, commit, step.free)
        given_back = self._give_back(step, came)
        self._arrive([*came, *replaced], step)
        stand = {address: after for address, (_, after) in changed.items() if after}
        for address, files in stand.items():
            self._here[address].stand(commit, number, address, files)
        for line in step.free.values():
            if line in self._gone and line.versions[-1].blobs:
                line.stand(commit, number, line.address, ())
        self._bearers.stand()
        for address in stand:
            self._is_told(address, commit)
        if left or replaced:
            self._newcomers.read()
        self._go_on([*(step.free[address] for address in (*left, *replaced)), *given_back], commit)

    def _leave(self, addresses: Iterable[PlanAddress]) -> dict[PlanAddress, Line]:
        """What stood at addresses waits."""
        free = {address: self._here.pop(address) for address in addresses}
        for line in free.values():
            self._gone.add(line)
            self._newcomers.remove(line)
        return free

    def _give_back(self, step: "_Step", came: Mapping[PlanAddress, tuple[Blob, ...]]) -> list[Line]:
        """The pasts that others had, which wait again; whose was not lent goes home itself."""
        lent = [self._lending.lent_to(step.free[address]) for address in step.borrowed]
        given_back = [self._giving_back.gives_back(each, step.free) for each in lent if each]
        replaced = {address: step.files(address) for address in step.replaced}
        self._giving_back.put_back(replaced, came, step.commit, step.free)
        for line in [step.free[address] for address in step.borrowed]:
            if line.home:
                self._goes_home(line, step)
        return given_back

    def _arrive(self, addresses: Iterable[PlanAddress], step: "_Step") -> None:
        """What plans are that come to addresses, or of another institution there now. Who is called as the one that
        left goes on with it, before any other under its code; the nearest years first."""

        def rank(address: PlanAddress) -> tuple[float, PlanAddress]:
            return -self._gone.nearness(address, step.files(address)), address

        taken = {address: self._came(address, step) for address in sorted(addresses, key=rank)}
        if step.replaced:
            self._newcomers.read()
        for address, found in taken.items():
            if found is None and address in step.replaced:
                found = self._put_right(address, step)
            self._here[address] = line = found or Line(is_new=True)
            if line.is_new:
                self._newcomers.add(line)

    def _came(self, address: PlanAddress, step: "_Step") -> Line | None:
        """The plan that waited and comes to an address; another may have its past again within a time."""
        free, files = step.free, step.files(address)
        if self._lending.may_end(address, free) and self._identify(address, files) is None:
            return None  # when it tells what it is, it may have again what was lent
        found = self._gone.take(Arrival(address, files, free, self._bearers, self._identify))
        if found is None:
            return None
        told, own = self._identify(address, files), found.identity(self._identify)
        found.is_presumed = told is None
        # Who goes home in a commit and comes elsewhere has moved in it.
        left_now = found.address in free or found.versions[-1].number == step.number
        is_renamed = left_now and found.address.institution != address.institution
        if not is_renamed or (own is not None and (told is None or not told.is_that(own))):
            past = found.as_it_is()
            if found.address in free:
                past.stand(step.commit, step.number, found.address, ())
            within = AWAY if is_renamed else self._lending.time_for(found, address, files, told)
            is_beside = found.address.institution == address.institution
            newcomer, how = Line(is_new=True), {"is_renamed": is_renamed, "is_beside": is_beside}
            self._lending.lend(past, newcomer, found, told, step.commit, within, after=step.number - 1, **how)
        return found

    def _put_right(self, address: PlanAddress, step: "_Step") -> Line | None:
        """The same plan, where an institution puts its code right. One that is another institution's by code and name
        is another plan: what came there from elsewhere lately, or from where a plan stands again, or before it told
        that, goes back and waits; so does what another bears the code of that comes now. Who moved long ago is the same
        under another name.
        """
        line = step.free[address]
        if line not in self._gone or line.address != address:  # it was given back, or went home
            return None
        own, told = line.identity(self._identify), self._identify(address, step.files(address))
        if own and told and not told.may_be(own):
            if self._may_go_home(line, step.commit) or line.is_presumed:
                self._goes_home(line, step)
                return None
            bearer = own.unnamed if own.is_registered else own
            if self._bearers.beside(address, bearer, address.institution, came=Came(since=step.number)):
                return None
        self._gone.remove(line)
        return line

    def _goes_home(self, line: Line, step: "_Step") -> None:
        """A plan that is another's waits where it came from."""
        self._gone.remove(line)
        line.stand(step.commit, step.number, line.home or line.address, ())
        self._gone.add(line)

    def _may_go_home(self, line: Line, commit: Commit) -> bool:
        if line.home is None or line.came is None:
            return False
        is_back = self._is_back(line, line.home) or self._newcomers.successor(line, commit, self._bearers) is not None
        return is_back or commit.time_between(line.came) <= AT_ONCE

    def _is_back(self, line: Line, home: PlanAddress) -> bool:
        """Whether a plan stands where another was before that may be the same, and not of who uses the folder since."""
        other, origin = self._here.get(home), line.origin(self._identify)
        told = other.identity(self._identify) if other else None
        return other is not None and (origin is None or told is None or told.may_be(origin))

    def _go_on(self, left: Iterable[Line], commit: Commit) -> None:
        """Of plans that left each with what it may have become; who has most years in common with that first."""
        found: list[tuple[float, Line, Line | None]] = []
        for line in left:
            if line in self._gone:
                other = self._newcomers.successor(line, commit, self._bearers)
                found.append((line.address.overlap(other.address) if other else 0, line, other))
        for _, line, other in sorted(found, key=itemgetter(0), reverse=True):
            if other and other not in self._newcomers:  # it has gone on with a nearer one
                other = self._newcomers.successor(line, commit, self._bearers)
            self._went_on(line, other, commit)

    def _went_on(self, line: Line, other: Line | None, commit: Commit) -> None:
        """A plan that left may have become one that came before it was gone; so may one that another gave back."""
        if line not in self._gone:
            return
        found = other if other and not self._is_awaited(other, line) else None
        self._giving_back.leaves(line, goes_on=found is not None)
        if found:
            self._gone.remove(line)
            self._goes_on_as(line, found, commit, AWAY)

    def _is_awaited(self, other: Line, line: Line) -> bool:
        """Whether a plan of its very institution waits for a newcomer that is called otherwise than one that left."""
        told, own = other.identity(self._identify), line.identity(self._identify)
        return (
            told is not None
            and own is not None
            and told.name != own.name
            and self._gone.nearness(other.address, other.files) > 0
        )

    def _is_told(self, address: PlanAddress, commit: Commit) -> None:
        """A newcomer may tell only now which institution it is of, and so which plan it is."""
        line = self._here[address]
        line.is_presumed = line.is_presumed and not self._identify(address, line.files)
        if (self._gone or self._lending) and self._newcomers.tells_now(line):
            self._giving_back.comes_back(address, line.files, commit, {})
            found = self._gone.take(Arrival(address, line.files, (), self._bearers, self._identify))
            if found:
                was_beside = line.versions[0].number < found.versions[-1].number
                told = line.identity(self._identify)
                within = AWAY if was_beside or not told else self._lending.time_for(found, address, line.files, told)
                self._goes_on_as(found, line, commit, within)

    def _goes_on_as(self, line: Line, other: Line, commit: Commit, within: timedelta) -> None:
        """A plan that left has become one that came before that could be known, and may come back within a time."""
        address, past, told = other.address, line.as_it_is(), other.identity(self._identify)
        # Two folders with one registered code are one too many, and the later one was held back.
        both = line.had_beside_it(other) or (told is not None and not told.is_registered)
        self._newcomers.remove(other)
        said_more = both and line.said_more_beside(other)
        line.go_on_as(other, both_published=both)
        self._here[address] = line
        if said_more:  # what it said beside the other stays its own
            self._gone.add(past)
        elif told:
            is_beside = past.address.institution == address.institution
            after = line.versions[-1].number
            self._lending.lend(past, other, line, told, commit, within, after=after, is_beside=is_beside)
