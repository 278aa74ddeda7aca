"""The framework of thought (`kerangka_pemikiran`) and the stages of development (`tahap_pengembangan`)."""

from typing import ClassVar

from generator.locale import Message, say
from generator.model.chapter import Chapter
from generator.model.entity import Entity, Item, key
from generator.model.inventory import Service
from generator.model.reference import Ref
from generator.model.terms import Presence, Stage
from generator.model.values import Known, Markdown, Maybe, Note, Quarter, Statement, Text


class Needs(Entity):
    """What those who are served need (`kebutuhan`)."""

    citizens: Maybe[Statement] = key(
        "masyarakat",
        "Masyarakat",
        "Apa yang dibutuhkan masyarakat dari layanan lembaga.",
        "Mengurus izin dari rumah.",
        default=None,
    )
    business: Maybe[Statement] = key(
        "dunia_usaha", "Dunia usaha", "Apa yang dibutuhkan dunia usaha.", "Kepastian waktu.", default=None
    )
    government: Maybe[Statement] = key(
        "pemerintah", "Pemerintah", "Apa yang dibutuhkan lembaga dan unit lain.", "Data yang sama.", default=None
    )


class Condition(Entity):
    """One of the six indicators: how far it is in place."""

    presence: Maybe[Presence] = key(
        "keadaan", "Keadaan", "Sejauh mana indikator ini sudah ada.", "sebagian", default=None
    )
    note: Note = key("catatan", "Catatan", "Keterangan singkat.", "Perbup 12/2025", default=None)


class Conditions(Entity):
    """The six indicators of the framework (`indikator`)."""

    legal_basis: Condition | None = key(
        "landasan_hukum", "Landasan hukum", "Peraturan yang mendasari e-government lembaga.", default=None
    )
    organisation: Condition | None = key(
        "struktur_organisasi", "Struktur organisasi", "Unit dan tim yang bertugas mengelola e-government.", default=None
    )
    duties: Condition | None = key(
        "tupoksi", "Tugas pokok dan fungsi", "Rumusan tugas pokok dan fungsi pengelola e-government.", default=None
    )
    procedures: Condition | None = key("sop", "SOP", "Prosedur kerja tertulis.", default=None)
    staff_inventory: Condition | None = key(
        "inventaris_tenaga_kerja",
        "Inventaris tenaga kerja",
        "Catatan jumlah tenaga kerja TIK menurut peran.",
        default=None,
    )
    expertise: Condition | None = key("keahlian", "Keahlian", "Keahlian TIK para pegawai.", default=None)


class Mission(Item):
    """One of the missions that the vision is reached by (`misi`)."""

    called: ClassVar[Message] = say("misi")
    told_on: ClassVar[Chapter] = Chapter.FRAMEWORK

    text: Text = key("uraian", "Uraian", "Isi misi dalam satu kalimat.", "Mewujudkan layanan publik yang mudah")


class Goal(Item):
    """What the institution wants to have reached (`tujuan`)."""

    called: ClassVar[Message] = say("tujuan")
    told_on: ClassVar[Chapter] = Chapter.FRAMEWORK

    text: Text = key("uraian", "Uraian", "Isi tujuan dalam satu kalimat.", "Layanan publik dapat diurus dari rumah")


class Objective(Item):
    """A goal made measurable (`sasaran_strategis`)."""

    called: ClassVar[Message] = say("sasaran strategis")
    told_on: ClassVar[Chapter] = Chapter.FRAMEWORK

    text: Text = key(
        "uraian", "Uraian", "Isi sasaran dalam satu kalimat.", "Indeks Pemdi Kabupaten Sagara menjadi baik"
    )


class Strategy(Item):
    """A strategy that activities carry out (`strategi`)."""

    called: ClassVar[Message] = say("strategi")
    told_on: ClassVar[Chapter] = Chapter.FRAMEWORK

    text: Text = key(
        "uraian", "Uraian", "Isi strategi dalam satu kalimat.", "Menyatukan layanan perizinan dalam satu portal"
    )
    missions: tuple[Ref[Mission], ...] = key(
        "misi", "Misi", "Id misi yang dilayani strategi ini.", ["M-1"], default=(), says=say("melayani misi")
    )


class Staging(Entity):
    """The four conditions to which the stages are adjusted (`pentahapan`)."""

    priority_services: Maybe[Statement] = key(
        "layanan_prioritas",
        "Layanan prioritas",
        "Layanan elektronik yang didahulukan, dan alasannya.",
        "Perizinan usaha mikro.",
        default=None,
    )
    information_infrastructure: Maybe[Statement] = key(
        "infrastruktur_informasi",
        "Infrastruktur informasi",
        "Infrastruktur informasi yang sudah dimiliki.",
        "Jaringan intra di 18 unit.",
        default=None,
    )
    service_activity: Maybe[Statement] = key(
        "kegiatan_layanan",
        "Kegiatan layanan",
        "Cara layanan berjalan sekarang.",
        "Sebagian besar masih di loket.",
        default=None,
    )
    budget_and_people: Maybe[Statement] = key(
        "anggaran_sdm",
        "Anggaran dan SDM",
        "Anggaran dan pegawai yang tersedia untuk menjalankan rencana.",
        "Rp4 miliar setahun, empat pegawai TIK.",
        default=None,
    )


class Framework(Entity):
    """The framework of thought (`kerangka_pemikiran`)."""

    concept: Known[Markdown] = key(
        "konsep", "Konsep", "Gagasan dasar e-government lembaga; boleh Markdown.", "Satu akun, satu pintu."
    )
    main_services: tuple[Ref[Service], ...] = key(
        "layanan_utama",
        "Layanan utama",
        "Id layanan utama yang lahir dari tugas lembaga.",
        ["L-1"],
        default=(),
        says=say("menyebut layanan utama"),
    )
    current_state: Maybe[Markdown] = key(
        "kondisi_saat_ini",
        "Kondisi saat ini",
        "Analisis keadaan sekarang; boleh Markdown.",
        "Dua dari dua belas layanan sudah daring.",
        default=None,
    )
    needs: Needs | None = key(
        "kebutuhan", "Kebutuhan", "Kebutuhan masyarakat, dunia usaha dan pemerintah.", default=None
    )
    conditions: Conditions = key("indikator", "Enam indikator", "Enam indikator kesiapan menurut pedoman.")
    vision: Maybe[Text] = key(
        "visi", "Visi", "Visi lembaga dalam satu kalimat.", "Sagara yang melayani dari rumah", default=None
    )
    missions: tuple[Mission, ...] = key("misi", "Misi", "Misi lembaga.", default=())
    goals: tuple[Goal, ...] = key("tujuan", "Tujuan", "Tujuan yang hendak dicapai lembaga.", default=())
    objectives: tuple[Objective, ...] = key(
        "sasaran_strategis", "Sasaran strategis", "Tujuan dalam bentuk yang dapat diukur.", default=()
    )
    strategies: tuple[Strategy, ...] = key(
        "strategi", "Strategi", "Strategi yang dijalankan oleh program dan kegiatan.", default=()
    )
    staging: Staging = key(
        "pentahapan", "Pentahapan", "Empat keadaan yang menentukan urutan pengembangan.", default=Staging()
    )


class StagePeriod(Entity):
    """When the institution goes through a national stage (an entry of `tahapan`)."""

    stage: Stage = key("tahap", "Tahap", "Tahap nasional menurut Inpres 3/2003.", "persiapan")
    start: Maybe[Quarter] = key("mulai", "Mulai", "Tahun dan triwulan tahap dimulai.", "2025-T1", default=None)
    end: Maybe[Quarter] = key("selesai", "Selesai", "Tahun dan triwulan tahap berakhir.", "2025-T4", default=None)
    text: Maybe[Markdown] = key(
        "uraian", "Uraian", "Apa yang dicapai dalam tahap ini; boleh Markdown.", "Situs tiap unit.", default=None
    )


class Development(Entity):
    """From today to the ideal, stage by stage (`tahap_pengembangan`)."""

    initial_state: Maybe[Statement] = key(
        "kondisi_awal", "Kondisi awal", "Keadaan pada awal masa rencana.", "Layanan informasi satu arah.", default=None
    )
    ideal_state: Maybe[Statement] = key(
        "kondisi_ideal",
        "Kondisi ideal",
        "Keadaan yang dituju.",
        "Layanan transaksi terpadu antarlembaga.",
        default=None,
    )
    stages: tuple[StagePeriod, ...] = key("tahapan", "Tahapan", "Tahap-tahap yang dilalui dengan waktunya, berurutan.")
