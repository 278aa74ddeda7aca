"""What Git tells of a plan: its versions, the first promises, and the ledger of every later move of one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from generator.locale import Message
from generator.model.address import PlanAddress
from generator.model.changes import Change
from generator.model.changes.facts import EndMoved, PlanRemoved
from generator.model.money import Total
from generator.model.quarter import quarters_between
from generator.model.values import Quarter, Unknown


class Version(NamedTuple):
    """A readable state of a plan. `moment` is the committer's ISO 8601 time in the site's zone, `changes` are against
    the version before, `address` is where the plan stood. `number` orders the versions of all plans of a repository:
    commits may bear any date. `draft` says that nothing in it was promised yet.
    """

    commit: str
    moment: str
    changes: tuple[Change, ...]
    address: PlanAddress | None = None
    number: int = 0
    draft: bool = False

    @property
    def day(self) -> date:
        """The day of the commit where the site is."""
        return date.fromisoformat(self.moment[:10])


class Skipped(NamedTuple):
    """A state of a plan that cannot be read, for it was broken or is in an older format."""

    commit: str
    day: date


class Former(NamedTuple):
    """An address at which the plan stood until a commit."""

    address: PlanAddress
    commit: str
    day: date


class FirstPromise(NamedTuple):
    """What an activity promised first, in a version that was no draft; `original` if that was the first such version.

    A date or a sum that was not known then is promised when it is first named. `number` is that of the version which
    made the promise, `end_number` and `money_number` those of the versions that first named its end and its money.
    `continues` is the plan and the activity that it says it goes on with, as it says so, and `continued` those that it
    named when it was made; `plan` and `item` are those that made the promise where an earlier plan did, of whose
    promise `schedule_only` counts no more than the schedule.
    """

    commit: str
    day: date
    name: str
    start: Quarter | Unknown
    end: Quarter | Unknown
    money: Total
    original: bool
    number: int = 0
    end_number: int = 0
    money_number: int = 0
    continues: tuple[str, str] | None = None
    continued: tuple[str, str] | None = None
    plan: PlanAddress | None = None
    item: str = ""
    schedule_only: bool = False


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A promise that was moved: when, by which commit, from what to what (in `change`), and why if that is told.

    `since` is the plan in which it was moved, where that was an earlier one that is gone on with.
    """

    day: date
    commit: str
    change: Change
    reason: str | None
    since: PlanAddress | None = None


@dataclass(frozen=True, slots=True)
class Slips:
    """How often the end of an activity was moved later and earlier, and from where to where in all."""

    later: int
    earlier: int
    first: Quarter | Unknown
    now: Quarter | Unknown


@dataclass(frozen=True)
class History:
    """The past of one plan, the oldest first. When it is not known, `reason` says why, `help` what to do where it
    should be, and all else is empty; when it could not be read to the end, `failure` does.

    `former` are the addresses at which it stood before; `gone` says that its last version took it down. `earlier` are
    the pasts of other plans that were taken down at this address before it stood here.
    """

    known: bool
    reason: Message | None = None
    help: Message | None = None
    versions: tuple[Version, ...] = ()
    entries: tuple[LedgerEntry, ...] = ()
    promises: Mapping[str, FirstPromise] = field(default_factory=dict)
    skipped: tuple[Skipped, ...] = ()
    former: tuple[Former, ...] = ()
    failure: str = ""
    earlier: tuple["History", ...] = ()

    @property
    def gone(self) -> Version | None:
        """The version that took the plan down, if it did not come back."""
        last = self.versions[-1] if self.versions else None
        return last if last and any(isinstance(change, PlanRemoved) for change in last.changes) else None

    @property
    def baseline(self) -> Version | None:
        """The first version that was no draft: what it says is promised. A draft promises nothing."""
        return next((version for version in self.versions if not version.draft), None)

    @property
    def set_back(self) -> Version | None:
        """The version in which a plan that was in force became a draft again, if it is one still: what changes since
        is held against no promise yet."""
        drafts = tuple(takewhile(lambda version: version.draft, reversed(self.versions)))
        return drafts[-1] if drafts and len(drafts) < len(self.versions) else None

    @property
    def unexplained(self) -> tuple[LedgerEntry, ...]:
        """The moves of promises for which nobody gave a reason."""
        return tuple(entry for entry in self.entries if entry.reason is None)

    @property
    def first(self) -> Version | None:
        """The first published version."""
        return self.versions[0] if self.versions else None

    @property
    def changed(self) -> tuple[Version, ...]:
        """The versions that say something else than the one before."""
        return tuple(version for version in self.versions if version.changes)

    @property
    def schedules(self) -> Mapping[str, tuple[Quarter | Unknown, Quarter | Unknown]]:
        """Start and end of each activity as it was first published, by its id."""
        return {item: (promise.start, promise.end) for item, promise in self.promises.items()}

    def entries_of(self, item: str) -> tuple[LedgerEntry, ...]:
        """The moves of one item."""
        return self._by_item.get(item, ())

    @cached_property
    def _by_item(self) -> Mapping[str, tuple[LedgerEntry, ...]]:
        found: dict[str, list[LedgerEntry]] = {}
        for entry in self.entries:
            found.setdefault(entry.change.item, []).append(entry)
        return {item: tuple(own) for item, own in found.items()}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each version by its commit."""
        return {version.commit: version.number for version in self.versions}

    def slips(self, item: str) -> Slips | None:
        """How the end of an activity moved; `None` if it never did, but for being unknown for a while."""
        moves = [each.change for each in self.entries_of(item) if isinstance(each.change, EndMoved)]
        if not moves:
            return None
        later, earlier = (sum(sign * (move.quarters or 0) > 0 for move in moves) for sign in (1, -1))
        first, now = moves[0].before, moves[-1].after
        is_back = not later and not earlier and quarters_between(first, now) == 0
        return None if is_back else Slips(later, earlier, first, now)
