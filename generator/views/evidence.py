"""What a plan can show for each indicator of the national frames that it names, for the yearly assessment.

No level and no score: those are the assessor's. A sign of evidence is a link, wherever in the plan it stands.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeVar

from generator.locale import Message, say
from generator.model.activity import Activity
from generator.model.control import Evidence
from generator.model.frame import Index, IndexIndicator, load_frame
from generator.model.inventory import Regulation
from generator.model.plan import Plan

Named = TypeVar("Named", Activity, Evidence)


class Shown(Enum):
    """How much there is to show for an indicator."""

    NOTHING = say("belum ada kegiatan")
    ACTIVITY = say("ada kegiatan, belum ada bukti")
    EVIDENCE = say("ada bukti")

    @property
    def label(self) -> Message:
        """Its words."""
        return self.value


@dataclass(frozen=True)
class Proof:
    """A link that proves something, with its day if that is told, and the activity that it stands at."""

    link: str
    day: date | None
    activity: Activity


@dataclass(frozen=True)
class IndicatorEvidence:
    """One indicator: the activities that raise it, their links, the regulations they need, and documents of its own."""

    indicator: IndexIndicator
    activities: tuple[Activity, ...]
    proofs: tuple[Proof, ...]
    documents: tuple[Evidence, ...]
    regulations: tuple[Regulation, ...]

    @property
    def shown(self) -> Shown:
        """What there is, never how good it is."""
        if self.proofs or any(isinstance(each.link, str) for each in self.documents):
            return Shown.EVIDENCE
        return Shown.ACTIVITY if self.activities else Shown.NOTHING


@dataclass(frozen=True)
class FrameEvidence:
    """All indicators of one frame, in its order."""

    index: Index
    indicators: tuple[IndicatorEvidence, ...]

    @property
    def proven(self) -> int:
        """How many indicators have evidence."""
        return self._count(Shown.EVIDENCE)

    @property
    def started(self) -> int:
        """How many have activities and no evidence yet."""
        return self._count(Shown.ACTIVITY)

    @property
    def empty(self) -> int:
        """How many have no activity."""
        return self._count(Shown.NOTHING)

    def _count(self, shown: Shown) -> int:
        return sum(each.shown is shown for each in self.indicators)


def evidence(plan: Plan) -> tuple[FrameEvidence, ...]:
    """The frames with indicators that the plan names, in its order."""
    indexes = load_frame().indexes
    activities = _by_indicator(plan.activities)
    documents = _by_indicator(plan.evidence)
    regulations = {each.id: each for each in plan.regulations}

    def of(indicator: IndexIndicator) -> IndicatorEvidence:
        own = activities.get(indicator.id, [])
        papers = list(documents.get(indicator.id, []))
        raised, known = {each.id for each in own}, {each.id for each in papers}
        papers += [each for each in plan.evidence if each.id not in known and raised.intersection(each.activities)]
        needed = dict.fromkeys(each for activity in own for each in activity.needs_regulations)
        return IndicatorEvidence(
            indicator,
            tuple(own),
            tuple(proof for activity in own for proof in proofs(activity)),
            tuple(papers),
            tuple(regulations[each] for each in needed if each in regulations),
        )

    named = (indexes[str(frame)] for frame in plan.header.national_frames if str(frame) in indexes)
    return tuple(FrameEvidence(index, tuple(map(of, index.indicators))) for index in named)


def proofs(activity: Activity) -> Iterator[Proof]:
    """The links of an activity's milestones and progress, the oldest first within each."""
    for milestone in activity.milestones:
        if isinstance(milestone.evidence, str):
            yield Proof(milestone.evidence, _day(milestone.reached) or _day(milestone.day), activity)
    for entry in activity.progress:
        if isinstance(entry.evidence, str):
            yield Proof(entry.evidence, _day(entry.day), activity)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _by_indicator(things: Iterable[Named]) -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = {}
    for thing in things:
        for indicator in thing.national_indicators:
            found.setdefault(str(indicator), []).append(thing)
    return found
