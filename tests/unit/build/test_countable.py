"""Which pages of an earlier build Git speaks against."""

import pytest

from generator.build.countable import countable
from generator.locale import say
from generator.model.address import PlanAddress
from generator.reading.past.contents import Blob
from generator.reading.past.lines import PlanVersion
from generator.reading.past.states import Past
from generator.reading.past.steps import Commit
from generator.reading.past.unavailable import Unavailable


def version(number: int, where: str, *, gone: bool = False) -> PlanVersion:
    files = () if gone else (Blob(f"plans/{where}.yaml", str(number)),)
    return PlanVersion(Commit(f"c{number}", "2026-01-02T08:00:00+07:00"), number, PlanAddress(*where.split("/")), files)


def past(*lines: tuple[PlanVersion, ...]) -> Past:
    return Past({line[-1].address: line for line in lines}, {})


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        ((version(0, "a/2025-2029"), version(2, "a/2025-2029")), {"c0", "c2"}),
        ((version(0, "a/2025-2029"), version(2, "a/2025-2030"), version(3, "a/2025-2030")), {"c2", "c3"}),
        ((version(0, "a/2025-2029"), version(2, "a/2025-2029", gone=True), version(3, "a/2025-2029")), {"c3"}),
        ((version(0, "a/2025-2029"), version(2, "b/2025-2029")), set()),
    ],
)
def test_pages_count_that_were_made_since_a_plan_left_last(line: tuple[PlanVersion, ...], counted: set[str]) -> None:
    counts = countable(past(line))
    assert {commit for commit in ("c0", "c1", "c2", "c3", "") if counts("a", commit)} == counted


def test_the_leaving_of_one_plan_is_that_of_the_institution() -> None:
    stays = version(0, "a/2025-2029"), version(1, "a/2025-2029")
    left = version(0, "a/2020-2024"), version(2, "a/2020-2024", gone=True)
    counts = countable(past(stays, left))
    assert (counts("a", "c1"), counts("b", "c1")) == (False, None)


def test_git_speaks_against_nothing_that_it_does_not_know() -> None:
    assert countable(Unavailable(say("klon dangkal")))("a", "c1") is None
