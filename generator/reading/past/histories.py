"""Reading the past of every plan from Git, only as far as it is not yet known.

A plan's record is kept under a chain of digests of its versions: when one more is committed, the record
of the versions before it is found and continued. Reading 11,000 versions of 550 plans is parsing, so it
is spread over processes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import tzinfo
from functools import partial
from itertools import chain, groupby
from types import MappingProxyType
from typing import TypeAlias

from generator.locale import say
from generator.model.address import PlanAddress
from generator.model.history.record import History
from generator.reading.apart import Guard
from generator.reading.gc_paused import uncollected
from generator.reading.library import Library
from generator.reading.past.contents import ContentLost
from generator.reading.past.continuations import Continuations
from generator.reading.past.faults import unless_at_fault
from generator.reading.past.folders import BEYOND, LESS
from generator.reading.past.records import Record, Telling, Told, digests, history_of, read_on, unknown
from generator.reading.past.repository import Repository
from generator.reading.past.states import Past, allowance, past_of
from generator.reading.past.unavailable import Unavailable, lost
from generator.reading.past.unpublished import published
from generator.store.cache import Cache, Drawer, Missing, drawer_of
from generator.store.children import end_with_parent
from generator.store.processes import processes

_VERSIONS_AT_A_TIME = 32
"""What is lost at most when the time of an institution is up."""
_PLANS_AT_A_TIME = 8
_WORTH_PROCESSES = 100

_RECORDS: Drawer[Record] = drawer_of("riwayat", Record)


def histories(
    repository: Repository | Unavailable,
    root: str,
    addresses: Iterable[PlanAddress],
    cache: Cache,
    jobs: int = 1,
    telling: Telling = Telling(),  # noqa: B008  # nothing in it changes
    guard: Guard | None = None,
    until: Mapping[PlanAddress, int] = MappingProxyType({}),
) -> dict[PlanAddress, History]:
    """The history of every plan asked for and of every plan Git remembers below `root`, up to `HEAD`; of some no
    further than `until` the version of a number.

    It is told as `telling` says. What `guard` stops is told in the history's `failure`.
    """
    guard = guard or allowance()
    asked = sorted(set(addresses))
    past = past_of(repository, root, cache, guard)
    if isinstance(past, Unavailable):
        return dict.fromkeys(asked, unknown(past))
    assert isinstance(repository, Repository)
    work = partial(_histories, repository, past, asked, cache, jobs, telling, guard, until)
    found = unless_at_fault(work, repository.folder)
    return dict.fromkeys(asked, unknown(found)) if isinstance(found, Unavailable) else found


def _histories(
    repository: Repository,
    past: Past,
    asked: Sequence[PlanAddress],
    cache: Cache,
    jobs: int,
    telling: Telling,
    guard: Guard,
    until: Mapping[PlanAddress, int],
) -> dict[PlanAddress, History]:
    never = History(False, say("rencana ini belum pernah dikomit ke Git"))
    read = partial(_records, repository, cache=cache, jobs=jobs, telling=telling, guard=guard)
    lacking = {address for address in {*asked, *past.versions} if past.is_lost(address)}
    made = list(read(past))
    fewer = published(past.versions, {address: record for address, record, _ in made if record})
    for address, number in until.items():
        fewer[address] = tuple(each for each in fewer.get(address, past.versions[address]) if each.number <= number)
    if fewer:
        versions = {address: plan for address, plan in {**past.versions, **fewer}.items() if plan}
        past = past._replace(versions=versions)
        anew = past._replace(versions={address: versions[address] for address in fewer if address in versions})
        made = [*(each for each in made if each[0] not in fewer), *read(anew)]
    records = {address: record for address, record, _ in made if record and address not in lacking}
    known = {address: unknown for address, _, unknown in made if unknown}
    known |= Continuations(records, past.versions, repository, cache, telling.zone, guard).histories()
    for address, own in _earlier(past, read, telling.zone).items():
        known[address] = replace(known.get(address, never), earlier=own)
    without = unknown(Unavailable(BEYOND, LESS))
    known |= {address: without for address in {*asked, *known} if address.institution in past.beyond}
    known |= dict.fromkeys(lacking, unknown(lost(repository.folder))) if lacking else {}
    return {address: known.get(address, never) for address in sorted({*asked, *known})}


def _earlier(
    past: Past, read: Callable[[Past], Iterable["_Made"]], zone: tzinfo
) -> Mapping[PlanAddress, tuple[History, ...]]:
    """The pasts of the plans that were at an address before another, as far as they were ever published."""
    found: dict[PlanAddress, tuple[History, ...]] = {}
    for turn in range(max(map(len, past.earlier.values()), default=0)):
        versions = {address: own[turn] for address, own in past.earlier.items() if turn < len(own)}
        for address, record, _ in read(past._replace(versions=versions)):
            history = history_of(record, versions[address], zone) if record else None
            if history and history.gone:
                found[address] = (*found.get(address, ()), history)
    return found


_Made: TypeAlias = tuple[PlanAddress, Record | None, History | None]
"""A plan with its record, or else with what can be said of its past."""

_Unread: TypeAlias = tuple[PlanAddress, Sequence[Told], Record, int]
"""A plan with all its versions, and what is known of the first so many."""


def _records(
    repository: Repository, past: Past, cache: Cache, jobs: int, telling: Telling, guard: Guard
) -> Iterator[_Made]:
    unread = 0
    waiting: list[_Unread] = []
    failed = {address: failure for address in past.versions if (failure := past.failure(address))}
    yield from ((address, None, History(False, failure=failure)) for address, failure in failed.items())
    every = [(address, past.told(address)) for address in past.versions if address not in failed]
    with uncollected():  # what was kept of a nation is half a million small values
        kept = [_kept(own, cache, telling) for _, own in every]
    for (address, told), (record, done) in zip(every, kept, strict=True):
        if done == len(told):
            yield address, record, None
        else:
            waiting.append((address, told, record, done))
            unread += len(told) - done
    parts: list[list[_Unread]] = [[]]
    for _, own in groupby(waiting, key=lambda each: each[0].institution):  # each within the time of its own
        if len(parts[-1]) >= _PLANS_AT_A_TIME:
            parts.append([])
        parts[-1] += own
    if jobs > 1 and unread >= _WORTH_PROCESSES:
        with processes(partial(ProcessPoolExecutor, jobs, initializer=end_with_parent)) as pool:
            running = [pool.submit(_continue, repository, part, cache, telling, guard) for part in parts]
            yield from chain.from_iterable(each.result() for each in running)
    else:
        yield from chain.from_iterable(_continue(repository, part, cache, telling, guard) for part in parts)


def _kept(versions: Sequence[Told], cache: Cache, telling: Telling) -> tuple[Record, int]:
    known = digests(versions, telling)
    for count in range(len(versions), 0, -1):
        found = cache.get(_RECORDS, known[count - 1])
        if not isinstance(found, Missing):
            return found, count
    return Record(), 0


def _continue(
    repository: Repository,
    part: Sequence[_Unread],
    cache: Cache,
    telling: Telling,
    guard: Guard,
) -> list[_Made]:
    made: list[_Made] = []
    library = Library(cache)
    left = list(part)[::-1]
    while left:
        with repository.contents() as contents:
            while left:
                address, versions, start, done = left.pop()
                further = partial(read_on, contents=contents, library=library, telling=telling)
                try:
                    record, read, failure = _read(address, versions, start, done, further, guard)
                except ContentLost:
                    made.append((address, None, unknown(lost(repository.folder))))
                    continue
                if read > done:
                    cache.put(_RECORDS, digests(versions, telling)[read - 1], record)
                made.append((address, None, History(False, failure=failure)) if failure else (address, record, None))
                if failure:
                    break  # Git may be in the midst of an answer: the next plan asks anew
    return made


def _read(
    address: PlanAddress,
    versions: Sequence[Told],
    record: Record,
    done: int,
    further: Callable[[Record, Sequence[Told]], Record],
    guard: Guard,
) -> tuple[Record, int, str]:
    """The record of as many versions as there was time for, how many, and why not of more."""
    while done < len(versions):
        next_few = versions[done : done + _VERSIONS_AT_A_TIME]
        more, failure = guard(address.institution, partial(further, record, next_few))
        if failure:
            return record, done, failure
        record, done = more, done + len(next_few)
    return record, done, ""
