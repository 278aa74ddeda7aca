"""Addresses at which another institution stands after a commit than before it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial

from generator.model.address import PlanAddress
from generator.reading.past.bearers import Bearers, Came
from generator.reading.past.identity import Identify, Identity
from generator.reading.past.lending import Lending
from generator.reading.past.lines import Line
from generator.reading.past.standing import FilesChanged
from generator.reading.past.steps import Commit
from generator.reading.past.tenures import AWAY

_FEW = 4
"""Institutions whose folders are exchanged in one commit. What changes more of them, as a new rule of ours, is not read
for that: it would be the whole country."""


class Takeovers:
    """Of the plans that stand `here`, which others change, with what they were lent and who stands beside them."""

    def __init__(
        self, identify: Identify, here: Mapping[PlanAddress, Line], lending: Lending, bearers: Bearers
    ) -> None:
        self._identify, self._here, self._lending, self._bearers = identify, here, lending, bearers

    def of(self, changed: Mapping[PlanAddress, FilesChanged], commit: Commit) -> dict[PlanAddress, bool]:
        """Where two folders exchanged names, or took each other's, or what came from elsewhere, or was not told, is
        another's after all; and whether it has the past of a plan that stands again."""
        stay = [address for address, (before, after) in changed.items() if before and after]
        odd = [address for address in self._asked(stay, changed) if not self._is_itself(address, changed[address])]
        if not odd:
            return {}
        every = {address: self._identify(address, after) for address, (_, after) in changed.items() if after}
        folders: dict[Identity | str, set[str]] = {}
        for address, told in every.items():
            for sign in (told, told.name) if told else ():
                folders.setdefault(sign, set()).add(address.institution)
        given_up = self._given_up(stay, every)
        found: dict[PlanAddress, bool] = {}
        for address in odd:
            line, told = self._here[address], every[address]
            own, origin = line.identity(self._identify), line.origin(self._identify)
            if told is None or own is None:
                continue
            is_borrowed = (
                origin is not None
                and not self._is_of_origin(line, told, origin)
                and (
                    bool(folders.get(origin, set()) - {address.institution})
                    or self._owner_stands(line, origin, commit, is_divided=given_up[origin.unnamed] < 2)
                    or self._lending.was_held_back(line, commit)
                )
            )
            is_put_right = told.is_that(own) or (told.name == own.name and len(folders[told.name]) == 1)
            if is_borrowed or not is_put_right:
                found[address] = is_borrowed
        return found

    def _is_itself(self, address: PlanAddress, files: FilesChanged) -> bool:
        """Whether a plan tells the institution that it told before, and that of the past which it has, or none."""
        line, told = self._here[address], self._identify(address, files.after)
        own, origin = line.identity(self._identify), line.origin(self._identify)
        if told is None or own is None:
            return True
        return told.is_that(own) and (origin is None or self._is_of_origin(line, told, origin))

    def _is_of_origin(self, line: Line, told: Identity, origin: Identity) -> bool:
        return told == origin if line.is_presumed else told.may_be(origin)

    def _given_up(self, stay: Iterable[PlanAddress], every: Mapping[PlanAddress, Identity | None]) -> Counter[Identity]:
        """In how many folders each code is told no more."""
        before = ((address, self._here[address].identity(self._identify), every[address]) for address in stay)
        left = {
            (own.unnamed, each.institution)
            for each, own, told in before
            if own and told and not told.bears_code_of(own)
        }
        return Counter(own for own, _ in left)

    def _owner_stands(self, line: Line, origin: Identity, commit: Commit, *, is_divided: bool) -> bool:
        """Whether a plan of the institution whose past another has stands elsewhere, and came there with it or after
        it: what was there before it was a copy of the plan that it was. What came with it lately, where the institution
        `is_divided`, may have another name."""
        first, owner = line.came_here.number, self._lending.owner(line, origin, commit)
        beside = partial(self._bearers.beside, line.address)
        if beside(owner, line.address.institution, came=Came(since=first)):
            return True
        is_new = line.came is not None and commit.time_between(line.came) <= AWAY
        if not is_divided or not is_new or not origin.is_registered:
            return False
        return beside(origin.unnamed, line.address.institution, came=Came(since=first, until=first + 1)) > 0

    def _asked(
        self, stay: Collection[PlanAddress], changed: Mapping[PlanAddress, FilesChanged]
    ) -> Iterator[PlanAddress]:
        """Those of which the files are read: where a plan left or came, or a file did, or those of some institutions
        changed together, or what stands there came from elsewhere or was not told."""
        moves = len(stay) < len(changed) or 1 < len({address.institution for address in stay}) <= _FEW
        moving = {blob.id: each for each, (before, after) in changed.items() for blob in {*before}.difference(after)}
        for address in stay:
            line, came = self._here[address], (moving.get(blob.id, address) for blob in changed[address].after)
            if moves or line.home or line.is_presumed or any(each != address for each in came):
                yield address
