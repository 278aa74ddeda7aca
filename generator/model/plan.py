"""A plan: everything its files say, typed and frozen."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from generator.locale import say
from generator.model.activity import Activity
from generator.model.blueprint import Blueprint, Gap
from generator.model.control import ChangeEffort, ChangeReason, Evidence, FindingAnswer, Indicator, Risk
from generator.model.entity import Entity, key
from generator.model.framework import Development, Framework
from generator.model.institution import Institution, PlanHeader, Unit
from generator.model.inventory import Application, DataAsset, Infrastructure, Regulation, Service, StaffCount
from generator.model.program import ParentActivity, Program
from generator.model.value_type import ValueType
from generator.model.values import Mistake

FORMAT_VERSION = 1


def _read_version(value: object) -> object:
    if str(value).strip() == str(FORMAT_VERSION):
        return FORMAT_VERSION
    raise Mistake(
        "versi-format",
        say("versi format `{teks}` tidak dikenal", teks=str(value)[:20]),
        say("tulis `versi_format: {versi}`", versi=FORMAT_VERSION),
        str(FORMAT_VERSION),
    )


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
    parent_activities: tuple[ParentActivity, ...] = key(
        "kegiatan_induk",
        "Kegiatan induk",
        "Tingkat antara program dan kegiatan, bila kegiatan rencana ini ialah subkegiatan anggaran.",
        default=(),
    )
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
    evidence: tuple[Evidence, ...] = key(
        "bukti", "Bukti", "Dokumen yang membuktikan hal di luar satu tonggak: SK, SOP, laporan audit.", default=()
    )
    answers: tuple[FindingAnswer, ...] = key("tanggapan", "Tanggapan", "Jawaban lembaga atas temuan.", default=())
    change_reasons: tuple[ChangeReason, ...] = key(
        "alasan_perubahan", "Alasan perubahan", "Alasan perubahan jadwal, anggaran atau kegiatan.", default=()
    )
