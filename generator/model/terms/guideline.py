"""The words of the guideline and the national frame: stages, contents, domains, sections."""

from generator.locale import say
from generator.model.terms.term import Term


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


class Presence(Term):
    """How far one of the six indicators of the framework is in place."""

    PRESENT = "ada", say("Ada")
    PARTIAL = "sebagian", say("Sebagian")
    ABSENT = "belum", say("Belum ada")


class GapSeverity(Term):
    """How serious a gap is."""

    HIGH = "tinggi", say("Tinggi")
    MEDIUM = "sedang", say("Sedang")
    LOW = "rendah", say("Rendah")
