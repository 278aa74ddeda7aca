"""Since when the institution of a folder bears its code: who had one first keeps it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypeAlias

from generator.reading.apart import Guard
from generator.reading.past.contents import ContentLost
from generator.reading.past.histories import Past, past_of
from generator.reading.past.identities import identify
from generator.reading.past.lines import Identify, Identity, PlanVersion
from generator.reading.past.repository import Repository
from generator.reading.past.unavailable import Unavailable
from generator.store.cache import Cache

Claims: TypeAlias = Callable[[Identity, Collection[str]], Mapping[str, int]]
"""Of folders, the number of the commit since which each bears an identity, for those of which that is known."""


def no_claims(identity: Identity, folders: Collection[str]) -> Mapping[str, int]:
    """Those of which Git tells nothing."""
    return {}


def claims(repository: Repository | Unavailable, root: str, cache: Cache, guard: Guard) -> Claims:
    """Those of the plans below `root`; Git is asked when somebody asks, which is for a code of two folders alone."""

    def since(identity: Identity, folders: Collection[str]) -> Mapping[str, int]:
        past = past_of(repository, root, cache, guard)
        if isinstance(past, Unavailable) or isinstance(repository, Unavailable):
            return {}
        try:
            with repository.contents() as contents:
                told = identify(contents, cache, guard, {})
                found = {folder: _since(identity, _plans(folder, past), told) for folder in folders}
        except ContentLost:
            return {}
        return {folder: number for folder, number in found.items() if number is not None}

    return since


def _plans(folder: str, past: Past) -> Sequence[Sequence[PlanVersion]]:
    """The plans of a folder, and those that it took down under a name that it had before."""
    own = [plan for address, plan in past.versions.items() if address.institution == folder]
    former = {version.address.institution for plan in own for version in plan} - {folder}
    return own + [
        plan for address, plan in past.versions.items() if address.institution in former and not plan[-1].blobs
    ]


def _since(identity: Identity, plans: Iterable[Sequence[PlanVersion]], told: Identify) -> int | None:
    """The commit since which any of an institution's plans bears the identity. What cannot be read tells nothing, and
    in one commit a plan may follow another.
    """
    steps = sorted(
        ((version.number, not version.blobs, plan, version) for plan, own in enumerate(plans) for version in own),
        key=lambda step: step[:3],
    )
    bearing: set[int] = set()
    since = None
    for number, is_gone, plan, version in steps:
        borne = None if is_gone else told(version.address, version.blobs)
        if borne is not None and borne.bears_code_of(identity):
            bearing.add(plan)
        elif is_gone or borne is not None:
            bearing.discard(plan)
        since = (number if since is None else since) if bearing else None
    return since
