"""The words for activities, money and measures."""

from generator.locale import say
from generator.model.terms.term import Term


class FundingSource(Term):
    APBD = "apbd", say("APBD")
    APBN = "apbn", say("APBN")
    DAK = "dak", say("Dana Alokasi Khusus")
    DBH = "dbh", say("Dana Bagi Hasil")
    BLUD = "blud", say("BLUD")
    GRANT = "hibah", say("Hibah")
    CSR = "csr", say("CSR")
    KPBU = "kpbu", say("KPBU")
    LOAN = "phln", say("Pinjaman/hibah luar negeri")
    OTHER = "lainnya", say("Sumber lain")
    NONE_YET = "belum_ada", say("Belum ada sumber")


class Phase(Term):
    """The phases a budget line of a year goes through, in order; they are never added to each other."""

    INDICATIVE = "indikatif", say("Indikatif")
    CEILING = "pagu", say("Pagu")
    BUDGETED = "dpa", say("DPA")
    REVISED = "dpa_perubahan", say("DPA perubahan")
    REALISED = "realisasi", say("Realisasi")


class CostKind(Term):
    CAPITAL = "modal", say("Modal")
    OPERATIONAL = "operasional", say("Operasional")
    MAINTENANCE = "pemeliharaan", say("Pemeliharaan")


class Procurement(Term):
    OWN_WORK = "swakelola", say("Swakelola")
    SUPPLIER = "penyedia", say("Penyedia")
    E_CATALOGUE = "e_katalog", say("E-katalog")
    NONE = "tidak_ada", say("Tanpa pengadaan")


class ActivityStatus(Term):
    PLANNED = "direncanakan", say("Direncanakan")
    BUDGETED = "dianggarkan", say("Dianggarkan")
    RUNNING = "berjalan", say("Berjalan")
    DONE = "selesai", say("Selesai")
    POSTPONED = "tertunda", say("Tertunda")
    CANCELLED = "dibatalkan", say("Dibatalkan")


class Direction(Term):
    """Which way an indicator should move."""

    UP = "naik", say("Naik")
    DOWN = "turun", say("Turun")
    STEADY = "tetap", say("Tetap")


class Assessment(Term):
    OFFICIAL = "resmi", say("Penilaian resmi")
    SELF = "mandiri", say("Penilaian mandiri")


class Priority(Term):
    """How much an activity is put before others; a quick win is first."""

    QUICK_WIN = "cepat", say("Hasil cepat")
    HIGH = "tinggi", say("Tinggi")
    MEDIUM = "sedang", say("Sedang")
    LOW = "rendah", say("Rendah")


class RiskKind(Term):
    THREAT = "negatif", say("Ancaman")
    OPPORTUNITY = "positif", say("Peluang")
