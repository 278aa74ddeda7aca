"""`lembaga.csv`: one row an institution, with its plan that is current and how far that is."""

from collections.abc import Iterable, Iterator

from generator.data.column import FileColumn, cells
from generator.data.comma_separated import Value
from generator.model.money import Total
from generator.model.value_type import ValueType
from generator.pages import addresses
from generator.views.portrait import Portrait

COLUMNS: tuple[FileColumn, ...] = (
    FileColumn("kode_lembaga", "Kode lembaga", "Kode lembaga dalam skemanya.", ValueType.TEXT, required=True),
    FileColumn("lembaga", "Lembaga", "Nama folder lembaga, yang juga alamatnya di situs ini.", ValueType.TEXT),
    FileColumn("nama_lembaga", "Nama lembaga", "Nama lembaga seperti tertulis.", ValueType.TEXT),
    FileColumn("jenis", "Jenis", "Jenis lembaga.", ValueType.CHOICE),
    FileColumn("provinsi", "Provinsi", "Provinsi tempat lembaga berada, bila ada.", ValueType.TEXT),
    FileColumn("kode_provinsi", "Kode provinsi", "Kode Kemendagri provinsinya, bila ada.", ValueType.TEXT),
    FileColumn("periode", "Periode", "Tahun pertama dan terakhir rencana terkini.", ValueType.TEXT),
    FileColumn("judul", "Judul", "Judul rencana terkini.", ValueType.TEXT),
    FileColumn("status_rencana", "Status rencana", "Status rencana sebagai dokumen.", ValueType.CHOICE),
    FileColumn("diperbarui", "Diperbarui", "Hari lembaga terakhir memperbarui rencana.", ValueType.DAY),
    FileColumn("contoh", "Contoh", "`ya` bila rencana adalah contoh rekaan.", ValueType.FLAG),
    FileColumn("kegiatan", "Kegiatan", "Banyaknya kegiatan.", ValueType.COUNT),
    FileColumn("selesai", "Selesai", "Kegiatan yang dilaporkan selesai.", ValueType.COUNT),
    FileColumn("terlambat", "Terlambat", "Kegiatan yang batasnya lewat dan belum selesai.", ValueType.COUNT),
    FileColumn("rencana", "Anggaran rencana", "Jumlah rencana semua tahun.", ValueType.RUPIAH, unit="rupiah"),
    FileColumn("rencana_lengkap", "Rencana lengkap", "`tidak` bila ada jumlah yang belum diketahui.", ValueType.FLAG),
    FileColumn("realisasi", "Realisasi", "Jumlah realisasi semua tahun.", ValueType.RUPIAH, unit="rupiah"),
    FileColumn(
        "realisasi_lengkap",
        "Realisasi lengkap",
        "`tidak` bila ada jumlah yang belum diketahui.",
        ValueType.FLAG,
    ),
    FileColumn("temuan", "Temuan", "Banyaknya temuan.", ValueType.COUNT),
    FileColumn("bagian_terisi", "Bagian terisi", "Bagian cetak biru yang terisi, dari 17.", ValueType.COUNT),
    FileColumn("alamat", "Alamat", "Alamat rencana terkini di situs, dari akar situs.", ValueType.TEXT),
)


def rows(portraits: Iterable[Portrait]) -> Iterator[tuple[Value, ...]]:
    """The rows, in the order of the portraits."""
    for each in portraits:
        yield cells(
            (
                each.code,
                each.slug,
                each.name,
                each.kind,
                each.province or None,
                each.province_code or None,
                each.address.period,
                each.title,
                each.status,
                each.updated,
                each.is_example,
                each.standing.total,
                each.standing.done,
                each.standing.late,
                *amount(each.planned),
                *amount(each.actual),
                each.finding_count,
                each.filled,
                addresses.plan(each.address),
            )
        )


def amount(total: Total) -> tuple[int | None, bool | None]:
    """A sum and whether nothing is missing in it; a sum of nothing known is no amount, and never 0."""
    return (total.amount, total.complete) if total.known else (None, None if total.is_empty else False)
