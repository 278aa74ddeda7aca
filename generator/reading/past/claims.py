"""Who bears a code by what Git remembers, and since when: who had one first keeps it."""

from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from math import inf
from typing import TypeVar

from generator.model.address import PlanAddress
from generator.reading.apart import Guard
from generator.reading.past.contents import ContentLost
from generator.reading.past.identities import CODE, identify
from generator.reading.past.identity import Identify, Identity
from generator.reading.past.repository import Repository
from generator.reading.past.states import Past, past_of
from generator.reading.past.tenures import Saying, plans_of, tenures
from generator.reading.past.unavailable import Unavailable
from generator.store.cache import Cache

T = TypeVar("T")


class Claims:
    """Those of which Git tells nothing."""

    def since(self, identity: Identity, folders: Collection[str]) -> Mapping[str, int]:
        """Of folders, the number of the commit since which each bears an identity, for those of which that is known."""
        return {}

    def last_told(self, folders: Collection[str]) -> Mapping[str, Collection[Identity]]:
        """Of folders, the identities that their plans told when they could last be read, where they ever could."""
        return {}


NO_CLAIMS = Claims()


class ClaimsInGit(Claims):
    """Those of the plans below `root`; Git is asked when somebody asks."""

    def __init__(self, repository: Repository | Unavailable, root: str, cache: Cache, guard: Guard) -> None:
        self._repository, self._root, self._cache, self._guard = repository, root, cache, guard

    def since(self, identity: Identity, folders: Collection[str]) -> Mapping[str, int]:
        def asked(past: Past, told: Identify) -> dict[str, int]:
            found: dict[str, int] = {}
            for folder in folders:
                own = (past.versions[address] for address in self._plans.get(folder, ()))
                said = (
                    Saying(version, plan, told(version.address, version.blobs) if version.blobs else None)
                    for plan, versions in enumerate(own)
                    for version in versions
                )
                for tenure in tenures(identity, said):
                    if tenure.until == inf:
                        found[folder] = tenure.since
            return found

        return self._asked(asked) or {}

    def last_told(self, folders: Collection[str]) -> Mapping[str, Collection[Identity]]:
        def asked(past: Past, told: Identify) -> dict[str, set[Identity]]:
            found: dict[str, set[Identity]] = {}
            for folder in folders:
                for versions in (past.versions[address] for address in self._plans.get(folder, ())):
                    read = (told(each.address, each.blobs) for each in versions[::-1] if versions[-1].blobs)
                    if last := next(filter(None, read), None):
                        found.setdefault(folder, set()).add(last)
            return found

        return (self._asked(asked) if folders else None) or {}

    def _asked(self, question: Callable[[Past, Identify], T]) -> T | None:
        if self._past is None or isinstance(self._repository, Unavailable):
            return None
        try:
            with self._repository.contents() as contents:
                return question(self._past, identify(contents, self._cache, self._guard, {}, CODE))
        except ContentLost:
            return None

    @cached_property
    def _past(self) -> Past | None:
        past = past_of(self._repository, self._root, self._cache, self._guard)
        return None if isinstance(past, Unavailable) else past

    @cached_property
    def _plans(self) -> Mapping[str, Collection[PlanAddress]]:
        return plans_of(self._past.versions) if self._past else {}
