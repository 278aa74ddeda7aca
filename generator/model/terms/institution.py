"""The words for institutions, documents and units."""

from generator.locale import say
from generator.model.terms.term import Term


class CodeScheme(Term):
    KEMENDAGRI = "kemendagri", say("Kode wilayah Kemendagri")
    LKPP = "lkpp", say("Kode K/L/PD LKPP")
    EXAMPLE = "contoh", say("Kode contoh")
    OTHER = "lainnya", say("Kode lembaga sendiri")

    @property
    def is_registered(self) -> bool:
        """Whether a register gives its codes, so that no two institutions have one."""
        return self in (CodeScheme.KEMENDAGRI, CodeScheme.LKPP)


class InstitutionKind(Term):
    MINISTRY = "kementerian", say("Kementerian")
    AGENCY = "lembaga", say("Lembaga pusat")
    PROVINCE = "provinsi", say("Provinsi")
    REGENCY = "kabupaten", say("Kabupaten")
    CITY = "kota", say("Kota")
    VILLAGE = "desa", say("Desa")
    STATE_COMPANY = "bumn", say("Badan usaha milik negara")
    UNIVERSITY = "perguruan_tinggi", say("Perguruan tinggi")
    OTHER = "lainnya", say("Lembaga lain")

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
    SMART_CITY_PLAN = "masterplan_kota_cerdas", say("Rencana induk kota cerdas")
    PEMDI_ROADMAP = "peta_rencana_pemdi", say("Peta rencana Pemdi")
    PEMDI_ARCHITECTURE = "arsitektur_pemdi", say("Arsitektur Pemdi")
    ACTION_PLAN = "rencana_aksi", say("Rencana aksi")
    STRATEGIC_PLAN = "renstra", say("Rencana strategis")


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
    LAW = "uu", say("Undang-Undang")
    GOVERNMENT_REGULATION = "pp", say("Peraturan Pemerintah")
    PRESIDENT_REGULATION = "perpres", say("Peraturan Presiden")
    PRESIDENT_DECREE = "keppres", say("Keputusan Presiden")
    PRESIDENT_INSTRUCTION = "inpres", say("Instruksi Presiden")
    GOVERNOR_DECREE = "kepgub", say("Keputusan Gubernur")
    REGENT_DECREE = "kepbup", say("Keputusan Bupati")
    MAYOR_DECREE = "kepwali", say("Keputusan Wali Kota")
    INSTRUCTION = "instruksi", say("Instruksi")
    CIRCULAR = "surat_edaran", say("Surat Edaran")
    OTHER = "lainnya", say("Bentuk lain")


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
