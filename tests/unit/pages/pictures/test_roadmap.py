from collections.abc import Callable
from datetime import date

from generator.model.values import Quarter
from generator.pages.pictures.lettering import width
from generator.pages.pictures.roadmap import CHUNK, HEADING, LABELS, ROW, WIDTH, RoadmapPicture, roadmap_picture
from generator.pages.pictures.state import State
from generator.views.roadmap import Roadmap

AS_OF = date(2026, 11, 24)
View = Callable[..., Roadmap]


def picture(view: Roadmap, **more: object) -> RoadmapPicture:
    return roadmap_picture(
        view.by_program, view.quarters, AS_OF, prefix="p", name=str, link=lambda one: f"#{one.lower()}", **more
    )  # type: ignore[arg-type]


def test_every_activity_has_a_row_with_its_link_and_state(view_of: View) -> None:
    made = picture(view_of({"status": "selesai"}, {"mulai": "2026-T3"}))
    assert [(line.activity.id, line.href, line.state) for line in made.drawings[0].lines] == [
        ("K-001", "#k-001", State.DONE),
        ("K-002", "#k-002", State.UNVERIFIED),
    ]
    assert made.states == (State.DONE, State.UNVERIFIED)


def test_rows_follow_one_another(view_of: View) -> None:
    drawing = picture(view_of({}, {}, {})).drawings[0]
    assert [line.y for line in drawing.lines] == [HEADING + ROW // 2 + ROW * step for step in range(3)]
    assert drawing.height == HEADING + 3 * ROW


def test_long_groups_are_drawn_in_parts_that_fit_a_sheet(view_of: View) -> None:
    made = picture(view_of(*[{}] * (2 * CHUNK + 3)))
    assert [drawing.part for drawing in made.drawings] == [0, 1, 2]
    assert max(len(drawing.lines) for drawing in made.drawings) <= CHUNK
    assert sum(len(drawing.lines) for drawing in made.drawings) == 2 * CHUNK + 3
    assert len({drawing.id for drawing in made.drawings}) == 3
    assert made.height == max(drawing.height for drawing in made.drawings) - HEADING


def test_a_long_name_is_cut_before_the_axis_and_kept_in_full(view_of: View) -> None:
    name = "Penyelenggaraan layanan perizinan berusaha berbasis risiko di seluruh kecamatan"
    line = picture(view_of({"nama": name})).drawings[0].lines[0]
    assert line.full == name
    assert 24 + width("K-001  ", 12) + width(line.label, 12) < LABELS


def test_words_beside_a_bar_stay_on_the_picture(view_of: View) -> None:
    late = picture(
        view_of(
            {"mulai": "2025-T1", "selesai": "2026-T3", "tonggak": [{"tanggal": "2029-12-20"}], "status": "tertunda"}
        )
    )
    line = late.drawings[0].lines[0]
    assert line.note_at_end
    assert line.note <= WIDTH


def test_the_first_schedule_comes_by_activity(view_of: View) -> None:
    made = picture(view_of({}, {}), first={"K-002": (Quarter(2025, 1), Quarter(2025, 4))})
    assert [line.bar.first is not None for line in made.drawings[0].lines] == [False, True]
    assert made.has_first


def test_predecessors_of_another_group_are_named_before_the_bar(view_of: View) -> None:
    line = picture(view_of({"mulai": "2028-T1", "selesai": "2028-T4", "bergantung_pada": ["X-1", "X-2", "X-3"]}))
    assert line.drawings[0].lines[0].waits == "X-1, X-2 +1 →"


def test_predecessors_without_room_are_left_to_the_title(view_of: View) -> None:
    line = picture(view_of({"mulai": "2025-T1", "selesai": "2025-T4", "bergantung_pada": ["X-1"]})).drawings[0].lines[0]
    assert line.waits == ""


def test_today_outside_the_period_is_not_drawn(view_of: View) -> None:
    view = view_of({})
    assert picture(view).today is not None
    made = roadmap_picture(view.by_program, view.quarters, date(2031, 1, 1), prefix="p", name=str, link=str)
    assert made.today is None


def test_a_plan_without_activities_makes_an_empty_picture(view_of: View) -> None:
    assert picture(view_of()).drawings == ()


def test_the_same_plan_gives_the_same_picture(view_of: View) -> None:
    assert picture(view_of({}, {})) == picture(view_of({}, {}))
