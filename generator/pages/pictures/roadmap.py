"""The roadmap: activities against quarters, one drawing a group so that paper can break between them."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.model.activity import Activity
from generator.model.terms import Stage
from generator.model.values import Quarter
from generator.pages.pictures.bars import Bar, Span, bar
from generator.pages.pictures.dependencies import elbows
from generator.pages.pictures.lettering import shortened, width
from generator.pages.pictures.naming import is_own
from generator.pages.pictures.state import State, state_of
from generator.pages.pictures.timeline import Timeline
from generator.views.roadmap import RoadmapGroup, RoadmapRow

WIDTH = 900
LABELS = 372
"""Where the time axis begins; left of it stand the mark of the state and the name."""
MARGIN = 44
"""Right of the time axis, for the words of a bar that ends there."""
ROW = 26
HEADING = 36
AXIS = 56
"""Height of the axis drawn once above all groups."""
CHUNK = 16
"""Rows in one drawing: with the axis they fill a sheet of A4 on its side."""
_NAME, _SIZE = 24, 12
_LATE, _PERCENT, _OPEN = 66, 36, 120
"""Room that the words beside a bar need, px."""


@dataclass(frozen=True, slots=True)
class RoadmapLine:
    """One row. `label` is the name cut to its room, `full` the whole; `y` is the middle of the row.

    `note` is where the words beside the bar begin (`note_at_end`: where they end).
    `waits` are the predecessors that no line in this drawing shows, at `waits_x`.
    """

    activity: Activity
    row: RoadmapRow
    href: str
    label: str
    full: str
    y: int
    state: State
    stage: int | None
    bar: Bar
    note: int
    note_at_end: bool
    waits: str
    waits_x: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """One group, or a part of a long one (`part` counts from 0). `elbows` is path data of its dependencies.

    `is_own` tells that its name is the plan's own words; `among` is of how many activities its own are the foremost.
    """

    id: str
    name: str
    heading: str
    is_own: bool
    part: int
    group: RoadmapGroup
    among: int
    counts: tuple[tuple[State, int], ...]
    height: int
    lines: tuple[RoadmapLine, ...]
    elbows: str


@dataclass(frozen=True, slots=True)
class RoadmapPicture:
    """A roadmap laid out. `today` is the pixel of `as_of`, `None` outside the period.

    `bands`, `years` and `quarters` are path data of the ground of the longest drawing; shorter ones cut it off.
    """

    prefix: str
    as_of: date
    axis: Timeline
    today: int | None
    bands: str
    years: str
    quarters: str
    height: int
    drawings: tuple[Drawing, ...]
    has_first: bool
    has_open: bool
    states: tuple[State, ...]


def roadmap_picture(
    groups: Sequence[RoadmapGroup],
    quarters: Sequence[Quarter],
    as_of: date,
    *,
    prefix: str,
    name: Callable[[Hashable], str],
    link: Callable[[str], str],
    first: Mapping[str, Span] | None = None,
    among: Mapping[Hashable, int] | None = None,
) -> RoadmapPicture:
    """Lay out groups of a roadmap (`Roadmap.by_program` and the like) over its `quarters`.

    `prefix` begins every id and must be unique on the page; `name` names a group by its key, `link` gives the
    address of an activity's card by its id; `first` holds schedules as first published, by activity id; `among` tells
    by a group's key of how many activities it shows the foremost, where not of all.
    """
    axis = Timeline.fitting(quarters, LABELS, WIDTH - LABELS - MARGIN)
    drawings = tuple(_drawings(groups, axis, as_of, prefix, name, link, first or {}, among or {}))
    rows = [line for drawing in drawings for line in drawing.lines]
    present = {line.state for line in rows}
    height = max((drawing.height for drawing in drawings), default=HEADING) - HEADING
    bands, years, fine = axis.grid(height)
    return RoadmapPicture(
        prefix=prefix,
        as_of=as_of,
        axis=axis,
        today=axis.day(as_of),
        bands=bands,
        years=years,
        quarters=fine,
        height=height,
        drawings=drawings,
        has_first=any(line.bar.first for line in rows),
        has_open=any(line.bar.fades or line.bar.dashed for line in rows),
        states=tuple(state for state in State if state in present),
    )


def _drawings(
    groups: Sequence[RoadmapGroup],
    axis: Timeline,
    as_of: date,
    prefix: str,
    name: Callable[[Hashable], str],
    link: Callable[[str], str],
    first: Mapping[str, Span],
    among: Mapping[Hashable, int],
) -> Iterator[Drawing]:
    for number, group in enumerate(groups, 1):
        title = name(group.key)
        states = [state_of(row) for row in group.rows]
        counts = tuple((state, states.count(state)) for state in State if state in states)
        for part, rows in enumerate(_chunks(group.rows)):
            identifier = f"{prefix}-{number}" if not part else f"{prefix}-{number}-{part}"
            top = HEADING
            lines = [
                _line(row, top + ROW * position + ROW // 2, axis, as_of, link, first.get(row.activity.id))
                for position, row in enumerate(rows)
            ]
            drawn, missing = elbows([(line.activity, line.bar, line.y) for line in lines], ROW)
            yield Drawing(
                id=identifier,
                name=title,
                heading=shortened(title, WIDTH - 200, 15),
                is_own=is_own(group.key),
                part=part,
                group=group,
                among=among.get(group.key, len(group.rows)),
                counts=counts,
                height=top + ROW * len(rows),
                lines=tuple(_waiting(line, missing.get(line.activity.id, ()), axis) for line in lines),
                elbows="".join(drawn),
            )


def _chunks(rows: Sequence[RoadmapRow]) -> Iterator[Sequence[RoadmapRow]]:
    """Rows in parts of nearly equal length, none longer than a sheet."""
    parts = -(-len(rows) // CHUNK)
    size = -(-len(rows) // max(1, parts))
    return (rows[start : start + size] for start in range(0, len(rows), max(1, size)))


def _line(
    row: RoadmapRow, y: int, axis: Timeline, as_of: date, link: Callable[[str], str], first: Span | None
) -> RoadmapLine:
    activity = row.activity
    drawn = bar(row, axis, as_of, first)
    state = state_of(row)
    room = LABELS - _NAME - 8 - width(activity.id + "  ", 12)
    words = _LATE * row.late + _PERCENT * bool(row.percent) + _OPEN * (drawn.dashed or bool(drawn.fades))
    at_end = drawn.tail + words > WIDTH
    before = drawn.head - words > axis.left
    return RoadmapLine(
        activity=activity,
        row=row,
        href=link(activity.id),
        label=shortened(activity.name, room, _SIZE),
        full=activity.name,
        y=y,
        state=state,
        stage=activity.stage.number if isinstance(activity.stage, Stage) else None,
        bar=drawn,
        note=(drawn.head - 7 if before else WIDTH) if at_end else drawn.tail + 7,
        note_at_end=at_end,
        waits="",
        waits_x=0,
    )


def _waiting(line: RoadmapLine, missing: Iterable[str], axis: Timeline) -> RoadmapLine:
    """The line with the ids of predecessors drawn elsewhere, where there is room for them before the bar."""
    ids = list(missing)
    if not ids or line.note_at_end:
        return line
    text = ", ".join(ids[:2]) + (" +" + str(len(ids) - 2) if len(ids) > 2 else "") + " →"
    if line.bar.head - 6 - width(text, 11) < axis.left + 4:
        return line
    return replace(line, waits=text, waits_x=line.bar.head - 5)
