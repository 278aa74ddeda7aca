"""What an uploaded workbook is before anything of it is believed: a plain `.xlsx` of a size that a plan can have."""

import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import NamedTuple
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from generator.editing.marks import Marks, marks, percent_styles, sheets
from generator.editing.measured import measured, shared_lengths
from generator.locale import Message, say

LARGEST_FILE = 20_000_000
"""Bytes of a workbook at most; that of a plan of 900 rows has some 300,000."""
LARGEST_CONTENT = 80_000_000
"""Bytes of all that is packed in it, at most."""
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
            marked = dict(_marked(parts))
    except (
        BadZipFile,
        KeyError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        ValueError,
        OSError,
        zlib.error,
        ExpatError,
    ):
        raise not_whole() from None
    made = BytesIO()
    with ZipFile(made, "w") as anew:
        for name, part in parts.items():
            anew.writestr(name, part)
    return Opened(made.getvalue(), marked)


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
    read = {part.filename: packed.read(part) for part in parts if part.filename.endswith((".xml", ".rels"))}
    if not all(_is_utf_8(part) for name, part in read.items() if name.startswith("xl/")):
        raise not_whole()
    return read


def _is_utf_8(part: bytes) -> bool:
    """Whether it is of the one encoding that spreadsheets write; of another a reader may see an empty sheet."""
    try:
        return "\0" not in part.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _marked(parts: Mapping[str, bytes]) -> Iterator[tuple[str, Marks]]:
    cells = characters = 0
    percentages = percent_styles(parts.get("xl/styles.xml", b""))
    shared = shared_lengths(*lists) if (lists := _of_shared_texts(parts)) else []
    for name, sheet in sheets(parts):
        found = measured(sheet, shared)
        cells, characters = cells + found.cells, characters + found.characters
        if cells > MOST_CELLS or characters > MOST_CHARACTERS:
            raise _too_large()
        if found.impossible:
            raise WorkbookRefused(
                say(
                    "sel {sel} pada lembar {lembar} berisi angka yang tidak mungkin", sel=found.impossible, lembar=name
                ),
                say("tulis ulang isi sel itu, atau kosongkan"),
            )
        yield name, marks(sheet, percentages)


def _of_shared_texts(parts: Mapping[str, bytes]) -> list[bytes]:
    """The list of texts that cells share, if there is one. Raises `ValueError` for several."""
    found = [part for name, part in parts.items() if name.casefold().endswith("sharedstrings.xml")]
    if len(found) > 1:
        raise ValueError("several lists of shared texts")
    return found


def _too_large() -> WorkbookRefused:
    return WorkbookRefused(
        say("isi buku kerja ini jauh lebih besar daripada rencana mana pun"),
        say("unduh buku kerja rencana dari situs dan salin isiannya ke sana"),
    )
