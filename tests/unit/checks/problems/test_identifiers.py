from collections.abc import Callable

from generator.diagnostics import Problem
from generator.locale import language

Planted = Callable[..., list[Problem]]


def test_an_id_is_unique_in_the_whole_plan_whatever_its_case_and_list(planted: Planted) -> None:
    (problem,) = planted(("{id: RS-1,", "{id: a-1,"))
    assert problem.code == "id-ganda"
    assert problem.place[1:] == (87, 10, 87, 13)
    assert problem.labels[0].place[1:] == (31, 10, 31, 13)
    assert "aplikasi `A-1`" in language().word(problem.message)


def test_each_repetition_is_told_and_the_first_is_the_label(planted: Planted) -> None:
    found = planted(("{id: RS-1,", "{id: D-1,"), ("{id: PU-1,", "{id: D-1,"))
    assert [problem.code for problem in found] == ["id-ganda", "id-ganda"]
    assert {problem.labels[0].place.line for problem in found} == {35}
