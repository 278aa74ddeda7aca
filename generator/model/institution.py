"""Whose plan it is, what kind of document, and the units of the institution."""

from typing import ClassVar

from generator.locale import Message, say
from generator.model.chapter import Chapter
from generator.model.entity import Entity, Item, key
from generator.model.terms import (
    CodeScheme,
    DocumentKind,
    InstitutionKind,
    LegalForm,
    PlanStatus,
    ReviewKind,
    UnitKind,
    UnitRole,
)
from generator.model.values import Aside, Day, Flag, Link, Maybe, NationalFrame, OptionalLink, Text, Year


class Institution(Entity):
    """The institution that made the plan (`lembaga`)."""

    code: Text = key(
        "kode", "Kode", "Kode lembaga menurut skemanya; beri tanda kutip agar `11.10` tidak menjadi 11.1.", "11.01"
    )
    code_scheme: CodeScheme = key(
        "skema_kode",
        "Skema kode",
        "Asal kode: `kemendagri` untuk daerah, `lkpp` untuk lembaga pusat, `contoh` untuk karangan.",
        "kemendagri",
    )
    name: Text = key("nama", "Nama", "Nama resmi lembaga, tanpa singkatan.", "Kabupaten Sagara")
    kind: InstitutionKind = key("jenis", "Jenis", "Jenis lembaga.", "kabupaten")
    province: Aside = key(
        "provinsi",
        "Provinsi",
        "Nama provinsi tempat lembaga berada; kosongkan untuk lembaga pusat.",
        "Provinsi Contoh",
        default=None,
    )
    site: OptionalLink = key("situs", "Situs", "Alamat situs resmi.", "https://sagara.example/", default=None)
    information_officer: OptionalLink = key(
        "ppid",
        "PPID",
        "Alamat Pejabat Pengelola Informasi dan Dokumentasi (PPID), tempat pembaca bertanya.",
        "https://ppid.sagara.example/",
        default=None,
    )


class Period(Entity):
    """First and last year of a plan (`periode`)."""

    start: Year = key("mulai", "Tahun awal", "Tahun pertama masa rencana.", 2025)
    end: Year = key("selesai", "Tahun akhir", "Tahun terakhir masa rencana.", 2029)


class Enactment(Entity):
    """The decree that made the plan binding (`penetapan`)."""

    form: Maybe[LegalForm] = key(
        "bentuk", "Bentuk", "Bentuk peraturan atau keputusan.", "perbup", default=None, promise=True
    )
    number: Maybe[Text] = key("nomor", "Nomor", "Nomor peraturan; beri tanda kutip.", "12", default=None, promise=True)
    year: Maybe[Year] = key("tahun", "Tahun", "Tahun peraturan.", 2025, default=None, promise=True)
    day: Maybe[Day] = key(
        "tanggal", "Tanggal", "Tanggal peraturan ditetapkan.", "2025-02-14", default=None, promise=True
    )
    link: Maybe[Link] = key(
        "tautan",
        "Tautan",
        "Alamat naskah peraturan, sebaiknya di JDIH.",
        "https://jdih.sagara.example/12-2025",
        default=None,
    )


class Reference(Entity):
    """A document with its title and address (`rencana_acuan`, `dokumen_sumber`)."""

    title: Text = key("judul", "Judul", "Judul dokumen.", "RPJMD Kabupaten Sagara 2025–2029")
    link: Maybe[Link] = key(
        "tautan", "Tautan", "Alamat dokumen di internet.", "https://sagara.example/rpjmd", default=None
    )


class Review(Entity):
    """A review of the plan that took place or is due (`reviu`)."""

    kind: Maybe[ReviewKind] = key(
        "jenis", "Jenis", "Jenis reviu: paruh waktu, akhir, atau sewaktu-waktu.", "paruh_waktu", default=None
    )
    day: Maybe[Day] = key("tanggal", "Tanggal", "Tanggal reviu dilakukan atau jatuh tempo.", "2027-06-30", default=None)


class PlanHeader(Entity):
    """The plan as a document (`rencana`)."""

    title: Text = key(
        "judul",
        "Judul",
        "Judul rencana seperti pada naskah resminya.",
        "Rencana Induk e-Government Kabupaten Sagara 2025–2029",
    )
    document_kind: DocumentKind = key("jenis_dokumen", "Jenis dokumen", "Jenis dokumen rencana.", "rencana_induk_egov")
    period: Period = key("periode", "Periode", "Masa berlaku rencana; sama dengan tahun pada nama foldernya.")
    status: PlanStatus = key("status", "Status", "Keadaan rencana sebagai dokumen.", "berlaku")
    enactment: Enactment | None = key(
        "penetapan", "Penetapan", "Peraturan atau keputusan yang menetapkan rencana.", default=None
    )
    national_frames: tuple[NationalFrame, ...] = key(
        "kerangka_nasional",
        "Kerangka nasional",
        "Pengenal kerangka nasional yang diikuti, misalnya `inpres-3-2003` atau `pemdi-8-2026`.",
        ["inpres-3-2003"],
        default=(),
    )
    continues: Text | None = key(
        "melanjutkan",
        "Melanjutkan",
        "Alamat rencana sebelumnya; tanpa ini, rencana sebelumnya di folder yang sama.",
        "kabupaten-sagara/2020-2024",
        default=None,
    )
    reference_plans: tuple[Reference, ...] = key(
        "rencana_acuan", "Rencana acuan", "Rencana lain yang menjadi acuan, misalnya RPJMD.", default=()
    )
    reviews: tuple[Review, ...] = key("reviu", "Reviu", "Reviu yang sudah atau akan dilakukan.", default=())
    source_documents: tuple[Reference, ...] = key(
        "dokumen_sumber", "Dokumen sumber", "Naskah asal rencana ini, agar pembaca dapat mencocokkan.", default=()
    )
    licence: Text = key("lisensi", "Lisensi", "Lisensi isi rencana (pengenal SPDX).", "CC-BY-4.0")
    is_example: Flag = key(
        "contoh", "Contoh", "`ya` bila rencana ini karangan untuk contoh; setiap halamannya akan menyebutkannya.", False
    )
    updated: Day = key(
        "diperbarui",
        "Diperbarui",
        "Tanggal isi rencana terakhir diperbarui; ubah setiap kali isinya berubah.",
        "2026-09-30",
    )


class Unit(Item):
    """An office of the institution (`unit`); people are counted elsewhere and never named."""

    called: ClassVar[Message] = say("unit")
    told_on: ClassVar[Chapter] = Chapter.IMPLEMENTATION

    name: Text = key("nama", "Nama", "Nama lengkap unit kerja.", "Dinas Komunikasi dan Informatika")
    short_name: Aside = key(
        "singkatan", "Singkatan", "Nama pendek unit, yang dipakai dalam tabel.", "Diskominfo", default=None
    )
    kind: Maybe[UnitKind] = key("jenis", "Jenis", "Jenis unit.", "dinas", default=None)
    roles: tuple[UnitRole, ...] = key(
        "peran", "Peran", "Peran unit dalam e-government; boleh lebih dari satu.", ["pengelola_tik"], default=()
    )
