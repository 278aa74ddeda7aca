"""A plan: everything its files say, typed and frozen."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator

from generator.locale import Message, say
from generator.model.activity import Activity, Program
from generator.model.blueprint import Baseline, Blueprint, Gap
from generator.model.chapter import Chapter
from generator.model.entity import Entity, Item, key
from generator.model.framework import Development, Framework
from generator.model.institution import Institution, PlanHeader, Unit
from generator.model.inventory import Application, DataAsset, Infrastructure, Regulation, Service, StaffCount
from generator.model.reference import Ref
from generator.model.terms import Assessment, Direction
from generator.model.value_type import ValueType
from generator.model.values import Day, Known, Maybe, Mistake, Number, Scale, Text, Year

FORMAT_VERSION = 1


def _read_version(value: object) -> object:
    if str(value).strip() == str(FORMAT_VERSION):
        return FORMAT_VERSION
    raise Mistake(
        "versi-format",
        say("versi format `{teks}` tidak dikenal", teks=str(value)[:20]),
        say("tulis `versi_format: {versi}`", versi=FORMAT_VERSION),
    )


class Indicator(Item):
    """A measure of success (`indikator_kinerja`)."""

    called: ClassVar[Message] = say("indikator kinerja")
    told_on: ClassVar[Chapter] = Chapter.IMPLEMENTATION

    name: Text = key("nama", "Nama", "Apa yang diukur.", "Jenis izin yang dapat diurus daring")
    unit: Maybe[Text] = key("satuan", "Satuan", "Satuan nilai.", "jenis izin", default=None)
    direction: Maybe[Direction] = key(
        "arah", "Arah", "Arah yang diinginkan: naik, turun atau tetap.", "naik", default=None
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
    likelihood: Maybe[Scale] = key(
        "kemungkinan", "Kemungkinan", "Kemungkinan terjadi, 1 (paling kecil) sampai 5 (paling besar).", 4, default=None
    )
    impact: Maybe[Scale] = key(
        "dampak", "Dampak", "Besar dampaknya, 1 (paling kecil) sampai 5 (paling besar).", 4, default=None
    )
    response: Maybe[Text] = key(
        "penanganan",
        "Penanganan",
        "Apa yang dilakukan untuk mencegah atau mengurangi.",
        "Pelatihan berpasangan",
        default=None,
    )
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
    text: Text = key("uraian", "Uraian", "Apa yang dilakukan.", "Pelatihan portal perizinan")
    channel: Maybe[Text] = key(
        "saluran", "Saluran", "Cara menyampaikannya, misalnya lokakarya.", "lokakarya", default=None
    )
    unit: Maybe[Ref[Unit]] = key(
        "unit", "Unit", "Id unit yang melaksanakan.", "dpmptsp", default=None, says=say("dilaksanakan unit")
    )
    year: Maybe[Year] = key("tahun", "Tahun", "Tahun pelaksanaan.", 2026, default=None)


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


class Plan(Entity):
    """One plan of one institution, as its files say."""

    format_version: Annotated[Literal[1], ValueType.VERSION, BeforeValidator(_read_version)] = key(
        "versi_format", "Versi format", "Versi format rencana; sekarang selalu 1.", 1
    )
    institution: Institution = key("lembaga", "Lembaga", "Lembaga yang menyusun rencana.")
    header: PlanHeader = key("rencana", "Rencana", "Rencana sebagai dokumen: judul, masa, status dan penetapannya.")
    units: tuple[Unit, ...] = key("unit", "Unit", "Unit kerja yang disebut dalam rencana.", default=())
    framework: Framework = key(
        "kerangka_pemikiran",
        "Kerangka pemikiran dasar",
        "Gagasan, kebutuhan, indikator dan strategi yang mendasari rencana.",
    )
    blueprint: Blueprint = key("cetak_biru", "Cetak biru", "Tujuh belas bagian: keadaan sekarang dan yang dituju.")
    services: tuple[Service, ...] = key(
        "layanan", "Layanan", "Layanan lembaga dan tahap yang dituju.", default=(), promise=True
    )
    applications: tuple[Application, ...] = key(
        "aplikasi", "Aplikasi", "Aplikasi yang ada, dibangun atau direncanakan.", default=()
    )
    infrastructure: tuple[Infrastructure, ...] = key(
        "infrastruktur", "Infrastruktur", "Infrastruktur TIK yang ada.", default=()
    )
    data: tuple[DataAsset, ...] = key("data", "Data", "Data yang dihasilkan lembaga.", default=())
    staff: tuple[StaffCount, ...] = key(
        "sdm", "SDM", "Jumlah pegawai TIK menurut peran, unit dan tahun; tanpa nama.", default=()
    )
    regulations: tuple[Regulation, ...] = key(
        "peraturan", "Peraturan", "Peraturan yang berlaku atau akan disusun.", default=(), promise=True
    )
    gaps: tuple[Gap, ...] = key(
        "kesenjangan", "Kesenjangan", "Jarak antara keadaan sekarang dan yang ideal.", default=()
    )
    development: Development = key(
        "tahap_pengembangan", "Tahap pengembangan", "Jalan dari keadaan awal ke keadaan ideal, tahap demi tahap."
    )
    programs: tuple[Program, ...] = key("program", "Program", "Program yang menaungi kegiatan.")
    activities: tuple[Activity, ...] = key(
        "kegiatan", "Kegiatan", "Kegiatan: apa, oleh siapa, kapan, dengan biaya berapa.", promise=True
    )
    indicators: tuple[Indicator, ...] = key(
        "indikator_kinerja", "Indikator kinerja", "Ukuran keberhasilan rencana.", default=(), promise=True
    )
    risks: tuple[Risk, ...] = key("risiko", "Risiko", "Risiko dan penanganannya.", default=())
    change_efforts: tuple[ChangeEffort, ...] = key(
        "perubahan", "Manajemen perubahan", "Upaya mengajak pegawai dan masyarakat berubah.", default=()
    )
    answers: tuple[FindingAnswer, ...] = key("tanggapan", "Tanggapan", "Jawaban lembaga atas temuan.", default=())
    change_reasons: tuple[ChangeReason, ...] = key(
        "alasan_perubahan", "Alasan perubahan", "Alasan perubahan jadwal, anggaran atau kegiatan.", default=()
    )
