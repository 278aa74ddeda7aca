"""The text of a file, and what can be wrong before it is YAML at all."""

import re
from bisect import bisect_right
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from generator.diagnostics import Place, Problem
from generator.locale import say

MAXIMUM_BYTES = 2 * 1024 * 1024

# YAML 1.1 takes these for line ends and YAML 1.2 does not; an editor shows no line end. As spaces all agree.
_DOUBTFUL_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
_OTHER_FILES = (
    (b"PK\x03\x04", say("dokumen Word, Excel atau arsip ZIP")),
    (b"\xd0\xcf\x11\xe0", say("dokumen Word atau Excel lama")),
    (b"%PDF", say("dokumen PDF")),
    (b"{\\rtf", say("dokumen RTF")),
)
_WIDE = ((BOM_UTF32_LE, "utf-32"), (BOM_UTF32_BE, "utf-32"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))
_LOOKED_AT, _SHORTEST = 1_000, 8
_LINE_END = re.compile("\r\n|\r|\n")


@dataclass(frozen=True)
class TextFile:
    """One file: its path relative to the repository (with `/`) and its text, without a byte order mark."""

    path: str
    text: str
    digest: str = ""

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends, as an editor numbers them."""
        return _LINE_END.split(self.text)

    def offset(self, line: int) -> int:
        """Where a line (from 1) begins in the text; the end of the text for one after the last."""
        return self._starts[line - 1] if line <= len(self._starts) else len(self.text)

    def between(self, place: Place) -> str:
        """What stands at a place."""
        return self.text[
            self.offset(place.line) + place.column - 1 : self.offset(place.end_line) + place.end_column - 1
        ]

    def line_at(self, offset: int) -> int:
        """The number of the line (from 1) that holds the character at an offset."""
        return bisect_right(self._starts, offset)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def clamp(self, line: int, column: int) -> Place:
        """An empty place inside the file, nearest to the given line and column (counted from 1)."""
        line = min(max(line, 1), len(self.lines))
        column = min(max(column, 1), len(self.lines[line - 1]) + 1)
        return Place(self.path, line, column, line, column)


def decode(path: str, content: bytes) -> tuple[TextFile, list[Problem]]:
    """The text of a file; a file that is too large or not UTF-8 gives its problem, and is not to be parsed."""
    digest = sha256(content).hexdigest()
    if len(content) > MAXIMUM_BYTES:
        problem = Problem(
            "berkas-terlalu-besar",
            Place(path, 1, 1, 1, 1),
            say("berkas ini lebih besar dari batas 2 MiB"),
            help=say("bagi isinya menjadi beberapa berkas dalam satu folder, misalnya satu berkas untuk tiap unit"),
        )
        return TextFile(path, "", digest), [problem]
    if kind := next((kind for sign, kind in _OTHER_FILES if content.startswith(sign)), None):
        problem = Problem(
            "bukan-rencana",
            Place(path, 1, 1, 1, 1),
            say("berkas ini {jenis} yang diberi nama `.yaml`, bukan teks", jenis=kind),
            help=say("salin isinya ke berkas teks biasa yang disimpan dengan akhiran `.yaml`"),
        )
        return TextFile(path, "", digest), [problem]
    if wide := _wide(content):
        problem = Problem(
            "bukan-utf-8",
            Place(path, 1, 1, 1, 1),
            say("berkas ini tersimpan sebagai {pengodean}, bukan UTF-8", pengodean=wide.upper()[:6]),
            help=say(
                "simpan ulang dengan pengodean UTF-8; di Notepad: Simpan Sebagai, lalu pilih UTF-8 di samping Pengodean"
            ),
        )
        return TextFile(path, _DOUBTFUL_LINE_ENDS.sub(" ", content.decode(wide, "replace")), digest), [problem]
    content = content.removeprefix(BOM_UTF8)  # the codec utf-8-sig would count the places of its errors without it
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = TextFile(path, content[: error.start].decode("utf-8"))
        line, column = len(before.lines), len(before.lines[-1]) + 1
        problem = Problem(
            "bukan-utf-8",
            Place(path, line, column, line, column + 1),
            say("berkas ini tidak tersimpan sebagai UTF-8"),
            mark=say("karakter pertama yang tidak terbaca"),
            help=say("simpan ulang dari editor dengan pengodean UTF-8"),
        )
        # What can be read is kept, so that its line can be shown.
        return TextFile(path, _DOUBTFUL_LINE_ENDS.sub(" ", content.decode("utf-8", "replace")), digest), [problem]
    return TextFile(path, _DOUBTFUL_LINE_ENDS.sub(" ", text), digest), []


def _wide(content: bytes) -> str:
    """The encoding of a file that has two or four bytes a character, as Notepad's "Unicode"; empty for another.

    It begins with a mark, or without one every other byte of plain letters is zero.
    """
    if mark := next((name for sign, name in _WIDE if content.startswith(sign)), ""):
        return mark
    start = content[:_LOOKED_AT]
    if start.count(0) * 4 < len(start) or len(start) < _SHORTEST:
        return ""
    return "utf-16-be" if start[0::2].count(0) > start[1::2].count(0) else "utf-16-le"
