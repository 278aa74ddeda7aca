"""The blueprint (`cetak_biru`): 17 sections, and the gaps between today and the ideal."""

from collections.abc import Iterator
from typing import ClassVar

from generator.locale import Message, say
from generator.model.chapter import Chapter
from generator.model.entity import Entity, Item, key
from generator.model.terms import GapSeverity, SectionKey
from generator.model.values import Known, Markdown, Maybe, Number, Rupiah, Statement, Text, Year


class Section(Entity):
    """One section: today and the ideal, or the reason why it does not apply."""

    current: Maybe[Markdown] = key(
        "kondisi", "Kondisi", "Keadaan sekarang; boleh Markdown.", "Delapan aplikasi terpisah.", default=None
    )
    target: Maybe[Markdown] = key(
        "sasaran", "Sasaran", "Keadaan yang dituju; boleh Markdown.", "Satu portal dengan satu akun.", default=None
    )
    not_applicable: Statement | None = key(
        "tidak_berlaku",
        "Tidak berlaku",
        "Alasan bagian ini tidak berlaku; isi hanya bila `kondisi` dan `sasaran` kosong.",
        "Digabung dengan perawatan.",
        default=None,
    )

    @property
    def is_empty(self) -> bool:
        """Whether the section says nothing at all."""
        return self.current is None and self.target is None and self.not_applicable is None


class FundingSection(Section):
    """The section on funding, with the ceiling of each year."""

    ceilings: dict[Year, Known[Rupiah]] = key(
        "pagu", "Pagu", "Batas anggaran tiap tahun, dalam rupiah penuh.", {2026: 4000000000}, default={}, promise=True
    )


def _section(name: str, title: str, description: str) -> Section | None:
    section: Section | None = key(name, title, description, default=None)
    return section


class Blueprint(Entity):
    """The 17 sections in the guideline's order; a section that is missing is `None`."""

    strategy: Section | None = _section(
        "strategi", "Strategi", "Penjabaran strategi dan rencana strategis e-government."
    )
    services_today: Section | None = _section("layanan_saat_ini", "Layanan saat ini", "Kondisi layanan saat ini.")
    infrastructure_today: Section | None = _section(
        "infrastruktur_saat_ini", "Infrastruktur saat ini", "Infrastruktur yang ada sekarang."
    )
    challenges: Section | None = _section(
        "masalah_tantangan", "Masalah dan tantangan", "Masalah dan tantangan yang dihadapi sekarang."
    )
    applications: Section | None = _section(
        "infrastruktur_aplikasi", "Infrastruktur aplikasi", "Cetak biru infrastruktur aplikasi."
    )
    people: Section | None = _section("sumber_daya_manusia", "Sumber daya manusia", "Cetak biru sumber daya manusia.")
    network: Section | None = _section(
        "infrastruktur_jaringan", "Infrastruktur jaringan", "Cetak biru infrastruktur jaringan."
    )
    information: Section | None = _section(
        "infrastruktur_informasi", "Infrastruktur informasi", "Cetak biru infrastruktur informasi."
    )
    integration: Section | None = _section(
        "integrasi", "Integrasi", "Cetak biru integrasi jaringan, informasi dan aplikasi."
    )
    funding: FundingSection | None = key(
        "pendanaan", "Pendanaan", "Cetak biru pendanaan, dengan pagu tiap tahun.", default=None
    )
    organisation: Section | None = _section(
        "organisasi", "Organisasi", "Cetak biru struktur organisasi, sistem manajemen dan proses kerja."
    )
    maintenance: Section | None = _section("perawatan", "Perawatan", "Cetak biru perawatan sesudah sistem dibangun.")
    regulation_map: Section | None = _section("peta_peraturan", "Peta peraturan", "Peta alur dan tahapan peraturan.")
    infrastructure_map: Section | None = _section(
        "peta_infrastruktur", "Peta infrastruktur", "Peta alur dan tahapan pengembangan infrastruktur."
    )
    implementation_map: Section | None = _section(
        "peta_penerapan", "Peta penerapan", "Peta alur dan tahapan penerapan e-government."
    )
    support_map: Section | None = _section(
        "peta_pendukung", "Peta pendukung", "Peta alur dan tahapan sistem pendukung."
    )
    change_management: Section | None = _section(
        "manajemen_perubahan", "Manajemen perubahan", "Cara mengajak pegawai dan masyarakat berubah."
    )

    def __iter__(self) -> Iterator[tuple[SectionKey, Section | None]]:  # type: ignore[override]
        """Every section of the guideline, in order, with what the plan says in it."""
        for which, name in zip(SectionKey, type(self).model_fields, strict=True):
            yield which, getattr(self, name)

    def section(self, which: SectionKey) -> Section | None:
        """One section, `None` when the plan leaves it out."""
        return dict(self)[which]


class Baseline(Entity):
    """A measured value with its year and source (`dasar`)."""

    value: Maybe[Number] = key("nilai", "Nilai", "Nilai yang terukur pada awalnya.", 0, default=None, unit_key="satuan")
    unit: Maybe[Text] = key(
        "satuan", "Satuan", "Satuan nilai, misalnya orang atau persen.", "jenis izin", default=None, promise=True
    )
    year: Maybe[Year] = key("tahun", "Tahun", "Tahun nilai itu diukur.", 2024, default=None)
    source: Maybe[Text] = key(
        "sumber", "Sumber", "Laporan atau dokumen asal nilai itu.", "Laporan DPMPTSP 2024", default=None
    )


class Target(Entity):
    """A value to reach and the year to reach it (`sasaran`)."""

    value: Maybe[Number] = key("nilai", "Nilai", "Nilai yang dituju.", 12, default=None, promise=True)
    year: Maybe[Year] = key("tahun", "Tahun", "Tahun sasaran.", 2028, default=None, promise=True)


class Gap(Item):
    """A gap between today and the ideal (`kesenjangan`)."""

    called: ClassVar[Message] = say("kesenjangan")
    told_on: ClassVar[Chapter] = Chapter.BLUEPRINT

    section: Maybe[SectionKey] = key(
        "bagian", "Bagian", "Bagian cetak biru tempat kesenjangan ini berada.", "infrastruktur_aplikasi", default=None
    )
    text: Markdown = key(
        "uraian",
        "Uraian",
        "Apa yang kurang dibanding keadaan ideal; boleh Markdown.",
        "Izin belum dapat diurus daring.",
    )
    baseline: Baseline | None = key(
        "dasar", "Data dasar", "Keadaan awal yang terukur, dengan tahun dan sumbernya.", default=None
    )
    target: Target | None = key("sasaran", "Sasaran", "Nilai yang dituju dan tahunnya.", default=None)
    severity: Maybe[GapSeverity] = key("tingkat", "Tingkat", "Seberapa mendesak.", "tinggi", default=None)
