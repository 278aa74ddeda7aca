"""What the institution has: services, applications, infrastructure, data, staff, regulations."""

from typing import ClassVar

from generator.locale import Message, say
from generator.model.chapter import Chapter
from generator.model.entity import Entity, Item, key
from generator.model.institution import Unit
from generator.model.reference import Ref
from generator.model.terms import (
    ApplicationKind,
    ApplicationStatus,
    Audience,
    DataClass,
    Hosting,
    InfrastructureKind,
    LegalForm,
    RegulationStatus,
    Repair,
    ServiceKind,
    StaffRole,
    Stage,
)
from generator.model.values import Aside, Count, Flag, Link, Maybe, Number, OneOrMore, Text, Year


class Service(Item):
    """A service and the stage it is to reach (`layanan`)."""

    called: ClassVar[Message] = say("layanan")
    told_on: ClassVar[Chapter] = Chapter.SERVICES

    name: Text = key("nama", "Nama", "Nama layanan.", "Izin usaha mikro")
    owner: Maybe[Ref[Unit]] = key(
        "pemilik",
        "Pemilik",
        "Id unit yang menyelenggarakan layanan.",
        "dpmptsp",
        default=None,
        says=say("dimiliki unit"),
    )
    audience: Maybe[Audience] = key("sasaran_pengguna", "Pengguna", "Siapa yang dilayani.", "dunia_usaha", default=None)
    kind: Maybe[ServiceKind] = key(
        "jenis", "Jenis", "Layanan publik atau administrasi pemerintahan.", "publik", default=None
    )
    priority: Maybe[Count] = key("prioritas", "Prioritas", "Urutan prioritas; 1 paling utama.", 1, default=None)
    stage_now: Maybe[Stage] = key(
        "tahap_sekarang", "Tahap sekarang", "Tahap nasional yang sudah dicapai layanan ini.", "persiapan", default=None
    )
    stage_target: Maybe[Stage] = key(
        "tahap_sasaran", "Tahap sasaran", "Tahap nasional yang dituju.", "pemantapan", default=None, promise=True
    )
    target_year: Maybe[Year] = key(
        "tahun_sasaran", "Tahun sasaran", "Tahun tahap sasaran dicapai.", 2028, default=None, promise=True
    )
    architecture_code: Maybe[Text] = key(
        "kode_arsitektur", "Kode arsitektur", "Kode dalam arsitektur SPBE; beri tanda kutip.", "RAL.05.01", default=None
    )
    processes: OneOrMore[Text] = key(
        "proses_bisnis", "Proses bisnis", "Kode proses bisnis menurut arsitektur SPBE.", ["RAB.01.02"], default=()
    )


class Application(Item):
    """An application (`aplikasi`)."""

    called: ClassVar[Message] = say("aplikasi")
    told_on: ClassVar[Chapter] = Chapter.SERVICES

    name: Text = key("nama", "Nama", "Nama aplikasi.", "SIMIZIN")
    owner: Maybe[Ref[Unit]] = key(
        "pemilik", "Pemilik", "Id unit yang mengelola aplikasi.", "dpmptsp", default=None, says=say("dimiliki unit")
    )
    kind: Maybe[ApplicationKind] = key(
        "jenis", "Jenis", "Aplikasi umum (dipakai bersama) atau khusus.", "khusus", default=None
    )
    year: Maybe[Year] = key("tahun", "Tahun", "Tahun aplikasi mulai dipakai.", 2019, default=None)
    status: Maybe[ApplicationStatus] = key("status", "Status", "Keadaan aplikasi.", "aktif", default=None)
    services: tuple[Ref[Service], ...] = key(
        "layanan", "Layanan", "Id layanan yang didukung aplikasi.", ["L-1"], default=(), says=say("mendukung layanan")
    )
    holds_personal_data: Maybe[Flag] = key(
        "data_pribadi", "Data pribadi", "`ya` bila aplikasi memproses data pribadi.", True, default=None
    )
    address: Maybe[Link] = key(
        "alamat", "Alamat", "Alamat aplikasi di internet.", "https://izin.sagara.example/", default=None
    )
    platform: Maybe[Text] = key(
        "platform", "Platform", "Tempat aplikasi berjalan bagi penggunanya.", "web", default=None
    )
    hosting: Maybe[Hosting] = key(
        "penempatan", "Penempatan", "Tempat aplikasi diletakkan; `pdn` ialah Pusat Data Nasional.", "pdn", default=None
    )
    on_service_bus: Maybe[Flag] = key(
        "terhubung_splp",
        "Terhubung SPLP",
        "`ya` bila terhubung dengan Sistem Penghubung Layanan Pemerintah.",
        False,
        default=None,
    )
    architecture_code: Maybe[Text] = key(
        "kode_arsitektur", "Kode arsitektur", "Kode dalam arsitektur SPBE; beri tanda kutip.", "RAA.02.03", default=None
    )
    processes: OneOrMore[Text] = key(
        "proses_bisnis", "Proses bisnis", "Kode proses bisnis menurut arsitektur SPBE.", ["RAB.01.02"], default=()
    )

    @property
    def is_placed(self) -> bool:
        """Whether anything is told of where it runs and what it is connected to."""
        return (self.platform, self.hosting, self.on_service_bus) != (None, None, None)


class Infrastructure(Item):
    """Infrastructure in place (`infrastruktur`)."""

    called: ClassVar[Message] = say("infrastruktur")
    told_on: ClassVar[Chapter] = Chapter.BLUEPRINT

    name: Aside = key("nama", "Nama", "Nama atau keterangan.", "Ruang server", default=None)
    kind: Maybe[InfrastructureKind] = key("jenis", "Jenis", "Jenis infrastruktur.", "jaringan_intra", default=None)
    owner: Maybe[Ref[Unit]] = key(
        "pemilik",
        "Pemilik",
        "Id unit yang mengelola infrastruktur.",
        "diskominfo",
        default=None,
        says=say("dimiliki unit"),
    )
    quantity: Maybe[Number] = key(
        "jumlah", "Jumlah", "Banyaknya, dalam satuan di bawah ini.", 18, default=None, unit_key="satuan"
    )
    unit: Maybe[Text] = key("satuan", "Satuan", "Satuan jumlah.", "perangkat daerah", default=None)
    repair: Maybe[Repair] = key("kondisi", "Kondisi", "Keadaan fisik.", "baik", default=None)
    architecture_code: Maybe[Text] = key(
        "kode_arsitektur", "Kode arsitektur", "Kode dalam arsitektur SPBE; beri tanda kutip.", "RAI.01.02", default=None
    )


class DataAsset(Item):
    """Data that the institution produces (`data`)."""

    called: ClassVar[Message] = say("data")
    told_on: ClassVar[Chapter] = Chapter.BLUEPRINT

    name: Text = key("nama", "Nama", "Nama data.", "Data pelaku usaha mikro")
    producer: Maybe[Ref[Unit]] = key(
        "produsen", "Produsen", "Id unit yang menghasilkan data.", "dpmptsp", default=None, says=say("dihasilkan unit")
    )
    steward: Maybe[Ref[Unit]] = key(
        "walidata",
        "Walidata",
        "Id unit yang mengelola dan menyebarluaskan data.",
        "diskominfo",
        default=None,
        says=say("diasuh unit"),
    )
    access: Maybe[DataClass] = key(
        "kelas", "Kelas", "Keterbukaan data: terbuka, terbatas atau tertutup.", "terbatas", default=None
    )
    architecture_code: Maybe[Text] = key(
        "kode_arsitektur", "Kode arsitektur", "Kode dalam arsitektur SPBE; beri tanda kutip.", "RAD.03.01", default=None
    )


class StaffCount(Entity):
    """People counted by role, unit and year (`sdm`), never named."""

    role: Maybe[StaffRole] = key("peran", "Peran", "Peran TIK yang dihitung.", "pengembang", default=None)
    unit: Maybe[Ref[Unit]] = key(
        "unit",
        "Unit",
        "Id unit tempat pegawai bekerja.",
        "diskominfo",
        default=None,
        says=say("menghitung pegawai unit"),
    )
    year: Maybe[Year] = key("tahun", "Tahun", "Tahun penghitungan.", 2025, default=None)
    present: Maybe[Count] = key("ada", "Ada", "Jumlah pegawai yang ada.", 1, default=None, unit="orang")
    needed: Maybe[Count] = key("butuh", "Butuh", "Jumlah pegawai yang dibutuhkan.", 4, default=None, unit="orang")
    with_degree: Maybe[Count] = key(
        "berlatar_tik", "Berlatar TIK", "Di antara yang ada, yang berijazah bidang TIK.", 0, default=None, unit="orang"
    )
    certified: Maybe[Count] = key(
        "bersertifikat",
        "Bersertifikat",
        "Di antara yang ada, yang bersertifikat kompetensi.",
        0,
        default=None,
        unit="orang",
    )


class Regulation(Item):
    """A regulation in force or to be made (`peraturan`)."""

    called: ClassVar[Message] = say("peraturan")
    told_on: ClassVar[Chapter] = Chapter.BLUEPRINT

    title: Text = key(
        "judul",
        "Judul",
        "Judul peraturan; tambahkan nomornya bila sudah ada.",
        "Peraturan Bupati tentang Manajemen Data",
    )
    form: Maybe[LegalForm] = key("bentuk", "Bentuk", "Bentuk peraturan atau keputusan.", "perbup", default=None)
    status: Maybe[RegulationStatus] = key("status", "Status", "Keadaan peraturan.", "direncanakan", default=None)
    year: Maybe[Year] = key("tahun", "Tahun", "Tahun terbit atau direncanakan terbit.", 2026, default=None)
    author: Maybe[Ref[Unit]] = key(
        "penyusun", "Penyusun", "Id unit yang menyusun peraturan.", "bappeda", default=None, says=say("disusun unit")
    )
    link: Maybe[Link] = key(
        "tautan",
        "Tautan",
        "Alamat naskah peraturan, sebaiknya di JDIH.",
        "https://jdih.sagara.example/3-2026",
        default=None,
    )
