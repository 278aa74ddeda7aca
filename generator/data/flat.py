"""The flat tables: one row an activity, a budget line, a finding, a change of a promise.

Every row of a plan carries what it needs to be understood alone; what is the same for the whole plan is added when the
tables of all plans are joined, and no plan is read again for it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.data.column import FileColumn, cells, columns_of
from generator.data.comma_separated import Value
from generator.data.exchanged import exchanged
from generator.data.institutions import amount
from generator.data.whose import ADDRESS, LINE, OWN, line_in_folder, own
from generator.locale import Message, language, say
from generator.model import description
from generator.model.activity import Activity
from generator.model.money import actual, planned
from generator.model.value_type import ValueType
from generator.pages import addresses
from generator.pages.plan.dossier import Dossier
from generator.pages.site import Site
from generator.pages.words.changes import ChangeWords


@dataclass(frozen=True)
class FlatTable:
    """A flat table: `name` is its file's, `columns` what follows whose a row is, `rows` makes those of one plan."""

    name: str
    title: Message
    columns: tuple[FileColumn, ...]
    rows: Callable[[Dossier, Site], Iterator[tuple[Value, ...]]]

    @property
    def keys(self) -> list[str]:
        """The head of a plan's own file."""
        return [column.key for column in (*OWN, *self.columns)]


_VALUE = (
    "Nilai {} perubahan: angka (rupiah penuh, jumlah, persen), tanggal atau triwulan (`2027-T4`) bila memang begitu,"
    " selain itu teks; kosong bila tidak ada."
)


def _activities(dossier: Dossier, site: Site) -> Iterator[tuple[Value, ...]]:
    begin = own(dossier)
    for row in description.item_tables()[Activity].rows(dossier.plan):
        activity = dossier.references.activities[str(row.path[0])]
        seen = dossier.rows[activity.id]
        first = dossier.history.schedules.get(activity.id)
        yield (
            *begin,
            *cells(row.values),
            *cells(
                (
                    seen.percent,
                    seen.late,
                    seen.unverified_since,
                    *amount(seen.planned),
                    *amount(seen.actual),
                    first[1] if first else None,
                )
            ),
            *_where(dossier, activity.id),
        )


def _budget(dossier: Dossier, site: Site) -> Iterator[tuple[Value, ...]]:
    begin = own(dossier)
    for activity in dossier.plan.activities:
        used = {money.position: "rencana" for money in planned(activity)}
        used |= {money.position: "realisasi" for money in actual(activity)}
        for at, line in enumerate(activity.budget):
            values = (
                activity.id,
                activity.name,
                line.year,
                line.phase,
                line.amount,
                line.source,
                line.code,
                line.cost_kind,
            )
            yield (*begin, *cells(values), used.get(at), *_where(dossier, activity.id, "anggaran", at))


def _findings(dossier: Dossier, site: Site) -> Iterator[tuple[Value, ...]]:
    begin, words = own(dossier), language()
    for finding in dossier.findings:
        answer = finding.answer
        yield (
            *begin,
            finding.kind,
            finding.item or None,
            words.word(finding.message),
            answer.explanation if answer else None,
            f"{addresses.FINDINGS}#temuan-{finding.kind}",
            line_in_folder(dossier, finding.place),
        )


def _changes(dossier: Dossier, site: Site) -> Iterator[tuple[Value, ...]]:
    begin, told = own(dossier), ChangeWords(language())
    for entry in dossier.history.entries:
        yield (
            *begin,
            entry.day,
            entry.change.item or None,
            entry.change.kind,
            f"{told.subject(entry.change)}: {told.entry(entry)}",
            entry.reason,
            entry.commit,
            addresses.HISTORY,
            *exchanged(entry.change, told),
        )


def _where(dossier: Dossier, item: str, *path: str | int) -> tuple[Value, ...]:
    place = dossier.edition.place(item, *path)
    return f"{addresses.IMPLEMENTATION}#{addresses.item_anchor(item)}", line_in_folder(dossier, place)


def _of_activity(keys: Sequence[str]) -> Iterable[FileColumn]:
    table = next(each for each in description.tables() if each.name == "kegiatan.anggaran")
    known = {column.key: column for column in columns_of(table)}
    return (known[key] for key in keys)


def _flat_tables() -> Iterator[FlatTable]:
    yield FlatTable(
        "kegiatan",
        say("Kegiatan"),
        (
            *columns_of(description.item_tables()[Activity]),
            FileColumn("persen_terakhir", "Persen terakhir", "Kemajuan terakhir yang dilaporkan.", ValueType.PERCENT),
            FileColumn("terlambat", "Terlambat", "`ya` bila batasnya lewat dan belum selesai.", ValueType.FLAG),
            FileColumn(
                "belum_diverifikasi_sejak",
                "Belum diverifikasi sejak",
                "Hari laporan terakhir dari kegiatan berjalan yang tidak dilaporkan lagi.",
                ValueType.DAY,
            ),
            FileColumn("rencana", "Anggaran rencana", "Jumlah rencana semua tahun.", ValueType.RUPIAH, unit="rupiah"),
            FileColumn(
                "rencana_lengkap",
                "Rencana lengkap",
                "`tidak` bila ada jumlah yang belum diketahui.",
                ValueType.FLAG,
            ),
            FileColumn("realisasi", "Realisasi", "Jumlah realisasi semua tahun.", ValueType.RUPIAH, unit="rupiah"),
            FileColumn(
                "realisasi_lengkap",
                "Realisasi lengkap",
                "`tidak` bila ada jumlah yang belum diketahui.",
                ValueType.FLAG,
            ),
            FileColumn("selesai_semula", "Selesai semula", "Janji selesai yang pertama.", ValueType.SPAN),
            ADDRESS,
            LINE,
        ),
        _activities,
    )
    yield FlatTable(
        "anggaran",
        say("Anggaran"),
        (
            FileColumn("kegiatan", "Kegiatan", "Id kegiatan.", ValueType.REFERENCE),
            FileColumn("nama_kegiatan", "Nama kegiatan", "Nama kegiatan.", ValueType.TEXT),
            *_of_activity(("tahun", "fase", "jumlah", "sumber", "kode", "jenis_biaya")),
            FileColumn(
                "dipakai",
                "Dipakai",
                (
                    "`rencana` bila baris ini angka rencana tahunnya (fase terakhir), `realisasi` bila uang yang"
                    " dibelanjakan, kosong bila digantikan fase sesudahnya. Jumlahkan hanya menurut kolom ini."
                ),
                ValueType.TEXT,
            ),
            ADDRESS,
            LINE,
        ),
        _budget,
    )
    yield FlatTable(
        "temuan",
        say("Temuan"),
        (
            FileColumn("temuan", "Temuan", "Kode temuan; artinya ada pada halaman Metode.", ValueType.TEXT),
            FileColumn("item", "Item", "Id yang ditemukan; kosong bila tentang seluruh rencana.", ValueType.TEXT),
            FileColumn("uraian", "Uraian", "Temuan dalam satu kalimat.", ValueType.TEXT),
            FileColumn("tanggapan", "Tanggapan", "Jawaban lembaga, bila ada.", ValueType.TEXT),
            ADDRESS,
            LINE,
        ),
        _findings,
    )
    yield FlatTable(
        "perubahan",
        say("Perubahan janji"),
        (
            FileColumn("tanggal", "Tanggal", "Hari perubahan.", ValueType.DAY),
            FileColumn("item", "Item", "Id yang berubah; kosong bila tentang seluruh rencana.", ValueType.TEXT),
            FileColumn("jenis", "Jenis", "Kode jenis perubahan.", ValueType.TEXT),
            FileColumn("uraian", "Uraian", "Perubahan dalam satu kalimat: semula dan kini.", ValueType.TEXT),
            FileColumn("alasan", "Alasan", "Alasan yang disebut, bila ada.", ValueType.TEXT),
            FileColumn("komit", "Komit", "Komit Git yang memuatnya.", ValueType.TEXT),
            ADDRESS,
            FileColumn("semula", "Semula", _VALUE.format("sebelum"), ValueType.TEXT),
            FileColumn("kini", "Kini", _VALUE.format("sesudah"), ValueType.TEXT),
        ),
        _changes,
    )


FLAT_TABLES = tuple(_flat_tables())
"""In the order in which they are listed."""
