"""Money of which the year or the sum is unknown: naming it moves no promise, nor hides that one moved.

All budgets of at most two lines are tried, in whatever order a plan may have them.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from itertools import combinations_with_replacement, permutations, product
from typing import TypeAlias

import pytest

from generator.model.address import PlanAddress
from generator.model.changes import Change, plan_changes
from generator.model.history.promised import Promised
from generator.model.history.promises import PlanFigureMoved, moves
from generator.model.money import Total, plan_total
from generator.model.plan import Plan
from tests.unit.conftest import SMALL_PLAN

Line: TypeAlias = tuple[int | str, int | str]
"""Its year and its sum."""
Budget: TypeAlias = tuple[Line, ...]

OPEN = "tidak_diketahui"
HERE = PlanAddress("sagara", "2025-2029")
LINES: list[Line] = list(product((2026, 2027, OPEN), (400, 90000, OPEN)))
BUDGETS: list[Budget] = [(), *((line,) for line in LINES), *combinations_with_replacement(LINES, 2)]


@cache
def plan(budget: Budget) -> Plan:
    values = deepcopy(SMALL_PLAN)
    values["kegiatan"][0]["anggaran"] = [{"tahun": year, "jumlah": amount, "fase": "dpa"} for year, amount in budget]
    return Plan.model_validate(values)


@cache
def figure(budget: Budget) -> Total:
    return plan_total(plan(budget).activities[:1])


@cache
def changes(before: Budget, after: Budget) -> tuple[Change, ...]:
    return plan_changes(HERE, plan(before), plan(after))


def step(promised: Promised, before: Budget, after: Budget) -> tuple[list[PlanFigureMoved], Promised]:
    """The figures that a version moves, and what is promised then."""
    moved = moves(HERE, promised, plan(before), plan(after), changes(before, after))
    return [each for each in moved if isinstance(each, PlanFigureMoved)], promised.after(plan(after), moved)


def quiet(first: Budget, tells: Callable[[PlanFigureMoved], bool], versions: int) -> Iterator[tuple[Budget, ...]]:
    """The pasts, of so many versions at most, that begin with a budget and of which no moved figure tells anything;
    of several that come to the same one."""
    pasts: list[tuple[tuple[Budget, ...], Promised]] = [((first,), Promised(plan(first)))]
    seen: set[tuple[Budget, frozenset[Change]]] = {(first, frozenset())}
    for past, promised in pasts:
        yield past
        for budget in BUDGETS if len(past) < versions else ():
            moved, then = step(promised, past[-1], budget)
            came_to = budget, frozenset(then.unsaid)
            if came_to not in seen and not any(map(tells, moved)):
                seen.add(came_to)
                pasts.append(((*past, budget), then))


def of_anything(moved: PlanFigureMoved) -> bool:
    return True


def of_a_whole_sum(moved: PlanFigureMoved) -> bool:
    return moved.after.complete


@pytest.mark.parametrize(("tells", "lines", "versions"), [(of_anything, 2, 9), (of_a_whole_sum, 1, 4)])
def test_no_unknown_year_or_sum_hides_that_the_money_became_more_or_less(
    tells: Callable[[PlanFigureMoved], bool], lines: int, versions: int
) -> None:
    """`lines` are those of the first version at most: the longer way is tried from fewer beginnings."""
    for first in BUDGETS:
        if len(first) <= lines and figure(first).known and figure(first).complete:
            for past in quiet(first, tells, versions):
                assert not figure(past[-1]).complete or figure(past[-1]).amount == figure(first).amount, past


def named(budget: Budget) -> Iterator[Budget]:
    """The budget with what was unknown of one line named. A sum beside a known one is told: together they are another
    figure of the year."""
    for one, *beside in permutations(budget) if budget else ():
        for year, amount in LINES:
            if (year, amount) != one and one[0] in (year, OPEN) and one[1] in (amount, OPEN):
                others = {other_year for other_year, other in beside if other != OPEN}
                if amount == one[1] or not others & {one[0], year}:
                    yield (year, amount), *beside


def test_to_name_what_was_unknown_moves_nothing() -> None:
    for before in BUDGETS:
        for after in named(before):
            assert step(Promised(plan(before)), before, after)[0] == [], (before, after)
