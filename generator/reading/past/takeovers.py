"""Addresses at which another institution stands after a commit than before it."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import partial

from generator.model.address import PlanAddress
from generator.reading.past.bearers import Bearers, Came
from generator.reading.past.lending import Lending
from generator.reading.past.lines import Identify, Identity, Line
from generator.reading.past.standing import FilesChanged
from generator.reading.past.steps import Commit
from generator.reading.past.tenures import AWAY


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
        asked = [*self._asked(stay, changed)]
        every = {each: self._identify(each, after) for each, (_, after) in changed.items() if asked and after}
        said = {(told, each.institution) for each, told in every.items() if told}
        folders = Counter(name for name, _ in {(told.name, folder) for told, folder in said})
        found: dict[PlanAddress, bool] = {}
        for address in asked:
            line, told = self._here[address], every[address]
            own, origin = line.identity(self._identify), line.origin(self._identify)
            if told is None or own is None:
                continue
            is_borrowed = origin is not None and (
                (told != origin if line.is_presumed else not told.may_be(origin))
                and (
                    any(told == origin and folder != address.institution for told, folder in said)
                    or self._owner_stands(line, origin, commit)
                    or self._lending.was_held_back(line, commit)
                )
            )
            is_put_right = told.is_that(own) or (told.name == own.name and folders[told.name] == 1)
            if is_borrowed or not is_put_right:
                found[address] = is_borrowed
        return found

    def _owner_stands(self, line: Line, origin: Identity, commit: Commit) -> bool:
        """Whether a plan of the institution whose past another has stands elsewhere, and came there with it or after
        it: what was there before it was a copy of the plan that it was. What came with it lately, when the institution
        was divided, may have another name."""
        first, owner = line.came_here.number, self._lending.owner(line, origin, commit)
        beside = partial(self._bearers.beside, line.address)
        if beside(owner, line.address.institution, came=Came(since=first)):
            return True
        is_new = line.came is not None and commit.time_between(line.came) <= AWAY
        came_with_it = Came(since=first, until=first + 1)
        return (
            is_new and origin.is_registered and beside(origin.unnamed, line.address.institution, came=came_with_it) > 0
        )

    def _asked(self, stay: Collection[PlanAddress], changed: Collection[PlanAddress]) -> Iterator[PlanAddress]:
        """Those of which the files are read: where a plan left or came, or those of several institutions changed, or
        what stands there came from elsewhere or was not told."""
        is_alone = len(stay) == len(changed) and len({address.institution for address in stay}) < 2
        for address in stay:
            line = self._here[address]
            if not is_alone or line.home or line.is_presumed:
                yield address
