"""How many problems of one file are told: who has more mends these first, and no log is filled by one file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.diagnostics import Problem, Severity
from generator.diagnostics.codes import SECRET_CODES
from generator.locale import say

MOST = 200
_LIMIT = "melebihi-batas"


def at_most(problems: Iterable[Problem]) -> list[Problem]:
    """Of each file the first problems and how many there are besides; `problems` come in order.

    What must not be published stands before everything else, then what says where reading stopped: nobody counted
    what comes behind it.
    """
    told: list[Problem] = []
    for _, each in groupby(problems, key=lambda problem: problem.place.path):
        graver_first = sorted(each, key=_rank)
        told += graver_first[:MOST]
        told += _beyond(graver_first[MOST:])
    return told


def _rank(problem: Problem) -> tuple[bool, bool]:
    return problem.code not in SECRET_CODES, problem.code != _LIMIT


def _beyond(rest: Sequence[Problem]) -> Iterator[Problem]:
    """That there are more, at the first of them.

    Where secrets are among them it is one itself and reaches to the last: what a report shows of a file it masks at
    the places of secrets.
    """
    if not rest:
        return
    secret = [problem for problem in rest if problem.code in SECRET_CODES]
    first = next((problem for problem in rest if problem.severity is Severity.ERROR), rest[0])
    yield replace(
        secret[0] if secret else first,
        code=secret[0].code if secret else _LIMIT,
        place=secret[0].place.until(secret[-1].place) if secret else first.place,
        message=say("masih ada {jumlah} masalah lain dalam berkas ini", jumlah=len(rest)),
        mark=None,
        help=say("perbaiki yang disebut lebih dahulu, lalu periksa lagi"),
        labels=(),
        item="",
        fix=None,
    )
