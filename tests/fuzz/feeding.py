"""What is fed with what, and for how long."""

from collections.abc import Callable
from typing import Any, NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.reading.time_limit import at_most

from .limits import look_at_limits
from .mutations import texts
from .targets import (
    MESSAGES,
    MOMENTS,
    PLANS,
    SOUND,
    look_at_difference,
    look_at_history,
    look_at_plan,
    look_at_proposal,
    look_at_workbook,
    proposals,
    workbooks,
)

SECONDS = 20
"""A hundred times what a plan of the example's size takes."""


class Target(NamedTuple):
    """How inputs are made, what is done with one, and how many times as much it costs as a small one."""

    inputs: st.SearchStrategy[Any]
    look: Callable[[Any], None]
    dear: int = 1


TARGETS = {
    "plans": Target(texts(PLANS), look_at_plan),
    "differences": Target(st.tuples(texts(SOUND), texts(SOUND)), look_at_difference),
    "histories": Target(
        st.lists(st.tuples(texts(SOUND, 3), MOMENTS, MESSAGES), min_size=1, max_size=4), look_at_history
    ),
    "workbooks": Target(workbooks(), look_at_workbook),
    "proposals": Target(proposals(), look_at_proposal),
    "limits": Target(st.integers(0, 2**32), look_at_limits, dear=8),
}


def fed(name: str, examples: int) -> Callable[[], None]:
    """A run of a target with so many inputs, or as few as cost the same, none of which may take for ever."""
    target = TARGETS[name]

    @settings(
        max_examples=max(1, examples // target.dear),
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    @given(target.inputs)
    def run(value: Any) -> None:
        with at_most(SECONDS * target.dear):
            target.look(value)

    return run
