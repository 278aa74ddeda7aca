"""Reading the raw text of a scalar as what its field holds; a text that does not fit raises `Mistake`.

They are validators, so that a value read already passes as it is.
"""

import re
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from generator.locale import Message, say
from generator.model.mistake import Mistake, shown
from generator.model.spelling.amounts import QUOTES, is_ambiguous, meant, spelt, without_unit
from generator.model.spelling.days import last_day_of_month, meant_day, meant_years
from generator.model.unknown import UNKNOWN


def _plain(value: object, code: str, message: Message, help_: Message) -> str:
    if not isinstance(value, str):
        raise Mistake(code, message, help_)
    return value.strip()


def _digits(text: str) -> str:
    return text.replace("_", "") if re.fullmatch(r"[+-]?(?:[0-9]+|[0-9]{1,3}(?:_[0-9]{3})+)", text) else text


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

# No control character besides comes here: reading/characters.py.
_LINE_END = re.compile("[\n\r\x85\u2028\u2029]")


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


def _within(text: str, most: int) -> str:
    if len(text) > most:
        raise Mistake(
            "teks-terlalu-panjang",
            say("teks ini {panjang} karakter; batasnya {batas}", panjang=len(text), batas=most),
            say("ringkas, dan tautkan dokumen lengkapnya dalam `rencana.dokumen_sumber`"),
        )
    return text


_WHOLE = say("tulis angka saja, tanpa titik pemisah dan tanpa satuan, misalnya `12`")


def read_aside(value: object) -> object:
    """A remark that may be missing: `tidak_diketahui` says no more than leaving it out."""
    return None if value == UNKNOWN.value else value


def read_whole(value: object, help_: Message = _WHOLE) -> int:
    """A whole number of at most 18 digits, in which `_` may group thousands; `help_` tells which are right."""
    if isinstance(value, int):
        return value
    text = _digits(_plain(value, "angka-salah", say("di sini diharapkan sebuah bilangan bulat"), help_))
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise _misspelt("angka-salah", say("`{teks}` bukan bilangan bulat", teks=shown(value)), help_, _whole(text))
    return int(text)


def read_one_or_more(value: object) -> object:
    """A list, or the only value of one."""
    return [value] if isinstance(value, str) else value


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
    share = meant(value) if isinstance(value, str) and not value.isdigit() else ()
    if len(share) == 1 and 0 < share[0].value < 1 and not share[0].percent:  # 0.35, as a spreadsheet keeps 35 %
        told = say("`{teks}` bukan bilangan bulat", teks=shown(value))
        raise _misspelt(
            "angka-salah", told, say("tulis persen sebagai bilangan 0 sampai 100"), _whole(share[0].value * 100)
        )
    help_ = say("tulis persen sebagai bilangan 0 sampai 100")
    number = read_whole(value, help_)
    if not 0 <= number <= 100:
        raise Mistake("angka-salah", say("`{teks}` di luar 0 sampai 100", teks=shown(value)), help_)
    return number


def read_scale(value: object) -> int:
    """A place on a scale from 1 to 5."""
    help_ = say("tulis 1 (paling kecil) sampai 5 (paling besar)")
    number = read_whole(value, help_)
    if not 1 <= number <= 5:
        raise Mistake("angka-salah", say("`{teks}` di luar 1 sampai 5", teks=shown(value)), help_)
    return number


def read_number(value: object) -> Decimal:
    """A number with a decimal point, kept exactly; not one that could as well have a point for thousands (`1.200`)."""
    if isinstance(value, Decimal | int):
        return Decimal(value)
    help_ = say("tulis angka dengan titik desimal dan tanpa satuan, misalnya `12` atau `3.5`")
    text = _digits(_plain(value, "angka-salah", say("di sini diharapkan sebuah angka"), help_))
    told = say("`{teks}` bukan angka", teks=shown(value))
    if is_ambiguous(text):
        told = say("`{teks}` dapat berarti dua angka: titik memisahkan ribuan atau desimal", teks=shown(value))
    elif re.fullmatch(r"[+-]?[0-9]{1,18}(?:\.[0-9]{1,9})?", text):
        return Decimal(text)
    raise _misspelt("angka-salah", told, help_, [spelt(each.value) for each in meant(without_unit(text))])


def read_rupiah(value: object) -> int:
    """Whole rupiah, not negative: no `Rp`, no points; `_` may group thousands."""
    if isinstance(value, int):
        return value
    help_ = say("tulis rupiah penuh tanpa `Rp` dan tanpa titik, misalnya `750000000` atau `750_000_000`")
    text = _digits(_plain(value, "rupiah-salah", say("di sini diharapkan jumlah rupiah"), help_))
    if re.fullmatch(r"\+?[0-9]{1,18}", text):
        return int(text)
    if re.match(r"-\s*(?:[0-9]|[Rr]p)", text):
        raise Mistake(
            "rupiah-salah",
            say("jumlah `{teks}` kurang dari nol", teks=shown(value)),
            say("tulis jumlah 0 atau lebih; pengurangan ditulis sebagai fase `dpa_perubahan` dengan jumlah barunya"),
        )
    right = [spelt(each.value) for each in meant(text, whole=True) if each.value == each.value.to_integral_value()]
    if not right and meant(text):
        raise Mistake("rupiah-salah", say("jumlah `{teks}` memuat pecahan rupiah", teks=shown(value)), help_)
    raise _misspelt("rupiah-salah", say("`{teks}` bukan jumlah rupiah", teks=shown(value)), help_, right)


def read_year(value: object) -> int:
    """A year from 1900 to 2199."""
    if isinstance(value, int):
        return value
    help_ = say("tulis tahun dengan empat angka, misalnya `2026`")
    text = _plain(value, "tahun-salah", say("di sini diharapkan sebuah tahun"), help_)
    if not re.fullmatch(r"(?:19|20|21)[0-9]{2}", text):
        years = [str(year) for year in meant_years(text)]
        if len(years) == 1 and re.search("[0-9]", text.replace(years[0], "")):
            years = []  # `2026-27` is not 2026
        if len(years) > 1:
            help_ = say(
                "tulis satu tahun saja; untuk beberapa tahun tulis satu baris bagi tiap tahun: `{awal}`, … `{akhir}`",
                awal=years[0],
                akhir=years[-1],
            )
        elif re.fullmatch(r"(?i)total|jumlah|semua", text):
            help_ = say("hapus; jumlahnya dihitung sendiri dari tahun-tahunnya")
        elif re.fullmatch(r"'?[2-9][0-9]", text):
            years = [f"20{text[-2:]}"]
        told = say("`{teks}` bukan tahun", teks=shown(value))
        raise _misspelt("tahun-salah", told, help_, years if len(years) == 1 else [])
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
        told = say("`{teks}` bukan tanggal", teks=shown(value))
        if last := last_day_of_month(text):
            told = say("tanggal `{teks}` tidak ada", teks=shown(value))
            help_ = say("tulis tanggal yang ada; bulan itu berakhir pada `{akhir}`", akhir=last.isoformat())
        day = meant_day(text)
        raise _misspelt("tanggal-salah", told, help_, [day.isoformat()] if day else []) from None


def _whole(text: "str | Decimal") -> list[str]:
    """The whole numbers that a text, or a number, may mean; those around it where it has a fraction."""
    numbers = [each.value for each in meant(without_unit(text), whole=True)] if isinstance(text, str) else [text]
    whole = [number for number in numbers if number == number.to_integral_value()]
    if not whole and len(numbers) == 1:
        whole = [numbers[0].to_integral_value(ROUND_FLOOR), numbers[0].to_integral_value(ROUND_CEILING)]
    return [spelt(number) for number in whole]


def _misspelt(code: str, told: Message, general: Message, right: list[str]) -> Mistake:
    """The mistake with the spelling that was meant, if it is known; with both where there are two."""
    if len(right) == 1:
        return Mistake(code, told, say("tulis `{benar}`", benar=right[0]), right[0])
    if len(right) == 2:
        return Mistake(code, told, say("tulis `{satu}` atau `{dua}`", satu=right[0], dua=right[1]))
    return Mistake(code, told, general)


_FLAGS = {"true": True, "ya": True, "false": False, "tidak": False}
_MEANT_FLAGS = {
    **dict.fromkeys(("y", "yes", "on", "1", "ada", "benar", "sudah"), "ya"),
    **dict.fromkeys(("n", "no", "off", "0", "tidak ada", "salah", "belum", "bukan"), "tidak"),
}


def read_flag(value: object) -> bool:
    """`ya`, `tidak`, `true` or `false`, in any case."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _FLAGS:
        return _FLAGS[value.lower()]
    right = _MEANT_FLAGS.get(str(value).strip().lower())
    told = say("`{teks}` bukan `ya` atau `tidak`", teks=shown(value))
    raise _misspelt("pilihan-salah", told, say("tulis `ya` atau `tidak`"), [right] if right else [])


_LINK = re.compile(r"https?://[^\s/?#\\@]+(?:[/?#][^\s\\]*)?|mailto:[^\s@:/]+@[^\s@:/]+")


_WITHIN = re.compile(r"https?://[^\s<>()\[\]\"'`“”]+")
_LONGEST_LINK = 2_000


def is_link(text: str) -> bool:
    """Whether a text is a whole address of the web or of a mailbox, without a user name in it."""
    return _LINK.fullmatch(text) is not None


def read_link(value: str) -> str:
    """An address to which a plan may lead: see `is_link`."""
    if is_link(value):
        return value
    told = say("`{teks}` bukan tautan yang boleh dipakai", teks=shown(value))
    inside = [link for link in _WITHIN.findall(value[:_LONGEST_LINK]) if is_link(link)]
    if len(inside) == 1 and value.count("://") == 1:
        raise Mistake("tautan-salah", told, say("tulis `{benar}`", benar=shown(inside[0])), inside[0])
    help_ = say("tulis alamat lengkap yang diawali `https://`, `http://` atau `mailto:`")
    if len(inside) > 1:
        help_ = say("tulis satu alamat saja, misalnya `{benar}`", benar=shown(inside[0]))
    elif re.match(r"[A-Za-z]:\\|file:|\.{0,2}/|[^/:?#@ ]+(?:/[^/:?#@]+)*\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png)$", value):
        help_ = say("pembaca tidak dapat membuka berkas di komputer ini; unggah ke situs lembaga, lalu tulis alamatnya")
    raise Mistake("tautan-salah", told, help_)


def read_identifier(value: str) -> str:
    """An id: it becomes an anchor, so it has letters, digits, `.`, `_` and `-` only, 64 at most."""
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", value) and value != UNKNOWN.value:
        return value
    told = say("`{teks}` tidak dapat menjadi id", teks=shown(value))
    if unseen := next((each for each in value if not each.isprintable()), None):
        told = say("id ini memuat karakter yang tidak terlihat ({kode})", kode=f"U+{ord(unseen):04X}")
    right = re.sub(r"[^A-Za-z0-9._-]+", "-", "".join(each for each in value if each.isprintable()).strip(QUOTES))
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}", right) and right[-1].isalnum() and right != UNKNOWN.value:
        raise Mistake("id-salah", told, say("tulis `{benar}`", benar=right), right)
    general = say("id hanya memuat huruf, angka, titik, garis bawah dan tanda hubung, misalnya `K-014`")
    raise Mistake("id-salah", told, general)
