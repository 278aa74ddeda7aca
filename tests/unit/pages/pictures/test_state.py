from collections.abc import Callable

import pytest

from generator.pages.pictures.state import State, share_done, state_of
from generator.views.roadmap import RoadmapRow

FRESH = [{"tanggal": "2026-10-01", "persen": 40}]


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"status": "selesai"}, State.DONE),
        ({"status": "berjalan", "kemajuan": FRESH}, State.RUNNING),
        ({"status": "berjalan"}, State.UNVERIFIED),
        ({"status": "berjalan", "selesai": "2026-T3"}, State.LATE),
        ({"status": "tertunda", "selesai": "2026-T3"}, State.LATE),
        ({"status": "tertunda"}, State.POSTPONED),
        ({"status": "dianggarkan"}, State.BUDGETED),
        ({"status": "direncanakan"}, State.PLANNED),
        ({"status": "dibatalkan", "selesai": "2026-T3"}, State.CANCELLED),
        ({"status": "tidak_diketahui"}, State.UNKNOWN),
    ],
)
def test_each_activity_has_one_state(
    row_of: Callable[..., RoadmapRow], values: dict[str, object], state: State
) -> None:
    assert state_of(row_of(**values)) is state


def test_what_is_done_is_done_whatever_was_reported(row_of: Callable[..., RoadmapRow]) -> None:
    assert share_done(row_of(status="selesai", kemajuan=FRESH)) == 100
    assert share_done(row_of(status="berjalan", kemajuan=FRESH)) == 40
    assert share_done(row_of(status="direncanakan")) == 0
