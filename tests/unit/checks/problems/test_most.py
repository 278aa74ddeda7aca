"""No file fills a log."""

from generator.checks.problems.most import MOST, at_most
from generator.diagnostics import Place, Problem, Severity
from generator.locale import language, say


def problem(line: int, code: str = "id-salah", path: str = "a.yaml", severity: Severity = Severity.ERROR) -> Problem:
    return Problem(code, Place(path, line, 1, line, 2), say("a"), severity=severity)


def test_the_rest_of_a_file_is_counted_at_its_first_problem() -> None:
    few = [problem(line, path="b.yaml") for line in range(1, 4)]
    told = at_most([*(problem(line) for line in range(1, MOST + 51)), *few])
    assert told[:MOST] == [problem(line) for line in range(1, MOST + 1)]
    rest, *others = told[MOST:]
    assert others == few
    assert (rest.code, rest.place.line) == ("melebihi-batas", MOST + 1)
    assert language().word(rest.message) == "masih ada 50 masalah lain dalam berkas ini"


def test_an_error_among_the_rest_holds_the_plan_back() -> None:
    warnings = [problem(line, severity=Severity.WARNING) for line in range(1, MOST + 3)]
    assert at_most(warnings)[-1].severity is Severity.WARNING
    assert at_most([*warnings, problem(900)])[-1].severity is Severity.ERROR


def test_what_must_not_be_published_is_told_first_and_the_rest_of_it_is_masked() -> None:
    secrets = [problem(line, "data-pribadi") for line in range(10, MOST + 40)]
    told = at_most([problem(1), problem(2), *secrets])
    assert told[:MOST] == secrets[:MOST]
    assert (told[MOST].code, told[MOST].place) == ("data-pribadi", Place("a.yaml", MOST + 10, 1, MOST + 39, 2))
    assert language().word(told[MOST].message) == "masih ada 32 masalah lain dalam berkas ini"
    assert len(told) == MOST + 1


def test_where_reading_stopped_is_told_however_much_is_wrong_before() -> None:
    told = at_most([*(problem(line) for line in range(1, MOST + 51)), problem(900, "melebihi-batas")])
    assert [(each.code, each.place.line) for each in (told[0], *told[MOST:])] == [
        ("melebihi-batas", 900),
        ("melebihi-batas", MOST),
    ]
    assert language().word(told[MOST].message) == "masih ada 51 masalah lain dalam berkas ini"
