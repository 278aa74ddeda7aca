"""The words for what an institution has."""

from generator.locale import say
from generator.model.terms.term import Term


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


class Hosting(Term):
    """Where an application is kept."""

    NATIONAL_DATA_CENTRE = "pdn", say("Pusat Data Nasional")
    OWN = "sendiri", say("Milik sendiri")
    RENTED = "sewa", say("Sewa")
    OTHER = "lainnya", say("Tempat lain")


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
