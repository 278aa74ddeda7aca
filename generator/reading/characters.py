"""Characters that nobody sees and that make a text another one than it seems: control and bidirectional characters.

The list of those that turn the writing around is that of Unicode Standard Annex 9, section 2 (explicit directional
formatting and marks).
"""

import re
import unicodedata
from itertools import islice

from generator.diagnostics import Place, Problem
from generator.locale import say
from generator.reading.text import TextFile

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST = 50


def unseen(file: TextFile) -> list[Problem]:
    """Every such character of a file, at its place."""
    found: list[Problem] = []
    for match in islice(_FORBIDDEN.finditer(file.text), _MOST):
        line = file.line_at(match.start())
        column = match.start() - file.offset(line) + 1
        found.append(_told(Place(file.path, line, column, line, column + 1), match[0], ""))
    return found


def is_text(file: TextFile) -> bool:
    """Whether YAML can be asked about a file: characters that turn the writing around are text to it."""
    return not any(unicodedata.category(match[0]) != "Cf" for match in _FORBIDDEN.finditer(file.text))


def escaped(text: str, place: Place) -> tuple[str, Problem | None]:
    r"""A quoted text with what its escapes stand for: `\\ud83d\\ude00` is an emoji; `\\0` and half of one are wrong."""
    if _LONE_SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if "\ufffd" in text:
            return text.replace("\ufffd", ""), Problem(
                "karakter-terlarang",
                place,
                say("teks ini memuat setengah karakter (`\\ud800` sampai `\\udfff`), yang tidak dapat ditampilkan"),
                help=say("tulis karakternya langsung, bukan dengan `\\u`"),
            )
    if match := _FORBIDDEN.search(text):
        return _FORBIDDEN.sub("", text), _told(place, match[0], None)
    return text, None


def _told(place: Place, character: str, fix: str | None) -> Problem:
    code = f"U+{ord(character):04X}"
    if unicodedata.category(character) == "Cc":
        message = say("ada karakter kendali yang tidak terlihat di sini ({kode})", kode=code)
    elif unicodedata.category(character) == "Cn":  # no workbook and no other XML can hold it
        message = say("ada karakter yang bukan huruf apa pun di sini ({kode})", kode=code)
    else:
        message = say("ada karakter tak terlihat yang membalik arah tulisan ({kode})", kode=code)
    return Problem(
        "karakter-terlarang",
        place,
        message,
        help=say("hapus karakter itu; biasanya terbawa ketika menyalin dari PDF, situs atau pengolah kata"),
        fix=fix,
    )
