"""What an uploaded workbook is before anything of it is believed: a plain `.xlsx` of a size that a plan can have."""

import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile, ZipInfo

from generator.editing.cell_texts import shared_anew, shared_texts
from generator.editing.marks import Marks
from generator.editing.parts import Parts, parts
from generator.editing.repacked import repacked
from generator.editing.strict_xml import TooManyElements
from generator.editing.styles import styles
from generator.editing.worksheet import Worksheet, worksheet
from generator.locale import Message, say

LARGEST_FILE = 20_000_000
"""Bytes of a workbook at most; that of a plan of 900 rows has some 300,000."""
LARGEST_CONTENT = 40_000_000
"""Bytes of all that is packed in it, at most; of that plan some 4,000,000."""
MOST_CHARACTERS = 20_000_000
"""Of texts that stand once in a workbook, counted for each cell that refers to them: a reader writes them out."""
MOST_PARTS = 2_000
MOST_CELLS = 2_000_000
"""Of all sheets, from the first to the last of each that holds anything: a plan of 900 rows has 100,000."""
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"


class WorkbookRefused(Exception):
    """The file is no workbook that can be read; nothing of it was looked at further."""

    def __init__(self, message: Message, help_: Message) -> None:
        super().__init__(message.msgid)
        self.message = message
        self.help = help_


class Opened(NamedTuple):
    """A workbook written anew from what was read of it, and the marks of every sheet by its name."""

    content: bytes
    marks: dict[str, Marks]


def opened(content: bytes) -> Opened:
    """A workbook of a size that a plan can have. Raises `WorkbookRefused`.

    Written anew: what was measured and looked at here is then all that there is, whoever reads it.
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
            _look_at(packed.infolist())
            return _anew(parts(packed))
    except TooManyElements:
        raise _too_large() from None
    except (
        BadZipFile,
        LookupError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        ValueError,
        OSError,
        zlib.error,
        ExpatError,
    ):
        raise not_whole() from None


def not_whole() -> WorkbookRefused:
    """The refusal of a file that is no workbook, or a damaged one."""
    return WorkbookRefused(
        say("berkas ini bukan buku kerja Excel (.xlsx) yang utuh"),
        say("simpan dari Excel atau LibreOffice sebagai Buku Kerja Excel (.xlsx), lalu coba lagi"),
    )


def _look_at(listed: Sequence[ZipInfo]) -> None:
    if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > LARGEST_CONTENT:
        raise _too_large()
    if any(part.filename.casefold().endswith("vbaproject.bin") for part in listed):
        raise WorkbookRefused(
            say("buku kerja ini memuat makro"), say("simpan sebagai Buku Kerja Excel biasa (.xlsx), tanpa makro")
        )


def _anew(read: Parts) -> Opened:
    shared, shown = shared_texts(read.shared_texts), styles(read.styles)
    sheets: dict[str, Worksheet] = {}
    cells = characters = 0
    for name, part in read.sheets.items():
        sheets[name] = found = worksheet(part, shared, shown, MOST_CELLS)
        cells, characters = cells + found.area, characters + found.characters
        if cells > MOST_CELLS or characters > MOST_CHARACTERS:
            raise _too_large()
        if found.impossible:
            raise WorkbookRefused(
                say(
                    "sel {sel} pada lembar {lembar} berisi angka yang tidak mungkin", sel=found.impossible, lembar=name
                ),
                say("tulis ulang isi sel itu, atau kosongkan"),
            )
    content = repacked(
        {name: each.content for name, each in sheets.items()},
        shared_anew(shared),
        shown.content,
        since_1904=read.since_1904,
    )
    return Opened(content, {name: each.marks for name, each in sheets.items()})


def _too_large() -> WorkbookRefused:
    return WorkbookRefused(
        say("isi buku kerja ini jauh lebih besar daripada rencana mana pun"),
        say("unduh buku kerja rencana dari situs dan salin isiannya ke sana"),
    )
