"""Pasts that were lent and go back to the plan that comes again; who had one keeps what it said since."""

from collections.abc import Mapping, MutableMapping

from generator.model.address import PlanAddress
from generator.reading.past.contents import Blob
from generator.reading.past.identity import Identify, Identity
from generator.reading.past.lending import Lending, Lent
from generator.reading.past.lines import Line
from generator.reading.past.newcomers import Newcomers
from generator.reading.past.steps import Commit
from generator.reading.past.tenures import AWAY
from generator.reading.past.waiting import Waiting


class GivingBack:
    """To the plans that stand `here`, and those that are `gone`."""

    def __init__(
        self,
        identify: Identify,
        here: MutableMapping[PlanAddress, Line],
        gone: Waiting,
        newcomers: Newcomers,
        lending: Lending,
    ) -> None:
        self._identify, self._lending = identify, lending
        self._here, self._gone, self._newcomers = here, gone, newcomers
        self._owners: dict[Line, Line] = {}

    def comes_back(
        self, address: PlanAddress, files: tuple[Blob, ...], commit: Commit, free: MutableMapping[PlanAddress, Line]
    ) -> None:
        """A plan that was away for a while, with a copy of it in another folder, has its past again; so has one that is
        moved to another folder in two steps, called as it was, where the copy is not. Who does not tell what it is may
        tell it later. A copy of another name may have left meanwhile, or leave now, one of those that are `free`."""
        told = self._identify(address, files) if self._lending else None
        lent = self._lending.ended(address, told, commit, self._here, self._gone) if told else None
        if lent:
            is_elsewhere = lent.line.address.institution != address.institution
            past = self.gives_back(lent, free)
            if is_elsewhere:  # who is for other years in one folder is another plan
                self._owners[lent.newcomer] = past

    def gives_back(self, lent: Lent, free: MutableMapping[PlanAddress, Line]) -> Line:
        """The past that was lent, which waits again; who had it has what it said since, also where it is `free`."""
        line, newcomer, where = lent.line, lent.newcomer, lent.line.address
        self._newcomers.remove(line)
        for version in line.versions:
            if version.number > lent.after:
                newcomer.stand(*version)
        if line in self._gone:
            self._gone.remove(line)
            self._gone.add(newcomer)
            if where in free:
                free[where] = newcomer
        else:
            self._here[where] = newcomer
            self._newcomers.add(newcomer)
        self._gone.add(past := Line.of(lent.past))
        return past

    def put_back(
        self,
        replaced: Mapping[PlanAddress, tuple[Blob, ...]],
        came: Mapping[PlanAddress, tuple[Blob, ...]],
        commit: Commit,
        free: MutableMapping[PlanAddress, Line],
    ) -> None:
        """Plans over which others were written lately wait, and those others since then, where each is put back at its
        address in the commit in which the other comes to a folder of its own."""
        folders: dict[Identity, set[str]] = {}
        for address, files in came.items() if replaced else ():
            if told := self._identify(address, files):
                folders.setdefault(told, set()).add(address.institution)
        for address, files in replaced.items():
            line, told = free[address], self._identify(address, files)
            own = line.identity(self._identify)
            if line not in self._gone or line.address != address or not told or not own or told.may_be(own):
                continue
            if folders.get(own, set()) <= {address.institution}:
                continue
            before = line.last_told(told, self._identify, commit, AWAY)
            if before:
                self._gone.remove(line)
                past, since = line.up_to(before), Line.of(line.versions[before:])
                past.stand(since.versions[0].commit, since.versions[0].number, address, ())
                for each in (past, since):
                    self._gone.add(each)
                free[address] = since

    def leaves(self, line: Line, *, goes_on: bool) -> None:
        """What leaves, and does not go on, under the name of the plan to which it gave back was that plan meanwhile."""
        plan = self._owners.pop(line, line)
        if not goes_on and self._is_under_one_name(plan, line):
            self._gone.remove(line)
            plan.was_also(line)

    def _is_under_one_name(self, plan: Line, line: Line) -> bool:
        """Whether a plan stands, and another that leaves a folder of another name was told as it is: those of one
        folder are of other years."""
        stands = self._here.get(plan.address) is plan and plan.address.institution != line.address.institution
        return stands and plan.identity(self._identify) == line.identity(self._identify)
