"""Whose a row of a flat table is."""

from generator.data.column import FileColumn, cells
from generator.data.comma_separated import Value
from generator.model.value_type import ValueType
from generator.pages.plan.dossier import Dossier

WHOSE = (
    FileColumn(
        "kode_lembaga",
        "Kode lembaga",
        "Kode lembaga dalam skemanya; menyambung ke data lain.",
        ValueType.TEXT,
    ),
    FileColumn("lembaga", "Lembaga", "Nama folder lembaga, yang juga alamatnya di situs ini.", ValueType.TEXT),
    FileColumn("nama_lembaga", "Nama lembaga", "Nama lembaga seperti tertulis.", ValueType.TEXT),
    FileColumn("periode", "Periode", "Tahun pertama dan terakhir rencana.", ValueType.TEXT),
    FileColumn("provinsi", "Provinsi", "Provinsi tempat lembaga berada, bila ada.", ValueType.TEXT),
    FileColumn("status_rencana", "Status rencana", "Status rencana sebagai dokumen.", ValueType.CHOICE),
    FileColumn("diperbarui", "Diperbarui", "Hari lembaga terakhir memperbarui rencana.", ValueType.DAY),
    FileColumn("contoh", "Contoh", "`ya` bila rencana adalah contoh rekaan.", ValueType.FLAG),
)
"""The columns that begin every row."""


def whose(dossier: Dossier) -> tuple[Value, ...]:
    """The values of `WHOSE`."""
    plan, address = dossier.plan, dossier.edition.address
    institution, header = plan.institution, plan.header
    return cells(
        (
            institution.code,
            address.institution,
            institution.name,
            address.period,
            institution.province,
            header.status,
            header.updated,
            header.is_example,
        )
    )
