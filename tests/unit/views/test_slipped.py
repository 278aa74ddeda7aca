"""Slipped activities: first promise against now, the furthest first, with the last reason told."""

from collections.abc import Callable
from datetime import date

from generator.model.address import PlanAddress
from generator.model.changes.facts import EndMoved, StartMoved
from generator.model.history import History, LedgerEntry
from generator.model.plan import Plan
from generator.model.values import UNKNOWN, Quarter, Unknown
from generator.views.slipped import slipped

Plans = Callable[..., Plan]
HERE = PlanAddress("sagara", "2025-2029")


def moved(item: str, before: str, after: str, day: str, reason: str | None = None) -> LedgerEntry:
    change = EndMoved(plan=HERE, item=item, name="Portal", before=_quarter(before), after=_quarter(after))
    return LedgerEntry(date.fromisoformat(day), "c0ffee", change, reason)


def _quarter(text: str) -> Quarter | Unknown:
    return UNKNOWN if text == "?" else Quarter(int(text[:4]), int(text[-1]))


def test_the_first_promise_stands_against_now_with_the_last_reason(plan: Plans) -> None:
    history = History(
        True,
        entries=(
            moved("A", "2026-T4", "2027-T2", "2026-01-10", "Lelang diulang"),
            moved("A", "2027-T2", "2027-T4", "2026-07-01"),
        ),
    )
    (one,) = slipped(plan(kegiatan=[{"id": "A", "selesai": "2027-T4"}]).activities, history)
    assert (one.before, one.now, one.quarters) == (Quarter(2026, 4), Quarter(2027, 4), 4)
    assert (one.moved, one.reason) == (date(2026, 7, 1), "Lelang diulang")


def test_an_end_nobody_knows_any_more_comes_first_then_the_furthest(plan: Plans) -> None:
    ends = {"A": "2027-T1", "B": "2027-T4", "C": "tidak_diketahui"}
    found = plan(kegiatan=[{"id": id, "selesai": end} for id, end in ends.items()])
    entries = (
        moved("A", "2026-T4", "2027-T1", "2026-01-10"),
        moved("B", "2026-T4", "2027-T4", "2026-01-10"),
        moved("C", "2026-T4", "?", "2026-01-10"),
    )
    told = [(each.activity.id, each.quarters) for each in slipped(found.activities, History(True, entries=entries))]
    assert told == [("C", None), ("B", 4), ("A", 1)]


def test_what_came_earlier_came_back_was_first_named_or_left_has_not_slipped(plan: Plans) -> None:
    ends = {"A": "2026-T3", "B": "2026-T4", "C": "2027-T4", "D": "2027-T4"}
    found = plan(kegiatan=[{"id": id, "selesai": end} for id, end in ends.items()])
    entries = (
        moved("A", "2026-T4", "2026-T3", "2026-01-10"),
        moved("B", "2026-T4", "2027-T4", "2026-01-10"),
        moved("B", "2027-T4", "2026-T4", "2026-02-10"),
        moved("C", "?", "2027-T4", "2026-01-10"),
        moved("E", "2026-T4", "2027-T4", "2026-01-10"),
        LedgerEntry(
            date(2026, 1, 10),
            "c0ffee",
            StartMoved(plan=HERE, item="D", name="D", before=Quarter(2026, 1), after=Quarter(2027, 1)),
            None,
        ),
    )
    assert slipped(found.activities, History(True, entries=entries)) == ()
