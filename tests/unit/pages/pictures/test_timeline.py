from datetime import date

from generator.model.values import Quarter
from generator.pages.pictures.timeline import Timeline

FIVE_YEARS = tuple(Quarter(year, number) for year in range(2025, 2030) for number in range(1, 5))
AXIS = Timeline.fitting(FIVE_YEARS, 100, 500)


def test_quarters_share_the_room_in_whole_pixels() -> None:
    assert (AXIS.step, AXIS.right) == (25, 600)


def test_a_span_runs_from_the_first_day_to_the_last() -> None:
    assert AXIS.span(Quarter(2025, 2), Quarter(2025, 2)) == (125, 150)
    assert AXIS.span(Quarter(2026, 1), Quarter(2029, 4)) == (200, 600)


def test_what_lies_outside_is_put_on_the_end() -> None:
    assert AXIS.span(Quarter(2023, 1), Quarter(2031, 4)) == (100, 600)


def test_a_day_lies_within_its_quarter() -> None:
    assert AXIS.day(date(2025, 1, 1)) == 100
    assert AXIS.day(date(2026, 11, 24)) == 100 + 25 * 7 + round(25 * 54 / 92)


def test_a_day_outside_has_no_place() -> None:
    assert AXIS.day(date(2024, 12, 31)) is None
    assert AXIS.day(date(2030, 1, 1)) is None


def test_years_stand_over_their_quarters() -> None:
    assert [(year.year, year.x, year.width) for year in AXIS.years][:2] == [(2025, 100, 100), (2026, 200, 100)]
    assert [number for number, _ in AXIS.years[0].quarters] == [1, 2, 3, 4]


def test_years_without_room_are_named_now_and_then() -> None:
    def named(years: int, room: int = 700) -> list[int]:
        quarters = [Quarter(2025 + year, number) for year in range(years) for number in range(1, 5)]
        return [year.year - 2025 for year in Timeline.fitting(quarters, 100, room).years if year.name]

    assert named(5) == [0, 1, 2, 3, 4]
    assert named(20) == named(20, 484) == list(range(20))
    assert named(20, 400)[:3] == [0, 5, 10]
    assert named(31) == [0, 5, 10, 15, 20, 25]  # the last year has no room beside it
    assert named(60) == [0, 10, 20, 30, 40, 50]


def test_quarters_without_room_have_no_names() -> None:
    assert all(not year.quarters for year in Timeline.fitting(FIVE_YEARS, 0, 200).years)


def test_the_grid_has_a_line_at_every_edge() -> None:
    bands, years, quarters = AXIS.grid(80)
    assert years.count("M") == 6
    assert quarters.count("M") == 15
    assert bands.count("z") == 3


def test_no_quarters_make_an_axis_all_the_same() -> None:
    assert Timeline.fitting((), 10, 100).right == 110
