"""The roadmap in small: groups as rows, their activities as thin bars packed into as few lanes as they need."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.terms import Stage
from generator.model.values import Quarter
from generator.pages.pictures.bars import bar
from generator.pages.pictures.lettering import shortened
from generator.pages.pictures.naming import is_own
from generator.pages.pictures.roadmap import WIDTH
from generator.pages.pictures.state import State, state_of
from generator.pages.pictures.timeline import Timeline
from generator.views.roadmap import RoadmapGroup

LABELS = 300
AXIS = 40
_LANE = 8
_THICK = 6
_LEAST = 24
"""The least height of a row: its name must fit."""


@dataclass(frozen=True, slots=True)
class ThinBar:
    """An activity without its name. `y` is its upper edge; `stage` is 0 when unknown."""

    x: int
    y: int
    width: int
    done: int
    stage: int
    state: State
    open: bool

    @property
    def is_dashed(self) -> bool:
        """Whether the bar promises nothing firm: its time is not known, or it was cancelled."""
        return self.open or self.state is State.CANCELLED


@dataclass(frozen=True, slots=True)
class Strokes:
    """The bars of one stage as path data, empty where there is none: all of them, firm and dashed, and what is done."""

    stage: int
    firm: str
    dashed: str
    done: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A group: its name as cut and in full, its number of activities, its middle, and its bars.

    `is_own` tells that the names are the plan's own words, whatever language the frame speaks.
    """

    name: str
    full: str
    is_own: bool
    activities: int
    late: int
    y: int
    bars: tuple[ThinBar, ...]

    @property
    def top(self) -> int:
        """A pixel above the first line of bars."""
        return min(each.y for each in self.bars) - 1

    @property
    def tall(self) -> int:
        """From `top` to a pixel below the last line of bars."""
        return max(each.y for each in self.bars) + _THICK + 1 - self.top

    @property
    def strokes(self) -> Iterator[Strokes]:
        """The bars in few paths: a country has a hundred thousand of them."""
        for stage in sorted({each.stage for each in self.bars}):
            bars = [each for each in self.bars if each.stage == stage]
            yield Strokes(
                stage,
                firm="".join(_box(each, each.width) for each in bars if not each.is_dashed),
                dashed="".join(_box(each, each.width) for each in bars if each.is_dashed),
                done="".join(_box(each, each.done) for each in bars if each.done),
            )

    @property
    def overdue(self) -> str:
        """A tick at the end of each late bar, as path data."""
        ends = ((late.x + late.width, late.y - 1) for late in self.bars if late.state is State.LATE)
        return "".join(f"M{x} {y}v{_THICK + 2}" for x, y in ends)


def _box(thin: ThinBar, width: int) -> str:
    return f"M{thin.x} {thin.y}h{width}v{_THICK}H{thin.x}z"


@dataclass(frozen=True, slots=True)
class OverviewPicture:
    """The small roadmap laid out; `today` is the pixel of `as_of`, `None` outside the period."""

    prefix: str
    as_of: date
    axis: Timeline
    today: int | None
    height: int
    lanes: tuple[Lane, ...]
    bands: str
    years: str
    rules: str


def overview_picture(
    groups: Sequence[RoadmapGroup],
    quarters: Sequence[Quarter],
    as_of: date,
    *,
    prefix: str,
    name: Callable[[Hashable], str],
) -> OverviewPicture:
    """Lay out groups of a roadmap as a small picture; the arguments are those of `roadmap_picture`."""
    axis = Timeline.fitting(quarters, LABELS, WIDTH - LABELS)
    lanes: list[Lane] = []
    y = AXIS
    edges = [y]
    for group in groups:
        bars, height = _packed(group, axis, as_of, y)
        title = name(group.key)
        middle = y + height // 2
        short = shortened(title, LABELS - 46, 12)
        lanes.append(Lane(short, title, is_own(group.key), len(group.rows), group.late, middle, bars))
        y += height
        edges.append(y)
    bands, years, _ = axis.grid(y - AXIS)
    return OverviewPicture(
        prefix=prefix,
        as_of=as_of,
        axis=axis,
        today=axis.day(as_of),
        height=y + 4,
        lanes=tuple(lanes),
        bands=bands,
        years=years,
        rules="".join(f"M0 {edge}H{axis.right}" for edge in edges),
    )


def _packed(group: RoadmapGroup, axis: Timeline, as_of: date, top: int) -> tuple[tuple[ThinBar, ...], int]:
    """Each bar in the first line where it does not touch the one before; the height of the row."""
    ends: list[int] = []
    placed = []
    for row in group.rows:
        shape = bar(row, axis, as_of)
        right = shape.fades[-1][0] if shape.fades else shape.x + shape.width
        lane = next((number for number, end in enumerate(ends) if end <= shape.x), len(ends))
        ends[lane : lane + 1] = [right]
        placed.append((lane, row, shape))
    height = max(_LEAST, _LANE * len(ends) + 8)
    start = top + (height - _LANE * len(ends)) // 2 + 1
    return tuple(
        ThinBar(
            x=shape.x + 1,
            y=start + lane * _LANE,
            width=max(shape.width - 2, 2),
            done=min(shape.done, max(shape.width - 2, 2)),
            stage=row.activity.stage.number if isinstance(row.activity.stage, Stage) else 0,
            state=state_of(row),
            open=bool(shape.fades) or shape.dashed,
        )
        for lane, row, shape in placed
    ), height
