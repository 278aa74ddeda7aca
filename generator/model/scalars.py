"""Reading the raw text of a scalar as what its field holds; a text that does not fit raises `Mistake`.

They are validators, so that a value read already passes as it is.
"""

import re
from datetime import date
from decimal import Decimal

from generator.locale import Message, say
from generator.model.mistake import Mistake, shown
from generator.model.unknown import UNKNOWN


def _plain(value: object, code: str, message: Message, help_: Message) -> str:
    if not isinstance(value, str):
        raise Mistake(code, message, help_)
    return value.strip()


def _digits(text: str) -> str:
    return text.replace("_", "") if re.fullmatch(r"[+-]?[0-9]+(?:_[0-9]+)*", text) else text


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


LONGEST_LINE = 5_000
"""Characters of a text of one line."""

LONGEST_PROSE = 10_000
"""Characters of a text in Markdown, some three printed pages: a parser's time grows faster than the text."""

_LINE_END = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def read_line(value: str) -> str:
    """A text of one line: runs of spaces and tabs are one space, and nothing in it ends a line or is a control sign."""
    text = re.sub("[ \t]+", " ", value)
    if end := _LINE_END.search(text):
        raise Mistake(
            "teks-satu-baris",
            say("isian ini satu baris, tetapi baris baru dimulai sesudah “{teks}”", teks=shown(text[: end.start()])),
            say("tulis dalam satu baris; teks panjang dibagi dengan `>` sesudah titik dua, tanpa baris kosong"),
        )
    if sign := _CONTROL.search(text):
        raise Mistake(
            "teks-satu-baris",
            say("isian ini memuat karakter kendali U+{nomor}", nomor=f"{ord(sign[0]):04X}"),
            say("ketik ulang teksnya; karakter itu biasanya ikut tersalin dari dokumen lain"),
        )
    return _within(text, LONGEST_LINE)


def read_prose(value: str) -> str:
    """A text of several paragraphs."""
    return _within(value, LONGEST_PROSE)


def _within(text: str, most: int) -> str:
    if len(text) > most:
        raise Mistake(
            "teks-terlalu-panjang",
            say("teks ini {panjang} karakter; batasnya {batas}", panjang=len(text), batas=most),
            say("ringkas, dan tautkan dokumen lengkapnya dalam `rencana.dokumen_sumber`"),
        )
    return text


def read_aside(value: object) -> object:
    """A remark that may be missing: `tidak_diketahui` says no more than leaving it out."""
    return None if value == UNKNOWN.value else value


def read_whole(value: object) -> int:
    """A whole number of at most 18 digits, in which `_` may group them."""
    if isinstance(value, int):
        return value
    help_ = say("tulis angka saja, tanpa titik pemisah dan tanpa satuan, misalnya `12`")
    text = _digits(_plain(value, "angka-salah", say("di sini diharapkan sebuah bilangan bulat"), help_))
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise Mistake("angka-salah", say("`{teks}` bukan bilangan bulat", teks=shown(value)), help_)
    return int(text)


def read_count(value: object) -> int:
    """A whole number that is not negative."""
    number = read_whole(value)
    if number < 0:
        raise Mistake(
            "angka-salah",
            say("`{teks}` kurang dari nol", teks=shown(value)),
            say("tulis bilangan 0 atau lebih"),
        )
    return number


def read_percent(value: object) -> int:
    """Whole per cent, 0 to 100."""
    number = read_whole(value)
    if not 0 <= number <= 100:
        raise Mistake(
            "angka-salah",
            say("`{teks}` di luar 0 sampai 100", teks=shown(value)),
            say("tulis persen sebagai bilangan 0 sampai 100"),
        )
    return number


def read_scale(value: object) -> int:
    """A place on a scale from 1 to 5."""
    number = read_whole(value)
    if not 1 <= number <= 5:
        raise Mistake(
            "angka-salah",
            say("`{teks}` di luar 1 sampai 5", teks=shown(value)),
            say("tulis 1 (paling kecil) sampai 5 (paling besar)"),
        )
    return number


def read_number(value: object) -> Decimal:
    """A number with a decimal point, kept exactly."""
    if isinstance(value, Decimal | int):
        return Decimal(value)
    help_ = say("tulis angka dengan titik desimal dan tanpa satuan, misalnya `12` atau `3.5`")
    text = _digits(_plain(value, "angka-salah", say("di sini diharapkan sebuah angka"), help_))
    if not re.fullmatch(r"[+-]?[0-9]{1,18}(?:\.[0-9]{1,9})?", text):
        raise Mistake("angka-salah", say("`{teks}` bukan angka", teks=shown(value)), help_)
    return Decimal(text)


def read_rupiah(value: object) -> int:
    """Whole rupiah, not negative: no `Rp`, no points; `_` may group digits."""
    if isinstance(value, int):
        return value
    help_ = say("tulis rupiah penuh tanpa `Rp` dan tanpa titik, misalnya `750000000` atau `750_000_000`")
    text = _digits(_plain(value, "rupiah-salah", say("di sini diharapkan jumlah rupiah"), help_))
    if re.fullmatch(r"\+?[0-9]{1,18}", text):
        return int(text)
    if re.fullmatch(r"-[0-9]+", text):
        raise Mistake(
            "rupiah-salah",
            say("jumlah `{teks}` kurang dari nol", teks=shown(value)),
            say("tulis jumlah 0 atau lebih; pengurangan ditulis sebagai fase `dpa_perubahan` dengan jumlah barunya"),
        )
    if re.fullmatch(r"-?[0-9]+\.[0-9]{1,2}", text):
        raise Mistake("rupiah-salah", say("jumlah `{teks}` memuat pecahan rupiah", teks=shown(value)), help_)
    raise Mistake("rupiah-salah", say("`{teks}` bukan jumlah rupiah", teks=shown(value)), help_)


def read_year(value: object) -> int:
    """A year from 1900 to 2199."""
    if isinstance(value, int):
        return value
    help_ = say("tulis tahun dengan empat angka, misalnya `2026`")
    text = _plain(value, "tahun-salah", say("di sini diharapkan sebuah tahun"), help_)
    if not re.fullmatch(r"(?:19|20|21)[0-9]{2}", text):
        raise Mistake("tahun-salah", say("`{teks}` bukan tahun", teks=shown(value)), help_)
    return int(text)


def read_day(value: object) -> date:
    """A day, `2026-09-30`."""
    if isinstance(value, date):
        return value
    help_ = say("tulis tahun-bulan-tanggal, misalnya `2026-09-30`")
    text = _plain(value, "tanggal-salah", say("di sini diharapkan sebuah tanggal"), help_)
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise Mistake("tanggal-salah", say("`{teks}` bukan tanggal", teks=shown(value)), help_) from None


_FLAGS = {"true": True, "ya": True, "false": False, "tidak": False}


def read_flag(value: object) -> bool:
    """`ya`, `tidak`, `true` or `false`, in any case."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _FLAGS:
        return _FLAGS[value.lower()]
    raise Mistake(
        "pilihan-salah",
        say("`{teks}` bukan `ya` atau `tidak`", teks=shown(value)),
        say("tulis `ya` atau `tidak`"),
    )


_LINK = re.compile(r"https?://[^\s/?#\\@]+(?:[/?#][^\s\\]*)?|mailto:[^\s@:/]+@[^\s@:/]+")


def is_link(text: str) -> bool:
    """Whether a text is a whole address of the web or of a mailbox, without a user name in it."""
    return _LINK.fullmatch(text) is not None


def read_link(value: str) -> str:
    """An address to which a plan may lead: see `is_link`."""
    if is_link(value):
        return value
    raise Mistake(
        "tautan-salah",
        say("`{teks}` bukan tautan yang boleh dipakai", teks=shown(value)),
        say("tulis alamat lengkap yang diawali `https://`, `http://` atau `mailto:`"),
    )


def read_identifier(value: str) -> str:
    """An id: it becomes an anchor, so it has letters, digits, `.`, `_` and `-` only, 64 at most."""
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", value) and value != UNKNOWN.value:
        return value
    raise Mistake(
        "id-salah",
        say("`{teks}` tidak dapat menjadi id", teks=shown(value)),
        say("id hanya memuat huruf, angka, titik, garis bawah dan tanda hubung, misalnya `K-014`"),
    )
