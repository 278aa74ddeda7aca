import re
from pathlib import Path

from generator.diagnostics import Place, Problem, Severity, in_order
from generator.diagnostics.codes import PROBLEM_CODES, SECRET_CODES
from generator.locale import say


def problem(path: str, line: int, column: int, code: str = "id-salah", text: str = "a") -> Problem:
    return Problem(code, Place(path, line, column, line, column), say(text))


def test_the_order_is_decided_by_the_data() -> None:
    expected = [
        problem("a", 9, 1),
        problem("b", 2, 1),
        problem("b", 10, 1, "id-ganda"),
        problem("b", 10, 1, "id-salah", "a"),
        problem("b", 10, 1, "id-salah", "b"),
        problem("b", 10, 2, "angka-salah"),
    ]
    assert in_order([*reversed(expected), *expected]) == expected


def test_a_place_reaches_until_another() -> None:
    assert Place("a", 1, 2, 1, 3).until(Place("a", 4, 5, 6, 7)) == Place("a", 1, 2, 6, 7)


def test_codes_are_words_and_no_finding_is_among_them() -> None:
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", code) for code in PROBLEM_CODES)
    assert set(PROBLEM_CODES.values()) == {Severity.ERROR, Severity.WARNING}
    assert set(PROBLEM_CODES) >= SECRET_CODES


def test_a_code_weighs_what_the_list_says() -> None:
    cases = Path(__file__).parents[2] / "problems"
    words = {Severity.ERROR: "kesalahan", Severity.WARNING: "peringatan"}
    for code, severity in PROBLEM_CODES.items():
        told = (cases / code / "expected.txt").read_text(encoding="utf-8")
        assert f"{words[severity]}[{code}]: " in told
