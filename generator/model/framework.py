"""The framework of thought (`kerangka_pemikiran`) and the stages of development (`tahap_pengembangan`)."""

from generator.model.entity import Entity, Item, key
from generator.model.terms import Presence, Stage
from generator.model.values import Identifier, Known, Markdown, Maybe, Quarter, Text


class Needs(Entity):
    """What those who are served need (`kebutuhan`)."""

    citizens: Maybe[Text] = key(
        "masyarakat", "Masyarakat", "Kebutuhan masyarakat.", "Mengurus izin dari rumah.", default=None
    )
    business: Maybe[Text] = key(
        "dunia_usaha", "Dunia usaha", "Kebutuhan dunia usaha.", "Kepastian waktu.", default=None
    )
    government: Maybe[Text] = key(
        "pemerintah", "Pemerintah", "Kebutuhan antarlembaga.", "Data yang sama.", default=None
    )


class Condition(Entity):
    """One of the six indicators: how far it is in place."""

    presence: Maybe[Presence] = key("keadaan", "Keadaan", "Sejauh mana sudah ada.", "sebagian", default=None)
    note: Text | None = key("catatan", "Catatan", "Keterangan singkat.", "Perbup 12/2025", default=None)


class Conditions(Entity):
    """The six indicators of the framework (`indikator`)."""

    legal_basis: Condition | None = key(
        "landasan_hukum", "Landasan hukum", "Peraturan yang mendasari.", default=None
    )
    organisation: Condition | None = key(
        "struktur_organisasi", "Struktur organisasi", "Unit dan tim yang bertugas.", default=None
    )
    duties: Condition | None = key(
        "tupoksi", "Tugas pokok dan fungsi", "Rumusan tugas dan fungsi.", default=None
    )
    procedures: Condition | None = key("sop", "SOP", "Prosedur kerja tertulis.", default=None)
    staff_inventory: Condition | None = key(
        "inventaris_tenaga_kerja", "Inventaris tenaga kerja", "Daftar jumlah tenaga kerja.", default=None
    )
    expertise: Condition | None = key("keahlian", "Keahlian", "Keahlian TIK pegawai.", default=None)


class Strategy(Item):
    """A strategy that activities carry out (`strategi`)."""

    text: Text = key("uraian", "Uraian", "Isi strategi.", "Menyatukan layanan perizinan dalam satu portal")


class Staging(Entity):
    """The four conditions to which the stages are adjusted (`pentahapan`)."""

    priority_services: Known[Text] = key(
        "layanan_prioritas", "Layanan prioritas", "Layanan yang didahulukan.", "Perizinan usaha mikro."
    )
    information_infrastructure: Known[Text] = key(
        "infrastruktur_informasi",
        "Infrastruktur informasi",
        "Infrastruktur yang dimiliki.",
        "Jaringan intra di 18 unit.",
    )
    service_activity: Known[Text] = key(
        "kegiatan_layanan",
        "Kegiatan layanan",
        "Cara layanan berjalan sekarang.",
        "Sebagian besar masih di loket.",
    )
    budget_and_people: Known[Text] = key(
        "anggaran_sdm",
        "Anggaran dan SDM",
        "Anggaran dan pegawai yang tersedia.",
        "Rp4 miliar setahun, empat pegawai TIK.",
    )


class Framework(Entity):
    """The framework of thought (`kerangka_pemikiran`)."""

    concept: Known[Markdown] = key(
        "konsep", "Konsep", "Gagasan dasar; boleh Markdown.", "Satu akun, satu pintu."
    )
    main_services: tuple[Identifier, ...] = key(
        "layanan_utama", "Layanan utama", "Id layanan yang lahir dari tugas lembaga.", ["L-1"], default=()
    )
    current_state: Maybe[Markdown] = key(
        "kondisi_saat_ini", "Kondisi saat ini", "Analisis keadaan sekarang; boleh Markdown.", default=None
    )
    needs: Needs | None = key("kebutuhan", "Kebutuhan", "Kebutuhan para pengguna.", default=None)
    conditions: Conditions = key("indikator", "Enam indikator", "Enam indikator kesiapan.")
    strategies: tuple[Strategy, ...] = key("strategi", "Strategi", "Daftar strategi.", default=())
    staging: Staging = key("pentahapan", "Pentahapan", "Empat keadaan yang menentukan pentahapan.")


class StagePeriod(Entity):
    """When the institution goes through a national stage (an entry of `tahapan`)."""

    stage: Stage = key("tahap", "Tahap", "Tahap nasional.", "persiapan")
    start: Maybe[Quarter] = key("mulai", "Mulai", "Triwulan mulai.", "2025-T1", default=None)
    end: Maybe[Quarter] = key("selesai", "Selesai", "Triwulan selesai.", "2025-T4", default=None)
    text: Maybe[Markdown] = key(
        "uraian", "Uraian", "Isi tahap; boleh Markdown.", "Situs tiap unit.", default=None
    )


class Development(Entity):
    """From today to the ideal, stage by stage (`tahap_pengembangan`)."""

    initial_state: Maybe[Text] = key(
        "kondisi_awal", "Kondisi awal", "Keadaan pada awal masa rencana.", default=None
    )
    ideal_state: Maybe[Text] = key("kondisi_ideal", "Kondisi ideal", "Keadaan yang dituju.", default=None)
    stages: tuple[StagePeriod, ...] = key("tahapan", "Tahapan", "Tahap dengan waktunya, berurutan.")
