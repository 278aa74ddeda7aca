"""What a stranger proposes as a number is a number of a plan, or is told; it ends nothing."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from generator.editing.bringing import Outcome, bring_proposal
from generator.editing.proposal import FieldEdit, Proposal
from generator.model.edition import Edition
from generator.reading.library import Library
from generator.reading.plan_files import PlanFiles, RawFile

NO_NUMBERS = [
    *("nan", "NaN123", "sNaN", "-nan", "inf", "-Infinity", "1e9999999", "1e-9999999", "1E+400", "9" * 5000),
    *("1_0", "_", "0x10", "٣٤", "５００００", "1e2", "--1", "0." + "0" * 5000 + "1"),
]


@pytest.fixture
def propose(small_plan: Callable[[], dict[str, Any]], edition_of: Callable[..., Edition]) -> Callable[..., Outcome]:
    address = edition_of(small_plan()).address

    def proposed(number: str) -> Outcome:
        file = RawFile("plans/sagara/2025-2029.yaml", json.dumps(small_plan()).encode())
        edit = FieldEdit("kegiatan.anggaran", ("K-001", "anggaran", 0), "jumlah", "500", number)
        return bring_proposal(Proposal(address, (edit,)), PlanFiles(address, (file,)), Library(None))

    return proposed


@pytest.mark.parametrize("number", NO_NUMBERS)
def test_what_is_no_number_is_told_and_is_no_leap(propose: Callable[..., Outcome], number: str) -> None:
    outcome = propose(number)
    assert [problem.code for _, problem in outcome.problems] == ["rupiah-salah"]
    assert outcome.leaps == ()


@pytest.mark.parametrize(
    ("number", "leaps"), [("50000", True), ("50_000", True), ("5", True), ("49999", False), ("0", False)]
)
def test_a_number_that_became_a_hundred_times_what_it_was_is_asked_about(
    propose: Callable[..., Outcome], number: str, *, leaps: bool
) -> None:
    assert bool(propose(number).leaps) is leaps
