"""What comes next: milestones of this and the following two quarters that have not been reached."""

from dataclasses import dataclass
from datetime import date

from generator.model.activity import Activity
from generator.model.delivery import Milestone
from generator.model.natural_order import natural
from generator.model.plan import Plan
from generator.model.terms import ActivityStatus
from generator.model.timeliness import is_reached
from generator.model.values import Quarter


@dataclass(frozen=True)
class Coming:
    """A milestone with its activity and its position in `tonggak`."""

    activity: Activity
    position: int
    milestone: Milestone
    day: date


def coming(plan: Plan, as_of: date) -> tuple[Coming, ...]:
    """Unreached milestones from `as_of` to the end of the second quarter after its own, the nearest first."""
    until = Quarter.at(Quarter.of(as_of).ordinal + 2).last_day
    found = [
        Coming(activity, position, milestone, milestone.day)
        for activity in plan.activities
        if activity.status is not ActivityStatus.CANCELLED
        for position, milestone in enumerate(activity.milestones)
        if isinstance(milestone.day, date) and as_of <= milestone.day <= until and is_reached(milestone, as_of) is False
    ]
    return tuple(sorted(found, key=lambda coming: (coming.day, natural(coming.activity.id), coming.position)))
