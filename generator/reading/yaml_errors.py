"""The parser's complaint in a planner's words."""

import re
from typing import Any

from generator.diagnostics import Label, Place, Problem
from generator.locale import Message, say
from generator.reading.text import TextFile

# What ruamel.yaml's scanner and parser say, by a part of their sentence, in the order they are tried.
_WORDS: tuple[tuple[str, Message, Message], ...] = (
    (
        r"found character '\\t'|\bfound a tab",
        say("ada karakter tab pada indentasi"),
        say("ganti tab dengan spasi; atur editor agar tombol Tab menulis dua spasi"),
    ),
    (
        r"unacceptable character|special characters are not allowed|control characters",
        say("ada karakter yang tidak terlihat dan tidak boleh dipakai"),
        say("hapus karakter itu; biasanya terbawa ketika menyalin dari PDF atau pengolah kata"),
    ),
    (
        r"mapping values are not allowed|mapping keys are not allowed",
        say("ada titik dua yang tidak pada tempatnya"),
        say("beri tanda kutip pada teks yang memuat `: `, atau perbaiki indentasinya"),
    ),
    (
        r"could not find expected ':'|simple key",
        say("baris ini belum menjadi pasangan `kunci: isi`"),
        say("tambahkan `:` sesudah kunci, atau sejajarkan baris ini dengan teks di atasnya"),
    ),
    (
        r"found unexpected end of stream|while scanning a quoted scalar",
        say("tanda kutip pembuka tidak ditutup"),
        say("tambahkan tanda kutip penutup"),
    ),
    (
        r"expected ',' or|did not find expected ',' or|flow (node|sequence|mapping)",
        say("tanda kurung `[` atau `{` tidak ditutup, atau koma kurang"),
        say("tambahkan `]`, `}` atau koma"),
    ),
    (
        r"expected <block end>|block (mapping|collection|sequence)",
        say("indentasi baris ini tidak sejajar dengan baris di atasnya"),
        say("sejajarkan awal baris dengan baris lain pada tingkat yang sama"),
    ),
    (r"undefined alias", say("alias yang tidak dikenal"), say("teks yang diawali `*` diberi tanda kutip")),
    (
        r"cannot start any token|unknown escape|escape",
        say("ada karakter yang tidak dapat mengawali teks"),
        say("beri tanda kutip pada teks yang diawali `@`, `%`, `&`, `*`, `!` atau tanda petik"),
    ),
)


_HARD_SPACE = (
    say("ada spasi yang bukan spasi biasa, yang tidak terbaca sebagai spasi"),
    say("ganti dengan spasi biasa; biasanya terbawa ketika menyalin dari pengolah kata atau situs"),
)
# Where YAML needs a real space: before the first word of a line, and after the colon of a key.
_NEEDED_SPACE = re.compile(r"^[ -]*(\u00a0)|^[ -]*\w+:(\u00a0)")


def unreadable(error: Exception, file: TextFile) -> Problem:
    """The problem `yaml-tidak-terbaca`, at a place that is inside the file."""
    complaint = " ".join(
        str(part) for part in (getattr(error, "context", ""), getattr(error, "problem", ""), error) if part
    )
    message, help_ = _words(complaint)
    context = _place(getattr(error, "context_mark", None), file)
    place = _place(getattr(error, "problem_mark", None), file) or context or _place(error, file) or file.clamp(1, 1)
    if context and "quoted scalar" in complaint and "end of stream" in complaint:
        place = context  # where the quotation opens; the end of the file tells nobody anything
    if hard := _hard_space(file, context or place, place):
        place, message, help_ = hard, _HARD_SPACE[0], _HARD_SPACE[1]
    labels = (Label(context, say("dimulai di sini")),) if context and context != place else ()
    return Problem(
        "yaml-tidak-terbaca",
        place,
        say("berkas tidak terbaca: {sebab}", sebab=message),
        help=help_,
        labels=labels,
    )


def _hard_space(file: TextFile, start: Place, end: Place) -> Place | None:
    """A non-breaking space at fault, in the lines of the complaint or the one before."""
    for line in range(max(1, min(start.line, end.line) - 1), end.line + 1):
        if found := _NEEDED_SPACE.search(file.lines[line - 1]):
            column = found.start(found.lastindex or 0) + 1
            return Place(file.path, line, column, line, column + 1)
    return None


def _words(complaint: str) -> tuple[Message, Message]:
    for pattern, message, help_ in _WORDS:
        if re.search(pattern, complaint):
            return message, help_
    return (
        say("susunan YAML di sekitar baris ini salah"),
        say("bandingkan dengan contoh dalam panduan; yang paling sering salah ialah indentasi dan tanda kutip"),
    )


def _place(mark: Any, file: TextFile) -> Place | None:
    if hasattr(mark, "line") and hasattr(mark, "column"):
        return file.clamp(mark.line + 1, mark.column + 1)
    position = getattr(mark, "position", None)  # ReaderError knows an offset only
    if isinstance(position, int):
        before = TextFile(file.path, file.text[:position]).lines
        return file.clamp(len(before), len(before[-1]) + 1)
    return None
