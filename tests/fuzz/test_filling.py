"""Plans at their limits are what they are taken for: in limits, of every list there is, and most of them sound."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from generator.checks.check import check
from generator.model.description import Table, fields
from generator.reading.library import Library

from .filling import MOST_BYTES, largest, swollen
from .swelling import LISTS, drawn
from .targets import DAY, plan_of


@pytest.mark.slow
def test_every_list_with_every_field_of_it_is_filled_by_some_number() -> None:
    found: set[tuple[str, str]] = set()
    for number in range(300):
        swelling = drawn(number)
        root = json.loads(swollen(swelling, 12))
        for name in swelling.lists:
            last = [*_entries(LISTS[name], root)][-1]  # the example's own stand before it
            found |= {(name, key) for key in (last if LISTS[name].entity else [""])}
    for table in LISTS.values():
        keys = [each.key for each in fields(table.entity)] if table.entity else [""]
        assert {(table.name, key) for key in keys} <= found


def _entries(table: Table, root: Any) -> Iterator[Any]:
    for node in _entries(table.parent, root) if table.parent else (root,):
        for step in table.steps:
            node = node.get(step, {})
        yield from node


@pytest.mark.slow
def test_a_plan_is_as_large_as_it_may_be() -> None:
    for number in range(2):
        assert 10_000 < len(swollen(drawn(number), largest(drawn(number))).encode()) <= MOST_BYTES


def test_most_plans_that_are_to_be_sound_are() -> None:
    plans = [plan_of(swollen(each, 12)) for each in map(drawn, range(20)) if each.sound]
    held_back = [plan for plan in plans if check([plan], DAY, Library(None)).held_back]
    assert len(held_back) < len(plans) / 2
