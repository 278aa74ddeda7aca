"""Lines from the end of one activity to the beginning of the one that waits for it."""

from collections.abc import Mapping, Sequence

from generator.model.activity import Activity
from generator.model.values import Quarter
from generator.pages.pictures.bars import Bar

_HALF = 8
"""Half the height of a bar, px."""
_FAR = 7
"""Rows that a line may pass: a longer one would be lost among the bars, and the id says more."""


def elbows(
    rows: Sequence[tuple[Activity, Bar, int]], height: int
) -> tuple[tuple[str, ...], Mapping[str, tuple[str, ...]]]:
    """Path data of the dependencies between rows of one drawing, and by activity those it could not draw.

    `rows` are activities with their bars and the y of their middle, `height` px apart. Lines join near rows only;
    an id beside the bar tells of the others. A line drops from the
    lower corner of the predecessor's end, turns between two rows, and ends in an arrow on the successor's start.
    """
    known = {activity.id: (bar, y) for activity, bar, y in rows if isinstance(activity.end, Quarter)}
    paths: list[str] = []
    missing: dict[str, tuple[str, ...]] = {}
    for activity, bar, y in rows:
        drawn = [
            before
            for before in activity.depends_on
            if before in known and not bar.dashed and 0 < abs(known[before][1] - y) <= _FAR * height
        ]
        paths += [_elbow(*known[before], bar, y, height) for before in drawn]
        left = tuple(before for before in activity.depends_on if before not in drawn)
        if left:
            missing[activity.id] = left
    return tuple(paths), missing


def _elbow(before: Bar, from_y: int, after: Bar, to_y: int, height: int) -> str:
    down = 1 if to_y > from_y else -1
    start = before.x + before.width - 4
    end = after.x + 4
    turn = to_y - down * height // 2
    tip = to_y - down * (_HALF + 1)
    return f"M{start} {from_y + down * _HALF}V{turn}H{end}V{tip}m-3 {-down * 4}l3 {down * 4}l3 {-down * 4}"
