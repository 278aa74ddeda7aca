"""A new plan to write, and reading it back from disk."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from generator.locale import Message
from generator.reading.disk import on_disk
from generator.reading.reader import Reading, read_plan
from generator.scaffold import GivenAnswers, NewPlan, interview

TODAY = date(2026, 11, 24)
SLEMAN = GivenAnswers(
    name="Kabupaten Sleman",
    kind="kabupaten",
    code="34.04",
    period="2025-2029",
    title="Rencana Induk Kabupaten Sleman",
    institution="kabupaten-sleman",
)


def nobody(
    question: Message, *, option: str, default: str = "", choices: Sequence[str] = (), check: Callable[[str], None]
) -> str:
    raise AssertionError(f"asked: {question.msgid}")


def new_plan(given: GivenAnswers = SLEMAN) -> NewPlan:
    return interview(given, nobody, TODAY)


def read_back(plans: Path) -> Reading:
    found, misplaced, _ = on_disk(plans, plans.parent)
    assert misplaced == []
    (files,) = found
    return read_plan(files)


def waiting(reading: Reading) -> bool:
    """Whether nothing is wrong with a plan but the examples that wait for their text."""
    return {problem.code for problem in reading.problems} == {"isian-contoh"}
