"""Values as plain data: what comes back is equal, of the same classes, and never of others."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.diagnostics import Label, Place, Problem, Severity
from generator.locale import say
from generator.model.activity import Activity
from generator.model.address import PlanAddress
from generator.model.changes import Change
from generator.model.changes.facts import EndMoved, TargetMoved, TargetValue
from generator.model.values import UNKNOWN, Quarter
from generator.reading.nodes import Scalar
from generator.store.plain import dump
from generator.store.restored import load

PLACE = Place("plans/a.yaml", 1, 2, 3, 4)
HERE = PlanAddress("sagara", "2025-2029")
MOVED = EndMoved(plan=HERE, item="K-1", name="Portal", before=UNKNOWN, after=Quarter(2027, 3))
GOAL = TargetMoved(plan=HERE, before=TargetValue(Decimal("1.50"), 2026), after=None)
ACTIVITY = Activity.model_validate(
    {
        "id": "K-1",
        "nama": "Portal",
        "program": "tidak_diketahui",
        "bagian": ["integrasi"],
        "tahap": "persiapan",
        "muatan": "aplikasi",
        "domain": "aplikasi",
        "penanggung_jawab": "ptsp",
        "mulai": "2026-T2",
        "selesai": "2027-T4",
        "status": "berjalan",
        "anggaran": [{"tahun": "2026", "jumlah": "500"}],
    }
)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, object),
        ([1, 2.5, True, "a", ("b",), {"c": [None]}, frozenset({1})], object),
        ({("a", "b"): {2026: Decimal("1.0")}}, object),
        (date(2026, 2, 3), object),
        (b"\x00\xff", object),
        (Problem("a", PLACE, say("{a} {b}", a=say("c"), b=3), labels=(Label(PLACE, say("d")),)), Problem),
        (Severity.WARNING, Severity),
        ((MOVED, GOAL), tuple[Change, ...]),
        ([ACTIVITY], list[Activity]),
    ],
)
def test_what_comes_back_is_the_same(value: Any, kind: Any) -> None:
    back = load(dump(value, kind), kind)
    assert back == value
    assert repr(back) == repr(value)


def test_a_text_that_knows_its_place_comes_back_as_a_text() -> None:
    assert type(load(dump(Scalar("a", PLACE), str), str)) is str


@dataclass(frozen=True)
class Outside:
    """A class that no annotation leads to."""

    text: str = ""


def test_what_the_annotations_do_not_lead_to_is_not_written() -> None:
    with pytest.raises(ValueError, match="not kept"):
        dump(Outside(), Problem)
