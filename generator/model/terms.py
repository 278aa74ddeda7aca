"""The words a field may hold: Indonesian values of the guideline, English names in code, a label for readers."""

from enum import StrEnum
from typing import Self

from generator.locale import Message, say


class Term(StrEnum):
    """An enumeration whose members carry the label a page shows; members keep the guideline's order."""

    label: Message

    def __new__(cls, value: str, label: Message) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Stage(Term):
    """The four national stages of Inpres 3/2003, in order."""

    PREPARATION = "persiapan", say("Persiapan")
    MATURATION = "pematangan", say("Pematangan")
    CONSOLIDATION = "pemantapan", say("Pemantapan")
    UTILISATION = "pemanfaatan", say("Pemanfaatan")

    @property
    def number(self) -> int:
        """1 to 4."""
        return list(Stage).index(self) + 1


class Content(Term):
    """The seven contents of a Peta Rencana (Perpres 132/2022)."""

    GOVERNANCE = "tata_kelola", say("Tata kelola")
    MANAGEMENT = "manajemen", say("Manajemen")
    SERVICES = "layanan", say("Layanan")
    INFRASTRUCTURE = "infrastruktur", say("Infrastruktur")
    APPLICATIONS = "aplikasi", say("Aplikasi")
    SECURITY = "keamanan", say("Keamanan")
    AUDIT = "audit_tik", say("Audit TIK")


class Domain(Term):
    """The six domains of the SPBE architecture (Perpres 132/2022)."""

    PROCESSES = "proses_bisnis", say("Proses bisnis")
    DATA = "data_informasi", say("Data dan informasi")
    SERVICES = "layanan", say("Layanan")
    APPLICATIONS = "aplikasi", say("Aplikasi")
    INFRASTRUCTURE = "infrastruktur", say("Infrastruktur")
    SECURITY = "keamanan", say("Keamanan")


class SectionKey(Term):
    """The 17 sections of the blueprint, in the guideline's order."""

    STRATEGY = "strategi", say("Penjabaran strategi dan rencana strategis e-government")
    SERVICES_TODAY = "layanan_saat_ini", say("Kondisi layanan saat ini")
    INFRASTRUCTURE_TODAY = "infrastruktur_saat_ini", say("Infrastruktur saat ini")
    CHALLENGES = "masalah_tantangan", say("Masalah dan tantangan")
    APPLICATIONS = "infrastruktur_aplikasi", say("Cetak biru infrastruktur aplikasi")
    PEOPLE = "sumber_daya_manusia", say("Cetak biru sumber daya manusia")
    NETWORK = "infrastruktur_jaringan", say("Cetak biru infrastruktur jaringan")
    INFORMATION = "infrastruktur_informasi", say("Cetak biru infrastruktur informasi")
    INTEGRATION = "integrasi", say("Cetak biru integrasi jaringan, informasi dan aplikasi")
    FUNDING = "pendanaan", say("Cetak biru pendanaan")
    ORGANISATION = "organisasi", say("Cetak biru struktur organisasi, sistem manajemen dan proses kerja")
    MAINTENANCE = "perawatan", say("Cetak biru perawatan")
    REGULATION_MAP = "peta_peraturan", say("Peta alur dan tahapan peraturan")
    INFRASTRUCTURE_MAP = "peta_infrastruktur", say("Peta alur dan tahapan pengembangan infrastruktur")
    IMPLEMENTATION_MAP = "peta_penerapan", say("Peta alur dan tahapan penerapan e-government")
    SUPPORT_MAP = "peta_pendukung", say("Peta alur dan tahapan sistem pendukung")
    CHANGE_MANAGEMENT = "manajemen_perubahan", say("Manajemen perubahan")


class CodeScheme(Term):
    KEMENDAGRI = "kemendagri", say("Kode wilayah Kemendagri")
    LKPP = "lkpp", say("Kode K/L/PD LKPP")
    EXAMPLE = "contoh", say("Kode contoh")


class InstitutionKind(Term):
    MINISTRY = "kementerian", say("Kementerian")
    AGENCY = "lembaga", say("Lembaga")
    PROVINCE = "provinsi", say("Provinsi")
    REGENCY = "kabupaten", say("Kabupaten")
    CITY = "kota", say("Kota")


class DocumentKind(Term):
    EGOV_MASTER_PLAN = "rencana_induk_egov", say("Rencana induk e-government")
    SPBE_MASTER_PLAN = "rencana_induk_spbe", say("Rencana induk SPBE")
    SPBE_ROADMAP = "peta_rencana_spbe", say("Peta rencana SPBE")
    SPBE_ARCHITECTURE = "arsitektur_spbe", say("Arsitektur SPBE")
    ICT_MASTER_PLAN = "masterplan_tik", say("Rencana induk TIK")
    ICT_BLUEPRINT = "cetak_biru_tik", say("Cetak biru TIK")


class PlanStatus(Term):
    DRAFT = "rancangan", say("Rancangan")
    ADOPTED = "ditetapkan", say("Ditetapkan")
    IN_FORCE = "berlaku", say("Berlaku")
    UNDER_REVIEW = "direviu", say("Sedang direviu")
    REVOKED = "dicabut", say("Dicabut")
    ENDED = "berakhir", say("Berakhir")

    @property
    def in_force(self) -> bool:
        """Whether a plan with this status binds its institution."""
        return self in (PlanStatus.ADOPTED, PlanStatus.IN_FORCE, PlanStatus.UNDER_REVIEW)


class LegalForm(Term):
    REGIONAL_REGULATION = "perda", say("Peraturan Daerah")
    GOVERNOR_REGULATION = "pergub", say("Peraturan Gubernur")
    REGENT_REGULATION = "perbup", say("Peraturan Bupati")
    MAYOR_REGULATION = "perwali", say("Peraturan Wali Kota")
    MINISTER_REGULATION = "permen", say("Peraturan Menteri")
    MINISTER_DECREE = "kepmen", say("Keputusan Menteri")
    AGENCY_REGULATION = "perban", say("Peraturan Badan")
    DECREE = "sk", say("Surat Keputusan")


class ReviewKind(Term):
    MID_TERM = "paruh_waktu", say("Paruh waktu")
    FINAL = "akhir", say("Akhir")
    AD_HOC = "sewaktu", say("Sewaktu-waktu")


class UnitKind(Term):
    OFFICE = "dinas", say("Dinas")
    BOARD = "badan", say("Badan")
    SECRETARIAT = "sekretariat", say("Sekretariat")
    INSPECTORATE = "inspektorat", say("Inspektorat")
    DISTRICT = "kecamatan", say("Kecamatan")
    HOSPITAL = "rsud", say("Rumah sakit umum daerah")
    BUREAU = "biro", say("Biro")
    DIRECTORATE = "ditjen", say("Direktorat jenderal")
    CENTRE = "pusat", say("Pusat")
    OTHER = "lainnya", say("Lainnya")


class UnitRole(Term):
    ICT = "pengelola_tik", say("Pengelola TIK")
    PLANNER = "perencana", say("Perencana")
    FINANCE = "keuangan", say("Keuangan")
    SUPERVISOR = "pengawas", say("Pengawas")
    DATA_STEWARD = "walidata", say("Walidata")
    IMPLEMENTER = "pelaksana", say("Pelaksana")


class Presence(Term):
    """How far one of the six indicators of the framework is in place."""

    PRESENT = "ada", say("Ada")
    PARTIAL = "sebagian", say("Sebagian")
    ABSENT = "belum", say("Belum ada")


class Audience(Term):
    CITIZENS = "masyarakat", say("Masyarakat")
    BUSINESS = "dunia_usaha", say("Dunia usaha")
    GOVERNMENT = "pemerintah", say("Pemerintah")
    STAFF = "pegawai", say("Pegawai")


class ServiceKind(Term):
    PUBLIC = "publik", say("Layanan publik")
    ADMINISTRATIVE = "administrasi", say("Administrasi pemerintahan")


class ApplicationKind(Term):
    SHARED = "umum", say("Aplikasi umum")
    SPECIFIC = "khusus", say("Aplikasi khusus")


class ApplicationStatus(Term):
    ACTIVE = "aktif", say("Aktif")
    INACTIVE = "tidak_aktif", say("Tidak aktif")
    IN_DEVELOPMENT = "dibangun", say("Sedang dibangun")
    PLANNED = "direncanakan", say("Direncanakan")
    RETIRED = "dipensiunkan", say("Dipensiunkan")


class InfrastructureKind(Term):
    DATA_CENTRE = "pusat_data", say("Pusat data")
    INTRANET = "jaringan_intra", say("Jaringan intra")
    INTERNET = "internet", say("Internet")
    SERVICE_BUS = "sistem_penghubung", say("Sistem penghubung layanan")
    DEVICES = "perangkat", say("Perangkat")
    CONTROL_ROOM = "ruang_kendali", say("Ruang kendali")
    DISASTER_RECOVERY = "pemulihan_bencana", say("Pemulihan bencana")


class Repair(Term):
    GOOD = "baik", say("Baik")
    LIGHT_DAMAGE = "rusak_ringan", say("Rusak ringan")
    HEAVY_DAMAGE = "rusak_berat", say("Rusak berat")


class DataClass(Term):
    OPEN = "terbuka", say("Terbuka")
    RESTRICTED = "terbatas", say("Terbatas")
    CLOSED = "tertutup", say("Tertutup")


class StaffRole(Term):
    MANAGER = "manajer_tik", say("Manajer TIK")
    ANALYST = "analis_sistem", say("Analis sistem")
    DEVELOPER = "pengembang", say("Pengembang")
    NETWORK = "jaringan", say("Jaringan")
    SECURITY = "keamanan", say("Keamanan informasi")
    DATA = "data", say("Data")
    USER_SUPPORT = "layanan_pengguna", say("Layanan pengguna")


class RegulationStatus(Term):
    IN_FORCE = "berlaku", say("Berlaku")
    DRAFT = "rancangan", say("Rancangan")
    PLANNED = "direncanakan", say("Direncanakan")
    REVOKED = "dicabut", say("Dicabut")


class Severity(Term):
    """How serious a gap is."""

    HIGH = "tinggi", say("Tinggi")
    MEDIUM = "sedang", say("Sedang")
    LOW = "rendah", say("Rendah")


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
