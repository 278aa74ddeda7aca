"""Texts of one line and of several paragraphs."""

import re

from generator.locale import say
from generator.model.mistake import Mistake, shown
from generator.model.unknown import UNKNOWN

LONGEST_LINE = 5_000
"""Characters of a text of one line."""

LONGEST_PROSE = 10_000
"""Characters of a text in Markdown, some three printed pages: a parser's time grows faster than the text."""

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


def read_line(value: str) -> str:
    """A text of one line: runs of spaces and tabs are one space, and nothing in it ends a line."""
    text = re.sub("[ \t]+", " ", value)
    if end := _LINE_END.search(text):
        raise Mistake(
            "teks-satu-baris",
            say("isian ini satu baris, tetapi baris baru dimulai sesudah “{teks}”", teks=shown(text[: end.start()])),
            say("tulis dalam satu baris; teks panjang dibagi dengan `>` sesudah titik dua, tanpa baris kosong"),
        )
    return _within(text, LONGEST_LINE)


def read_prose(value: str) -> str:
    """A text of several paragraphs."""
    return _within(value, LONGEST_PROSE)


def read_aside(value: object) -> object:
    """A remark that may be missing: `tidak_diketahui` says no more than leaving it out."""
    return None if value == UNKNOWN.value else value


def read_one_or_more(value: object) -> object:
    """A list, or the only value of one."""
    return [value] if isinstance(value, str) else value


def _within(text: str, most: int) -> str:
    if len(text) > most:
        raise Mistake(
            "teks-terlalu-panjang",
            say("teks ini {panjang} karakter; batasnya {batas}", panjang=len(text), batas=most),
            say("ringkas, dan tautkan dokumen lengkapnya dalam `rencana.dokumen_sumber`"),
        )
    return text
