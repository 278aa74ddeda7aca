"""How long an institution had a code, by what its plans told after each commit.

What cannot be read gives no code up, nor does a folder that is deleted by mistake and brought back.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from math import inf
from typing import NamedTuple

from generator.model.address import PlanAddress
from generator.model.regions import region
from generator.model.terms import CodeScheme
from generator.reading.misplaced import folder_name
from generator.reading.past.identity import Identity
from generator.reading.past.lines import PlanVersion

AWAY = timedelta(days=90)
"""A mistake is found by the next report of a quarter; who is away for longer has left."""
AT_ONCE = timedelta(days=7)
"""Within which a folder is moved in two steps, deleted and written anew."""


class Saying(NamedTuple):
    """A version of the `plan`th of an institution's plans, and the identity that it tells; `None` where it is gone or
    cannot be read."""

    version: PlanVersion
    plan: int
    identity: Identity | None


class Tenure(NamedTuple):
    """The commits in which an institution had a code, up to the one in which it had it no more."""

    since: int
    until: float = inf


def tenures(identity: Identity, told: Iterable[Saying]) -> Iterator[Tenure]:
    """Those of an institution, the oldest first; the last of one that is away ends when it left."""
    bearing: set[int] = set()
    since = left = None
    # In one commit a plan may follow another.
    for version, plan, borne in sorted(told, key=lambda each: (each.version.number, not each.version.blobs, each.plan)):
        if borne == identity:
            if since is not None and left and version.commit.time_between(left.commit) > AWAY:
                yield Tenure(since, left.number)
                since = None
            since, left = version.number if since is None else since, None
            bearing.add(plan)
            continue
        if version.blobs and borne is None:
            continue
        had = plan in bearing
        bearing.discard(plan)
        if since is None or bearing:
            continue
        if not version.blobs:
            left = version if had else left
        else:
            yield Tenure(since, left.number if left else version.number)
            since = left = None
    if since is not None:
        yield Tenure(since, left.number if left else inf)


def plans_of(versions: Mapping[PlanAddress, Sequence[PlanVersion]]) -> Mapping[str, Sequence[PlanAddress]]:
    """The plans of each institution by the name of its folder, with those that it took down under a name that it had
    before."""
    standing = [address for address, plan in versions.items() if plan[-1].blobs]
    taken = {address.institution for address in standing}
    moved = {
        version.address.institution: address.institution
        for address in standing
        for version in versions[address]
        if version.address.institution not in taken
    }
    found: dict[str, list[PlanAddress]] = {}
    for address in versions:
        found.setdefault(moved.get(address.institution, address.institution), []).append(address)
    return found


def called(code: Identity, names: Iterable[str]) -> set[str]:
    """The folders that would be called as the institution of a code is: where no list names it, as plans do."""
    found = region(code.code) if code.scheme == CodeScheme.KEMENDAGRI else None
    return {folder_name(name) for name in ([found.name] if found else names)}
