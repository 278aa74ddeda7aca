"""What is wrong in a workbook, in words, each at its cell."""

from collections.abc import Sequence
from difflib import get_close_matches

from generator.data.layout import FIELDS, NUMBER, ListSheet
from generator.data.listed import BETWEEN
from generator.editing.proposal import Path, Written, row_name
from generator.editing.quoting import quoted
from generator.editing.seat import Origin
from generator.editing.sheet import CellProblem, ReadSheet, SheetRow
from generator.locale import say

_MOST_LISTED = 20
"""Ids that a remedy lists at most."""
_STRANGER = say("hapus lembarnya, atau beri nama lembar yang dikenal; catatan sendiri simpan di berkas lain")


def unknown_sheet(name: str, known: Sequence[str]) -> CellProblem:
    near = get_close_matches(name[:60], known, 1, 0.5)
    if not known:
        help_ = say("unduh rencana.xlsx dari halaman rencana, atau buat dengan `rencana export`, lalu isi di sana")
        return CellProblem("lembar-tidak-dikenal", quoted(name), "", say("buku kerja ini bukan dari situs ini"), help_)
    return CellProblem(
        "lembar-tidak-dikenal",
        quoted(name),
        "",
        say("lembar `{nama}` tidak dikenal", nama=quoted(name)),
        say("beri nama `{nama}` bila itu isinya, atau hapus lembarnya", nama=near[0]) if near else _STRANGER,
    )


def unknown_field(key: str, cell: str, known: Sequence[str]) -> CellProblem:
    near = get_close_matches(key[:80], known, 1, 0.6)
    return CellProblem(
        "kolom-tidak-dikenal",
        FIELDS,
        cell,
        say("isian `{kunci}` tidak dikenal", kunci=quoted(key)),
        say("mungkin maksudnya `{kata}`", kata=near[0]) if near else say("hapus barisnya"),
    )


def formula(sheet: str, cell: str) -> CellProblem:
    return CellProblem(
        "sel-rumus",
        sheet,
        cell,
        say("sel ini berisi rumus; hasilnya belum tentu tersimpan dalam berkas"),
        say("salin selnya, lalu tempel di tempat yang sama sebagai nilai"),
    )


def column_missing(sheet: str, key: str) -> CellProblem:
    return CellProblem(
        "kolom-tidak-dikenal",
        sheet,
        "A1",
        say("kolom `{kunci}` tidak ada, padahal ia menunjukkan baris mana yang dimaksud", kunci=key),
        say("kembalikan kolomnya dari buku kerja asal"),
    )


def no_item(at: Origin, text: str, known: Sequence[str]) -> CellProblem:
    listed = ", ".join(f"`{each}`" for each in known[:_MOST_LISTED]) + (", …" if len(known) > _MOST_LISTED else "")
    return CellProblem(
        "id-salah",
        *at,
        say("`{teks}` bukan id, dan bukan nama yang menunjuk tepat satu isi rencana", teks=quoted(text)),
        say("tulis salah satu: {daftar}", daftar=listed)
        if known
        else say("isi dahulu lembar daftarnya, lalu tulis id-nya di sini"),
    )


def key_missing(made: ReadSheet, row: SheetRow, key: str) -> CellProblem:
    return CellProblem(
        "sel-tidak-jelas",
        made.name,
        made.cell(row.number, key),
        say("`{kunci}` kosong, sehingga baris mana yang dimaksud tidak jelas", kunci=key),
        say("isi `{kunci}`; baris baru memerlukan yang baru", kunci=key),
    )


def no_such_number(made: ReadSheet, row: SheetRow, number: int) -> CellProblem:
    return CellProblem(
        "sel-tidak-jelas",
        made.name,
        made.cell(row.number, NUMBER.key),
        say("tidak ada baris dengan nomor {nomor} di daftar ini", nomor=number),
        say("kosongkan nomornya bila baris ini baru"),
    )


def no_such_place(made: ReadSheet, row: SheetRow, key: str, written: str, holder: Path) -> CellProblem:
    return CellProblem(
        "sel-tidak-jelas",
        made.name,
        made.cell(row.number, key),
        say(
            "`{baris}` tidak memuat {kunci} nomor {nomor}", baris=row_name(holder[:1]), kunci=key, nomor=quoted(written)
        ),
        say("nomor dihitung dari 1, menurut urutan di lembar {kunci}; yang baru diisikan dahulu di sana", kunci=key),
    )


def copied(sheet: ListSheet, made: ReadSheet, row: SheetRow, path: Path, first: int) -> CellProblem:
    key = "id" if sheet.table.item else (NUMBER.key if sheet.numbered else "tahun")
    return CellProblem(
        "baris-ganda",
        made.name,
        made.cell(row.number, key),
        say("baris ini menunjuk `{baris}`, yang sudah ada di baris {nomor}", baris=quoted(row_name(path)), nomor=first),
        say("bila ini salinan untuk baris baru, beri id lain (atau kosongkan nomornya); bila bukan, hapus"),
    )


def field_twice(key: str, cell: str, first: int) -> CellProblem:
    return CellProblem(
        "baris-ganda",
        FIELDS,
        cell,
        say("isian `{kunci}` sudah ada di baris {nomor}", kunci=quoted(key), nomor=first),
        say("hapus baris yang tidak dimaksud"),
    )


def sheet_twice(name: str, first: str) -> CellProblem:
    return CellProblem(
        "baris-ganda",
        quoted(name),
        "",
        say("lembar ini memuat daftar yang sama dengan lembar `{nama}`", nama=quoted(first)),
        say("satukan barisnya dalam satu lembar, lalu hapus yang lain"),
    )


def conflict(sheet: str, cell: str, old: Written, new: Written) -> CellProblem:
    return CellProblem(
        "baris-bentrok",
        sheet,
        cell,
        say(
            "isian ini berubah juga di rencana sesudah buku kerja dibuat: kini `{kini}`, di buku kerja `{baru}`",
            kini=_told(old),
            baru=_told(new),
        ),
        say("tulis nilai yang benar di buku kerja yang diekspor hari ini"),
    )


def gone(made: ReadSheet, row: SheetRow, path: Path) -> CellProblem:
    return CellProblem(
        "baris-bentrok",
        made.name,
        made.cell(row.number, "id"),
        say("`{baris}` sudah dihapus dari rencana sesudah buku kerja dibuat", baris=quoted(row_name(path))),
        say("hapus barisnya di buku kerja, atau beri id baru bila memang hendak ditambahkan lagi"),
    )


def doubtful(made: ReadSheet, row: SheetRow, path: Path) -> CellProblem:
    return CellProblem(
        "baris-bentrok",
        made.name,
        made.cell(row.number, NUMBER.key),
        say(
            "baris mana yang kini `{baris}` tidak pasti: daftarnya di rencana berubah sesudah buku kerja dibuat",
            baris=quoted(row_name(path)),
        ),
        say("tulis perubahannya di buku kerja yang diekspor hari ini"),
    )


def not_removed(made: ReadSheet, path: Path) -> CellProblem:
    return CellProblem(
        "baris-bentrok",
        made.name,
        "",
        say(
            "`{baris}` tidak dihapus: isinya di rencana kini bukan isi yang ada ketika buku kerja dibuat",
            baris=quoted(row_name(path)),
        ),
        say("periksa isinya sekarang, lalu hapus barisnya di buku kerja yang diekspor hari ini"),
    )


def renamed(made: ReadSheet, row: SheetRow, old: Path, new: Path) -> CellProblem:
    return CellProblem(
        "id-berubah",
        made.name,
        made.cell(row.number, "id"),
        say(
            "id `{lama}` menjadi `{baru}`; id adalah tanda pengenal tetap",
            lama=row_name(old),
            baru=quoted(row_name(new)),
        ),
        say("kembalikan `{lama}`; yang boleh berubah adalah namanya", lama=row_name(old)),
    )


def _told(value: Written) -> str:
    return quoted(BETWEEN.join(value) if isinstance(value, tuple) else value or "–")
