"""What the ledger costs grows as moves and reasons do, not as their product."""

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from time import process_time

import pytest

from generator.model.address import PlanAddress
from generator.model.changes import Change, plan_changes
from generator.model.changes.facts import EndMoved, MilestoneRemoved
from generator.model.history.continuation import handover
from generator.model.history.ledger import LedgerStep, entries
from generator.model.history.plan_reasons import PlanReason
from generator.model.history.promised import NOTHING
from generator.model.history.promises import moves
from generator.model.history.reasons import Reason, ReasonsTold
from generator.model.history.record import FirstPromise, History, LedgerEntry, Version
from generator.model.money import Total
from generator.model.plan import Plan
from generator.model.values import Quarter
from tests.unit.conftest import SMALL_PLAN

HERE = PlanAddress("sagara", "2025-2029")
DAY = date(2026, 1, 1)


def end_moved(item: str) -> Change:
    return EndMoved(plan=HERE, item=item, name=item, before=Quarter(2027, 1), after=Quarter(2028, 1))


def step(number: int, moves: list[Change], reasons: list[PlanReason], messages: tuple[Reason, ...] = ()) -> LedgerStep:
    day = DAY + timedelta(days=number)
    version = Version(f"{number:040}", f"{day}T00:00:00+07:00", tuple(moves), HERE, number)
    return LedgerStep(version, tuple(range(len(moves))), (), frozenset(reasons), messages)


def many_moves_without_reason(count: int) -> object:
    return entries([step(number, [end_moved("K-1")], []) for number in range(count)])


def many_reasons_of_other_days(count: int) -> object:
    told = [("K-1", date(2000, 1, 1) + timedelta(days=number), f"sebab {number}") for number in range(count)]
    return entries([step(0, [], told), *(step(number, [end_moved("K-1")], []) for number in range(1, count))])


def many_items_and_reasons_in_one_version(count: int) -> object:
    told = [(f"K-{number}", DAY, f"sebab {number}") for number in range(count)]
    return entries([step(0, [end_moved(f"K-{number}") for number in range(count)], told)])


def many_reasons_of_one_item_that_moves_in_many_places(count: int) -> object:
    told = [("K-1", DAY, f"sebab {number}") for number in range(count)]
    moves: list[Change] = [
        MilestoneRemoved(
            plan=HERE, item="K-1", name="K", collection="kegiatan", path=("tonggak",), values=(("uraian", each),)
        )
        for each in range(count)
    ]
    return entries([step(0, moves, told)])


def many_reasons_in_messages(count: int) -> object:
    given = [Reason(f"sebab {number}", frozenset({f"x-{number}"})) for number in range(count)]
    told = ReasonsTold(given, (f"K-{number}" for number in range(count)))
    return [told.about(f"K-{number}") for number in range(count)]


def many_that_go_on(count: int) -> object:
    versions = [Version(f"{number:040}", f"{DAY}T00:00:00+07:00", (), HERE, number) for number in range(count)]
    moves = [LedgerEntry(DAY, each.commit, end_moved(f"K-{each.number}"), None) for each in versions]
    promise = FirstPromise(versions[0].commit, DAY, "K", Quarter(2026, 1), Quarter(2027, 1), Total(), True)
    promises = {f"K-{number}": promise for number in range(count)}
    earlier = History(True, versions=tuple(versions), entries=tuple(moves), promises=promises)
    return [handover(item, item, HERE, earlier, item, count) for item in promises]


@cache
def _plans(count: int) -> list[Plan]:
    made = []
    for number in range(count):
        values = deepcopy(SMALL_PLAN)
        values["kegiatan"] = [values["kegiatan"][0] | {"id": f"K{number}-{each}"} for each in range(20)]
        made.append(Plan.model_validate(json.loads(json.dumps(values))))
    return made


def every_activity_another_in_every_version(count: int) -> object:
    plans = _plans(count // 20)
    promised, told = NOTHING, []
    for before, plan in pairwise(plans):
        promised = promised.after(before, told[-20:])
        told += moves(HERE, promised, before, plan, plan_changes(HERE, before, plan))
    assert len(told) == 20 * (len(plans) - 1)
    return told


@cache
def _milestones(count: int) -> list[Plan]:
    made = []
    for year, some in ((2026, count), (2026, 0), (2027, count)):
        values = deepcopy(SMALL_PLAN)
        day = f"{year}-12-15"
        values["kegiatan"][0]["tonggak"] = [{"tanggal": day, "uraian": f"Uji {each}"} for each in range(some)]
        made.append(Plan.model_validate(json.loads(json.dumps(values))))
    return made


def many_milestones_taken_out_and_brought_back(count: int) -> object:
    promised, told = NOTHING, ()
    for before, plan in pairwise(_milestones(count)):
        promised = promised.after(before, told)
        told = moves(HERE, promised, before, plan, plan_changes(HERE, before, plan))
        assert len(told) == count
    return told


@pytest.mark.parametrize(
    "made",
    [
        many_moves_without_reason,
        many_reasons_of_other_days,
        many_items_and_reasons_in_one_version,
        many_reasons_of_one_item_that_moves_in_many_places,
        many_reasons_in_messages,
        many_that_go_on,
        every_activity_another_in_every_version,
        many_milestones_taken_out_and_brought_back,
    ],
)
def test_four_times_as_much_takes_no_ten_times_the_time(made: Callable[[int], object]) -> None:
    def seconds(count: int) -> float:
        begun = process_time()
        assert made(count)
        return process_time() - begun

    small = min(seconds(800) for _ in range(5))
    # As often as a busy machine may need to show what it takes, and no oftener.
    assert any(seconds(3200) < 10 * small + 0.02 for _ in range(5))
