"""What a rule is given and what it answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple, Protocol

from generator.checks.findings.shared_applications import Elsewhere
from generator.checks.findings.thresholds import Limits, limits
from generator.diagnostics import Place
from generator.locale import Message
from generator.model.activity import Activity
from generator.model.baseline_change import LastChange, PromiseFact
from generator.model.edition import Edition
from generator.model.entity import Item
from generator.model.plan import Plan
from generator.model.terms import ActivityStatus


@dataclass(frozen=True, slots=True)
class FindingKind:
    """A kind of finding: its code, its name, and its meaning in one sentence."""

    code: str
    label: Message
    meaning: Message


class Observation(NamedTuple):
    """What a rule saw; `item` as in `Finding`."""

    item: str
    place: Place
    message: Message


@dataclass(frozen=True)
class Subject:
    """The plan a rule looks at, and all it may know besides: the day, other institutions, the first version."""

    edition: Edition
    as_of: date
    elsewhere: Elsewhere
    changes: Sequence[PromiseFact] = ()
    limits: Limits = field(default_factory=limits)

    @property
    def plan(self) -> Plan:
        return self.edition.plan

    @property
    def changed(self) -> date | None:
        """The day of the newest change that Git knows of; `None` where it was not asked."""
        return next((each.day for each in self.changes if isinstance(each, LastChange)), None)

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """The activities that are still meant: a cancelled one needs no money, closes no gap and is never late."""
        return tuple(each for each in self.plan.activities if each.status is not ActivityStatus.CANCELLED)

    def saw(self, item: Item, message: Message, *path: str | int) -> Observation:
        """An observation about an item, at the field of it that tells most (or at the item).

        The path is one of attributes and positions in lists: `"progress", 2`.
        """
        return Observation(item.id, self.edition.place_of(item, *path), message)

    def saw_at(self, path: Sequence[str | int], message: Message, item: str = "") -> Observation:
        """An observation about something without an id, at such a path from the top of the plan."""
        return Observation(item, self.edition.place_of(self.plan, *path), message)


class Rule(Protocol):
    """A module of this room: `KIND`, and a generator of what it sees."""

    KIND: FindingKind

    def find(self, about: Subject, /) -> Iterator[Observation]: ...
