"""What an uploaded workbook is before anything of it is believed: a plain `.xlsx` of a size that a plan can have."""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from generator.locale import Message, say

LARGEST_FILE = 20_000_000
"""Bytes of a workbook at most; that of a plan of 900 rows has some 300,000."""
LARGEST_CONTENT = 200_000_000
"""Bytes of all that is packed in it, at most."""
MOST_PARTS = 2_000
MOST_CELLS = 2_000_000
"""Of all sheets, from the first to the last of each that holds anything: a plan of 900 rows has 100,000."""
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_SHEET = re.compile(rb'<sheet\b[^<>]{0,500}?\bname="([^"<>]{0,200})"[^<>]{0,500}?\br:id="([^"<>]{0,99})"')
_RELATION = re.compile(rb"<Relationship\b[^<>]*>")
_CELL = re.compile(rb'\br="([A-Z]{1,9})([0-9]{1,12})"')
_FORMULA = re.compile(rb'<c\b[^>]{0,200}?\br="([A-Z]{1,3}[0-9]{1,7})"[^>]{0,200}>\s{0,20}<f[\s/>]')
_MERGED = re.compile(rb'<mergeCell\b[^>]{0,100}?\bref="([A-Z0-9:]{1,20})"')


class WorkbookRefused(Exception):
    """The file is no workbook that can be read; nothing of it was looked at further."""

    def __init__(self, message: Message, help_: Message) -> None:
        super().__init__(message.msgid)
        self.message = message
        self.help = help_


@dataclass(frozen=True)
class Marks:
    """What a sheet holds beside values: cells with a formula, and ranges that were merged."""

    formulas: frozenset[str] = frozenset()
    merged: tuple[str, ...] = field(default=())


class Opened(NamedTuple):
    """A workbook packed anew from what could be read of it, and the marks of every sheet by its name."""

    content: bytes
    marks: dict[str, Marks]


def opened(content: bytes) -> Opened:
    """A workbook of a size that a plan can have. Raises `WorkbookRefused`.

    Packed anew: what is said of its size is then so, whoever reads it.
    """
    if len(content) > LARGEST_FILE:
        raise WorkbookRefused(
            say("buku kerja ini lebih besar dari {batas} MB", batas=LARGEST_FILE // 1_000_000),
            say("kirim buku kerja rencana saja, tanpa gambar dan lembar lain"),
        )
    if content.startswith(_OLD_OR_LOCKED):
        raise WorkbookRefused(
            say("buku kerja ini berkata sandi, atau disimpan dalam bentuk lama (.xls)"),
            say("buka berkasnya, hapus kata sandinya, dan simpan sebagai Buku Kerja Excel (.xlsx)"),
        )
    try:
        with ZipFile(BytesIO(content)) as packed:
            parts = _parts(packed)
            marks = dict(_marks(parts))
    except (BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError, OSError, zlib.error):
        raise not_whole() from None
    made = BytesIO()
    with ZipFile(made, "w") as anew:
        for name, part in parts.items():
            anew.writestr(name, part)
    return Opened(made.getvalue(), marks)


def not_whole() -> WorkbookRefused:
    """The refusal of a file that is no workbook, or a damaged one."""
    return WorkbookRefused(
        say("berkas ini bukan buku kerja Excel (.xlsx) yang utuh"),
        say("simpan dari Excel atau LibreOffice sebagai Buku Kerja Excel (.xlsx), lalu coba lagi"),
    )


def _parts(packed: ZipFile) -> dict[str, bytes]:
    parts = packed.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_CONTENT:
        raise _too_large()
    if any(part.filename.casefold().endswith("vbaproject.bin") for part in parts):
        raise WorkbookRefused(
            say("buku kerja ini memuat makro"), say("simpan sebagai Buku Kerja Excel biasa (.xlsx), tanpa makro")
        )
    return {part.filename: packed.read(part) for part in parts if part.filename.endswith((".xml", ".rels"))}


def _marks(parts: Mapping[str, bytes]) -> Iterator[tuple[str, Marks]]:
    relations = dict(_relations(parts["xl/_rels/workbook.xml.rels"]))
    cells = 0
    for name, relation in _SHEET.findall(parts["xl/workbook.xml"]):
        target = relations.get(relation)
        if target is None:
            continue
        text = parts[target]
        cells += _area(text)
        if cells > MOST_CELLS:
            raise _too_large()
        formulas = frozenset(cell.decode() for cell in _FORMULA.findall(text))
        yield _unescaped(name), Marks(formulas, tuple(each.decode() for each in _MERGED.findall(text)))


def _area(sheet: bytes) -> int:
    """How many cells a reader makes of a sheet: one in the last corner alone makes 17 thousand million."""
    columns, rows = 0, 0
    for column, row in _CELL.findall(sheet):
        number = 0
        for letter in column:
            number = number * 26 + letter - ord("A") + 1
        columns, rows = max(columns, number), max(rows, int(row))
    return columns * rows


def _too_large() -> WorkbookRefused:
    return WorkbookRefused(
        say("isi buku kerja ini jauh lebih besar daripada rencana mana pun"),
        say("unduh buku kerja rencana dari situs dan salin isiannya ke sana"),
    )


def _relations(text: bytes) -> Iterator[tuple[bytes, str]]:
    for relation in _RELATION.findall(text):
        name = re.search(rb'\bId="([^"]*)"', relation)
        target = re.search(rb'\bTarget="([^"]*)"', relation)
        if name and target:
            path = target[1].decode("utf-8", "replace").lstrip("/")
            yield name[1], path if path.startswith("xl/") else f"xl/{path}"


def _unescaped(name: bytes) -> str:
    text = name.decode("utf-8", "replace")
    for escaped, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(escaped, sign)
    return text
