"""What comes next on one dated list: starts, ends and milestones, those first that were missed.

The list runs to the end of the second quarter after this one. What is missed stays on it until the document says that
it happened: a milestone without `tercapai`, a start of an activity that is still only planned. An end that has passed
is no longer to come: it is late (`views/late.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.activity import Activity
from generator.model.delivery import Milestone
from generator.model.natural_order import Natural, natural
from generator.model.plan import Plan
from generator.model.terms import ActivityStatus
from generator.model.timeliness import is_reached
from generator.model.values import Quarter

_NOT_BEGUN = (ActivityStatus.PLANNED, ActivityStatus.BUDGETED)
_OVER = (ActivityStatus.CANCELLED, ActivityStatus.DONE)


class ComingEvent(StrEnum):
    """What is promised for a day; in this order on the same day."""

    START = "mulai"
    MILESTONE = "tonggak"
    END = "selesai"


@dataclass(frozen=True)
class Coming:
    """A promised event. `day` is the milestone's, else the first day of the quarter of a start or the last of an end.

    `quarter` is that of a start or an end; `position` is the milestone's in `tonggak`.
    """

    day: date
    event: ComingEvent
    activity: Activity
    missed: bool
    quarter: Quarter | None = None
    milestone: Milestone | None = None
    position: int = 0


def coming(plan: Plan, as_of: date) -> tuple[Coming, ...]:
    """The events that were missed and those until the end of the second quarter after that of `as_of`, by day."""
    until = Quarter.at(Quarter.of(as_of).ordinal + 2).last_day
    found = [event for activity in plan.activities for event in _events(activity, as_of) if event.day <= until]
    return tuple(sorted(found, key=_order))


def _events(activity: Activity, as_of: date) -> Iterator[Coming]:
    start, end = activity.start, activity.end
    if activity.status is ActivityStatus.CANCELLED:
        return
    if activity.status in _NOT_BEGUN and isinstance(start, Quarter):
        yield Coming(start.first_day, ComingEvent.START, activity, start.last_day < as_of, start)
    if activity.status not in _OVER and isinstance(end, Quarter) and end.last_day >= as_of:
        yield Coming(end.last_day, ComingEvent.END, activity, False, end)
    for position, milestone in enumerate(activity.milestones):
        if isinstance(milestone.day, date) and is_reached(milestone, as_of) is False:
            missed = milestone.day < as_of
            yield Coming(milestone.day, ComingEvent.MILESTONE, activity, missed, None, milestone, position)


def _order(each: Coming) -> tuple[bool, date, int, Natural, int]:
    return not each.missed, each.day, list(ComingEvent).index(each.event), natural(each.activity.id), each.position
