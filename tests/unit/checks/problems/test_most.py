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
    assert told[MOST:-1] == few
    assert (told[-1].code, told[-1].place.line) == ("melebihi-batas", MOST + 1)
    assert language().word(told[-1].message) == "masih ada 50 masalah lain dalam berkas ini"


def test_an_error_among_the_rest_holds_the_plan_back() -> None:
    warnings = [problem(line, severity=Severity.WARNING) for line in range(1, MOST + 3)]
    assert at_most(warnings)[-1].severity is Severity.WARNING
    assert at_most([*warnings, problem(900)])[-1].severity is Severity.ERROR


def test_every_secret_is_told_for_it_is_masked_where_it_is_told() -> None:
    secrets = [problem(line, "data-pribadi") for line in range(1, MOST + 30)]
    assert at_most(secrets)[: len(secrets)] == secrets
