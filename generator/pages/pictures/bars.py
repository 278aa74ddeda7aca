"""The bar of one activity: what is known of its time, its progress, its first schedule and what hangs on it."""

from dataclasses import dataclass
from datetime import date

from generator.model.values import Known, Quarter
from generator.pages.pictures.state import share_done
from generator.pages.pictures.timeline import Timeline
from generator.views.roadmap import RoadmapRow

Span = tuple[Known[Quarter], Known[Quarter]]
"""Start and end of a schedule."""

_NUMBER = 13
"""Width of the number of the stage at the left end of a bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """All x in px. `done` is the solid part of `width`.

    `dashed` is a mark without a known beginning; `fades` are the pieces (x, width) by which a bar without a known
    end gives out; `first` is the first schedule where it differs; `overdue` the stretch from the promised end to
    today; `milestones` are (x, reached). `tail` is where the row's last mark ends, `head` where its first begins.
    """

    x: int
    width: int
    done: int
    number: int
    on_rest: bool
    dashed: bool
    fades: tuple[tuple[int, int], ...]
    first: tuple[int, int] | None
    overdue: tuple[int, int] | None
    milestones: tuple[tuple[int, bool], ...]
    head: int
    tail: int


def bar(row: RoadmapRow, axis: Timeline, as_of: date, first: Span | None = None) -> Bar:
    """The bar of a row on an axis; `first` is the schedule as first published."""
    start, end = row.start, row.end
    dashed = not isinstance(start, Quarter)
    fades: tuple[tuple[int, int], ...] = ()
    if isinstance(start, Quarter) and isinstance(end, Quarter):
        left, right = axis.span(start, end)
    elif isinstance(start, Quarter):
        # Solid for half a year, then in ever shorter pieces: it goes on, nobody says how long.
        left, right = axis.edge(start.ordinal), axis.edge(start.ordinal + 2)
        fades = _fades(right, axis)
    elif isinstance(end, Quarter):
        left, right = axis.edge(end.ordinal - 3), axis.edge(end.ordinal + 1)
    else:
        left, right = axis.edge(axis.first), axis.edge(axis.first + 4)
    width = max(right - left, 3)
    done = width * share_done(row) // 100
    today = axis.day(as_of)
    if today is None and row.late:
        today = axis.right
    overdue = (right, today) if row.late and today is not None and today > right else None
    milestones = tuple(
        (x, milestone.reached is not None)
        for milestone in row.activity.milestones
        if isinstance(milestone.day, date) and (x := axis.day(milestone.day)) is not None
    )
    outline = _first(first, axis, (left, right))
    marks = [x for x, _ in milestones]
    # A number is never half on the solid part: behind a sliver of it where there is room, else on what there is.
    behind = 0 < done < _NUMBER <= width - done
    return Bar(
        x=left,
        width=width,
        done=0 if dashed else done,
        number=left + min(9, width // 2) + (done if behind else 0),
        on_rest=done < min(_NUMBER, width),
        dashed=dashed,
        fades=fades,
        first=outline,
        overdue=overdue,
        milestones=milestones,
        head=min([left, *(x - 6 for x in marks), *(outline[:1] if outline else ())]),
        tail=max(
            left + width,
            *(x + 6 for x in marks),
            *(x + size for x, size in fades),
            sum(outline or ()),
            overdue[1] if overdue else 0,
        ),
    )


def _fades(x: int, axis: Timeline) -> tuple[tuple[int, int], ...]:
    pieces = []
    for size, gap in ((9, 3), (7, 4), (5, 5), (3, 6), (2, 7)):
        if x + gap + size > axis.right:
            break
        pieces.append((x + gap, size))
        x += gap + size
    return tuple(pieces)


def _first(first: Span | None, axis: Timeline, now: tuple[int, int]) -> tuple[int, int] | None:
    if first is None or not (isinstance(first[0], Quarter) and isinstance(first[1], Quarter)):
        return None
    left, right = axis.span(first[0], first[1])
    return (left, right - left) if right > left and (left, right) != now else None
