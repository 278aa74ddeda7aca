"""How a plan is kept on course: indicators, risks, change efforts, evidence, and what its institution explains."""

from typing import ClassVar

from generator.locale import Message, say
from generator.model.activity import Activity
from generator.model.blueprint import Baseline
from generator.model.chapter import Chapter
from generator.model.entity import Entity, Item, key
from generator.model.institution import Unit
from generator.model.inventory import Regulation
from generator.model.reference import Ref
from generator.model.terms import Assessment, Direction, RiskKind
from generator.model.values import Day, Known, Link, Maybe, NationalIndicator, Number, Scale, Statement, Text, Year


class Indicator(Item):
    """A measure of success (`indikator_kinerja`)."""

    called: ClassVar[Message] = say("indikator kinerja")
    told_on: ClassVar[Chapter] = Chapter.IMPLEMENTATION

    name: Text = key("nama", "Nama", "Apa yang diukur.", "Jenis izin yang dapat diurus daring")
    unit: Maybe[Text] = key("satuan", "Satuan", "Satuan nilai.", "jenis izin", default=None, promise=True)
    direction: Maybe[Direction] = key(
        "arah", "Arah", "Arah yang diinginkan: naik, turun atau tetap.", "naik", default=None, promise=True
    )
    baseline: Baseline | None = key("dasar", "Data dasar", "Nilai awal dengan tahun dan sumbernya.", default=None)
    targets: dict[Year, Known[Number]] = key(
        "sasaran",
        "Sasaran",
        "Nilai yang dituju pada tiap tahun.",
        {2026: 3},
        default={},
        promise=True,
        unit_key="satuan",
    )
    achievements: dict[Year, Known[Number]] = key(
        "capaian", "Capaian", "Nilai yang tercapai pada tiap tahun.", {2026: 3}, default={}, unit_key="satuan"
    )
    activities: tuple[Ref[Activity], ...] = key(
        "kegiatan",
        "Kegiatan",
        "Id kegiatan yang mendukung indikator ini.",
        ["K-001"],
        default=(),
        says=say("diukur pada kegiatan"),
    )
    assessment: Maybe[Assessment] = key(
        "penilaian", "Penilaian", "Siapa yang menilai: resmi oleh pihak luar, atau mandiri.", "mandiri", default=None
    )


class Risk(Item):
    """A risk and what is done about it (`risiko`)."""

    called: ClassVar[Message] = say("risiko")
    told_on: ClassVar[Chapter] = Chapter.IMPLEMENTATION

    text: Text = key("uraian", "Uraian", "Apa yang dapat terjadi.", "Mutasi pegawai TIK")
    category: Maybe[Text] = key(
        "kategori", "Kategori", "Kelompok risiko menurut lembaga.", "Sumber daya manusia", default=None
    )
    kind: Maybe[RiskKind] = key(
        "jenis", "Jenis", "Ancaman (`negatif`) atau peluang (`positif`).", "negatif", default=None
    )
    owner: Maybe[Ref[Unit]] = key(
        "pemilik", "Pemilik", "Id unit yang menangani risiko.", "diskominfo", default=None, says=say("ditangani unit")
    )
    likelihood: Maybe[Scale] = key(
        "kemungkinan", "Kemungkinan", "Kemungkinan terjadi, 1 (paling kecil) sampai 5 (paling besar).", 4, default=None
    )
    impact: Maybe[Scale] = key(
        "dampak", "Dampak", "Besar dampaknya, 1 (paling kecil) sampai 5 (paling besar).", 4, default=None
    )
    response: Maybe[Statement] = key(
        "penanganan",
        "Penanganan",
        "Apa yang dilakukan untuk mencegah atau mengurangi.",
        "Pelatihan berpasangan",
        default=None,
    )
    due: Maybe[Day] = key("tenggat", "Tenggat", "Batas waktu penanganannya.", "2027-06-30", default=None)
    activities: tuple[Ref[Activity], ...] = key(
        "kegiatan",
        "Kegiatan",
        "Id kegiatan yang terancam risiko ini.",
        ["K-001"],
        default=(),
        says=say("mengancam kegiatan"),
    )


class ChangeEffort(Item):
    """An effort to bring people along (`perubahan`)."""

    called: ClassVar[Message] = say("upaya perubahan")
    told_on: ClassVar[Chapter] = Chapter.BLUEPRINT

    audience: Maybe[Text] = key("sasaran", "Sasaran", "Siapa yang diajak berubah.", "Pegawai DPMPTSP", default=None)
    text: Statement = key("uraian", "Uraian", "Apa yang dilakukan.", "Pelatihan portal perizinan")
    channel: Maybe[Text] = key(
        "saluran", "Saluran", "Cara menyampaikannya, misalnya lokakarya.", "lokakarya", default=None
    )
    unit: Maybe[Ref[Unit]] = key(
        "unit", "Unit", "Id unit yang melaksanakan.", "dpmptsp", default=None, says=say("dilaksanakan unit")
    )
    year: Maybe[Year] = key("tahun", "Tahun", "Tahun pelaksanaan.", 2026, default=None)


class Evidence(Item):
    """A document that proves something no single milestone holds (`bukti`): a decree, a procedure, an audit."""

    called: ClassVar[Message] = say("bukti")
    told_on: ClassVar[Chapter] = Chapter.IMPLEMENTATION

    title: Text = key("judul", "Judul", "Judul dokumen.", "SK Tim Koordinasi SPBE")
    link: Maybe[Link] = key(
        "tautan", "Tautan", "Alamat dokumen di internet.", "https://sagara.example/sk-tim.pdf", default=None
    )
    day: Maybe[Day] = key("tanggal", "Tanggal", "Tanggal dokumen.", "2026-03-02", default=None)
    national_indicators: tuple[NationalIndicator, ...] = key(
        "indikator_nasional",
        "Indikator nasional",
        "Indikator nasional yang dibuktikan: pengenal kerangka, garis miring, nomor.",
        ["pemdi-8-2026/13"],
        default=(),
    )
    activities: tuple[Ref[Activity], ...] = key(
        "kegiatan",
        "Kegiatan",
        "Id kegiatan yang dibuktikan.",
        ["K-001"],
        default=(),
        says=say("membuktikan kegiatan"),
    )
    regulations: tuple[Ref[Regulation], ...] = key(
        "peraturan",
        "Peraturan",
        "Id peraturan yang dibuktikan.",
        ["R-1"],
        default=(),
        says=say("membuktikan peraturan"),
    )


class FindingAnswer(Entity):
    """The institution's answer to a finding (`tanggapan`)."""

    finding: Text = key("temuan", "Temuan", "Kode temuan seperti tertulis pada halaman Temuan.", "tanpa-anggaran")
    item: Text | None = key(
        "item", "Item", "Id yang dijawab; kosong bila tentang seluruh rencana.", "K-001", default=None
    )
    explanation: Text = key(
        "penjelasan", "Penjelasan", "Jawaban lembaga dalam satu atau dua kalimat.", "Dibiayai oleh provinsi."
    )
    day: Maybe[Day] = key("tanggal", "Tanggal", "Tanggal jawaban ditulis.", "2026-10-01", default=None)


class ChangeReason(Entity):
    """Why something promised was changed (`alasan_perubahan`)."""

    item: Text = key("item", "Item", "Id yang diubah, misalnya id kegiatan.", "K-001")
    day: Day = key("tanggal", "Tanggal", "Tanggal perubahan.", "2026-05-01")
    reason: Text = key("alasan", "Alasan", "Alasan yang dimengerti pembaca luar.", "Pengadaan diulang.")
