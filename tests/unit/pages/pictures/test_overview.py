from collections.abc import Callable
from datetime import date

from generator.pages.pictures.overview import overview_picture
from generator.pages.pictures.state import State
from generator.views.roadmap import Roadmap

View = Callable[..., Roadmap]


def test_bars_share_a_line_only_where_they_do_not_touch(view_of: View) -> None:
    view = view_of(
        {"mulai": "2025-T1", "selesai": "2025-T4"},
        {"mulai": "2025-T3", "selesai": "2026-T4"},
        {"mulai": "2026-T2", "selesai": "2027-T4"},
        {"mulai": "2027-T1", "selesai": "tidak_diketahui"},
    )
    bars = overview_picture(view.by_program, view.quarters, date(2026, 11, 24), prefix="p", name=str).lanes[0].bars
    assert len({bar.y for bar in bars}) == 2
    for one in bars:
        for other in bars:
            if one is not other and one.y == other.y:
                assert one.x + one.width < other.x or other.x + other.width < one.x


def test_a_lane_counts_its_activities_and_the_late_ones(view_of: View) -> None:
    view = view_of({"selesai": "2026-T3"}, {})
    picture = overview_picture(view.by_program, view.quarters, date(2026, 11, 24), prefix="p", name=str)
    assert [(lane.activities, lane.late) for lane in picture.lanes] == [(2, 1)]
    assert [bar.state for bar in picture.lanes[0].bars] == [State.LATE, State.UNVERIFIED]


def test_the_picture_ends_below_its_last_lane(view_of: View) -> None:
    view = view_of(*[{}] * 12)
    picture = overview_picture(view.by_program, view.quarters, date(2026, 11, 24), prefix="p", name=str)
    assert max(bar.y for lane in picture.lanes for bar in lane.bars) + 6 < picture.height
