import dataclasses
import json
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.locale import language
from generator.model.address import PlanAddress
from generator.model.changes import KINDS, Change, changes, plan_changes
from generator.model.changes.facts import (
    ActivityAdded,
    ActivityRemoved,
    ActivityRenamed,
    BudgetChanged,
    CeilingMoved,
    DecreeChanged,
    EndMoved,
    EntryAdded,
    EntryRemoved,
    FieldChanged,
    GapClosed,
    GapOpened,
    ItemAdded,
    ItemRemoved,
    MilestoneAdded,
    MilestoneMoved,
    MilestoneRemoved,
    OutputAdded,
    OutputMoved,
    OutputRemoved,
    OwnerChanged,
    PlanMoved,
    PlanPublished,
    PlanRemoved,
    PlanStatusChanged,
    ProgressReported,
    RegulationMoved,
    RegulationStatusChanged,
    SectionEmptied,
    SectionFilled,
    StageChanged,
    StartMoved,
    StatusChanged,
    TargetMoved,
)
from generator.model.changes.shapes import EntryFact, Exchange, FieldFact, MoneyShare, ProgressReport, TargetValue
from generator.model.description import Shape, fields, item_lists
from generator.model.edition import Edition
from generator.model.entity import Entity
from generator.model.money import Total
from generator.model.plan import Plan
from generator.model.portfolio import Portfolio
from generator.model.terms import (
    ActivityStatus,
    FundingSource,
    Phase,
    PlanStatus,
    RegulationStatus,
    SectionKey,
    StaffRole,
    Stage,
)
from generator.model.values import UNKNOWN, Quarter
from generator.pages.words.changes import ChangeWords
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan
from generator.store.plain import dump
from generator.store.restored import load

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
    (MilestoneAdded, MilestoneRemoved),
    (OutputAdded, OutputRemoved),
    (EntryAdded, EntryRemoved),
)
OPPOSITES: dict[type[Change], type[Change]] = {one: other for pair in PAIRS for one, other in (pair, pair[::-1])}


def mirrored(change: Change) -> Change:
    """The fact seen from the other side: what is told when before and after are exchanged."""
    if isinstance(change, Exchange):
        return dataclasses.replace(change, before=change.after, after=change.before)
    return OPPOSITES[type(change)](**{each.name: getattr(change, each.name) for each in dataclasses.fields(change)})


def uncalled(change: Change) -> Change:
    """The fact without what its entry is called by, which is what the later state says."""
    return dataclasses.replace(change, entry=()) if isinstance(change, FieldFact | EntryFact) else change


def fact(kind: Callable[..., Change], item: str, **values: Any) -> Change:
    return kind(plan=HERE, item=item, **values)


def field_fact(
    kind: Callable[..., Change], item: str, path: tuple[str, ...], entry: str, before: Any, after: Any
) -> Change:
    return fact(kind, item, collection="kegiatan", path=path, entry=(entry,), before=before, after=after, promise=True)


def plan_with_lists(small_plan: Callable[[], Values]) -> Values:
    """The small plan with something in every kind of list that a fact is about."""
    values = small_plan()
    values["kegiatan"][0] |= {
        "tonggak": [{"tanggal": "2026-12-15", "uraian": "Uji coba"}],
        "keluaran": [{"uraian": "Izin daring", "jumlah": 12}],
    }
    values["rencana"]["penetapan"] = {"bentuk": "perbup", "nomor": "12", "tahun": 2025}
    values["cetak_biru"]["pendanaan"] = {"sasaran": "Tetap.", "pagu": {"2026": 4000}}
    values["sdm"] = [{"peran": "pengembang", "unit": "kominfo", "tahun": 2026, "ada": 1}]
    return values


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
            before=ProgressReport(date(2026, 1, 2), 10),
            after=ProgressReport(date(2026, 6, 30), 40),
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
        "owner joined by another",
        put("kegiatan", 0, "penanggung_jawab", value=["ptsp", "kominfo"]),
        fact(OwnerChanged, "K-001", before="DPMPTSP", after="DPMPTSP, Dinas Kominfo"),
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
        fact(TargetMoved, "G-1", before=TargetValue(Decimal(12), 2028), after=TargetValue(Decimal(12), 2029)),
    ),
    (
        "target of an indicator",
        put("indikator_kinerja", 0, "sasaran", 2027, value=6),
        fact(TargetMoved, "IK-1", before=TargetValue(Decimal(8), 2027), after=TargetValue(Decimal(6), 2027), year=2027),
    ),
    (
        "target of an indicator dropped",
        drop("indikator_kinerja", 0, "sasaran", 2027),
        fact(TargetMoved, "IK-1", before=TargetValue(Decimal(8), 2027), after=None, year=2027),
    ),
    (
        "target of a service",
        put("layanan", 0, "tahun_sasaran", value=2029),
        fact(
            TargetMoved,
            "L-1",
            before=TargetValue(Stage.CONSOLIDATION, 2028),
            after=TargetValue(Stage.CONSOLIDATION, 2029),
        ),
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
    (
        "milestone moved",
        put("kegiatan", 0, "tonggak", 0, "tanggal", value="2027-12-15"),
        field_fact(MilestoneMoved, "K-001", ("tonggak", "tanggal"), "Uji coba", date(2026, 12, 15), date(2027, 12, 15)),
    ),
    (
        "milestone removed",
        drop("kegiatan", 0, "tonggak", 0),
        fact(
            MilestoneRemoved,
            "K-001",
            collection="kegiatan",
            path=("tonggak",),
            entry=("Uji coba",),
            values=(("tanggal", date(2026, 12, 15)), ("uraian", "Uji coba")),
            promise=True,
        ),
    ),
    (
        "output cut",
        put("kegiatan", 0, "keluaran", 0, "jumlah", value=5),
        field_fact(OutputMoved, "K-001", ("keluaran", "jumlah"), "Izin daring", Decimal(12), Decimal(5)),
    ),
    (
        "output added",
        put("kegiatan", 0, "keluaran", 1, value={"uraian": "Buku", "jumlah": 2}),
        fact(
            OutputAdded,
            "K-001",
            collection="kegiatan",
            path=("keluaran",),
            entry=("Buku",),
            values=(("uraian", "Buku"), ("jumlah", Decimal(2))),
            promise=True,
        ),
    ),
    (
        "ceiling halved",
        put("cetak_biru", "pendanaan", "pagu", "2026", value=2000),
        fact(
            CeilingMoved,
            "pendanaan",
            collection="cetak_biru",
            path=("pagu", "2026"),
            before=4000,
            after=2000,
            promise=True,
        ),
    ),
    (
        "decree",
        put("rencana", "penetapan", "nomor", value="13"),
        fact(DecreeChanged, "", path=("rencana", "penetapan", "nomor"), before="12", after="13", promise=True),
    ),
    (
        "link of the decree",
        put("rencana", "penetapan", "tautan", value="https://jdih.example/12"),
        fact(FieldChanged, "", path=("rencana", "penetapan", "tautan"), before=None, after="https://jdih.example/12"),
    ),
    (
        "name of a unit",
        put("unit", 1, "nama", value="Dinas Penanaman Modal"),
        fact(FieldChanged, "ptsp", collection="unit", path=("nama",), before="DPMPTSP", after="Dinas Penanaman Modal"),
    ),
    (
        "text of a section",
        put("cetak_biru", "integrasi", "kondisi", value="Ada."),
        fact(FieldChanged, "integrasi", collection="cetak_biru", path=("kondisi",), before="Belum ada.", after="Ada."),
    ),
    (
        "staff counted",
        put("sdm", 0, "ada", value=2),
        fact(FieldChanged, "", path=("sdm", "ada"), entry=(StaffRole.DEVELOPER, "kominfo", 2026), before=1, after=2),
    ),
    (
        "staff of another role",
        put("sdm", 1, value={"peran": "data", "unit": "ptsp", "tahun": 2026, "ada": 3}),
        fact(
            EntryAdded,
            "",
            path=("sdm",),
            entry=(StaffRole.DATA, "ptsp", 2026),
            values=(("peran", StaffRole.DATA), ("unit", "ptsp"), ("tahun", 2026), ("ada", 3)),
        ),
    ),
    (
        "one source becomes two",
        put(
            *("kegiatan", 0, "anggaran"),
            value=[
                {"tahun": 2026, "jumlah": 500, "fase": "indikatif", "sumber": "apbd"},
                {"tahun": 2027, "jumlah": 300, "fase": "indikatif", "sumber": "apbd"},
                {"tahun": 2027, "jumlah": 100, "fase": "indikatif", "sumber": "dak"},
            ],
        ),
        fact(
            FieldChanged,
            "K-001",
            collection="kegiatan",
            path=("anggaran", "sumber"),
            entry=(2027, Phase.INDICATIVE),
            before=FundingSource.APBD,
            after=(MoneyShare(FundingSource.APBD, Total(300, 1)), MoneyShare(FundingSource.DAK, Total(100, 1))),
        ),
    ),
    (
        "a note of an older report",
        put("kegiatan", 0, "kemajuan", 0, "catatan", value="Tiga izin."),
        fact(
            FieldChanged,
            "K-001",
            collection="kegiatan",
            path=("kemajuan", "catatan"),
            entry=(date(2026, 1, 2),),
            before=None,
            after="Tiga izin.",
        ),
    ),
    (
        "closes another gap as well",
        put("kegiatan", 1, "menutup", value=["G-1"]),
        fact(FieldChanged, "K-002", collection="kegiatan", path=("menutup",), before=(), after=("G-1",)),
    ),
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
    plan["kegiatan"][0]["anggaran"].append(line | {"jumlah": 300})


NO_FACT: list[tuple[str, Callable[[Values], None]]] = [
    ("nothing", lambda plan: None),
    ("order", reorder),
    ("one amount in two lines", split_a_line),
    ("date of update", put("rencana", "diperbarui", value="2026-05-05")),
    ("white space", put("unit", 1, "nama", value="  DPMPTSP ")),
    ("an empty list", put("risiko", value=[])),
]


@pytest.mark.parametrize("key", ["tahun", "fase", "jumlah", "sumber", "kode", "jenis_biaya"])
def test_of_money_unknown_and_not_recorded_differ(small_plan: Callable[[], Values], key: str) -> None:
    said, silent = small_plan(), small_plan()
    line = {"tahun": 2026, "fase": "pagu", "jumlah": 5}
    said["kegiatan"][0]["anggaran"] = [line | {key: "tidak_diketahui"}]
    silent["kegiatan"][0]["anggaran"] = [{other: value for other, value in line.items() if other != key}]
    (told,) = plan_changes(HERE, read(said), read(silent))
    (back,) = plan_changes(HERE, read(silent), read(said))
    assert isinstance(told, FieldChanged)
    assert isinstance(back, FieldChanged)
    assert (told.path, told.before, told.after) == (("anggaran", key), UNKNOWN, None)
    assert (back.path, back.before, back.after) == (("anggaran", key), None, UNKNOWN)


@pytest.mark.parametrize(("edit", "expected"), [row[1:] for row in ONE_FACT], ids=[row[0] for row in ONE_FACT])
def test_one_edit_is_one_fact(
    small_plan: Callable[[], Values], edit: Callable[[Values], None], expected: Change
) -> None:
    edited = plan_with_lists(small_plan)
    edit(edited)
    before, after = read(plan_with_lists(small_plan)), read(edited)
    assert plan_changes(HERE, before, after) == (expected,)
    assert plan_changes(HERE, after, before) == (mirrored(expected),)


@pytest.mark.parametrize("change", [row[2] for row in ONE_FACT], ids=[row[0] for row in ONE_FACT])
def test_a_fact_can_be_kept(change: Change) -> None:
    assert repr(load(dump(change, Change), Change)) == repr(change)


@pytest.mark.parametrize("edit", [row[1] for row in NO_FACT], ids=[row[0] for row in NO_FACT])
def test_a_cosmetic_edit_is_no_fact(small_plan: Callable[[], Values], edit: Callable[[Values], None]) -> None:
    edited = small_plan()
    edit(edited)
    assert plan_changes(HERE, read(small_plan()), read(edited)) == ()


def test_every_kind_of_fact_has_its_row() -> None:
    seen = {type(expected) for _, _, expected in ONE_FACT}
    seen |= {type(mirrored(expected)) for _, _, expected in ONE_FACT}
    assert seen | {PlanPublished, PlanRemoved, PlanMoved} == set(KINDS)
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


def test_a_plan_with_another_address_is_compared_with_itself(
    small_plan: Callable[[], Values], edition_of: Callable[..., Edition]
) -> None:
    values = small_plan()
    before = Portfolio.of([edition_of(values, institution="kab-sagara")])
    values["kegiatan"][0]["selesai"] = "2028-T4"
    values["rencana"]["periode"]["selesai"] = 2030
    after = Portfolio.of([edition_of(values, "2025-2030")])
    kinds = [PlanMoved, EndMoved, FieldChanged]
    assert [type(change) for change in changes(before, after)] == kinds
    assert [type(change) for change in changes(after, before)] == kinds
    values["lembaga"]["kode"] = "99.02"
    another = Portfolio.of([edition_of(values, "2025-2030")])
    assert {type(change) for change in changes(before, another)} == {PlanPublished, PlanRemoved}


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
    values = plan_with_lists(small_plan)
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


def taken_away(entity: Entity) -> Iterator[Entity]:
    """The entity without one of the values in it, for each value on any level."""
    for field in fields(type(entity)):
        value = getattr(entity, field.name)
        if value in (None, (), {}):
            continue
        empty: Any = {Shape.ONE: None, Shape.MANY: (), Shape.BY_YEAR: {}}[field.shape]
        yield entity.model_copy(update={field.name: empty})
        inside = [value] if isinstance(value, Entity) else value if field.group else ()
        for place, each in enumerate(inside):
            for less in taken_away(each):
                whole = less if isinstance(value, Entity) else (*value[:place], less, *value[place + 1 :])
                yield entity.model_copy(update={field.name: whole})


def test_no_field_changes_in_silence() -> None:
    """Of a complete plan every value is taken away once: each time something is told, and it can be put in words."""
    example = Path(__file__).parents[3] / "examples/contoh.yaml"
    edition = read_plan(PlanFiles(HERE, (RawFile("plans/sagara/2025-2029.yaml", example.read_bytes()),))).edition
    assert edition is not None
    plan, words, silent, states = edition.plan, ChangeWords(language()), [], 0
    for less in taken_away(plan):
        if any(getattr(less, name) is None for name in ("format_version", "institution", "header", "framework")):
            continue
        if less.framework.strategies == () or _without_what_identifies(less):
            continue
        states += 1
        there, back = plan_changes(HERE, plan, less), plan_changes(HERE, less, plan)
        assert set(map(uncalled, back)) == {uncalled(mirrored(change)) for change in there}
        told = [words.told(change) for change in (*there, *back)]
        if not told or not all(told):
            silent.append(less)
    assert states > 150
    assert [_what_differs(plan, less) for less in silent] == [["header"]]  # `diperbarui` goes with every other change


def _without_what_identifies(plan: Plan) -> bool:
    """Whether something without which the model itself cannot be looked at was taken away."""
    parts = (plan.blueprint, plan.development, plan.framework.conditions, plan.framework.staging)
    ids = (item.id for _, items in item_lists(plan) for item in items)
    header = plan.header
    return None in (*parts, *ids, header.period, header.status, header.title, plan.institution.name)


def _what_differs(one: Plan, other: Plan) -> list[str]:
    return [field.name for field in fields(Plan) if getattr(one, field.name) != getattr(other, field.name)]
