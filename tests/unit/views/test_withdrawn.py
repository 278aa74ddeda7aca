"""Promises that were taken back: what is gone, and ceilings that were lowered."""

from collections.abc import Callable
from datetime import date
from typing import Any

from generator.model.address import PlanAddress
from generator.model.baseline_change import Promise
from generator.model.changes import Change, facts
from generator.model.history import History, LedgerEntry
from generator.model.money import Total
from generator.model.plan import Plan
from generator.views.withdrawn import Withdrawn, withdrawn

Plans = Callable[..., Plan]
HERE = PlanAddress("sagara", "2025-2029")


def entry(change: Change, day: str, reason: str | None = None, since: PlanAddress | None = None) -> LedgerEntry:
    return LedgerEntry(date.fromisoformat(day), "c0ffee", change, reason, since)


def removed(item: str) -> Change:
    return facts.ActivityRemoved(plan=HERE, item=item, name="Kios", money=Total(240, 2))


def ceiling(year: str, before: Any, after: Any) -> Change:
    path = ("pagu", year)
    return facts.CeilingMoved(
        plan=HERE, item="pendanaan", path=path, collection="cetak_biru", before=before, after=after, promise=True
    )


def test_what_left_and_did_not_come_back_is_told_with_its_money_and_reason(plan: Plans) -> None:
    service = facts.ItemRemoved(plan=HERE, item="L-9", name="Izin", collection="layanan")
    history = History(
        True,
        entries=(
            entry(removed("K-9"), "2026-01-10", "Digabung"),
            entry(removed("K-001"), "2026-01-11"),
            entry(service, "2026-03-01"),
            entry(removed("K-8"), "2026-03-01", since=PlanAddress("sagara", "2020-2024")),
        ),
    )
    assert withdrawn(history, plan(kegiatan=[{"id": "K-001"}])) == (
        Withdrawn(Promise.ACTIVITY, "K-9", "Kios", Total(240, 2), Total(), date(2026, 1, 10), "Digabung"),
        Withdrawn(Promise.ITEM, "L-9", "Izin", Total(), Total(), date(2026, 3, 1), None),
    )


def test_a_ceiling_counts_from_the_first_to_now(plan: Plans) -> None:
    history = History(
        True,
        entries=(
            entry(ceiling("2026", 9, 5), "2026-01-10"),
            entry(ceiling("2027", 9, 5), "2026-01-10"),
            entry(ceiling("2028", 9, 12), "2026-01-10"),
            entry(ceiling("2026", 5, 8), "2026-02-10", "DAK turun"),
            entry(ceiling("2027", 5, 9), "2026-02-10"),
            entry(ceiling("2029", 9, None), "2026-02-10"),
        ),
    )
    assert [(each.year, each.before, each.after, each.reason) for each in withdrawn(history, plan())] == [
        ("2026", Total(9, 1), Total(8, 1), "DAK turun"),
        ("2029", Total(9, 1), Total(), None),
    ]


def test_nothing_is_known_without_history(plan: Plans) -> None:
    assert withdrawn(History(False), plan()) == ()
