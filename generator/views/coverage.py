"""How far the blueprint's sections say something, and what follows from each."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.activity import Activity
from generator.model.blueprint import Gap, Section
from generator.model.frame import load_frame
from generator.model.terms import SectionKey
from generator.model.values import UNKNOWN
from generator.views.references import References


class Filled(StrEnum):
    """What a section holds: both sides, one of them, only the word that it is unknown, a reason, or nothing."""

    FULL = "full"
    PARTIAL = "partial"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    EMPTY = "empty"

    @property
    def tells(self) -> bool:
        """Whether something is said: why a section does not apply is, that it is unknown is not."""
        return self not in (Filled.EMPTY, Filled.UNKNOWN)


@dataclass(frozen=True)
class SectionView:
    """A section with the gaps in it and the activities that serve it."""

    key: SectionKey
    number: int
    section: Section | None
    filled: Filled
    gaps: tuple[Gap, ...]
    activities: tuple[Activity, ...]


@dataclass(frozen=True)
class PartCoverage:
    """One of the four parts of the blueprint, with its sections in order; `id` and `title` are the frame's."""

    id: str
    title: str
    sections: tuple[SectionView, ...]


def coverage(references: References) -> tuple[PartCoverage, ...]:
    """The 17 sections in their four parts."""
    frame = load_frame()
    blueprint = dict(references.plan.blueprint)
    return tuple(
        PartCoverage(
            part.id,
            part.title,
            tuple(
                _view(references, SectionKey(section.id), section.number, blueprint[SectionKey(section.id)])
                for section in frame.sections_of(part)
            ),
        )
        for part in frame.parts
    )


def filled(section: Section | None) -> Filled:
    """What a section holds."""
    if section is None or section.is_empty:
        return Filled.EMPTY
    if section.not_applicable is not None:
        return Filled.NOT_APPLICABLE
    sides = [side for side in (section.current, section.target) if side is not None]
    known = [side for side in sides if side is not UNKNOWN]
    if not known:
        return Filled.UNKNOWN
    return Filled.FULL if len(known) == 2 else Filled.PARTIAL


def _view(references: References, key: SectionKey, number: int, section: Section | None) -> SectionView:
    return SectionView(
        key,
        number,
        section,
        filled(section),
        tuple(references.gaps_of_section.get(key, ())),
        tuple(references.activities_of_section.get(key, ())),
    )
