"""The plan figure and the actual figure of a year, and sums that know what they lack."""

from typing import Any

from generator.model.activity import Activity
from generator.model.money import UNDIVIDED, Total, actual, actual_total, by_year, has_funds, plan_total, planned, total
from generator.model.values import UNKNOWN
from tests.unit.activities import activity_values


def activity(*lines: dict[str, Any]) -> Activity:
    return Activity.model_validate(activity_values(anggaran=list(lines)))


def line(year: Any, amount: Any, phase: str | None = "indikatif", source: str = "apbd") -> dict[str, Any]:
    written = {"tahun": year, "jumlah": amount, "sumber": source, "fase": phase}
    return {name: value for name, value in written.items() if value is not None}


def test_the_plan_figure_of_a_year_is_its_latest_phase_before_spending() -> None:
    portal = activity(
        line(2026, 700, "dpa"), line(2026, 750, "indikatif"), line(2026, 640, "realisasi"), line(2027, 400)
    )
    assert [(money.year, money.amount) for money in planned(portal)] == [(2026, 700), (2027, 400)]
    assert [(money.year, money.amount) for money in actual(portal)] == [(2026, 640)]


def test_the_phases_follow_each_other_up_to_a_changed_budget() -> None:
    phases = ("dpa_perubahan", "indikatif", "dpa", "pagu")
    for count in range(1, 5):
        lines = [line(2026, number, phase) for number, phase in enumerate(phases[:count])]
        assert plan_total([activity(*lines)]).amount == 0, "the changed budget is the latest of them"
    assert plan_total([activity(line(2026, 1, "pagu"), line(2026, 2, "dpa"))]).amount == 2
    assert plan_total([activity(line(2026, 1, "pagu"), line(2026, 2, "indikatif"))]).amount == 1


def test_several_sources_in_the_latest_phase_are_added() -> None:
    portal = activity(line(2026, 700, "dpa"), line(2026, 300, "dpa", "dak"), line(2026, 950, "indikatif"))
    assert plan_total([portal]) == Total(1000, known=2)


def test_a_line_without_a_phase_counts_as_the_earliest() -> None:
    assert plan_total([activity(line(2026, 900, None), line(2026, 700, "pagu"))]).amount == 700
    assert plan_total([activity(line(2026, 900, "tidak_diketahui"), line(2026, 700))]).amount == 1600
    assert plan_total([activity(line(2026, 900, None))]).amount == 900


def test_a_line_without_a_known_year_stands_for_itself() -> None:
    portal = activity(line("tidak_diketahui", 5, "dpa"), line(None, 7), line(2026, 10))
    assert plan_total([portal]) == Total(22, known=3)
    assert by_year(planned(portal)) == {2026: Total(10, 1), None: Total(12, 2)}


def test_money_of_several_years_counts_in_the_whole_and_in_none_of_them() -> None:
    portal = activity(
        line("2027-2029", 900, "indikatif"),
        line("2027-2029", 600, "pagu"),
        line("2026-2028", 50),
        line(2027, 100, "dpa"),
        line("2027-2029", 30, "realisasi"),
    )
    assert plan_total([portal]) == Total(750, known=3), "a range has phases of its own, and its years are not in it"
    assert list(by_year(planned(portal)).items()) == [(2027, Total(100, 1)), (UNDIVIDED, Total(650, 2))]
    assert by_year(actual(portal)) == {UNDIVIDED: Total(30, 1)}


def test_a_latest_phase_of_unknown_amount_makes_the_sum_incomplete_and_does_not_bring_back_the_earlier() -> None:
    portal = activity(line(2026, 750, "indikatif"), line(2026, "tidak_diketahui", "dpa"), line(2027, 400))
    assert plan_total([portal]) == Total(400, known=1, missing=1)


def test_an_amount_that_is_not_recorded_is_missing_as_an_unknown_one_is() -> None:
    assert total([100, UNKNOWN, None]) == Total(100, known=1, missing=2)
    assert not total([100, None]).complete


def test_a_sum_of_nothing_is_empty_and_not_zero_rupiah() -> None:
    assert total([]).is_empty
    assert total([]).complete
    assert not total([0]).is_empty
    assert not total([UNKNOWN]).is_empty


def test_sums_are_added_with_what_they_lack() -> None:
    assert Total(5, 1, 2) + Total(7, 3, 4) == Total(12, 4, 6)
    assert Total() + Total(5, 1) == Total(5, 1)


def test_money_spent_is_never_part_of_the_plan() -> None:
    spent = activity(line(2026, 640, "realisasi"))
    assert plan_total([spent]).is_empty
    assert actual_total([spent]) == Total(640, 1)


def test_years_are_in_order_and_the_unknown_year_comes_last() -> None:
    portal = activity(line(None, 1), line(2028, 2), line(2026, 3))
    assert list(by_year(planned(portal))) == [2026, 2028, None]


def test_a_line_keeps_its_position_in_the_file() -> None:
    portal = activity(line(2026, 1, "indikatif"), line(2026, 2, "dpa"), line(2026, 3, "realisasi"))
    assert [money.position for money in planned(portal)] == [1]
    assert [money.position for money in actual(portal)] == [2]


def test_a_source_that_is_still_sought_is_no_money() -> None:
    assert not has_funds(activity())
    assert not has_funds(activity(line(2026, 500, source="belum_ada")))
    assert has_funds(activity(line(2026, 500, source="belum_ada"), line(2026, 1)))
