"""A version in three parts: promises, events, the rest."""

from datetime import date

from generator.model.address import PlanAddress
from generator.model.changes import facts
from generator.model.history import History, LedgerEntry, Version
from generator.model.history.promises import PlanFigureMoved
from generator.model.money import Total
from generator.model.terms import ActivityStatus, Phase
from generator.model.values import Quarter
from generator.views.told_versions import told_version, told_versions

HERE = {"plan": PlanAddress("sagara", "2025-2029"), "item": "K-1", "name": "Portal"}
END = facts.EndMoved(**HERE, before=Quarter(2026, 4), after=Quarter(2027, 4))  # type: ignore[arg-type]
STATUS = facts.StatusChanged(**HERE, before=ActivityStatus.RUNNING, after=ActivityStatus.DONE)  # type: ignore[arg-type]
TEXT = facts.FieldChanged(**HERE, path=("uraian",), before=None, after="x")  # type: ignore[arg-type]
SUM = facts.BudgetChanged(**HERE, year=2026, phase=Phase.BUDGETED, before=Total(5, 1), after=Total(4, 1))  # type: ignore[arg-type]
SPENT = facts.BudgetChanged(**HERE, year=2026, phase=Phase.REALISED, before=None, after=Total(4, 1))  # type: ignore[arg-type]
FIGURE = PlanFigureMoved(**HERE, year=2026, before=Total(5, 1), after=Total(4, 1))  # type: ignore[arg-type]


def test_a_promise_is_told_once_and_before_all_else() -> None:
    version = Version("c0ffee", "2026-11-24T08:00:00+07:00", (TEXT, SUM, SPENT, STATUS, END), number=2)
    older = Version("babe", "2026-11-23T08:00:00+07:00", (TEXT,), number=1)
    moved = [LedgerEntry(date(2026, 11, 24), "c0ffee", change, None) for change in (END, FIGURE)]
    other = LedgerEntry(date(2026, 11, 23), "babe", STATUS, None)
    handed = LedgerEntry(date(2026, 11, 24), "c0ffee", STATUS, None, PlanAddress("sagara", "2020-2024"))
    told = told_version(version, [other, *moved, handed])
    assert told.moved == tuple(moved)
    assert told.events == (SPENT, STATUS)
    assert told.rest == (TEXT,)
    history = History(True, versions=(older, version._replace(changes=()), version), entries=tuple(moved))
    assert [each.version for each in told_versions(history)] == [version, older]
