"""Whose a row of a flat table is and where it is seen: in full in the country's tables, briefly in a plan's own."""

from pathlib import PurePosixPath

from generator.data.column import FileColumn, cells
from generator.data.comma_separated import Value
from generator.diagnostics import Place
from generator.model.edition import Edition
from generator.model.value_type import ValueType
from generator.pages.plan.dossier import Dossier

_INSTITUTION = FileColumn(
    "lembaga", "Lembaga", "Nama folder lembaga, yang juga alamatnya di situs ini.", ValueType.TEXT
)
_PERIOD = FileColumn("periode", "Periode", "Tahun pertama dan terakhir rencana.", ValueType.TEXT)
_EXAMPLE = FileColumn("contoh", "Contoh", "`ya` bila rencana adalah contoh rekaan.", ValueType.FLAG)

WHOSE = (
    FileColumn(
        "kode_lembaga",
        "Kode lembaga",
        "Kode lembaga dalam skemanya; menyambung ke data lain.",
        ValueType.TEXT,
    ),
    _INSTITUTION,
    FileColumn("nama_lembaga", "Nama lembaga", "Nama lembaga seperti tertulis.", ValueType.TEXT),
    _PERIOD,
    FileColumn("provinsi", "Provinsi", "Provinsi tempat lembaga berada, bila ada.", ValueType.TEXT),
    FileColumn("status_rencana", "Status rencana", "Status rencana sebagai dokumen.", ValueType.CHOICE),
    FileColumn("diperbarui", "Diperbarui", "Hari lembaga terakhir memperbarui rencana.", ValueType.DAY),
    _EXAMPLE,
)
"""The columns that begin every row of the country."""

OWN = (_INSTITUTION, _PERIOD, _EXAMPLE)
"""Those of them that a plan's own tables have: what a row needs to be understood alone. The rest is the same for every
row of a plan and is added when the tables of all plans are joined."""

ADDRESS = FileColumn("alamat", "Alamat", "Alamat baris ini di situs, dari akar situs.", ValueType.TEXT)
"""Of the country's rows; in a plan's own table it is told from the plan's page."""
LINE = FileColumn("baris", "Baris", "Berkas rencana dan nomor barisnya.", ValueType.TEXT)
"""Of the country's rows; in a plan's own table the file is told from the plan's folder."""


def own(dossier: Dossier) -> tuple[Value, ...]:
    """The values of `OWN`."""
    address = dossier.edition.address
    return cells((address.institution, address.period, dossier.plan.header.is_example))


def folder(edition: Edition) -> str:
    """The folder that holds the plan's files, from the repository's root, with `/` behind it; empty for the root."""
    parent = PurePosixPath(edition.files[0].path).parent if edition.files else PurePosixPath()
    return f"{parent}/" if parent.name else ""


def line_in_folder(dossier: Dossier, place: Place) -> str:
    """A file from the plan's folder, and a line."""
    return f"{place.path.removeprefix(folder(dossier.edition))}:{place.line}"
