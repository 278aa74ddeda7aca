"""The one state in which a picture shows an activity: each has a word, a mark of its own shape, a place in order."""

from generator.locale import say
from generator.model.terms import ActivityStatus, Term
from generator.views.roadmap import RoadmapRow


class State(Term):
    """How far an activity is, as one word. Late outweighs unverified: a date that has passed is a fact."""

    DONE = "done", say("selesai")
    RUNNING = "running", say("berjalan")
    UNVERIFIED = "unverified", say("berjalan, belum diverifikasi")
    LATE = "late", say("terlambat")
    BUDGETED = "budgeted", say("dianggarkan")
    PLANNED = "planned", say("direncanakan")
    POSTPONED = "postponed", say("tertunda")
    CANCELLED = "cancelled", say("dibatalkan")
    UNKNOWN = "unknown", say("keadaan tidak diketahui")


_OF_STATUS = {
    ActivityStatus.DONE: State.DONE,
    ActivityStatus.RUNNING: State.RUNNING,
    ActivityStatus.BUDGETED: State.BUDGETED,
    ActivityStatus.PLANNED: State.PLANNED,
    ActivityStatus.POSTPONED: State.POSTPONED,
    ActivityStatus.CANCELLED: State.CANCELLED,
}


def state_of(row: RoadmapRow) -> State:
    """The state of an activity."""
    if row.late:
        return State.LATE
    if row.unverified_since is not None:
        return State.UNVERIFIED
    status = row.activity.status
    return _OF_STATUS[status] if isinstance(status, ActivityStatus) else State.UNKNOWN


def share_done(row: RoadmapRow) -> int:
    """Per cent of a bar that is drawn solid: 100 when done, else the newest reported progress, else 0."""
    return 100 if row.activity.status is ActivityStatus.DONE else row.percent or 0
