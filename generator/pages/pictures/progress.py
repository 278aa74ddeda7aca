"""How far the activities are: one bar, cut by state."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.pages.pictures.shares import share
from generator.pages.pictures.state import State, state_of
from generator.views.roadmap import RoadmapRow


@dataclass(frozen=True, slots=True)
class Piece:
    """The activities in one state; `x` and `width` in per cent. `marked` tells whether its mark fits on a phone."""

    state: State
    count: int
    x: float
    width: float
    marked: bool


@dataclass(frozen=True, slots=True)
class ProgressPicture:
    """The pieces in the order of `State`; states that do not occur are left out."""

    prefix: str
    total: int
    pieces: tuple[Piece, ...]


def progress_picture(rows: Sequence[RoadmapRow], prefix: str) -> ProgressPicture:
    """Lay out the states of activities; each counts once, in the one state that `state_of` gives it."""
    states = [state_of(row) for row in rows]
    pieces = []
    before = 0
    for state in State:
        count = states.count(state)
        if count:
            x, end = share(before, len(rows)), share(before + count, len(rows))
            pieces.append(Piece(state, count, x, round(end - x, 1), end - x >= 8))
            before += count
    return ProgressPicture(prefix, len(rows), tuple(pieces))
