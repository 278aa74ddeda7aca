"""Reading the past of every plan from Git, only as far as it is not yet known.

A plan's record is kept under a chain of digests of its versions: when one more is committed, the record
of the versions before it is found and continued. Reading 11,000 versions of 550 plans is parsing, so it
is spread over processes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import chain
from typing import NamedTuple

from generator.locale import say
from generator.model.activity import Activity
from generator.model.address import PlanAddress
from generator.model.changes import plan_changes
from generator.model.history.ledger import Step as LedgerStep
from generator.model.history.ledger import entries, moves, reasons_in
from generator.model.history.record import FirstPromise, History, Skipped, Version
from generator.model.money import plan_total
from generator.model.plan import Plan
from generator.reading.library import Library
from generator.reading.past.contents import Blob, Contents
from generator.reading.past.repository import Commit, Repository, Step, Unavailable
from generator.reading.plan_files import group
from generator.store.cache import Cache, Drawer, Missing, drawer_of

_LOOK_BACK = 8
_PLANS_AT_A_TIME = 8
_WORTH_PROCESSES = 100


class PlanVersion(NamedTuple):
    """The files of a plan after a commit; none when it was deleted."""

    commit: Commit
    blobs: tuple[Blob, ...]


@dataclass(frozen=True)
class _Record:
    """What is kept of a plan's versions so far. `readable` is the newest version that could be read, `away` are
    the activities that it no longer has, as they last were."""

    steps: tuple[LedgerStep, ...] = ()
    promises: tuple[tuple[str, FirstPromise], ...] = ()
    skipped: tuple[Skipped, ...] = ()
    readable: PlanVersion | None = None
    away: tuple[Activity, ...] = ()


_RECORDS: Drawer[_Record] = drawer_of("riwayat", _Record)
_VERSIONS: Drawer[dict[PlanAddress, tuple[PlanVersion, ...]]] = drawer_of(
    "riwayat-langkah", dict[PlanAddress, tuple[PlanVersion, ...]]
)


def histories(
    repository: Repository | Unavailable,
    root: str,
    addresses: Iterable[PlanAddress],
    cache: Cache,
    jobs: int = 1,
) -> dict[PlanAddress, History]:
    """The history of every plan asked for and of every plan Git remembers below `root`, up to `HEAD`."""
    asked = sorted(set(addresses))
    if isinstance(repository, Unavailable):
        return {address: History(False, repository.reason) for address in asked}
    if repository.is_shallow():
        reason = say("repositori ini disalin tanpa riwayatnya (klon dangkal)")
        return {address: History(False, reason) for address in asked}
    versions = versions_of_plans(repository, root, cache)
    if isinstance(versions, Unavailable):
        return {address: History(False, versions.reason) for address in asked}
    records = dict(_records(repository, versions, cache, jobs))
    never = History(False, say("rencana ini belum pernah dikomit ke Git"))
    known = {address: _history(record) for address, record in records.items()}
    return {address: known.get(address, never) for address in sorted({*asked, *known})}


def versions_of_plans(
    repository: Repository, root: str, cache: Cache
) -> Mapping[PlanAddress, tuple[PlanVersion, ...]] | Unavailable:
    """Every state of every plan below `root` up to `HEAD`, the oldest first."""
    head = repository.commit("HEAD")
    if isinstance(head, Unavailable):
        return {}
    key = f"{repository.folder}\0{root}\0{head}"
    kept = cache.get(_VERSIONS, key)
    if not isinstance(kept, Missing):
        return kept
    steps = repository.steps(head, root)
    if isinstance(steps, Unavailable):
        return steps
    versions = _versions(steps, root)
    cache.put(_VERSIONS, key, versions)
    return versions


def _versions(steps: Iterable[Step], root: str) -> dict[PlanAddress, tuple[PlanVersion, ...]]:
    found: dict[PlanAddress, list[PlanVersion]] = {}
    present: dict[PlanAddress, dict[str, str]] = {}
    owners: dict[str, PlanAddress | None] = {}
    for commit, files in steps:
        touched: dict[PlanAddress, frozenset[str]] = {}
        for path, blob in files.items():
            if path not in owners:
                owners[path] = next(iter(group([path], root)[0]), None)
            address = owners[path]
            if address is None:
                continue
            own = present.setdefault(address, {})
            touched.setdefault(address, frozenset(own.values()))
            if blob is None:
                own.pop(path, None)
            else:
                own[path] = blob
        for address in touched:
            # A folder that gets another name keeps its past: its promises were made under the old one.
            if present[address] and address not in found and (old := _renamed(touched, present, address)):
                found[address] = [version for version in found[old] if version.commit != commit]
        for address in touched:
            blobs = tuple(Blob(path, blob) for path, blob in sorted(present[address].items()))
            found.setdefault(address, []).append(PlanVersion(commit, blobs))
    return {address: tuple(versions) for address, versions in sorted(found.items())}


def _renamed(
    touched: Mapping[PlanAddress, frozenset[str]],
    present: Mapping[PlanAddress, Mapping[str, str]],
    address: PlanAddress,
) -> PlanAddress | None:
    """The address that a plan left in the commit in which it came to this one: a file of it is there unchanged."""
    files = set(present[address].values())
    left = (other for other, before in touched.items() if not present[other] and before & files)
    return next(left, None)


def _records(
    repository: Repository, versions: Mapping[PlanAddress, Sequence[PlanVersion]], cache: Cache, jobs: int
) -> Iterator[tuple[PlanAddress, _Record]]:
    unread = 0
    waiting: list[tuple[PlanAddress, Sequence[PlanVersion], _Record, int]] = []
    for address, own in versions.items():
        record, done = _kept(address, own, cache)
        if done == len(own):
            yield address, record
        else:
            waiting.append((address, own, record, done))
            unread += len(own) - done
    parts = [waiting[at : at + _PLANS_AT_A_TIME] for at in range(0, len(waiting), _PLANS_AT_A_TIME)]
    if jobs > 1 and unread >= _WORTH_PROCESSES:
        with ProcessPoolExecutor(jobs) as pool:
            running = [pool.submit(_continue, repository, part, cache) for part in parts]
            yield from chain.from_iterable(each.result() for each in running)
    else:
        yield from chain.from_iterable(_continue(repository, part, cache) for part in parts)


def _kept(address: PlanAddress, versions: Sequence[PlanVersion], cache: Cache) -> tuple[_Record, int]:
    digests = _digests(address, versions)
    for count in range(len(versions), max(0, len(versions) - _LOOK_BACK), -1):
        found = cache.get(_RECORDS, digests[count - 1])
        if not isinstance(found, Missing):
            return found, count
    return _Record(), 0


def _continue(
    repository: Repository,
    part: Sequence[tuple[PlanAddress, Sequence[PlanVersion], _Record, int]],
    cache: Cache,
) -> list[tuple[PlanAddress, _Record]]:
    made = []
    library = Library(cache, keeps=False)  # old versions are many, and read once
    with repository.contents() as contents:
        for address, versions, start, done in part:
            record = _read_on(address, versions[done:], start, contents, library)
            cache.put(_RECORDS, _digests(address, versions)[-1], record)
            made.append((address, record))
    return made


def _read_on(
    address: PlanAddress, versions: Sequence[PlanVersion], record: _Record, contents: Contents, library: Library
) -> _Record:
    steps, promises, skipped = list(record.steps), dict(record.promises), list(record.skipped)
    readable, away = record.readable, {activity.id: activity for activity in record.away}
    before = _plan(address, readable, contents, library) if readable else None
    for version in versions:
        after = before if _same(readable, version) else _plan(address, version, contents, library)
        if after is None and version.blobs:
            skipped.append(Skipped(version.commit.id, _day(version)))
            continue
        steps.append(_step(address, version, before, after, away))
        away |= {activity.id: activity for activity in (before.activities if before else ())}
        for activity in after.activities if after else ():
            away.pop(activity.id, None)
            promises.setdefault(
                activity.id,
                FirstPromise(
                    version.commit.id,
                    _day(version),
                    activity.name,
                    activity.start,
                    activity.end,
                    plan_total([activity]),
                    original=len(steps) == 1,
                ),
            )
        before, readable = after, version
    return _Record(tuple(steps), tuple(promises.items()), tuple(skipped), readable, tuple(away.values()))


def _step(
    address: PlanAddress, version: PlanVersion, before: Plan | None, after: Plan | None, away: Mapping[str, Activity]
) -> LedgerStep:
    changes = plan_changes(address, before, after)
    return LedgerStep(
        Version(version.commit.id, version.commit.moment, changes),
        moves(before, after, changes, away),
        reasons_in(after) if after else frozenset(),
        version.commit.reason,
    )


def _history(record: _Record) -> History:
    if not record.steps:
        reason = say("belum ada versi dalam Git yang dapat dibaca")
        return History(False, reason, skipped=record.skipped)
    return History(
        known=True,
        versions=tuple(step.version for step in record.steps),
        entries=entries(record.steps),
        promises=dict(record.promises),
        skipped=record.skipped,
    )


def _plan(address: PlanAddress, version: PlanVersion, contents: Contents, library: Library) -> Plan | None:
    if not version.blobs:
        return None
    edition = library.read(contents.plan(address, version.blobs)).edition
    return edition.plan if edition else None


def _same(before: PlanVersion | None, version: PlanVersion) -> bool:
    """Whether only names of files changed: the same contents, in the same order, are the same plan."""
    return before is not None and [blob.id for blob in before.blobs] == [blob.id for blob in version.blobs]


def _day(version: PlanVersion) -> date:
    return Version(version.commit.id, version.commit.moment, ()).day


def _digests(address: PlanAddress, versions: Sequence[PlanVersion]) -> list[bytes]:
    """One digest for each version, of it and of all before it."""
    chained = sha256(str(address).encode())
    digests = []
    for commit, blobs in versions:
        chained.update(repr((*commit, blobs)).encode())
        digests.append(chained.copy().digest())
    return digests
