"""Staff bars: the people needed hollow, those there solid inside; one scale for all rows."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from generator.pages.pictures.shares import length
from generator.views.staffing import Head, Staffing


@dataclass(frozen=True, slots=True)
class PeopleBar:
    """One role, unit or year. `shortfall` is `None` when a count is unknown."""

    name: str
    present: Head
    needed: Head
    shortfall: int | None
    present_share: float
    needed_share: float


@dataclass(frozen=True, slots=True)
class PeoplePicture:
    """Staff bars laid out."""

    bars: tuple[PeopleBar, ...]


def people_picture(rows: Sequence[Staffing], name: Callable[[Hashable], str]) -> PeoplePicture:
    """Lay out rows of a staffing view (`StaffView.by_role` and the like)."""
    widest = max((head.people for row in rows for head in (row.present, row.needed)), default=0)
    return PeoplePicture(
        tuple(
            PeopleBar(
                name=name(row.key),
                present=row.present,
                needed=row.needed,
                shortfall=row.shortfall,
                present_share=length(row.present.people, widest),
                needed_share=length(row.needed.people, widest),
            )
            for row in rows
        )
    )
