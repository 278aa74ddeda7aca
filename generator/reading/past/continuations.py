"""What plans take over from the plans before them, read from the versions in which they do so.

Most plans go on with none, and then nothing is read.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo
from functools import cache, cached_property, partial
from typing import NamedTuple, TypeAlias

from generator.model.activity import Activity
from generator.model.address import PlanAddress
from generator.model.changes import Change
from generator.model.changes.subject import by_id
from generator.model.history.continuation import (
    ActivityContinued,
    Handover,
    handover,
    joined,
    plan_named,
    taken_over,
)
from generator.model.history.record import FirstPromise, History
from generator.reading.apart import Guard
from generator.reading.library import Library
from generator.reading.past.contents import ContentLost
from generator.reading.past.lines import PlanVersion
from generator.reading.past.records import Record, history_of, unknown
from generator.reading.past.repository import Repository
from generator.reading.past.unavailable import lost
from generator.store.cache import Cache, Drawer, Missing, drawer_of

_Taken: TypeAlias = tuple[tuple[Change, ...], ...]
_TAKEN_OVER: Drawer[_Taken] = drawer_of("riwayat-lanjutan", _Taken)


class _Wish(NamedTuple):
    """An activity that goes on with one of an earlier plan, and what it `promised` first itself, since a version. It
    does so `at_once` if that version said so.
    """

    item: str
    promised: FirstPromise
    plan: PlanAddress
    activity: str
    at_once: bool


class Continuations:
    """The histories of plans, each with what the plans before it handed over."""

    def __init__(
        self,
        records: Mapping[PlanAddress, Record],
        versions: Mapping[PlanAddress, tuple[PlanVersion, ...]],
        repository: Repository,
        kept: Cache,
        zone: tzinfo,
        guard: Guard,
    ) -> None:
        self._records, self._versions, self._repository, self._zone = records, versions, repository, zone
        self._cache, self._guard = kept, guard
        self._known: dict[PlanAddress, list[PlanVersion]] = {}

    def histories(self) -> dict[PlanAddress, History]:
        """By address. A plan is before another if its period is, so that none goes on with itself."""
        made: dict[PlanAddress, History] = {}
        for address in sorted(self._records, key=lambda each: (each.years, each)):
            try:
                made[address] = self._history(address, made)
            except ContentLost:
                made[address] = unknown(lost(self._repository.folder))
        return made

    def _history(self, address: PlanAddress, earlier: Mapping[PlanAddress, History]) -> History:
        whose = address.institution
        wishes, failure = self._guard(whose, lambda: tuple(self._wishes(address)))
        taken: _Taken = ()
        if wishes:
            taken, failure = self._taken_over(address, wishes)
        if not failure:
            told, failure = self._guard(whose, partial(self._joined, address, wishes, taken, earlier))
        return History(False, failure=failure) if failure else told

    def _joined(
        self,
        address: PlanAddress,
        wishes: Sequence[_Wish],
        taken: _Taken,
        earlier: Mapping[PlanAddress, History],
    ) -> History:
        more: defaultdict[str, list[Change]] = defaultdict(list)
        handed = []
        commits = {each.number: each.commit.id for each in self._versions[address]} if wishes else {}
        for wish, changes in zip(wishes, taken, strict=True):
            given = _given(wish, earlier[wish.plan], changes) if changes else None
            if given:
                told = given if self._is_bound(address, wish, given) else given.no_later_than(wish.promised)
                more[wish.promised.commit] += (each for each in changes if isinstance(each, ActivityContinued))
                if told:
                    handed.append(told)
                    more[wish.promised.commit] += told.moves
                    resumed = told.resumed(wish.promised, address)
                    more[commits[wish.promised.end_number]] += [resumed] if resumed else []
        own = history_of(self._records[address], self._versions[address], self._zone, more)
        return joined(own, handed) if handed else own

    def _wishes(self, address: PlanAddress) -> Iterator[_Wish]:
        for item, promise in self._records[address].promises:
            before = self._activity_named(promise.continues, address)
            if before:
                at_once = before == self._activity_named(promise.continued, address)
                yield _Wish(item, promise, *before, at_once)

    def _is_bound(self, address: PlanAddress, wish: _Wish, given: Handover) -> bool:
        """Whether an activity was the other's from its first promise on: its own institution had promised it by then,
        and it said so."""
        if not wish.at_once or given.promise.number > wish.promised.number:
            return False
        if address.institution == wish.plan.institution:
            return True
        one, other = ([code for _, code in self._records[plan].codes[-1:]] for plan in (address, wish.plan))
        return bool(one and other) and one[0].is_that(other[0])

    def _activity_named(self, named: tuple[str, str] | None, by: PlanAddress) -> tuple[PlanAddress, str] | None:
        """The activity of an earlier plan that one names; `None` without one."""
        plan = self._plan_named(named[0], by) if named else None
        return (plan, named[1]) if named and plan else None

    def _plan_named(self, name: str, by: PlanAddress) -> PlanAddress | None:
        """The earlier plan that a plan names by its period or its address, where it stands now; `None` without one."""
        address = plan_named(name, by)
        if address is None:
            return None
        found = address if address in self._records else self._moved.get(address)
        if found is None and "/" not in name.strip("/"):
            every = (PlanAddress(institution, address.period) for institution in self._stood.get(by, ()))
            found = next((each for each in every if each in self._records), None)
        return found if found and found.years < by.years else None

    @cached_property
    def _moved(self) -> Mapping[PlanAddress, PlanAddress]:
        """Where the plans of former addresses stand now."""
        return {one.address: now for now, versions in self._versions.items() for one in versions if one.address != now}

    @cached_property
    def _stood(self) -> Mapping[PlanAddress, Sequence[str]]:
        """The other folders in which each plan stood."""
        found: defaultdict[PlanAddress, set[str]] = defaultdict(set)
        for former, plan in self._moved.items():
            found[plan].add(former.institution)
        return {plan: sorted(folders) for plan, folders in found.items()}

    def _taken_over(self, address: PlanAddress, wishes: tuple[_Wish, ...]) -> tuple[_Taken, str]:
        """What the plan makes of each activity that it goes on with, as that stood then; or why nobody knows."""
        now = {each.number: each for each in self._versions[address]}
        numbers = [wish.promised.number for wish in wishes]
        pairs = [(wish, self._until(wish.plan, at), now[at]) for wish, at in zip(wishes, numbers, strict=True)]
        files = {(each.address, each.number): each.blobs for _, *both in pairs for each in both if each}
        key = repr([address, [(wish, old and old.number) for wish, old, _ in pairs], files])
        kept = self._cache.get(_TAKEN_OVER, key)
        if not isinstance(kept, Missing) and len(kept) == len(wishes):
            return kept, ""
        made, failure = self._guard(address.institution, partial(self._compared, address, pairs))
        if not failure:
            self._cache.put(_TAKEN_OVER, key, made)
        return made, failure

    def _compared(self, address: PlanAddress, pairs: Sequence[tuple[_Wish, PlanVersion | None, PlanVersion]]) -> _Taken:
        library = Library(self._cache)
        with self._repository.contents() as contents:

            @cache
            def activities(version: PlanVersion | None) -> Mapping[str, Activity]:
                plan = library.published(contents.plan(version.address, version.blobs)) if version else None
                return by_id(plan.activities if plan else ())

            found = [(activities(old).get(wish.activity), activities(now).get(wish.item)) for wish, old, now in pairs]
        return tuple(
            taken_over(address, new, wish.plan, old) if old and new else ()
            for (wish, _, _), (old, new) in zip(pairs, found, strict=True)
        )

    def _until(self, address: PlanAddress, number: int) -> PlanVersion | None:
        """The newest version of a plan up to a commit; of one that came later its first. `None` where none was told."""
        found = self._told(address)
        until = bisect_right(found, number, key=lambda version: version.number)
        return found[max(0, until - 1)] if found else None

    def _told(self, address: PlanAddress) -> list[PlanVersion]:
        """The versions that promised something: those which were passed over did not, nor did drafts."""
        if address not in self._known:
            told = {step.version.commit for step in self._records[address].steps if not step.version.draft}
            every = (version for version in self._versions[address] if version.blobs)
            self._known[address] = [version for version in every if version.commit.id in told]
        return self._known[address]


def _given(wish: _Wish, earlier: History, changes: tuple[Change, ...]) -> Handover | None:
    promised = wish.promised
    return handover(wish.item, promised.name, wish.plan, earlier, wish.activity, promised.number, changes)
