"""A folder a code: the smallest bad plan below `plans/`, and exactly what is told about it."""

from pathlib import Path

import pytest

from generator.diagnostics.codes import PROBLEM_CODES

from .cases import EXPECTED, cases, told


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_what_is_told(case: Path) -> None:
    text = told(case)
    assert text == (case / EXPECTED).read_text(encoding="utf-8")
    assert f"[{case.name}]: " in text


def test_every_code_has_its_case() -> None:
    assert {case.name for case in cases()} >= set(PROBLEM_CODES)
