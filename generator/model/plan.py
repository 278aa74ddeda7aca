"""A plan: everything its files say, typed and frozen."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator


from generator.locale import say
from generator.model.activity import Activity, Program
from generator.model.blueprint import Baseline, Blueprint, Gap
from generator.model.entity import Entity, Item, key
from generator.model.framework import Development, Framework
from generator.model.institution import Institution, PlanHeader, Unit
from generator.model.inventory import Application, DataAsset, Infrastructure, Regulation, Service, StaffCount
from generator.model.terms import Assessment, Direction
from generator.model.values import Day, Identifier, Known, Maybe, Mistake, Number, Scale, Text, Year

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

    name: Text = key("nama", "Nama", "Nama indikator.", "Jenis izin yang dapat diurus daring")
    unit: Maybe[Text] = key("satuan", "Satuan", "Satuan nilai.", "jenis izin", default=None)
    direction: Maybe[Direction] = key("arah", "Arah", "Arah yang diinginkan.", "naik", default=None)
    baseline: Baseline | None = key("dasar", "Data dasar", "Nilai awal.", default=None)
    targets: dict[Year, Known[Number]] = key(
        "sasaran", "Sasaran", "Nilai sasaran tiap tahun.", {2026: 3}, default={}
    )
    achievements: dict[Year, Known[Number]] = key(
        "capaian", "Capaian", "Nilai tercapai tiap tahun.", {2026: 3}, default={}
    )
    activities: tuple[Identifier, ...] = key(
        "kegiatan", "Kegiatan", "Id kegiatan pendukung.", ["K-001"], default=()
    )
    assessment: Maybe[Assessment] = key(
        "penilaian", "Penilaian", "Siapa yang menilai.", "mandiri", default=None
    )


class Risk(Item):
    """A risk and what is done about it (`risiko`)."""

    text: Text = key("uraian", "Uraian", "Isi risiko.", "Mutasi pegawai TIK")
    likelihood: Maybe[Scale] = key("kemungkinan", "Kemungkinan", "1 sampai 5.", 4, default=None)
    impact: Maybe[Scale] = key("dampak", "Dampak", "1 sampai 5.", 4, default=None)
    response: Maybe[Text] = key(
        "penanganan", "Penanganan", "Cara menanganinya.", "Pelatihan berpasangan", default=None
    )
    activities: tuple[Identifier, ...] = key(
        "kegiatan", "Kegiatan", "Id kegiatan terkait.", ["K-001"], default=()
    )


class ChangeEffort(Item):
    """An effort to bring people along (`perubahan`)."""

    audience: Maybe[Text] = key("sasaran", "Sasaran", "Siapa yang dituju.", "Pegawai DPMPTSP", default=None)
    text: Text = key("uraian", "Uraian", "Isi upaya.", "Pelatihan portal perizinan")
    channel: Maybe[Text] = key("saluran", "Saluran", "Cara menyampaikan.", "lokakarya", default=None)
    unit: Maybe[Identifier] = key("unit", "Unit", "Id unit pelaksana.", "dpmptsp", default=None)
    year: Maybe[Year] = key("tahun", "Tahun", "Tahun pelaksanaan.", 2026, default=None)


class FindingAnswer(Entity):
    """The institution's answer to a finding (`tanggapan`)."""

    finding: Text = key("temuan", "Temuan", "Kode temuan.", "tanpa-anggaran")
    item: Text | None = key(
        "item", "Item", "Id yang dijawab; kosong bila tentang seluruh rencana.", "K-001", default=None
    )
    explanation: Text = key("penjelasan", "Penjelasan", "Jawaban lembaga.", "Dibiayai oleh provinsi.")
    day: Maybe[Day] = key("tanggal", "Tanggal", "Tanggal jawaban.", "2026-10-01", default=None)


class ChangeReason(Entity):
    """Why something promised was changed (`alasan_perubahan`)."""

    item: Text = key("item", "Item", "Id yang diubah.", "K-001")
    day: Day = key("tanggal", "Tanggal", "Tanggal perubahan.", "2026-05-01")
    reason: Text = key("alasan", "Alasan", "Alasan perubahan.", "Pengadaan diulang.")


class Plan(Entity):
    """One plan of one institution, as its files say."""

    format_version: Annotated[Literal[1], BeforeValidator(_read_version)] = key(
        "versi_format", "Versi format", "Versi format rencana.", 1
    )
    institution: Institution = key("lembaga", "Lembaga", "Lembaga pemilik rencana.")
    header: PlanHeader = key("rencana", "Rencana", "Rencana sebagai dokumen.")
    units: tuple[Unit, ...] = key("unit", "Unit", "Unit kerja.", default=())
    framework: Framework = key("kerangka_pemikiran", "Kerangka pemikiran dasar", "Kerangka pemikiran dasar.")
    blueprint: Blueprint = key("cetak_biru", "Cetak biru", "Cetak biru 17 bagian.")
    services: tuple[Service, ...] = key("layanan", "Layanan", "Daftar layanan.", default=())
    applications: tuple[Application, ...] = key("aplikasi", "Aplikasi", "Daftar aplikasi.", default=())
    infrastructure: tuple[Infrastructure, ...] = key(
        "infrastruktur", "Infrastruktur", "Daftar infrastruktur.", default=()
    )
    data: tuple[DataAsset, ...] = key("data", "Data", "Daftar data.", default=())
    staff: tuple[StaffCount, ...] = key(
        "sdm", "SDM", "Jumlah pegawai menurut peran, unit dan tahun.", default=()
    )
    regulations: tuple[Regulation, ...] = key("peraturan", "Peraturan", "Daftar peraturan.", default=())
    gaps: tuple[Gap, ...] = key("kesenjangan", "Kesenjangan", "Daftar kesenjangan.", default=())
    development: Development = key("tahap_pengembangan", "Tahap pengembangan", "Tahap pengembangan.")
    programs: tuple[Program, ...] = key("program", "Program", "Daftar program.")
    activities: tuple[Activity, ...] = key("kegiatan", "Kegiatan", "Daftar kegiatan.")
    indicators: tuple[Indicator, ...] = key(
        "indikator_kinerja", "Indikator kinerja", "Daftar indikator.", default=()
    )
    risks: tuple[Risk, ...] = key("risiko", "Risiko", "Daftar risiko.", default=())
    change_efforts: tuple[ChangeEffort, ...] = key(
        "perubahan", "Manajemen perubahan", "Upaya manajemen perubahan.", default=()
    )
    answers: tuple[FindingAnswer, ...] = key(
        "tanggapan", "Tanggapan", "Jawaban lembaga atas temuan.", default=()
    )
    change_reasons: tuple[ChangeReason, ...] = key(
        "alasan_perubahan", "Alasan perubahan", "Alasan perubahan rencana.", default=()
    )

    def item_lists(self) -> Iterator[tuple[str, tuple[Item, ...]]]:
        """Every list of items with its key in the file, in the order of the format."""
        yield "strategi", self.framework.strategies
        for name, field in type(self).model_fields.items():
            value = getattr(self, name)
            if isinstance(value, tuple) and value and isinstance(value[0], Item):
                yield str(field.alias), value
