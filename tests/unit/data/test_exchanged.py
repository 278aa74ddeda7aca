"""Old and new values as cells of open data."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.data.exchanged import exchanged
from generator.locale import language
from generator.model.address import PlanAddress
from generator.model.changes import facts
from generator.model.changes.shapes import MoneyShare, ProgressReport, TargetValue
from generator.model.history.promises import PlanFigureMoved
from generator.model.money import Total
from generator.model.terms import ActivityStatus, FundingSource
from generator.model.values import UNKNOWN, Quarter
from generator.pages.words.changes import ChangeWords

WORDS = ChangeWords(language())


def fact(kind: Any, **values: Any) -> Any:
    return kind(plan=PlanAddress("sagara", "2025-2029"), item="K-1", name="Portal", **values)


def field(kind: Any, before: object, after: object, *path: str) -> Any:
    return fact(kind, path=path, collection="kegiatan", before=before, after=after)


def entry(kind: Any) -> Any:
    return fact(
        kind, path=("tonggak",), collection="kegiatan", values=(("tanggal", date(2026, 5, 1)), ("uraian", "Uji"))
    )


MONEY = (MoneyShare(FundingSource.APBD, Total(3, 1)), MoneyShare(FundingSource.DAK, Total(1, 1)))
TOLD = "APBD Rp3, Dana Alokasi Khusus Rp1"


@pytest.mark.parametrize(
    ("change", "cells"),
    [
        (fact(facts.EndMoved, before=Quarter(2027, 4), after=UNKNOWN), ("2027-T4", "tidak_diketahui")),
        (fact(PlanFigureMoved, year=2026, before=Total(5, 1), after=Total()), (5, None)),
        (
            fact(PlanFigureMoved, year=2026, before=Total(0, 0, 1), after=Total(5, 1, 1)),
            ("tidak_diketahui", "Rp5 (belum lengkap)"),
        ),
        (fact(facts.ActivityRemoved, money=Total(240, 2)), (240, None)),
        (fact(facts.ActivityAdded, money=Total(240, 2)), (None, 240)),
        (fact(facts.ItemRemoved, collection="layanan"), ("Portal", None)),
        (fact(facts.TargetMoved, before=TargetValue(Decimal("2.50"), 2027), after=None), (Decimal("2.5"), None)),
        (fact(facts.ProgressReported, before=None, after=ProgressReport(date(2026, 1, 1), 40)), (None, 40)),
        (fact(facts.StatusChanged, before=ActivityStatus.RUNNING, after=ActivityStatus.DONE), ("berjalan", "selesai")),
        (field(facts.CeilingMoved, 9, 8, "pagu", "2027"), (9, 8)),
        (field(facts.FieldChanged, (), ("a", "b"), "menutup"), (None, "a; b")),
        (field(facts.FieldChanged, FundingSource.APBD, MONEY, "anggaran", "sumber"), ("apbd", TOLD)),
        (entry(facts.MilestoneRemoved), ("tanggal 1 Mei 2026, uraian “Uji”", None)),
        (entry(facts.MilestoneAdded), (None, "tanggal 1 Mei 2026, uraian “Uji”")),
    ],
)
def test_a_value_is_a_value_and_the_rest_is_words(change: Any, cells: tuple[object, object]) -> None:
    assert exchanged(change, WORDS) == cells
