"""`rencana.xlsx`: a plan as a workbook that people edit, and that `rencana import` brings back."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from generator.data.column import FileColumn, cells, columns_of
from generator.data.comma_separated import Value
from generator.data.layout import (
    CHOICES,
    DICTIONARY,
    FIELDS,
    FILES,
    README,
    STAMPS,
    ListSheet,
    list_sheets,
    stamp,
    stamp_rows,
)
from generator.data.xlsx import Sheet, SheetColumn, SheetFile, Validation, workbook, written
from generator.data.xlsx_archive import CellStyle
from generator.data.xlsx_cells import column_letters
from generator.model.description import single
from generator.model.edition import Edition
from generator.model.plan import FORMAT_VERSION
from generator.model.unknown import UNKNOWN
from generator.model.value_type import ValueType
from generator.pages import addresses
from generator.pages.site import Site

_KINDS = {
    ValueType.IDENTIFIER: CellStyle.IDENTIFIER,
    ValueType.RUPIAH: CellStyle.AMOUNT,
    ValueType.DAY: CellStyle.DAY,
    ValueType.WHEN: CellStyle.DAY,
    **dict.fromkeys(
        (
            ValueType.COUNT,
            ValueType.SCALE,
            ValueType.PERCENT,
            ValueType.NUMBER,
            ValueType.YEAR,
        ),
        CellStyle.NUMBER,
    ),
}
_WIDTHS = {CellStyle.TEXT: 28, CellStyle.IDENTIFIER: 12, CellStyle.NUMBER: 12, CellStyle.AMOUNT: 18, CellStyle.DAY: 12}
_NUMERIC = (CellStyle.NUMBER, CellStyle.AMOUNT, CellStyle.DAY)


def plan_workbook(edition: Edition, site: Site, as_of: date, only: frozenset[str] | None = None) -> bytes:
    """The workbook of a plan: what to know first, its lists, its single fields, the dictionary and the stamps.

    `only` names the sheets of lists that are wanted.
    """
    wanted = [sheet for sheet in list_sheets() if only is None or sheet.name in only]
    lists = [(sheet, list(sheet.rows(edition.plan))) for sheet in wanted]
    return workbook(
        [
            written(_readme(_about(edition, site, as_of))),
            *(written(_list(sheet, [values for _, values in rows])) for sheet, rows in lists),
            written(_fields(edition)),
            _dictionary(),
            written(_files(edition, lists)),
            written(_stamps(edition, lists)),
            _choices(),
        ],
        edition.plan.header.updated,
    )


def blank_workbook() -> bytes:
    """The template: the same sheets without a plan, for someone who has no YAML yet."""
    about = (
        "Lembar kerja kosong untuk menyusun rencana induk.",
        "Isi lembar Isian lebih dahulu, lalu daftar yang Anda perlukan; kembalikan dengan"
        " `rencana import BERKAS.xlsx --plans plans --write`.",
        *_HOW,
    )
    return workbook(
        [
            written(_readme(about)),
            *(written(_list(sheet, ())) for sheet in list_sheets()),
            written(_fields(None)),
            _choices(),
        ],
        date(2026, 1, 1),
    )


def single_rows(edition: Edition | None) -> Iterator[tuple[str, FileColumn, Value]]:
    """The single fields: key with the groups around it, what it is, and its value."""
    table = single()
    values = cells(next(table.rows(edition.plan)).values) if edition else (None,) * len(table.columns)
    for column, value in zip(columns_of(table), values, strict=True):
        yield column.key, column, value


def _about(edition: Edition, site: Site, as_of: date) -> list[str]:
    header = edition.plan.header
    lines = [
        header.title,
        f"Rencana: {edition.address}",
        f"Versi format: {FORMAT_VERSION}",
        f"Per tanggal: {as_of.isoformat()}",
    ]
    if site.url:
        lines.append(f"Alamat: {site.url}{addresses.plan(edition.address)}")
    if site.commit:
        lines.append(f"Komit: {site.commit}")
    if header.is_example:
        lines.append("Contoh rekaan: bukan rencana lembaga sungguhan.")
    return [*lines, *_HOW]


_HOW = (
    "Ubah isi sel; jangan mengubah Id dan Nomor, keduanya menunjukkan baris mana yang dimaksud.",
    "Baris baru: tambahkan di bawah, dengan Id baru, atau Nomor kosong untuk daftar tanpa Id.",
    "Baris yang dihapus atau disaring tidak dihapus dari rencana, kecuali diminta dengan --delete.",
    "Beberapa id atau teks dalam satu sel dipisahkan titik koma: K-001; K-002. Titik koma di dalam teks ditulis \\;.",
    "Yang belum diketahui ditulis tidak_diketahui; sel kosong berarti tidak dicatat.",
    "Jumlah uang ditulis dalam rupiah penuh, triwulan sebagai 2026-T2, tanggal sebagai 2026-09-30.",
)


def _readme(lines: Sequence[str]) -> Sheet:
    first, *rest = lines
    return Sheet(README, [SheetColumn(first, width=100)], [[line] for line in rest], frozen=0, table=False)


def _list(sheet: ListSheet, rows: Sequence[Sequence[Value]]) -> Sheet:
    return Sheet(sheet.name, _sheet_columns()[sheet.name], rows, frozen=sheet.keys)


@cache
def _sheet_columns() -> dict[str, list[SheetColumn]]:
    return {sheet.name: [_column(column) for column in sheet.columns] for sheet in list_sheets()}


def _column(column: FileColumn) -> SheetColumn:
    kind = CellStyle.TEXT if column.many else _KINDS.get(column.type, CellStyle.TEXT)
    return SheetColumn(column.title, kind, max(_WIDTHS[kind], min(40, len(column.title) + 4)), _rule(column, kind))


def _rule(column: FileColumn, kind: CellStyle) -> Validation:
    unit = f" ({column.unit})" if column.unit else ""
    prompt = column.description + unit
    if column.many:
        return Validation(prompt)
    if source := _source(column):
        return Validation(prompt, choices=source)
    numeric = kind in _NUMERIC and column.type is not ValueType.WHEN  # a quarter is a text
    return Validation(prompt, numeric=numeric, instead=UNKNOWN.value)


def _source(column: FileColumn) -> str:
    """The range that a drop-down offers: the ids of another sheet, or words of the sheet of choices."""
    if column.refers_to:
        target = next(sheet for sheet in list_sheets() if sheet.table.name == column.refers_to)
        letter = column_letters([each.key for each in target.columns].index("id"))
        return f"'{target.name}'!${letter}$2:${letter}$2000"
    words = _words(column)
    if not words:
        return ""
    at = list(_choice_lists()).index(words)
    letter = column_letters(at)
    return f"'{CHOICES}'!${letter}$2:${letter}${len(words) + 1}"


def _words(column: FileColumn) -> tuple[str, ...]:
    if column.many:
        return ()
    if column.type is ValueType.FLAG:
        return ("ya", "tidak")
    return (*column.choices, UNKNOWN.value) if column.choices and column.may_be_unknown else column.choices


@cache
def _choice_lists() -> dict[tuple[str, ...], None]:
    columns = [column for sheet in list_sheets() for column in sheet.columns]
    columns += columns_of(single())
    return {words: None for column in columns if (words := _words(column))}


@cache
def _choices() -> SheetFile:
    lists = list(_choice_lists())
    longest = max(map(len, lists))
    rows = [[words[at] if at < len(words) else None for words in lists] for at in range(longest)]
    return written(Sheet(CHOICES, [SheetColumn(words[0]) for words in lists], rows, hidden=True))


def _heads(*titles: tuple[str, int]) -> list[SheetColumn]:
    return [SheetColumn(title, width=width) for title, width in titles]


def _fields(edition: Edition | None) -> Sheet:
    columns = _heads(("Kunci", 34), ("Judul", 34), ("Isi", 60), ("Keterangan", 60))
    rows = [(key, column.title, value, column.description) for key, column, value in single_rows(edition)]
    return Sheet(FIELDS, columns, rows, frozen=2)


@cache
def _dictionary() -> SheetFile:
    """What the columns mean; those that only say which row it is are explained first and at their cells."""
    columns = _heads(("Lembar", 24), ("Kolom", 28), ("Kunci", 28), ("Arti", 60), ("Isian", 60))
    rows = [
        (
            sheet.name,
            column.title,
            column.key,
            column.description,
            ", ".join(column.choices) or column.type.value,
        )
        for sheet in list_sheets()
        for column in sheet.columns[sheet.keys :]
    ]
    return written(Sheet(DICTIONARY, columns, rows, frozen=0))


def _files(
    edition: Edition, lists: Sequence[tuple[ListSheet, list[tuple[tuple[str | int, ...], tuple[Value, ...]]]]]
) -> Sheet:
    columns = _heads(("Lembar", 28), ("Berkas", 70), ("Baris", 10))
    rows: list[tuple[str, str, int]] = []
    for sheet, found in lists:
        counts: dict[str, int] = {}
        for path, _ in found:
            file = edition.place(*path).path
            counts[file] = counts.get(file, 0) + 1
        rows += ((sheet.name, file, count) for file, count in counts.items())
    return Sheet(FILES, columns, rows, frozen=0)


def _stamps(
    edition: Edition, lists: Sequence[tuple[ListSheet, list[tuple[tuple[str | int, ...], tuple[Value, ...]]]]]
) -> Sheet:
    told = [(sheet.name, path, stamp(values)) for sheet, found in lists for path, values in found]
    told.append((FIELDS, (), stamp([value for _, _, value in single_rows(edition)])))
    rows = stamp_rows(told)
    columns = [SheetColumn(title) for title in ("lembar", "sidik")]
    return Sheet(STAMPS, columns, rows, hidden=True)
