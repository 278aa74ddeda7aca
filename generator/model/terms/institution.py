"""The words for institutions, documents and units."""

from generator.locale import say
from generator.model.terms.term import Term


class CodeScheme(Term):
    KEMENDAGRI = "kemendagri", say("Kode wilayah Kemendagri")
    LKPP = "lkpp", say("Kode K/L/PD LKPP")
    EXAMPLE = "contoh", say("Kode contoh")


class InstitutionKind(Term):
    MINISTRY = "kementerian", say("Kementerian")
    AGENCY = "lembaga", say("Lembaga pusat")
    PROVINCE = "provinsi", say("Provinsi")
    REGENCY = "kabupaten", say("Kabupaten")
    CITY = "kota", say("Kota")

    @property
    def is_central(self) -> bool:
        """Whether it belongs to the centre, and so to no province and to LKPP's list rather than Kemendagri's."""
        return self in (InstitutionKind.MINISTRY, InstitutionKind.AGENCY)


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
    def binds(self) -> bool:
        """Whether a plan with this status binds its institution, in the years of its period."""
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
