from collections.abc import Callable
from datetime import date

from generator.model.values import Quarter
from generator.pages.pictures.bars import bar
from generator.pages.pictures.dependencies import elbows
from generator.pages.pictures.timeline import Timeline
from generator.views.roadmap import Roadmap

AXIS = Timeline(0, 20, Quarter(2025, 1).ordinal, 20)
View = Callable[..., Roadmap]


def lines(view: Roadmap) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    rows = [
        (row.activity, bar(row, AXIS, date(2026, 11, 24)), 13 + 26 * position) for position, row in enumerate(view.rows)
    ]
    paths, missing = elbows(rows, 26)
    return paths, dict(missing)


def test_a_line_runs_from_the_end_of_one_to_the_start_of_the_other(view_of: View) -> None:
    paths, missing = lines(
        view_of(
            {"mulai": "2025-T1", "selesai": "2025-T4"},
            {"mulai": "2026-T1", "selesai": "2026-T4", "bergantung_pada": ["K-001"]},
        )
    )
    assert len(paths) == 1
    assert paths[0].startswith("M76 21V26H84V30")
    assert missing == {}


def test_a_line_may_run_upwards(view_of: View) -> None:
    paths, _ = lines(view_of({"bergantung_pada": ["K-002"]}, {"mulai": "2025-T1", "selesai": "2025-T2"}))
    assert paths[0].startswith("M36 31V26H")


def test_far_rows_are_told_and_not_joined(view_of: View) -> None:
    paths, missing = lines(view_of(*[{}] * 9, {"bergantung_pada": ["K-001", "K-009"]}))
    assert len(paths) == 1
    assert missing == {"K-010": ("K-001",)}


def test_predecessors_elsewhere_or_without_an_end_are_told(view_of: View) -> None:
    paths, missing = lines(view_of({"selesai": "tidak_diketahui"}, {"bergantung_pada": ["K-001", "K-099"]}))
    assert paths == ()
    assert missing == {"K-002": ("K-001", "K-099")}
