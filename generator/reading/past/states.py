"""Every state that a plan ever had, as Git tells it: which version of which plan, and why it came."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generator.locale import say
from generator.model.address import PlanAddress
from generator.model.history.reasons import Reason, ReasonsGiven
from generator.reading.apart import Allowance, Guard
from generator.reading.past.contents import ContentLost
from generator.reading.past.faults import unless_at_fault
from generator.reading.past.git import GitAnswer
from generator.reading.past.identities import identify
from generator.reading.past.lineages import Versions, lineages
from generator.reading.past.lines import PlanVersion
from generator.reading.past.messages import reasons_by_commit
from generator.reading.past.records import Told
from generator.reading.past.repository import Repository
from generator.reading.past.unavailable import Unavailable, lost, unreadable
from generator.reading.time_limit import DEFAULT_SECONDS
from generator.store.cache import Cache, Drawer, Missing, drawer_of

SHALLOW = say("repositori ini disalin tanpa riwayatnya (klon dangkal)")
DEEPEN = say("ambil riwayatnya dengan `git fetch --unshallow` (dalam CI: `fetch-depth: 0`)")


class Past(NamedTuple):
    """Every state of every plan, by the address at which it stands or last stood, and the reasons by commit.

    `failures` tells by an institution's folder why nobody could tell which plans are its own; the folders `beyond`
    hold too much to be told of, and of those that are `lost` a state cannot be read. `earlier` are plans that left an
    address before the one that stands or last stood there.
    """

    versions: Mapping[PlanAddress, tuple[PlanVersion, ...]]
    reasons: Mapping[str, ReasonsGiven]
    failures: Mapping[str, str] = MappingProxyType({})
    beyond: frozenset[str] = frozenset()
    earlier: Mapping[PlanAddress, tuple[Versions, ...]] = MappingProxyType({})
    lost: frozenset[str] = frozenset()

    def is_lost(self, address: PlanAddress) -> bool:
        """Whether something of the past of a plan, wherever it stood, cannot be read."""
        if not self.lost:
            return False
        stood = (version.address.institution for version in self.versions.get(address, ()))
        return not self.lost.isdisjoint({address.institution, *stood})

    def told(self, address: PlanAddress) -> list[Told]:
        """The versions of a plan, the oldest first, each with the reasons that came with it."""
        own = self.versions[address]
        return [(version, self._about(version, before)) for version, before in zip(own, (own[0], *own), strict=False)]

    def _about(self, version: PlanVersion, before: PlanVersion) -> tuple[Reason, ...]:
        given = self.reasons.get(version.commit.id)
        return given.for_plan(version.address, before.address) if given else ()

    def failure(self, address: PlanAddress) -> str:
        """Why the past of a plan is not known; empty where it is."""
        if not self.failures:
            return ""
        folders = (version.address.institution for version in self.versions[address])
        return next((self.failures[folder] for folder in folders if folder in self.failures), "")


_PAST: Drawer[Past] = drawer_of("riwayat-langkah", Past)


def past_of(
    repository: Repository | Unavailable, root: str, cache: Cache, guard: Guard | None = None
) -> Past | Unavailable:
    """Every state of every plan below `root` up to `HEAD`, the oldest first."""
    if isinstance(repository, Unavailable):
        return repository
    return unless_at_fault(partial(_past_of, repository, root, cache, guard or allowance()), repository.folder)


def _past_of(repository: Repository, root: str, cache: Cache, guard: Guard) -> Past | Unavailable:
    if repository.is_shallow():
        return Unavailable(SHALLOW, DEEPEN)
    head = repository.commit("HEAD")
    if isinstance(head, Unavailable):
        return head if head.help else unreadable(GitAnswer(None, "git rev-parse HEAD"), repository.folder)
    published = repository.published
    key = "\0".join((str(repository.folder), root, head, published.origin, *sorted(published.names)))
    kept = cache.get(_PAST, key)
    if not isinstance(kept, Missing):
        return kept
    steps = repository.steps(head, root)
    if isinstance(steps, Unavailable):
        return steps
    failures: dict[str, str] = {}
    with repository.contents() as contents:
        try:
            found = lineages(steps, root, identify(contents, cache, guard, failures))
        except ContentLost:
            return lost(repository.folder)
    reasons = reasons_by_commit(repository, head, root)
    if isinstance(reasons, Unavailable):
        return reasons
    past = Past(found.last, reasons, failures, earlier=found.earlier)
    if steps:
        past = past._replace(beyond=steps[-1].beyond - steps[-1].lost, lost=steps[-1].lost)
    if not failures and not past.lost:
        cache.put(_PAST, key, past)
    return past


def allowance() -> Guard:
    """The time that an institution has where nobody says otherwise."""
    return Allowance(DEFAULT_SECONDS, Path())
