"""The fuzzer's targets with a few inputs each, so that they stay whole; `make fuzz` feeds them for minutes.

A target asserts itself what must hold for every input: see `targets.py`.
"""

import pytest

from .feeding import TARGETS, fed
from .mutations import seeds
from .targets import look_at_plan, look_at_proposal


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(TARGETS))
def test_a_target_takes_a_few_inputs(name: str) -> None:
    fed(name, 8)()


@pytest.mark.parametrize("path", seeds("plans"), ids=lambda path: path.stem)
def test_a_plan_that_was_wrong_once(path: object) -> None:
    look_at_plan(path.read_text(encoding="utf-8"))  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", seeds("proposals"), ids=lambda path: path.stem)
def test_a_proposal_that_was_wrong_once(path: object) -> None:
    look_at_proposal(path.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
