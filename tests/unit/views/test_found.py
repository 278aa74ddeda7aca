"""Findings, a kind at a time."""

from generator.diagnostics import Answer, Finding, Place
from generator.locale import say
from generator.views.found import found_by_kind

PLACE = Place("plans/sagara/2025-2029/a.yaml", 1, 1, 1, 2)


def finding(kind: str, item: str, answer: Answer | None = None) -> Finding:
    return Finding(kind, item, PLACE, say("Temuan"), answer=answer)


def test_kinds_stand_in_the_order_they_came_with_what_was_answered() -> None:
    answer = Answer("Sudah ditunda", None, PLACE)
    several = [finding("b", "K-1"), finding("a", "K-1"), finding("b", "K-2", answer)]
    found = found_by_kind(several)
    assert [(each.kind, [one.item for one in each.findings], each.answered) for each in found] == [
        ("b", ["K-1", "K-2"], 1),
        ("a", ["K-1"], 0),
    ]
