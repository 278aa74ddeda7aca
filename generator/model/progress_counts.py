"""How far a plan is on a day, in counts that keep what is proven apart from what is only said.

A claim is *verified* when the document holds its proof: a done activity with a link to evidence, a running
one with a progress entry fresh enough (`timeliness`). Only verified claims belong in a headline.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.activity import Activity
from generator.model.delivery import Milestone, Progress
from generator.model.plan import Plan
from generator.model.terms import ActivityStatus
from generator.model.timeliness import is_late, unverified_since
from generator.model.values import UNKNOWN


@dataclass(frozen=True)
class Standing:
    """Counts of a plan's activities; `by_status` holds every status in order, zeros too.

    `unknown` are those whose status is `tidak_diketahui`; they are in `total` and in no status.
    `late` may be of any known status but done and cancelled, so it is not a part of a sum.
    """

    total: int
    by_status: Mapping[ActivityStatus, int]
    done_verified: int
    running_verified: int
    unknown: int
    late: int

    @property
    def done(self) -> int:
        return self.by_status[ActivityStatus.DONE]

    @property
    def running(self) -> int:
        return self.by_status[ActivityStatus.RUNNING]

    @property
    def cancelled(self) -> int:
        return self.by_status[ActivityStatus.CANCELLED]

    @property
    def claimed(self) -> int:
        """Done and running activities, with proof or without."""
        return self.done + self.running

    @property
    def others(self) -> int:
        """Those that are neither: not begun, postponed, cancelled, or of unknown status."""
        return self.total - self.claimed

    @property
    def done_unverified(self) -> int:
        return self.done - self.done_verified

    @property
    def running_unverified(self) -> int:
        return self.running - self.running_verified

    @property
    def verified(self) -> int:
        """Done and running activities with proof."""
        return self.done_verified + self.running_verified

    @property
    def unverified(self) -> int:
        """Done and running activities without."""
        return self.done_unverified + self.running_unverified


def together(standings: Iterable[Standing]) -> Standing:
    """The counts of several plans as one."""
    standings = tuple(standings)
    return Standing(
        total=sum(each.total for each in standings),
        by_status={status: sum(each.by_status[status] for each in standings) for status in ActivityStatus},
        done_verified=sum(each.done_verified for each in standings),
        running_verified=sum(each.running_verified for each in standings),
        unknown=sum(each.unknown for each in standings),
        late=sum(each.late for each in standings),
    )


def has_evidence(activity: Activity) -> bool:
    """Whether any progress entry or milestone links to evidence."""
    entries: tuple[Progress | Milestone, ...] = (*activity.progress, *activity.milestones)
    return any(isinstance(entry.evidence, str) for entry in entries)


def is_verified(activity: Activity, as_of: date) -> bool:
    """Whether a done or running activity's status is proven on that day; false for every other status."""
    if activity.status is ActivityStatus.DONE:
        return has_evidence(activity)
    return activity.status is ActivityStatus.RUNNING and unverified_since(activity, as_of) is None


def standing(plan: Plan, as_of: date) -> Standing:
    """Count the activities of a plan as they stand on a day."""
    counts = dict.fromkeys(ActivityStatus, 0)
    proven = dict.fromkeys(ActivityStatus, 0)
    unknown = late = 0
    for activity in plan.activities:
        if activity.status is UNKNOWN:
            unknown += 1
        else:
            counts[activity.status] += 1
            proven[activity.status] += is_verified(activity, as_of)
        late += is_late(activity, as_of)
    return Standing(
        total=len(plan.activities),
        by_status=counts,
        done_verified=proven[ActivityStatus.DONE],
        running_verified=proven[ActivityStatus.RUNNING],
        unknown=unknown,
        late=late,
    )
