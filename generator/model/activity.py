"""The activities of a plan: what is done, by whom, when, for how much, and how far it is."""

from typing import ClassVar

from generator.locale import Message, say
from generator.model.blueprint import Gap
from generator.model.chapter import Chapter
from generator.model.costs import BudgetLine, Clearance, StaffNeed
from generator.model.delivery import Milestone, Output, Progress
from generator.model.entity import Entity, Item, key
from generator.model.framework import Strategy
from generator.model.institution import Unit
from generator.model.inventory import Regulation, Service
from generator.model.program import ParentActivity, Program
from generator.model.reference import Ref
from generator.model.terms import ActivityStatus, Content, Domain, Priority, Procurement, SectionKey, Stage
from generator.model.values import (
    End,
    Identifier,
    Known,
    Maybe,
    NationalIndicator,
    Note,
    OneOrMore,
    Start,
    Statement,
    Text,
    Unknown,
)


class Continuation(Entity):
    """The activity of an earlier plan that an activity goes on with (`lanjutan_dari`)."""

    plan: Text = key("rencana", "Rencana", "Masa rencana sebelumnya, atau alamatnya.", "2020-2024", promise=True)
    activity: Identifier = key("id", "Id", "Id kegiatan itu dalam rencana sebelumnya.", "K-007", promise=True)


class Activity(Item):
    """An activity of the implementation plan (`kegiatan`)."""

    called: ClassVar[Message] = say("kegiatan")
    told_on: ClassVar[Chapter] = Chapter.IMPLEMENTATION

    name: Text = key("nama", "Nama", "Nama kegiatan yang dimengerti warga.", "Portal perizinan usaha mikro")
    text: Note = key(
        "uraian",
        "Uraian",
        "Keterangan tambahan dalam satu atau dua kalimat.",
        "Satu portal untuk dua belas jenis izin.",
        default=None,
    )
    priority: Maybe[Priority] = key(
        "prioritas", "Prioritas", "Seberapa didahulukan; `cepat` bila hasilnya segera terlihat.", "cepat", default=None
    )
    places: OneOrMore[Text] = key(
        "lokasi",
        "Lokasi",
        "Tempat pelaksanaan: kode wilayah Kemendagri atau namanya.",
        ["99.01"],
        default=(),
    )
    beneficiaries: Maybe[Statement] = key(
        "kelompok_sasaran", "Kelompok sasaran", "Siapa yang merasakan hasilnya.", "Pelaku usaha mikro", default=None
    )
    parent: Maybe[Ref[ParentActivity]] = key(
        "induk",
        "Kegiatan induk",
        "Id kegiatan induk dalam anggaran.",
        "KI-1",
        default=None,
        says=say("bagian dari kegiatan induk"),
    )
    program: Known[Ref[Program]] = key(
        "program", "Program", "Id program yang menaungi kegiatan.", "P-1", says=say("termasuk program")
    )
    told_sections: Known[tuple[SectionKey, ...]] = key(
        "bagian",
        "Bagian",
        "Bagian cetak biru yang dijalankan kegiatan ini.",
        ["infrastruktur_aplikasi"],
        default=(),
    )
    continues: Continuation | None = key(
        "lanjutan_dari",
        "Lanjutan dari",
        "Kegiatan rencana sebelumnya yang diteruskan, supaya janji pertamanya ikut terbaca.",
        default=None,
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
    stage: Maybe[Stage] = key("tahap", "Tahap", "Tahap nasional menurut Inpres 3/2003.", "pemantapan", default=None)
    content: Maybe[Content] = key(
        "muatan", "Muatan", "Muatan Peta Rencana SPBE menurut Perpres 132/2022.", "aplikasi", default=None
    )
    domain: Maybe[Domain] = key(
        "domain", "Domain", "Domain arsitektur SPBE menurut Perpres 132/2022.", "aplikasi", default=None
    )
    national_indicators: tuple[NationalIndicator, ...] = key(
        "indikator_nasional",
        "Indikator nasional",
        "Indikator nasional yang dinaikkan: pengenal kerangka, garis miring, nomor.",
        ["pemdi-8-2026/13"],
        default=(),
    )
    owners: Known[OneOrMore[Ref[Unit]]] = key(
        "penanggung_jawab",
        "Penanggung jawab",
        "Id unit yang bertanggung jawab, bukan nama orang; bila lebih dari satu, uangnya dihitung pada yang pertama.",
        "dpmptsp",
        says=say("menjadi tanggung jawab unit"),
        promise=True,
    )
    supporters: tuple[Ref[Unit], ...] = key(
        "pendukung", "Pendukung", "Id unit pendukung.", ["diskominfo"], default=(), says=say("didukung unit")
    )
    start: Known[Start] = key(
        "mulai", "Mulai", "Tahun dan triwulan kegiatan dimulai, atau tahunnya saja.", "2026-T2", promise=True
    )
    end: Known[End] = key(
        "selesai", "Selesai", "Tahun dan triwulan kegiatan selesai, atau tahunnya saja.", "2028-T4", promise=True
    )
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

    @property
    def sections(self) -> tuple[SectionKey, ...]:
        """The sections it is known to serve."""
        return self.told_sections if isinstance(self.told_sections, tuple) else ()

    @property
    def responsible(self) -> tuple[str | Unknown, ...]:
        """Each owner, or that none is known."""
        return tuple(dict.fromkeys(self.owners)) if isinstance(self.owners, tuple) else (self.owners,)

    @property
    def owner(self) -> str | Unknown:
        """The first of the owners, under whom the money is counted, so that no rupiah is counted twice."""
        return self.responsible[0]
