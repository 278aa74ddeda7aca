"""Values come back from plain data as what belongs in their place, or not at all, whatever the data are."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.verdict import Verdict
from generator.diagnostics import Finding, Label, Place, Problem
from generator.locale import say
from generator.locale.message import Message
from generator.model.activity import Activity
from generator.model.address import PlanAddress
from generator.model.changes import Change
from generator.model.changes.facts import EndMoved
from generator.model.values import UNKNOWN, Quarter
from generator.store.plain import dump
from generator.store.restored import load

from .test_plain import ACTIVITY, GOAL, MOVED, PLACE


@pytest.mark.parametrize(
    "data",
    [
        ["Outside", "a"],
        ["Severity", "lain"],
        ["Place", 1],
        ["Path", "/tmp"],
        ["os.system", "true"],
        ["Problem"],
        ["date", "2026-13-01"],
        ["date"],
        ["bytes", "é"],
        ["bytes", 1],
        ["Decimal", "x"],
        ["dict", 1],
        ["frozenset", ["list"]],
        [],
        [[]],
        {"a": 1},
    ],
)
def test_other_data_is_refused(data: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever the words
        load(json.dumps(data).encode(), Problem)


@pytest.mark.parametrize("content", [b"", b"\xff", b"[" * 100_000, b"{", b'"\\ud800'])
def test_other_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        load(content, object)


def test_a_group_of_fields_passes_the_model_again() -> None:
    (written,) = json.loads(dump((ACTIVITY,), tuple[Activity, ...]))[1:]
    written[1]["tahap"] = "lain"
    with pytest.raises(ValueError, match="tahap"):
        load(json.dumps(["tuple", written]).encode(), tuple[Activity, ...])


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (5, Verdict),
        (None, tuple[Finding, ...]),
        ("x", Verdict),
        (["tuple", 1, 2, 3], tuple[Finding, ...]),
        (["list"], tuple[Finding, ...]),
        (["tuple", "a"], tuple[str, str]),
        (["tuple", "a", "b", "c"], tuple[str, str]),
        (["dict", "a", 1], dict[str, str]),
        (["Place", "plans/a.yaml", "1", 2, 3, 4], Place),
        (["Place", "plans/a.yaml", True, 2, 3, 4], Place),
        (["Place", "plans/a.yaml", 1, 2, 3, 4, 5], Place),
        (["PlanAddress", "sagara"], PlanAddress),
        (["bytes", "aaaa", "abc"], bytes),
        (["date", "2026-01-01", 1], date),
        (["Unknown", "tidak_diketahui", ["x"]], type(UNKNOWN)),
        (["Message", "a", ["tuple", ["tuple", "b", ["list"]]]], Message),
        (["EndMoved", ["PlanAddress", "a", "b"], "K-1", "Portal", 1, ["Quarter", 2027, 3]], EndMoved),
        (["EndMoved", ["PlanAddress", "a", "b"], "K-1", "Portal", ["Money", 1], ["Quarter", 2027, 3]], Change),
    ],
)
def test_what_does_not_belong_in_its_place_is_refused(data: Any, wanted: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        load(json.dumps(data).encode(), wanted)


def test_what_a_subclass_is_of_is_known_by_its_class() -> None:
    data = ["EndMoved", ["PlanAddress", "a", "b"], "K-1", "Portal", ["Unknown", UNKNOWN.value], ["Quarter", 2027, 3]]
    (moved,) = load(json.dumps(["tuple", data]).encode(), tuple[Change, ...])
    assert moved == EndMoved(
        plan=PlanAddress("a", "b"), item="K-1", name="Portal", before=UNKNOWN, after=Quarter(2027, 3)
    )


KEPT: list[tuple[Any, Any]] = [
    ((MOVED, GOAL), tuple[Change, ...]),
    ((Problem("a", PLACE, say("{a} {b}", a=say("c"), b=3), labels=(Label(PLACE, say("d")),)),), tuple[Problem, ...]),
    ([ACTIVITY], list[Activity]),
]
STRANGE = st.sampled_from(
    [None, 5, -1, 1.5, "x", "", True, [], ["tuple"], ["tuple", 1], ["dict", "a", 1], ["bytes", "YWFh"], ["Place"]]
)


@given(data=st.data())
def test_whatever_is_put_into_an_entry_gives_such_a_value_or_none(data: st.DataObject) -> None:
    value, wanted = data.draw(st.sampled_from(KEPT))
    written = json.loads(dump(value, wanted))
    lists: list[Any] = []

    def walk(node: Any) -> None:
        if isinstance(node, list):
            lists.append(node)
            for each in node:
                walk(each)

    walk(written)
    for _ in range(data.draw(st.integers(1, 3))):
        node = data.draw(st.sampled_from([each for each in lists if each]))
        at = data.draw(st.integers(0, len(node) - 1))
        match data.draw(st.sampled_from(["other", "gone", "twice", "moved"])):
            case "other":
                node[at] = data.draw(STRANGE)
            case "gone":
                del node[at]
            case "twice":
                node.insert(at, node[at])
            case _:
                node[at] = json.loads(json.dumps(data.draw(st.sampled_from(lists))))
    try:
        back = load(json.dumps(written).encode(), wanted)
    except ValueError:
        return
    dump(back, wanted)
    assert type(back) is type(value)
