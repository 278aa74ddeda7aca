from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.locale import language
from generator.model.address import PlanAddress
from generator.model.changes import KINDS, Change, facts
from generator.model.changes.shapes import MoneyShare, ProgressReport, TargetValue
from generator.model.history import Slips
from generator.model.history.continuation import ActivityContinued, BudgetContinued
from generator.model.history.promises import PlanFigureMoved
from generator.model.money import Total
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

WORDS = ChangeWords(language())
HERE = PlanAddress("sagara", "2025-2029")


def change(kind: Callable[..., Change], **values: Any) -> Change:
    return kind(plan=HERE, item="K-001", name="Portal {perizinan}", **values)


def within(
    kind: Callable[..., Change],
    path: tuple[str, ...],
    before: object,
    after: object,
    known_by: tuple[object, ...] = (),
    collection: str = "kegiatan",
) -> Change:
    return change(kind, path=path, before=before, after=after, entry=known_by, collection=collection)


def entry(
    kind: Callable[..., Change],
    path: tuple[str, ...],
    values: tuple[tuple[str, object], ...],
    collection: str = "kegiatan",
) -> Change:
    return change(kind, path=path, values=values, collection=collection)


LONG = "Satu portal dengan satu akun untuk semua warga yang mengurus izin"

TOLD = [
    (
        change(facts.PlanPublished, activities=2, money=Total(900, 1, 1)),
        "terbit: 2 kegiatan, Rp900 (belum lengkap)",
    ),
    (
        change(facts.PlanRemoved, activities=2, money=Total(0, 0, 1)),
        "tidak lagi diterbitkan: 2 kegiatan, jumlah tidak diketahui",
    ),
    (
        change(facts.PlanMoved, before=PlanAddress("kab-sagara", "2025-2029"), after=HERE),
        "pindah dari kab-sagara/2025-2029 ke sagara/2025-2029",
    ),
    (
        change(facts.PlanStatusChanged, before=PlanStatus.IN_FORCE, after=PlanStatus.REVOKED),
        "status rencana berubah dari Berlaku menjadi Dicabut",
    ),
    (change(facts.ActivityAdded, money=Total(1_500_000, 1)), "kegiatan baru, Rp1.500.000"),
    (change(facts.ActivityRemoved, money=Total()), "kegiatan dihapus, belum ada anggaran tercatat"),
    (change(facts.ActivityRenamed, before="Portal {x}", after="P"), "berganti nama, semula “Portal {x}”"),
    (
        change(facts.StartMoved, before=Quarter(2027, 1), after=Quarter(2026, 3)),
        "jadwal mulai dimajukan 2 triwulan, dari T1 2027 ke T3 2026",
    ),
    (
        change(facts.EndMoved, before=Quarter(2027, 4), after=Quarter(2029, 2)),
        "jadwal selesai diundur 6 triwulan, dari T4 2027 ke T2 2029",
    ),
    (
        change(facts.EndMoved, before=Quarter(2027, 4), after=UNKNOWN),
        "jadwal selesai berubah dari T4 2027 menjadi tidak diketahui",
    ),
    (
        change(facts.BudgetChanged, year=2026, phase=Phase.INDICATIVE, before=Total(500, 1), after=Total(600, 1)),
        "anggaran 2026 (Indikatif) naik Rp100, dari Rp500 menjadi Rp600",
    ),
    (
        change(facts.BudgetChanged, year=None, phase=None, before=None, after=Total(600, 1)),
        "anggaran tanpa tahun (tanpa fase) dicatat: Rp600",
    ),
    (
        change(PlanFigureMoved, year=2026, before=Total(500, 1), after=Total(400, 1)),
        "anggaran 2026 turun Rp100, dari Rp500 menjadi Rp400",
    ),
    (
        change(PlanFigureMoved, year=2026, before=Total(500, 1), after=Total(0, 0, 1)),
        "anggaran 2026 berubah dari Rp500 menjadi jumlah tidak diketahui",
    ),
    (
        change(PlanFigureMoved, year=2026, before=Total(500, 1), after=Total()),
        "anggaran 2026 dihapus, semula Rp500",
    ),
    (
        change(ActivityContinued, earlier=PlanAddress("sagara", "2020-2024"), activity="K-12"),
        "melanjutkan K-12 dari rencana 2020–2024",
    ),
    (
        change(BudgetContinued, earlier=PlanAddress("lain", "2020-2024"), before=Total(500, 1), after=Total(400, 1)),
        "anggaran Rp500 dalam rencana lain/2020-2024, Rp400 dalam rencana ini",
    ),
    (
        change(facts.StatusChanged, before=ActivityStatus.RUNNING, after=UNKNOWN),
        "status berubah dari Berjalan menjadi tidak diketahui",
    ),
    (
        change(
            facts.ProgressReported,
            before=ProgressReport(date(2026, 1, 2), 10),
            after=ProgressReport(date(2026, 6, 5), 40),
        ),
        "kemajuan dilaporkan: 40% (5 Juni 2026), sebelumnya 10% (2 Januari 2026)",
    ),
    (
        change(facts.OwnerChanged, before="DPMPTSP", after="Diskominfo"),
        "penanggung jawab berubah dari DPMPTSP menjadi Diskominfo",
    ),
    (
        change(facts.StageChanged, before=Stage.MATURATION, after=Stage.PREPARATION),
        "tahap berubah dari Pematangan menjadi Persiapan",
    ),
    (change(facts.GapOpened, recorded=True), "kesenjangan baru dicatat"),
    (change(facts.GapClosed, recorded=False), "kini ada kegiatan yang menutup kesenjangan ini"),
    (
        change(facts.TargetMoved, before=TargetValue(Decimal("2.50"), 2027), after=TargetValue(Decimal(3), None)),
        "sasaran berubah dari 2,5 (2027) menjadi 3 (tahun tidak tercatat)",
    ),
    (
        change(facts.TargetMoved, before=TargetValue(Decimal(8), 2027), after=TargetValue(Decimal(6), 2027)),
        "sasaran 2027 berubah dari 8 menjadi 6",
    ),
    (
        change(facts.TargetMoved, before=TargetValue(Stage.CONSOLIDATION, 2028), after=None),
        "sasaran dihapus, semula Pemantapan (2028)",
    ),
    (
        change(facts.RegulationMoved, before=2026, after=None),
        "tahun terbit berubah dari 2026 menjadi belum tercatat",
    ),
    (
        change(facts.RegulationStatusChanged, before=RegulationStatus.PLANNED, after=RegulationStatus.DRAFT),
        "status peraturan berubah dari Direncanakan menjadi Rancangan",
    ),
    (change(facts.SectionFilled, section=SectionKey.FUNDING), "bagian cetak biru diisi"),
    (change(facts.SectionEmptied, section=SectionKey.FUNDING), "bagian cetak biru dikosongkan"),
    (
        change(facts.ItemAdded, collection="indikator_kinerja"),
        "ditambahkan ke daftar Indikator kinerja",
    ),
    (
        entry(
            facts.EntryAdded,
            ("tanggapan",),
            (("temuan", "muatan-tidak-tercakup"), ("item", "audit_tik"), ("penjelasan", "Menunggu.")),
            "",
        ),
        "tanggapan atas temuan ditambah: temuan “Muatan tidak tercakup”, item “Audit TIK”, penjelasan “Menunggu.”",
    ),
    (
        within(
            facts.FieldChanged, ("tanggapan", "item"), None, "audit_tik", ("muatan-tidak-tercakup", "audit_tik"), ""
        ),
        "tanggapan atas temuan “Muatan tidak tercakup, Audit TIK”: item dicatat: “Audit TIK”",
    ),
    (
        entry(facts.EntryAdded, ("alasan_perubahan",), (("item", "pendanaan"), ("alasan", "Lelang.")), ""),
        "alasan perubahan ditambah: item “Cetak biru pendanaan”, alasan “Lelang.”",
    ),
    (
        within(facts.FieldChanged, ("lanjutan_dari", "id"), "K-12", None),
        "tidak lagi melanjutkan kegiatan K-12 dari rencana sebelumnya",
    ),
    (
        within(facts.FieldChanged, ("lanjutan_dari", "id"), "K-12", "K-13"),
        "kini melanjutkan kegiatan K-13 dari rencana sebelumnya, semula K-12",
    ),
    (within(facts.FieldChanged, ("lanjutan_dari", "rencana"), None, "2020-2024"), "kini melanjutkan rencana 2020-2024"),
    (
        within(facts.FieldChanged, ("rencana", "melanjutkan"), None, "sagara/2020-2024", collection=""),
        "kini melanjutkan rencana sagara/2020-2024",
    ),
    (change(facts.ItemRemoved, collection="strategi"), "dihapus dari daftar Strategi"),
    (
        within(facts.MilestoneMoved, ("tonggak", "tanggal"), date(2026, 12, 15), date(2027, 12, 15), ("Uji coba",)),
        "tonggak “Uji coba”: tanggal diundur 365 hari, dari 15 Desember 2026 ke 15 Desember 2027",
    ),
    (
        within(facts.MilestoneMoved, ("tonggak", "tanggal"), date(2026, 12, 15), UNKNOWN, ("Uji coba",)),
        "tonggak “Uji coba”: tanggal berubah dari 15 Desember 2026 menjadi tidak diketahui",
    ),
    (
        entry(facts.MilestoneRemoved, ("tonggak",), (("tanggal", date(2026, 12, 15)), ("uraian", "Uji\ncoba"))),
        "tonggak dihapus: tanggal 15 Desember 2026, uraian “Uji coba”",
    ),
    (
        entry(facts.MilestoneAdded, ("tonggak",), (("tanggal", UNKNOWN),)),
        "tonggak ditambah: tanggal tidak diketahui",
    ),
    (
        within(facts.OutputMoved, ("keluaran", "jumlah"), Decimal(12), Decimal(5), ("Izin daring",)),
        "keluaran “Izin daring”: jumlah berubah dari 12 menjadi 5",
    ),
    (entry(facts.OutputAdded, ("keluaran",), (("jumlah", Decimal(2)),)), "keluaran ditambah: jumlah 2"),
    (entry(facts.OutputRemoved, ("keluaran",), (("uraian", "Buku"),)), "keluaran dihapus: uraian “Buku”"),
    (
        within(facts.CeilingMoved, ("pagu", "2026"), 4_000, 2_000, collection="cetak_biru"),
        "pagu 2026 turun Rp2.000, dari Rp4.000 menjadi Rp2.000",
    ),
    (
        within(facts.DecreeChanged, ("rencana", "penetapan", "nomor"), "12", "13", collection=""),
        "penetapan: nomor berubah dari “12” menjadi “13”",
    ),
    (within(facts.FieldChanged, ("pendukung",), (), ("ptsp",)), "pendukung dicatat: ptsp"),
    (
        within(facts.FieldChanged, ("menutup",), ("G-1", "G-2"), ("G-2", "G-3")),
        "menutup: ditambah G-3; dihapus G-1",
    ),
    (within(facts.FieldChanged, ("uraian",), "Satu portal.", None), "uraian dihapus, semula “Satu portal.”"),
    (
        within(
            facts.FieldChanged, ("uraian",), f"{LONG} dua belas izin, {LONG}", f"{LONG} sepuluh izin, {LONG} dan lagi"
        ),
        "uraian berubah: “dua belas” menjadi “sepuluh”; ditambah “dan lagi”",
    ),
    (
        within(
            facts.FieldChanged,
            ("anggaran", "sumber"),
            FundingSource.APBD,
            (MoneyShare(FundingSource.APBD, Total(300, 1)), MoneyShare(FundingSource.DAK, Total(100, 1))),
            (2027, Phase.INDICATIVE),
        ),
        "anggaran “2027, Indikatif”: sumber berubah dari APBD menjadi APBD Rp300, Dana Alokasi Khusus Rp100",
    ),
    (
        entry(
            facts.EntryAdded,
            ("sdm",),
            (("peran", StaffRole.DATA), ("tahun", 2026), ("ada", 3)),
            collection="",
        ),
        "SDM ditambah: peran Data, tahun 2026, ada 3",
    ),
    (entry(facts.EntryRemoved, ("kemajuan",), (("persen", 10),)), "kemajuan dihapus: persen 10%"),
]


@pytest.mark.parametrize(("fact", "words"), TOLD, ids=[type(row[0]).__name__ for row in TOLD])
def test_words(fact: Change, words: str) -> None:
    assert WORDS.told(fact) == words


def test_every_kind_has_words() -> None:
    assert {type(fact) for fact, _ in TOLD} >= set(KINDS)


def test_subjects() -> None:
    assert WORDS.subject(TOLD[0][0]) == "K-001 Portal {perizinan}"
    assert WORDS.subject(change(facts.SectionFilled, section=SectionKey.FUNDING)) == "Cetak biru pendanaan"
    long = facts.GapOpened(plan=HERE, item="G-1", name="kata\n" * 60, recorded=True)
    assert len(WORDS.subject(long)) < 100
    assert "\n" not in WORDS.subject(long)


def test_slips_as_an_activity_card_says_them() -> None:
    early, late = Quarter(2027, 4), Quarter(2029, 2)
    assert WORDS.slips(Slips(2, 0, early, late)) == "diundur 2 kali, dari T4 2027 ke T2 2029"
    assert WORDS.slips(Slips(0, 1, late, early)) == "dimajukan 1 kali, dari T2 2029 ke T4 2027"
    both = WORDS.slips(Slips(2, 1, early, late))
    assert both == "diundur 2 kali dan dimajukan 1 kali, dari T4 2027 ke T2 2029"
    assert WORDS.slips(Slips(0, 0, early, UNKNOWN)) == "berubah dari T4 2027 ke tidak diketahui"
