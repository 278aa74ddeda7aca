"""The late and the slipped promises of a plan as the pages over all plans list them: small, and without the plan."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from generator.model.activity import Activity
from generator.model.address import PlanAddress
from generator.model.money import Total
from generator.model.values import End, Known, Unknown
from generator.views.late import Late
from generator.views.references import References
from generator.views.slipped import Slipped


class LatePromise(NamedTuple):
    """A late activity: its owners as the plan calls the units, what was promised, and the newest progress reported."""

    activity: str
    name: str
    owners: tuple[Known[str], ...]
    end: End
    days: int
    percent: int | None
    planned: Total


class SlippedPromise(NamedTuple):
    """An activity whose end moved later: from when to when, the day of the last move, why if that is told, and the
    earlier plan that promised it first, if one did.
    """

    activity: str
    name: str
    owners: tuple[Known[str], ...]
    before: End
    now: Known[End]
    moved: date
    reason: str | None
    earlier: PlanAddress | None = None


def late_promises(late: Iterable[Late], references: References) -> tuple[LatePromise, ...]:
    """The late activities of a plan, in their order."""
    return tuple(
        LatePromise(
            each.row.activity.id,
            each.row.activity.name,
            _owners(each.row.activity, references),
            each.end,
            each.days,
            each.row.percent,
            each.row.planned,
        )
        for each in late
    )


def slipped_promises(slipped: Iterable[Slipped], references: References) -> tuple[SlippedPromise, ...]:
    """The slipped activities of a plan, in their order."""
    return tuple(
        SlippedPromise(
            each.activity.id,
            each.activity.name,
            _owners(each.activity, references),
            each.before,
            each.now,
            each.moved,
            each.reason,
            each.earlier,
        )
        for each in slipped
    )


def _owners(activity: Activity, references: References) -> tuple[str | Unknown, ...]:
    units = ((each, references.units.get(each) if isinstance(each, str) else None) for each in activity.responsible)
    return tuple((unit.short_name or unit.name) if unit else each for each, unit in units)
