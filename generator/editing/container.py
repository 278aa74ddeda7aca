"""What an uploaded workbook is before anything of it is believed: a plain `.xlsx` of a size that a plan can have."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from generator.locale import Message, say

LARGEST_FILE = 20_000_000
"""Bytes of a workbook at most; that of a plan of 900 rows has some 300,000."""
LARGEST_CONTENT = 200_000_000
"""Bytes of all that is packed in it, at most."""
MOST_PARTS = 2_000
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_SHEET = re.compile(rb'<sheet\b[^>]*?\bname="([^"]*)"[^>]*?\br:id="([^"]*)"')
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_FORMULA = re.compile(rb'<c\b[^>]{0,200}?\br="([A-Z]{1,3}[0-9]{1,7})"[^>]{0,200}>\s{0,20}<f[\s/>]')
_MERGED = re.compile(rb'<mergeCell\b[^>]{0,100}?\bref="([A-Z0-9:]{1,20})"')


class Refused(Exception):
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


def opened(content: bytes) -> dict[str, Marks]:
    """The marks of every sheet by its name. Raises `Refused`."""
    if len(content) > LARGEST_FILE:
        raise Refused(
            say("buku kerja ini lebih besar dari {batas} MB", batas=LARGEST_FILE // 1_000_000),
            say("kirim buku kerja rencana saja, tanpa gambar dan lembar lain"),
        )
    if content.startswith(_OLD_OR_LOCKED):
        raise Refused(
            say("buku kerja ini berkata sandi, atau disimpan dalam bentuk lama (.xls)"),
            say("buka berkasnya, hapus kata sandinya, dan simpan sebagai Buku Kerja Excel (.xlsx)"),
        )
    try:
        with ZipFile(BytesIO(content)) as packed:
            return dict(_marks(packed))
    except (BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        raise Refused(
            say("berkas ini bukan buku kerja Excel (.xlsx) yang utuh"),
            say("simpan dari Excel atau LibreOffice sebagai Buku Kerja Excel (.xlsx), lalu coba lagi"),
        ) from None


def _marks(packed: ZipFile) -> Iterator[tuple[str, Marks]]:
    parts = packed.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_CONTENT:
        raise Refused(
            say("isi buku kerja ini jauh lebih besar daripada rencana mana pun"),
            say("unduh buku kerja rencana dari situs dan salin isiannya ke sana"),
        )
    if any(part.filename.casefold().endswith("vbaproject.bin") for part in parts):
        raise Refused(
            say("buku kerja ini memuat makro"), say("simpan sebagai Buku Kerja Excel biasa (.xlsx), tanpa makro")
        )
    relations = dict(_relations(packed.read("xl/_rels/workbook.xml.rels")))
    for name, relation in _SHEET.findall(packed.read("xl/workbook.xml")):
        target = relations.get(relation)
        if target is None:
            continue
        text = packed.read(target)
        formulas = frozenset(cell.decode() for cell in _FORMULA.findall(text))
        yield _unescaped(name), Marks(formulas, tuple(each.decode() for each in _MERGED.findall(text)))


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
