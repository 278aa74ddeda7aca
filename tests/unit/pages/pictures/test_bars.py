from collections.abc import Callable
from datetime import date

from generator.model.values import UNKNOWN, Quarter
from generator.pages.pictures.bars import Bar, Span, bar
from generator.pages.pictures.timeline import Timeline
from generator.views.roadmap import RoadmapRow

AS_OF = date(2026, 11, 24)
AXIS = Timeline(100, 20, Quarter(2025, 1).ordinal, 20)
Row = Callable[..., RoadmapRow]


def drawn(row: RoadmapRow, first: Span | None = None) -> Bar:
    return bar(row, AXIS, AS_OF, first)


def test_a_bar_runs_over_its_quarters_and_is_solid_as_far_as_it_is_done(row_of: Row) -> None:
    shape = drawn(row_of(mulai="2026-T1", selesai="2027-T4", kemajuan=[{"tanggal": "2026-10-01", "persen": 25}]))
    assert (shape.x, shape.width, shape.done) == (180, 160, 40)
    assert not shape.dashed
    assert not shape.fades


def test_an_unknown_end_gives_out_in_ever_shorter_pieces(row_of: Row) -> None:
    shape = drawn(row_of(mulai="2026-T1", selesai="tidak_diketahui"))
    sizes = [size for _, size in shape.fades]
    assert len(sizes) == 5
    assert sizes == sorted(sizes, reverse=True)
    assert shape.fades[0][0] > shape.x + shape.width
    assert shape.tail == sum(shape.fades[-1])


def test_an_unknown_end_stays_on_the_axis(row_of: Row) -> None:
    shape = drawn(row_of(mulai="2029-T3", selesai="tidak_diketahui"))
    assert shape.x + shape.width <= AXIS.right
    assert not shape.fades


def test_an_unknown_start_is_dashed_and_claims_no_progress(row_of: Row) -> None:
    shape = drawn(row_of(mulai="tidak_diketahui", selesai="2027-T4", status="selesai"))
    assert shape.dashed
    assert shape.x + shape.width == AXIS.edge(Quarter(2028, 1).ordinal)
    assert shape.done == 0


def test_an_unknown_schedule_stands_at_the_beginning(row_of: Row) -> None:
    shape = drawn(row_of(mulai="tidak_diketahui", selesai="tidak_diketahui"))
    assert shape.dashed
    assert shape.x == AXIS.left


def test_what_is_late_is_overdue_until_today(row_of: Row) -> None:
    assert drawn(row_of(selesai="2026-T2")).overdue == (220, AXIS.day(AS_OF))
    assert drawn(row_of(selesai="2027-T2")).overdue is None


def test_what_is_late_after_the_period_is_overdue_to_its_end(row_of: Row) -> None:
    short = Timeline(100, 20, Quarter(2025, 1).ordinal, 7)
    assert bar(row_of(selesai="2026-T2"), short, AS_OF).overdue == (220, short.right)


def test_the_first_schedule_is_drawn_where_it_differs(row_of: Row) -> None:
    row = row_of(mulai="2026-T2", selesai="2027-T4")
    assert drawn(row, (Quarter(2025, 1), Quarter(2025, 2))).first == (100, 40)
    assert drawn(row, (Quarter(2026, 2), Quarter(2027, 4))).first is None
    assert drawn(row, (Quarter(2026, 2), UNKNOWN)).first is None


def test_milestones_stand_on_their_day_and_tell_whether_they_are_reached(row_of: Row) -> None:
    shape = drawn(
        row_of(
            tonggak=[
                {"tanggal": "2025-01-01", "tercapai": "2025-02-01"},
                {"tanggal": "2028-01-01"},
                {"tanggal": "2035-01-01"},
                {"uraian": "tanpa tanggal"},
            ]
        )
    )
    assert shape.milestones == ((100, True), (340, False))
    assert shape.head == 94
    assert shape.tail >= 346


def test_the_number_never_stands_half_on_the_solid_part(row_of: Row) -> None:
    sliver = drawn(row_of(mulai="2026-T1", selesai="2027-T4", kemajuan=[{"tanggal": "2026-10-01", "persen": 5}]))
    assert sliver.number - 4 > sliver.x + sliver.done
    assert sliver.on_rest
    half = drawn(row_of(mulai="2026-T1", selesai="2027-T4", kemajuan=[{"tanggal": "2026-10-01", "persen": 50}]))
    assert half.number + 4 < half.x + half.done
    assert not half.on_rest
