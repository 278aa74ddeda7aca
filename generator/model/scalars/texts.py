"""Texts of one line and of several paragraphs."""

import re

from generator.locale import Message, say
from generator.model.mistake import Mistake, shown
from generator.model.unknown import UNKNOWN

LONGEST_NAME = 500
"""Characters of a name, a title, a unit. A plan repeats it wherever it refers to it, so a long one would be long a
thousand times; the longest titles of regulations have some 400."""

LONGEST_STATEMENT = 5_000
"""Characters of a text of one line that is told in one place."""

LONGEST_PROSE = 10_000
"""Characters of a text in Markdown, some three printed pages: a parser's time grows faster than the text."""

_LINKED = say("ringkas, dan tautkan dokumen lengkapnya dalam `rencana.dokumen_sumber`")
_SHORT = say("ringkas; halaman mengulang isian ini di setiap tempat yang merujuknya")

# No control character besides comes here: reading/characters.py.
_LINE_END = re.compile("[\n\r\x85\u2028\u2029]")


def read_text(value: object) -> object:
    """A text of one line or more; pydantic strips it and refuses an empty one."""
    if isinstance(value, list | dict):
        raise Mistake(
            "bentuk-salah",
            say("di sini diharapkan sebuah teks, bukan daftar atau kelompok isian"),
            say(
                "tulis teksnya sesudah titik dua; teks yang memuat `: ` atau diawali `[` atau `{kurung}`"
                " diberi tanda kutip",
                kurung="{",
            ),
        )
    return value


def read_name(value: str) -> str:
    """A text of one line that is repeated wherever a page tells of what it belongs to."""
    return within(_line(value), LONGEST_NAME, _SHORT)


def read_statement(value: str) -> str:
    """A text of one line that is told in one place."""
    return within(_line(value), LONGEST_STATEMENT)


def _line(value: str) -> str:
    """Runs of spaces and tabs are one space, and nothing in it ends a line."""
    text = re.sub("[ \t]+", " ", value)
    if end := _LINE_END.search(text):
        raise Mistake(
            "teks-satu-baris",
            say("isian ini satu baris, tetapi baris baru dimulai sesudah “{teks}”", teks=shown(text[: end.start()])),
            say("tulis dalam satu baris; teks panjang dibagi dengan `>` sesudah titik dua, tanpa baris kosong"),
        )
    return text


def read_prose(value: str) -> str:
    """A text of several paragraphs."""
    return within(value, LONGEST_PROSE)


def read_aside(value: object) -> object:
    """A remark that may be missing: `tidak_diketahui` says no more than leaving it out."""
    return None if value == UNKNOWN.value else value


def read_one_or_more(value: object) -> object:
    """A list, or the only value of one."""
    return [value] if isinstance(value, str) else value


def within(text: str, most: int, remedy: Message = _LINKED) -> str:
    """A text of so many characters at most."""
    if len(text) > most:
        raise Mistake(
            "teks-terlalu-panjang",
            say("teks ini {panjang} karakter; batasnya {batas}", panjang=len(text), batas=most),
            remedy,
        )
    return text
