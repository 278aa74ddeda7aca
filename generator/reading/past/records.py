"""A plan's versions read one after the other: what changed, what was promised first, and which promises moved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import partial
from hashlib import sha256
from itertools import pairwise
from types import MappingProxyType

from generator.locale import say
from generator.locale.zones import WIB
from generator.model.activity import Activity
from generator.model.address import PlanAddress
from generator.model.changes import Change, plan_changes
from generator.model.history.continuation import ActivityContinued, origin
from generator.model.history.ledger import LedgerStep, entries, step_of
from generator.model.history.plan_reasons import reasons_in
from generator.model.history.promised import NOTHING, Promised, is_draft
from generator.model.history.promises import moves
from generator.model.history.reasons import Reason
from generator.model.history.record import FirstPromise, Former, History, Skipped, Version
from generator.model.money import plan_total
from generator.model.plan import Plan
from generator.model.values import UNKNOWN
from generator.reading.library import Library
from generator.reading.past.contents import Contents
from generator.reading.past.identities import bearer_in, rightful
from generator.reading.past.identity import Identity, folded
from generator.reading.past.lines import PlanVersion
from generator.reading.past.unavailable import Unavailable
from generator.reading.reader import Refused, nothing_refused
from generator.reading.withheld import may_be_published

_CARRIED = 200
"""Reasons, at most, of versions that were passed over: as many as one message may give."""

Told = tuple[PlanVersion, tuple[Reason, ...]]
"""A version, and the reasons that came with its commit, as they were written."""


@dataclass(frozen=True)
class Record:
    """What is kept of a plan's versions so far. `readable` is the newest version that could be read; `promised` is
    what the plan has promised, and nothing where that is what the newest version says. `codes` are those of its
    institution, each with the number of the version that first bore it, published or not. `reasons` came with versions
    that were passed over since: what they moved is told of the next one.
    """

    steps: tuple[LedgerStep, ...] = ()
    promises: tuple[tuple[str, FirstPromise], ...] = ()
    skipped: tuple[Skipped, ...] = ()
    readable: PlanVersion | None = None
    promised: Promised | None = NOTHING
    codes: tuple[tuple[int, Identity], ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Telling:
    """How a past is told: in days of a zone, and without the versions that were `refused`."""

    zone: tzinfo = WIB
    refused: Refused = nothing_refused

    @property
    def name(self) -> str:
        """What is kept of one is kept under it."""
        return f"{self.zone} {self.refused.__qualname__}"


def digests(versions: Sequence[Told], telling: Telling) -> list[bytes]:
    """One digest for each version, of it and of all before it."""
    chained = sha256(telling.name.encode())
    found = []
    for version, reasons in versions:
        chained.update(repr((version, [reason.text for reason in reasons])).encode("utf-8", "surrogateescape"))
        found.append(chained.copy().digest())
    return found


def read_on(record: Record, versions: Sequence[Told], contents: Contents, library: Library, telling: Telling) -> Record:
    """The record with more versions."""
    steps, promises, skipped = list(record.steps), dict(record.promises), list(record.skipped)
    codes, passed_over = list(record.codes), record.reasons
    readable = record.readable
    read = partial(_plan, contents=contents, library=library, refused=telling.refused)
    before = read(readable) if readable else None
    promised = Promised(before) if record.promised is None else record.promised
    for version, given_with in versions:
        # Here, and not where they are read, for this is within the institution's own time.
        messages = tuple(reason for reason in given_with if may_be_published(reason.text))
        after = before if _same(readable, version) else read(version)
        moment = _moment(version, telling.zone)
        if after is None and version.blobs:
            skipped.append(Skipped(version.commit.id, date.fromisoformat(moment[:10])))
            code = _bearer(version, contents, library)
            if code and (before is None or not codes or code != codes[-1][1]):
                codes.append((version.number, code))
            passed_over = tuple(dict.fromkeys((*passed_over, *messages)))[-_CARRIED:]
            continue
        if after and (code := _code(after)) and (before is None or not codes or code != codes[-1][1]):
            codes.append((version.number, code))
        changes = plan_changes(version.address, before, after, readable.address if readable else None)
        draft = is_draft(after) if after else promised.plan is None
        told = Version(version.commit.id, moment, changes, version.address, version.number, draft)
        moved = moves(version.address, promised, before, after, changes)
        given = (*_about(passed_over, moved if after else ()), *messages)
        steps.append(step_of(told, moved, reasons_in(after) if after else frozenset(), given))
        passed_over = ()
        if after and not draft:
            first = promised.plan is None
            for activity in after.activities:
                promises[activity.id] = _first(
                    promises.get(activity.id), _promise(told, after, activity, original=first)
                )
        promised = promised.after(after, moved)
        before, readable = after, version
    same = promised.plan is before and promised.is_all_said
    left = None if same else promised
    return Record(tuple(steps), tuple(promises.items()), tuple(skipped), readable, left, tuple(codes), passed_over)


def _code(plan: Plan) -> Identity | None:
    own = plan.institution
    return rightful(Identity(own.code_scheme.value, own.code, folded(own.name)), own.kind.value)


def _bearer(version: PlanVersion, contents: Contents, library: Library) -> Identity | None:
    every = tuple(file._replace(astray=None) for file in version.blobs)  # as for who asks whose a code is
    root = library.written(contents.plan(version.address, every))
    return bearer_in(root) if root else None


def _about(reasons: Iterable[Reason], moved: Sequence[Change]) -> Iterator[Reason]:
    """Of the reasons of versions that were passed over, those that may be about what moved since: what else they named
    was taken back."""
    items = {move.item.lower() for move in moved}
    return (reason for reason in reasons if items and (not reason.about or reason.about & items))


def _promise(version: Version, plan: Plan, activity: Activity, *, original: bool) -> FirstPromise:
    number, continues = version.number, origin(plan, activity)
    return FirstPromise(
        version.commit,
        version.day,
        activity.name,
        activity.start,
        activity.end,
        plan_total([activity]),
        original,
        number,
        number,
        number,
        continues,
        continues,
    )


def _first(promise: FirstPromise | None, now: FirstPromise) -> FirstPromise:
    """The first promise, with what was not known in it and is now."""
    if promise is None:
        return now
    ends, costs = promise if promise.end is not UNKNOWN else now, promise if promise.money.known else now
    return promise._replace(
        start=now.start if promise.start is UNKNOWN else promise.start,
        end=ends.end,
        money=costs.money,
        end_number=ends.end_number,
        money_number=costs.money_number,
        continues=now.continues,
    )


def unknown(why: Unavailable) -> History:
    """The history of a plan of whose past nothing is known."""
    return History(False, why.reason, why.help)


def history_of(
    record: Record,
    versions: Sequence[PlanVersion],
    zone: tzinfo,
    more: Mapping[str, Sequence[Change]] = MappingProxyType({}),
) -> History:
    """What a record tells; `more` are moves of promises that versions made against an earlier plan, by their commit."""
    steps = [_with(step, more.get(step.version.commit, ())) for step in record.steps]
    if not steps:
        reason = say("belum ada versi dalam Git yang dapat dibaca")
        return History(False, reason, skipped=record.skipped)
    return History(
        known=True,
        versions=tuple(step.version for step in steps),
        entries=entries(steps),
        promises=dict(record.promises),
        skipped=record.skipped,
        former=_former(versions, zone),
    )


def _with(step: LedgerStep, more: Sequence[Change]) -> LedgerStep:
    if not more:
        return step
    version = step.version._replace(changes=(*step.version.changes, *more))
    moves = (each for each in more if not isinstance(each, ActivityContinued))
    return step._replace(version=version, more=(*step.more, *moves))


def _former(versions: Sequence[PlanVersion], zone: tzinfo) -> tuple[Former, ...]:
    """The addresses at which a plan stood before, each with the commit in which it last left it."""
    left: dict[PlanAddress, Former] = {}
    for one, other in pairwise(versions):
        if one.address != other.address:
            day = date.fromisoformat(_moment(other, zone)[:10])
            left[one.address] = Former(one.address, other.commit.id, day)
    return tuple(former for address, former in sorted(left.items()) if address != versions[-1].address)


def _plan(version: PlanVersion, contents: Contents, library: Library, refused: Refused) -> Plan | None:
    if not version.blobs:
        return None
    return library.published(contents.plan(version.address, version.blobs), refused)


def _same(before: PlanVersion | None, version: PlanVersion) -> bool:
    """Whether only names of files changed: the same contents, in the same order, are the same plan."""
    if before is None or any(blob.astray for blob in (*before.blobs, *version.blobs)):
        return False
    return [blob.id for blob in before.blobs] == [blob.id for blob in version.blobs]


def _moment(version: PlanVersion, zone: tzinfo) -> str:
    return datetime.fromisoformat(version.commit.moment).astimezone(zone).isoformat()
