"""How many problems of one file are told: who has more mends these first, and no log is filled by one file."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from generator.diagnostics import Problem, Severity
from generator.diagnostics.codes import SECRET_CODES
from generator.locale import say

MOST = 200


def at_most(problems: Iterable[Problem]) -> list[Problem]:
    """Of each file the first problems, in the order given, and at the next one how many there are besides."""
    told: list[Problem] = []
    count: Counter[str] = Counter()
    rest: dict[str, Problem] = {}
    for problem in problems:
        path = problem.place.path
        if problem.code in SECRET_CODES:  # what is not told would not be masked
            told.append(problem)
            continue
        count[path] += 1
        if count[path] <= MOST:
            told.append(problem)
        elif path not in rest or problem.severity is Severity.ERROR is not rest[path].severity:
            rest[path] = problem
    return told + [_beyond(problem, count[path] - MOST) for path, problem in rest.items()]


def _beyond(first: Problem, count: int) -> Problem:
    return replace(
        first,
        code="melebihi-batas",
        message=say("masih ada {jumlah} masalah lain dalam berkas ini", jumlah=count),
        mark=None,
        help=say("perbaiki yang disebut lebih dahulu, lalu periksa lagi"),
        labels=(),
        item="",
        fix=None,
    )
