"""What a status is worth on a given day: late, verified, or not verified for too long."""

from datetime import date, timedelta

from generator.model.activity import Activity
from generator.model.delivery import Milestone, Progress
from generator.model.terms import ActivityStatus
from generator.model.values import UNKNOWN, Quarter

FRESH_FOR = timedelta(days=183)
"""How long a progress report proves a running status: half a year, in days, so that no month is longer than another.

The length is this project's own choice; the method page prints it with its reason.
"""

_CLOSED = (ActivityStatus.DONE, ActivityStatus.CANCELLED, UNKNOWN)
"""What is never late; nobody knows that of an activity whose status is unknown."""


def latest_progress(activity: Activity, as_of: date) -> Progress | None:
    """The newest dated progress entry that is not after `as_of`; of several of one day the last one."""
    dated = [
        (entry.day, at)
        for at, entry in enumerate(activity.progress)
        if isinstance(entry.day, date) and entry.day <= as_of
    ]
    return activity.progress[max(dated)[1]] if dated else None


def is_late(activity: Activity, as_of: date) -> bool:
    """Whether the promised end has passed and the activity is known to be neither done nor cancelled."""
    return isinstance(activity.end, Quarter) and activity.end.last_day < as_of and activity.status not in _CLOSED


def is_reached(milestone: Milestone, as_of: date) -> bool | None:
    """Whether a milestone was reached by a day; `None` when that is said to be unknown."""
    if milestone.reached is UNKNOWN:
        return None
    return isinstance(milestone.reached, date) and milestone.reached <= as_of


def is_missed(milestone: Milestone, as_of: date) -> bool:
    """Whether the day of a milestone has passed and the document does not say that it was reached."""
    return isinstance(milestone.day, date) and milestone.day < as_of and is_reached(milestone, as_of) is False


def days_late(milestone: Milestone, as_of: date) -> int:
    """How many days after its day a milestone was reached; 0 where it was in time, or where that is not known."""
    if not (isinstance(milestone.reached, date) and isinstance(milestone.day, date)) or milestone.reached > as_of:
        return 0
    return max(0, (milestone.reached - milestone.day).days)


def unverified_since(activity: Activity, as_of: date) -> date | None:
    """Since when a running activity has no fresh progress entry: the last entry's day, or its start.

    `None` when the status is verified, or is not one that decays. A running activity with no dated
    entry is unverified from the first day of its first quarter, or of `as_of` itself if that is unknown.
    """
    if activity.status is not ActivityStatus.RUNNING:
        return None
    last = latest_progress(activity, as_of)
    if last is not None and isinstance(last.day, date):
        return last.day if as_of - last.day > FRESH_FOR else None
    return min(activity.start.first_day, as_of) if isinstance(activity.start, Quarter) else as_of
