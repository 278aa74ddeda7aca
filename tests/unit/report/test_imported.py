"""What `import` says of a stranger's file is some lines, each of which is one."""

import pytest

from generator.checks.problems.most import MOST
from generator.diagnostics import Place, Problem
from generator.editing.bringing import Leap, Outcome
from generator.editing.seat import Origin
from generator.editing.sheet import CellProblem
from generator.locale import language, say
from generator.model.address import PlanAddress
from generator.report.imported import lines, refused

HOSTILE = [
    *("x\n::error::jahat", "x\r\n::stop-commands::", "\x9b31mMerah", "\x1b[2J", "\u202eterbalik", "a\u2028b\u2029c"),
    *("\x85x", "\x00", "\u2066x", "\u200bx"),
]


def outcome(text: str, count: int = 1) -> Outcome:
    """What comes of a file in which a text stands wherever it can, so many times."""
    origin = Origin(text, text)
    problem = Problem("x", Place(text, 1, 1, 1, 1), say("{teks}", teks=text), help=say("{t}", t=text))
    return Outcome(
        PlanAddress("sagara", "2025-2029"),
        None,
        cell_problems=(CellProblem("x", text, text, say("{teks}", teks=text), say("{t}", t=text)),) * count,
        problems=((origin, problem), (None, problem)) * count,
        leaps=(Leap(origin, text, text), Leap(None, text, text)) * count,
        missing=((text, (text,)),) * count,
        names={(Origin(text, str(number)), text): text for number in range(count)},
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_a_stranger_s_text_begins_no_line_and_moves_no_cursor(text: str) -> None:
    words = language("id")
    told = [
        *refused(text, (say("{teks}", teks=text), say("{t}", t=text)), words),
        *lines(text, outcome(text), None, words),
    ]
    assert len(told) == 2 + 2 + 4 + 1 + 2 + 1
    assert all(line.isprintable() for line in told)
    assert not any(line.lstrip().startswith("::") for line in told)


def test_of_no_kind_is_told_without_end() -> None:
    words = language("id")
    told = list(lines("x.xlsx", outcome("x", 5_000), None, words))
    assert len(told) < 7 * MOST
    assert told.count(f"… dan sedikitnya {5_000 - MOST} lagi") == 2
    assert max(map(len, told)) < 2_000
