"""What is late: activities whose promised end has passed, the longest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.model.natural_order import natural
from generator.model.values import Quarter
from generator.views.roadmap import RoadmapRow


@dataclass(frozen=True)
class Late:
    """A late activity with the `days` since the last day on which it was promised to be done."""

    row: RoadmapRow
    end: Quarter
    days: int


def late(rows: Iterable[RoadmapRow], as_of: date) -> tuple[Late, ...]:
    """The late ones of roadmap rows (`timeliness.is_late`); of the same lateness by id."""
    found = [
        Late(row, row.end, (as_of - row.end.last_day).days)
        for row in rows
        if row.late and isinstance(row.end, Quarter)  # one without a known end is never late
    ]
    return tuple(sorted(found, key=lambda each: (-each.days, natural(each.row.activity.id))))
