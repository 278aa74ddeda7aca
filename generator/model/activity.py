"""Programmes and activities: what is done, by whom, when, for how much, and how far it is."""

from typing import ClassVar

from generator.locale import Message, say
from generator.model.blueprint import Gap
from generator.model.chapter import Chapter
from generator.model.entity import Entity, Item, key
from generator.model.framework import Strategy
from generator.model.institution import Unit
from generator.model.inventory import Regulation, Service
from generator.model.reference import Ref
from generator.model.terms import (
    ActivityStatus,
    Content,
    CostKind,
    Domain,
    FundingSource,
    Phase,
    Procurement,
    SectionKey,
    StaffRole,
    Stage,
)
from generator.model.values import (
    Aside,
    Day,
    Known,
    Link,
    Maybe,
    Number,
    Percent,
    Quarter,
    Rupiah,
    Text,
    Year,
)


class Program(Item):
    """A budget programme that groups activities (`program`)."""

    called: ClassVar[Message] = say("program")
    told_on: ClassVar[Chapter] = Chapter.IMPLEMENTATION

    name: Text = key("nama", "Nama", "Nama program seperti dalam dokumen anggaran.", "Pengelolaan Aplikasi Informatika")
    code: Maybe[Text] = key(
        "kode", "Kode", "Kode program menurut nomenklatur; beri tanda kutip.", "2.16.03", default=None
    )
    nomenclature_year: Maybe[Year] = key(
        "tahun_nomenklatur", "Tahun nomenklatur", "Tahun nomenklatur yang dipakai untuk kode.", 2024, default=None
    )
    strategies: tuple[Ref[Strategy], ...] = key(
        "strategi",
        "Strategi",
        "Id strategi yang dijalankan program ini.",
        ["S-1"],
        default=(),
        says=say("melayani strategi"),
    )


class Output(Entity):
    """What an activity delivers (`keluaran`)."""

    text: Maybe[Text] = key("uraian", "Uraian", "Apa yang dihasilkan.", "Jenis izin daring", default=None)
    quantity: Maybe[Number] = key(
        "jumlah", "Jumlah", "Berapa banyak yang dihasilkan.", 12, default=None, promise=True, unit_key="satuan"
    )
    unit: Maybe[Text] = key("satuan", "Satuan", "Satuan jumlah.", "jenis izin", default=None)


class Milestone(Entity):
    """A day by which something is to be seen (`tonggak`)."""

    day: Maybe[Day] = key("tanggal", "Tanggal", "Tanggal yang dijanjikan.", "2026-12-15", default=None, promise=True)
    text: Maybe[Text] = key(
        "uraian", "Uraian", "Apa yang dapat dilihat pada tanggal itu.", "Uji coba tiga jenis izin", default=None
    )
    evidence: Maybe[Link] = key(
        "bukti", "Bukti", "Alamat bukti bahwa tonggak tercapai.", "https://sagara.example/uji-coba", default=None
    )
    reached: Maybe[Day] = key(
        "tercapai",
        "Tercapai",
        "Tanggal tonggak benar-benar tercapai; kosongkan selama belum.",
        "2026-12-10",
        default=None,
    )


class BudgetLine(Entity):
    """One phase of one year's money (`anggaran`); phases are never added to each other."""

    year: Maybe[Year] = key("tahun", "Tahun", "Tahun anggaran.", 2026, default=None)
    amount: Maybe[Rupiah] = key(
        "jumlah",
        "Jumlah",
        "Jumlah dalam rupiah penuh, tanpa `Rp` dan tanpa titik.",
        750000000,
        default=None,
        promise=True,
    )
    source: Maybe[FundingSource] = key(
        "sumber", "Sumber", "Sumber dana; `belum_ada` bila belum dianggarkan.", "apbd", default=None
    )
    phase: Maybe[Phase] = key(
        "fase",
        "Fase",
        "Fase penganggaran; tiap fase satu baris, dan fase tidak dijumlahkan.",
        "indikatif",
        default=None,
    )
    code: Maybe[Text] = key("kode", "Kode", "Kode subkegiatan menurut nomenklatur.", "2.16.03.2.02.0037", default=None)
    cost_kind: Maybe[CostKind] = key(
        "jenis_biaya", "Jenis biaya", "Jenis biaya: modal, operasional atau pemeliharaan.", "modal", default=None
    )


class StaffNeed(Entity):
    """Work that an activity needs from a role in a year (`sdm` of an activity)."""

    role: Maybe[StaffRole] = key("peran", "Peran", "Peran TIK yang dibutuhkan.", "pengembang", default=None)
    year: Maybe[Year] = key("tahun", "Tahun", "Tahun tenaga itu dibutuhkan.", 2026, default=None)
    person_months: Maybe[Number] = key(
        "orang_bulan",
        "Orang-bulan",
        "Kebutuhan tenaga: satu orang selama setahun adalah 12.",
        12,
        default=None,
        unit="orang-bulan",
    )


class Clearance(Entity):
    """The ICT unit's clearance of the spending (`klirens`)."""

    day: Maybe[Day] = key("tanggal", "Tanggal", "Tanggal klirens diberikan.", "2026-01-20", default=None)
    by: Maybe[Ref[Unit]] = key(
        "oleh",
        "Oleh",
        "Id unit yang memberi klirens.",
        "diskominfo",
        default=None,
        says=say("mendapat klirens dari unit"),
    )


class Progress(Entity):
    """How far an activity was on a day (`kemajuan`)."""

    day: Maybe[Day] = key("tanggal", "Tanggal", "Tanggal keadaan yang dilaporkan.", "2026-09-30", default=None)
    percent: Maybe[Percent] = key("persen", "Persen", "Kemajuan seluruh kegiatan, 0 sampai 100.", 35, default=None)
    note: Aside = key(
        "catatan", "Catatan", "Apa yang sudah dikerjakan, dalam satu kalimat.", "Tiga izin diuji coba.", default=None
    )
    evidence: Maybe[Link] = key(
        "bukti",
        "Bukti",
        "Alamat laporan atau hasil yang dapat dilihat pembaca.",
        "https://sagara.example/laporan-t3",
        default=None,
    )


class Activity(Item):
    """An activity of the implementation plan (`kegiatan`)."""

    called: ClassVar[Message] = say("kegiatan")
    told_on: ClassVar[Chapter] = Chapter.IMPLEMENTATION

    name: Text = key("nama", "Nama", "Nama kegiatan yang dimengerti warga.", "Portal perizinan usaha mikro")
    text: Aside = key(
        "uraian",
        "Uraian",
        "Keterangan tambahan dalam satu atau dua kalimat.",
        "Satu portal untuk dua belas jenis izin.",
        default=None,
    )
    program: Known[Ref[Program]] = key(
        "program", "Program", "Id program yang menaungi kegiatan.", "P-1", says=say("termasuk program")
    )
    sections: tuple[SectionKey, ...] = key(
        "bagian", "Bagian", "Bagian cetak biru yang dijalankan kegiatan ini.", ["infrastruktur_aplikasi"]
    )
    closes: tuple[Ref[Gap], ...] = key(
        "menutup", "Menutup", "Id kesenjangan yang ditutup.", ["G-1"], default=(), says=say("menutup kesenjangan")
    )
    strategies: tuple[Ref[Strategy], ...] = key(
        "mendukung_strategi",
        "Mendukung strategi",
        "Id strategi yang didukung.",
        ["S-2"],
        default=(),
        says=say("mendukung strategi"),
    )
    services: tuple[Ref[Service], ...] = key(
        "layanan",
        "Layanan",
        "Id layanan yang dihasilkan atau diperbaiki.",
        ["L-1"],
        default=(),
        says=say("menghasilkan layanan"),
    )
    stage: Known[Stage] = key("tahap", "Tahap", "Tahap nasional menurut Inpres 3/2003.", "pemantapan")
    content: Known[Content] = key("muatan", "Muatan", "Muatan Peta Rencana SPBE menurut Perpres 132/2022.", "aplikasi")
    domain: Known[Domain] = key("domain", "Domain", "Domain arsitektur SPBE menurut Perpres 132/2022.", "aplikasi")
    national_indicators: tuple[Text, ...] = key(
        "indikator_nasional",
        "Indikator nasional",
        "Indikator nasional yang dinaikkan: pengenal kerangka, garis miring, nomor.",
        ["pemdi-8-2026/13"],
        default=(),
    )
    owner: Known[Ref[Unit]] = key(
        "penanggung_jawab",
        "Penanggung jawab",
        "Id unit yang bertanggung jawab; bukan nama orang.",
        "dpmptsp",
        says=say("menjadi tanggung jawab unit"),
        promise=True,
    )
    supporters: tuple[Ref[Unit], ...] = key(
        "pendukung", "Pendukung", "Id unit pendukung.", ["diskominfo"], default=(), says=say("didukung unit")
    )
    start: Known[Quarter] = key("mulai", "Mulai", "Tahun dan triwulan kegiatan dimulai.", "2026-T2", promise=True)
    end: Known[Quarter] = key("selesai", "Selesai", "Tahun dan triwulan kegiatan selesai.", "2028-T4", promise=True)
    depends_on: tuple[Ref["Activity"], ...] = key(
        "bergantung_pada",
        "Bergantung pada",
        "Id kegiatan yang harus selesai dahulu.",
        ["K-002"],
        default=(),
        says=say("bergantung pada"),
    )
    needs_regulations: tuple[Ref[Regulation], ...] = key(
        "memerlukan_peraturan",
        "Memerlukan peraturan",
        "Id peraturan yang harus ada.",
        ["R-1"],
        default=(),
        says=say("memerlukan peraturan"),
    )
    outputs: tuple[Output, ...] = key("keluaran", "Keluaran", "Hasil kegiatan yang dapat dihitung.", default=())
    milestones: tuple[Milestone, ...] = key(
        "tonggak", "Tonggak", "Hasil antara dengan tanggal yang dijanjikan.", default=(), promise=True
    )
    budget: tuple[BudgetLine, ...] = key(
        "anggaran", "Anggaran", "Anggaran tiap tahun dan fase.", default=(), promise=True
    )
    staff: tuple[StaffNeed, ...] = key(
        "sdm", "SDM", "Tenaga yang dibutuhkan kegiatan, menurut peran dan tahun.", default=()
    )
    clearance: Clearance | None = key(
        "klirens", "Klirens", "Persetujuan unit pengelola TIK atas belanja TIK.", default=None
    )
    procurement: Maybe[Procurement] = key("pengadaan", "Pengadaan", "Cara pengadaan.", "penyedia", default=None)
    status: Known[ActivityStatus] = key("status", "Status", "Keadaan kegiatan sekarang.", "berjalan")
    progress: tuple[Progress, ...] = key(
        "kemajuan", "Kemajuan", "Laporan kemajuan; tambahkan baris baru, jangan menghapus yang lama.", default=()
    )
