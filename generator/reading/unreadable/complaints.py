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
        say("ada karakter tab pada jorokan baris ini"),
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
        say("beri tanda kutip pada teks yang memuat `: `, atau perbaiki jorokannya"),
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
        say("awal baris ini tidak sejajar dengan baris di atasnya"),
        say("sejajarkan awal baris dengan baris lain pada tingkat yang sama"),
    ),
    (r"undefined alias", say("alias yang tidak dikenal"), say("teks yang diawali `*` diberi tanda kutip")),
    (
        r"cannot start any token|unknown escape|escape",
        say("ada karakter yang tidak dapat mengawali teks"),
        say("beri tanda kutip pada teks yang diawali `@`, `%`, `&`, `*`, `!` atau tanda petik"),
    ),
)


def complaint(error: Exception, file: TextFile) -> Problem:
    """The problem `yaml-tidak-terbaca`, at a place that is inside the file."""
    said = " ".join(str(part) for part in (getattr(error, "context", ""), getattr(error, "problem", ""), error) if part)
    message, help_ = _words(said)
    context = _place(getattr(error, "context_mark", None), file)
    place = _place(getattr(error, "problem_mark", None), file) or context or _place(error, file) or file.clamp(1, 1)
    if context and "quoted scalar" in said and "end of stream" in said:
        place = context  # where the quotation opens; the end of the file tells nobody anything
    labels = (Label(context, say("dimulai di sini")),) if context and context != place else ()
    return Problem(
        "yaml-tidak-terbaca",
        place,
        say("berkas tidak terbaca: {sebab}", sebab=message),
        help=help_,
        labels=labels,
    )


def _words(complaint: str) -> tuple[Message, Message]:
    for pattern, message, help_ in _WORDS:
        if re.search(pattern, complaint):
            return message, help_
    return (
        say("susunan YAML di sekitar baris ini salah"),
        say("bandingkan dengan contoh dalam panduan; yang paling sering salah ialah jorokan dan tanda kutip"),
    )


def _place(mark: Any, file: TextFile) -> Place | None:
    if hasattr(mark, "line") and hasattr(mark, "column"):
        return file.clamp(mark.line + 1, mark.column + 1)
    position = getattr(mark, "position", None)  # ReaderError knows an offset only
    if isinstance(position, int):
        before = TextFile(file.path, file.text[:position]).lines
        return file.clamp(len(before), len(before[-1]) + 1)
    return None
