"""All institutions at a glance: how many have published, what is in force, how far they are, what is unfinished.

Sums are of real plans only. Where every plan is invented for show (`contoh`), those are summed, so that
an example site has figures, and `is_example` says so.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.model.money import Total
from generator.model.progress_counts import Standing, together
from generator.views.coverage import Filled
from generator.views.portrait import PlanTitle, Portrait

MOSTLY_EMPTY = 9
"""Sections without content from which a plan is called plainly unfinished: more than half of the 17."""


class Completeness(StrEnum):
    """How much of the blueprint says something, as the register filters by it."""

    FULL = "lengkap"
    PARTIAL = "sebagian"
    EARLY = "awal"


@dataclass(frozen=True, slots=True)
class Overview:
    """Figures over `counted`, the portraits that are summed; the lists are over all.

    `provinces` counts institutions by Kemendagri's code of their province, those of the centre and of no
    known province under the empty text. `newest` are plans with their institution, the latest first.
    """

    counted: tuple[Portrait, ...]
    is_example: bool
    in_force: int
    standing: Standing
    planned: Total
    actual: Total
    provinces: Mapping[str, int]
    newest: tuple[tuple[Portrait, PlanTitle], ...]
    unfinished: tuple[Portrait, ...]


def overview(portraits: Sequence[Portrait]) -> Overview:
    """Reduce portraits, in whatever order they come."""
    ordered = sorted(portraits, key=lambda portrait: portrait.slug)
    real = tuple(portrait for portrait in ordered if not portrait.is_example)
    counted = real or tuple(ordered)
    plans = [(portrait, plan) for portrait in ordered for plan in portrait.plans]
    return Overview(
        counted=counted,
        is_example=bool(counted) and not real,
        in_force=sum(portrait.in_force for portrait in counted),
        standing=together([portrait.standing for portrait in counted]),
        planned=sum((portrait.planned for portrait in counted), Total()),
        actual=sum((portrait.actual for portrait in counted), Total()),
        provinces=Counter(portrait.province_code for portrait in ordered),
        newest=tuple(sorted(plans, key=lambda each: (-each[1].updated.toordinal(), each[1].address))),
        unfinished=tuple(
            sorted(
                (portrait for portrait in ordered if is_unfinished(portrait)),
                key=lambda portrait: (portrait.name.casefold(), portrait.slug),
            )
        ),
    )


def completeness(portrait: Portrait) -> Completeness:
    """Full when every section is filled, early when most hold nothing at all."""
    if portrait.filled == len(portrait.sections):
        return Completeness.FULL
    empty = sum(filled is Filled.EMPTY for _, filled in portrait.sections)
    return Completeness.EARLY if empty >= MOSTLY_EMPTY else Completeness.PARTIAL


def is_unfinished(portrait: Portrait) -> bool:
    """Whether the document is plainly unfinished: most sections empty, or no amount of money planned at all."""
    return completeness(portrait) is Completeness.EARLY or not portrait.has_money
