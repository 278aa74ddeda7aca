"""All institutions at a glance: how many have published, what is in force, how far they are, what is unfinished.

Sums are of real plans in force on the day only; drafts, revoked plans and those outside of their period are counted
apart. Where every plan is invented for show (`contoh`), those are summed, so that an example site has figures, and
`is_example` says so.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.model.money import Total
from generator.model.progress_counts import Standing, together
from generator.model.validity import Validity
from generator.views.coverage import Filled
from generator.views.portrait import PlanTitle, Portrait

MOSTLY_EMPTY = 9
"""Sections without content from which a plan is called plainly unfinished: more than half of the 17."""


class Completeness(StrEnum):
    """How much of the blueprint says something, as the register filters by it."""

    FULL = "lengkap"
    PARTIAL = "sebagian"
    EARLY = "awal"


class Apart(NamedTuple):
    """Plans that stand outside of every sum, by how they stand."""

    validity: Validity
    plans: int
    activities: int
    planned: Total


@dataclass(frozen=True, slots=True)
class Overview:
    """Figures over `in_force`, the portraits whose plans are in force and summed; `published` are all that would be
    summed if they were, and `apart` tells of the others by how they stand. The lists are over all.

    `provinces` counts institutions by Kemendagri's code of their province, those of the centre and of no
    known province under the empty text. `newest` are plans with their institution, the latest first.
    """

    published: tuple[Portrait, ...]
    in_force: tuple[Portrait, ...]
    apart: tuple[Apart, ...]
    is_example: bool
    standing: Standing
    planned: Total
    actual: Total
    provinces: Mapping[str, int]
    newest: tuple[tuple[Portrait, PlanTitle], ...]
    unfinished: tuple[Portrait, ...]


def overview(portraits: Sequence[Portrait], as_of: date) -> Overview:
    """Reduce portraits, in whatever order they come."""
    ordered = sorted(portraits, key=lambda portrait: portrait.slug)
    real = tuple(portrait for portrait in ordered if not portrait.is_example)
    published = real or tuple(ordered)
    stands = {how: [each for each in published if each.validity(as_of) is how] for how in Validity}
    in_force = tuple(stands.pop(Validity.IN_FORCE))
    plans = [(portrait, plan) for portrait in ordered for plan in portrait.plans]
    return Overview(
        published=published,
        in_force=in_force,
        apart=tuple(
            Apart(how, len(found), sum(each.standing.total for each in found), _planned(found))
            for how, found in stands.items()
            if found
        ),
        is_example=bool(published) and not real,
        standing=together(portrait.standing for portrait in in_force),
        planned=_planned(in_force),
        actual=sum((portrait.actual for portrait in in_force), Total()),
        provinces=Counter(portrait.province_code for portrait in ordered),
        newest=tuple(sorted(plans, key=lambda each: (-each[1].updated.toordinal(), each[1].address))),
        unfinished=tuple(
            sorted(
                (portrait for portrait in ordered if is_unfinished(portrait)),
                key=lambda portrait: (portrait.name.casefold(), portrait.slug),
            )
        ),
    )


def _planned(portraits: Iterable[Portrait]) -> Total:
    return sum((portrait.planned for portrait in portraits), Total())


def completeness(portrait: Portrait) -> Completeness:
    """Full when every section is filled, early when most hold nothing at all."""
    if portrait.filled == len(portrait.sections):
        return Completeness.FULL
    empty = sum(filled is Filled.EMPTY for _, filled in portrait.sections)
    return Completeness.EARLY if empty >= MOSTLY_EMPTY else Completeness.PARTIAL


def is_unfinished(portrait: Portrait) -> bool:
    """Whether the document is plainly unfinished: most sections empty, or no amount of money planned at all."""
    return completeness(portrait) is Completeness.EARLY or not portrait.has_money
