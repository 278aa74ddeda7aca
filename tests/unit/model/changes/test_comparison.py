import json
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.address import PlanAddress
from generator.model.changes import KINDS, Change, changes, plan_changes
from generator.model.changes.facts import (
    ActivityAdded,
    ActivityRemoved,
    ActivityRenamed,
    BudgetChanged,
    EndMoved,
    Exchange,
    GapClosed,
    GapOpened,
    Goal,
    ItemAdded,
    ItemRemoved,
    OwnerChanged,
    PlanPublished,
    PlanRemoved,
    PlanStatusChanged,
    ProgressReported,
    RegulationMoved,
    RegulationStatusChanged,
    Report,
    SectionEmptied,
    SectionFilled,
    StageChanged,
    StartMoved,
    StatusChanged,
    TargetMoved,
)
from generator.model.money import Total
from generator.model.plan import Plan
from generator.model.portfolio import Portfolio
from generator.model.terms import ActivityStatus, Phase, PlanStatus, RegulationStatus, SectionKey, Stage
from generator.model.values import UNKNOWN, Quarter
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan

Values = dict[str, Any]
HERE = PlanAddress("sagara", "2025-2029")
SECTION = SectionKey.INTEGRATION


def read(values: Values) -> Plan:
    return Plan.model_validate(json.loads(json.dumps(values)))


def put(*path: str | int, value: Any) -> Callable[[Values], None]:
    """An edit: the value at a path, a missing key or the next element of a list included."""

    def edit(plan: Any) -> None:
        for step in path[:-1]:
            plan = plan[step]
        if isinstance(plan, list) and path[-1] == len(plan):
            plan.append(value)
        else:
            plan[path[-1]] = value

    return edit


def drop(*path: str | int) -> Callable[[Values], None]:
    def edit(plan: Any) -> None:
        for step in path[:-1]:
            plan = plan[step]
        del plan[path[-1]]

    return edit


PAIRS = (
    (PlanPublished, PlanRemoved),
    (ActivityAdded, ActivityRemoved),
    (GapOpened, GapClosed),
    (SectionFilled, SectionEmptied),
    (ItemAdded, ItemRemoved),
)
OPPOSITES: dict[type[Change], type[Change]] = {one: other for pair in PAIRS for one, other in (pair, pair[::-1])}


def mirrored(change: Change) -> Change:
    """The fact seen from the other side: what is told when before and after are exchanged."""
    if isinstance(change, Exchange):
        return replace(change, before=change.after, after=change.before)
    return OPPOSITES[type(change)](**{each.name: getattr(change, each.name) for each in fields(change)})


def fact(kind: Callable[..., Change], item: str, **values: Any) -> Change:
    return kind(plan=HERE, item=item, **values)


NEW_LINE = {"tahun": 2027, "jumlah": 350, "fase": "dpa", "sumber": "apbd"}
NEW_REPORT = {"tanggal": "2026-06-30", "persen": 40}

ONE_FACT: list[tuple[str, Callable[[Values], None], Change]] = [
    (
        "plan status",
        put("rencana", "status", value="direviu"),
        fact(PlanStatusChanged, "", before=PlanStatus.IN_FORCE, after=PlanStatus.UNDER_REVIEW),
    ),
    ("activity removed", drop("kegiatan", 1), fact(ActivityRemoved, "K-002", money=Total())),
    (
        "activity renamed",
        put("kegiatan", 0, "nama", value="Portal"),
        fact(ActivityRenamed, "K-001", before="Portal perizinan", after="Portal"),
    ),
    (
        "start moved",
        put("kegiatan", 0, "mulai", value="2026-T3"),
        fact(StartMoved, "K-001", before=Quarter(2026, 2), after=Quarter(2026, 3)),
    ),
    (
        "end moved",
        put("kegiatan", 0, "selesai", value="2029-T2"),
        fact(EndMoved, "K-001", before=Quarter(2027, 4), after=Quarter(2029, 2)),
    ),
    (
        "end forgotten",
        put("kegiatan", 0, "selesai", value="tidak_diketahui"),
        fact(EndMoved, "K-001", before=Quarter(2027, 4), after=UNKNOWN),
    ),
    (
        "amount changed",
        put("kegiatan", 0, "anggaran", 0, "jumlah", value=600),
        fact(BudgetChanged, "K-001", year=2026, phase=Phase.INDICATIVE, before=Total(500, 1), after=Total(600, 1)),
    ),
    (
        "amount forgotten",
        put("kegiatan", 0, "anggaran", 0, "jumlah", value="tidak_diketahui"),
        fact(BudgetChanged, "K-001", year=2026, phase=Phase.INDICATIVE, before=Total(500, 1), after=Total(0, 0, 1)),
    ),
    (
        "new phase",
        put("kegiatan", 0, "anggaran", 2, value=NEW_LINE),
        fact(BudgetChanged, "K-001", year=2027, phase=Phase.BUDGETED, before=None, after=Total(350, 1)),
    ),
    (
        "status",
        put("kegiatan", 0, "status", value="tertunda"),
        fact(StatusChanged, "K-001", before=ActivityStatus.RUNNING, after=ActivityStatus.POSTPONED),
    ),
    (
        "progress",
        put("kegiatan", 0, "kemajuan", 1, value=NEW_REPORT),
        fact(
            ProgressReported,
            "K-001",
            before=Report(date(2026, 1, 2), 10),
            after=Report(date(2026, 6, 30), 40),
        ),
    ),
    (
        "owner",
        put("kegiatan", 0, "penanggung_jawab", value="kominfo"),
        fact(OwnerChanged, "K-001", before="DPMPTSP", after="Dinas Kominfo"),
    ),
    (
        "owner forgotten",
        put("kegiatan", 0, "penanggung_jawab", value="tidak_diketahui"),
        fact(OwnerChanged, "K-001", before="DPMPTSP", after=UNKNOWN),
    ),
    (
        "stage",
        put("kegiatan", 0, "tahap", value="pematangan"),
        fact(StageChanged, "K-001", before=Stage.CONSOLIDATION, after=Stage.MATURATION),
    ),
    (
        "gap recorded",
        put("kesenjangan", 2, value={"id": "G-3", "uraian": "Baru."}),
        fact(GapOpened, "G-3", recorded=True),
    ),
    ("gap no longer recorded", drop("kesenjangan", 1), fact(GapClosed, "G-2", recorded=True)),
    (
        "gap gets an activity",
        put("kegiatan", 1, "menutup", value=["G-2"]),
        fact(GapClosed, "G-2", recorded=False),
    ),
    ("gap loses its activity", drop("kegiatan", 0, "menutup"), fact(GapOpened, "G-1", recorded=False)),
    (
        "target of a gap",
        put("kesenjangan", 0, "sasaran", "tahun", value=2029),
        fact(TargetMoved, "G-1", before=Goal(Decimal(12), 2028), after=Goal(Decimal(12), 2029)),
    ),
    (
        "target of an indicator",
        put("indikator_kinerja", 0, "sasaran", 2027, value=6),
        fact(TargetMoved, "IK-1", before=Goal(Decimal(8), 2027), after=Goal(Decimal(6), 2027)),
    ),
    (
        "target of an indicator dropped",
        drop("indikator_kinerja", 0, "sasaran", 2027),
        fact(TargetMoved, "IK-1", before=Goal(Decimal(8), 2027), after=None),
    ),
    (
        "target of a service",
        put("layanan", 0, "tahun_sasaran", value=2029),
        fact(TargetMoved, "L-1", before=Goal(Stage.CONSOLIDATION, 2028), after=Goal(Stage.CONSOLIDATION, 2029)),
    ),
    (
        "regulation moved",
        put("peraturan", 0, "tahun", value=2028),
        fact(RegulationMoved, "R-1", before=2026, after=2028),
    ),
    (
        "regulation in force",
        put("peraturan", 0, "status", value="berlaku"),
        fact(RegulationStatusChanged, "R-1", before=RegulationStatus.PLANNED, after=RegulationStatus.IN_FORCE),
    ),
    (
        "section filled",
        put("cetak_biru", "perawatan", value={"sasaran": "Tiap tahun."}),
        fact(SectionFilled, "perawatan", section=SectionKey.MAINTENANCE),
    ),
    (
        "section emptied",
        put("cetak_biru", "integrasi", value={}),
        fact(SectionEmptied, "integrasi", section=SECTION),
    ),
    (
        "risk added",
        put("risiko", value=[{"id": "RS-1", "uraian": "Mutasi."}]),
        fact(ItemAdded, "RS-1", collection="risiko"),
    ),
    ("service removed", drop("layanan", 0), fact(ItemRemoved, "L-1", collection="layanan")),
]


def reorder(plan: Values) -> None:
    for name in ("kegiatan", "kesenjangan", "unit"):
        plan[name].reverse()
    plan["kegiatan"][1]["anggaran"].reverse()
    for name in list(plan):
        plan[name] = plan.pop(name)


def split_a_line(plan: Values) -> None:
    line = plan["kegiatan"][0]["anggaran"][0]
    line["jumlah"] = 200
    plan["kegiatan"][0]["anggaran"].append(line | {"jumlah": 300, "kode": "2.16"})


NO_FACT: list[tuple[str, Callable[[Values], None]]] = [
    ("nothing", lambda plan: None),
    ("order", reorder),
    ("one amount in two lines", split_a_line),
    ("date of update", put("rencana", "diperbarui", value="2026-05-05")),
    ("a unit's name", put("unit", 1, "nama", value="Dinas Penanaman Modal")),
    ("an empty list", put("risiko", value=[])),
]


@pytest.mark.parametrize(("edit", "expected"), [row[1:] for row in ONE_FACT], ids=[row[0] for row in ONE_FACT])
def test_one_edit_is_one_fact(
    small_plan: Callable[[], Values], edit: Callable[[Values], None], expected: Change
) -> None:
    edited = small_plan()
    edit(edited)
    before, after = read(small_plan()), read(edited)
    assert plan_changes(HERE, before, after) == (expected,)
    assert plan_changes(HERE, after, before) == (mirrored(expected),)


@pytest.mark.parametrize("edit", [row[1] for row in NO_FACT], ids=[row[0] for row in NO_FACT])
def test_a_cosmetic_edit_is_no_fact(small_plan: Callable[[], Values], edit: Callable[[Values], None]) -> None:
    edited = small_plan()
    edit(edited)
    assert plan_changes(HERE, read(small_plan()), read(edited)) == ()


def test_every_kind_of_fact_has_its_row() -> None:
    seen = {type(expected) for _, _, expected in ONE_FACT}
    seen |= {type(mirrored(expected)) for _, _, expected in ONE_FACT}
    assert seen | {PlanPublished, PlanRemoved} == set(KINDS)
    assert len({kind.kind for kind in KINDS}) == len(KINDS)


def test_an_activity_that_comes_brings_its_money(small_plan: Callable[[], Values]) -> None:
    without = small_plan()
    del without["kegiatan"][0]
    (added, *rest) = plan_changes(HERE, read(without), read(small_plan()))
    assert added == fact(ActivityAdded, "K-001", money=Total(900, 1))
    assert [type(change) for change in rest] == [GapClosed]


def test_by_how_much(small_plan: Callable[[], Values]) -> None:
    edited = small_plan()
    edited["kegiatan"][0]["selesai"] = "2029-T2"
    edited["kegiatan"][0]["anggaran"][0]["jumlah"] = 350
    moved, _ = plan_changes(HERE, read(small_plan()), read(edited))
    assert isinstance(moved, EndMoved)
    assert moved.quarters == 6
    assert moved.name == "Portal perizinan"


def portfolio(*files: RawFile) -> Portfolio:
    edition = read_plan(PlanFiles(HERE, files)).edition
    assert edition is not None
    return Portfolio.of([edition])


def test_a_plan_that_comes_and_goes(small_plan: Callable[[], Values]) -> None:
    values = small_plan()
    whole = portfolio(RawFile("plans/sagara/2025-2029.yaml", json.dumps(values).encode()))
    published = fact(PlanPublished, "", activities=2, money=Total(900, 1))
    assert changes(None, whole) == (published,)
    assert changes(whole, Portfolio(())) == (mirrored(published),)


def test_a_move_into_a_folder_is_no_change(small_plan: Callable[[], Values]) -> None:
    values = small_plan()
    whole = portfolio(RawFile("plans/sagara/2025-2029.yaml", json.dumps(values).encode()))
    first, second = values["kegiatan"]
    values["kegiatan"] = [first]
    parts = portfolio(
        RawFile("plans/sagara/2025-2029/a.yaml", json.dumps(values, indent=3).encode()),
        RawFile("plans/sagara/2025-2029/b.yaml", json.dumps({"kegiatan": [second]}).encode()),
    )
    assert changes(whole, parts) == ()


EDITS = st.lists(st.sampled_from([row[1] for row in ONE_FACT] + [row[1] for row in NO_FACT]), max_size=6)


def edited(small_plan: Callable[[], Values], edits: list[Callable[[Values], None]]) -> Plan:
    values = small_plan()
    for edit in edits:
        try:
            edit(values)
        except (IndexError, KeyError):
            continue  # an earlier edit took away what this one changes
    return read(values)


@given(one=EDITS, other=EDITS)
def test_reversing_mirrors_and_the_same_is_nothing(
    small_plan: Callable[[], Values],
    one: list[Callable[[Values], None]],
    other: list[Callable[[Values], None]],
) -> None:
    before, after = edited(small_plan, one), edited(small_plan, other)
    there = plan_changes(HERE, before, after)
    assert set(plan_changes(HERE, after, before)) == {mirrored(change) for change in there}
    assert tuple(mirrored(mirrored(change)) for change in there) == there
    assert len(set(there)) == len(there)
    assert plan_changes(HERE, before, edited(small_plan, one)) == ()
