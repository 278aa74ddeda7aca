"""A folder a code: the smallest bad plan below `plans/`, and exactly what is told about it."""

from pathlib import Path

import pytest

from generator.checks.problems import problems
from generator.diagnostics import in_order
from generator.diagnostics.codes import PROBLEM_CODES
from generator.locale import language
from generator.reading.plan_files import on_disk
from generator.reading.reader import read_plan
from generator.report import FORMATS, Report

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/expected.txt"))


def told(case: Path) -> str:
    plans, misplaced = on_disk(case / "plans", case)
    readings = [read_plan(plan) for plan in plans]
    found = [*misplaced, *(problem for reading in readings for problem in problems(reading))]
    files = [file for reading in readings for file in reading.source.files]
    return FORMATS["full"](Report.of(in_order(found), (), files, len(readings)), language("id")) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_told(case: Path) -> None:
    text = told(case)
    assert text == (case / "expected.txt").read_text(encoding="utf-8")
    assert f"[{case.name}]: " in text


def test_every_code_has_its_case() -> None:
    assert {case.name for case in CASES} >= set(PROBLEM_CODES)
