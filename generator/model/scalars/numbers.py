"""Numbers: counts, percentages, rupiah, and numbers with a decimal point."""

import re
from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from generator.locale import Message, say
from generator.model.mistake import Mistake, misspelt, plain, shown
from generator.model.spelling.amounts import is_ambiguous, meant, spelt, without_unit

_WHOLE = say("tulis angka saja, tanpa titik pemisah dan tanpa satuan, misalnya `12`")

_TOO_LARGE = re.compile(r"[+-]?0*[1-9][0-9]{18,}(?:\.[0-9]*)?")


def read_whole(value: object, help_: Message = _WHOLE) -> int:
    """A whole number of at most 18 digits, in which `_` may group thousands; `help_` tells which are right."""
    if isinstance(value, int):
        return value
    text = _digits(plain(value, "angka-salah", say("di sini diharapkan sebuah bilangan bulat"), help_))
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        told = say("`{teks}` bukan bilangan bulat", teks=shown(value))
        raise misspelt("angka-salah", _too_large(value) if _TOO_LARGE.fullmatch(text) else told, help_, _whole(text))
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
    share = meant(value) if isinstance(value, str) and not value.isdigit() else ()
    if len(share) == 1 and 0 < share[0].value < 1 and not share[0].percent:  # 0.35, as a spreadsheet keeps 35 %
        told = say("`{teks}` bukan bilangan bulat", teks=shown(value))
        raise misspelt(
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
    text = _digits(plain(value, "angka-salah", say("di sini diharapkan sebuah angka"), help_))
    told = _too_large(value) if _TOO_LARGE.fullmatch(text) else say("`{teks}` bukan angka", teks=shown(value))
    if is_ambiguous(text):
        told = say("`{teks}` dapat berarti dua angka: titik memisahkan ribuan atau desimal", teks=shown(value))
    elif (number := written_number(text)) is not None:
        return number
    raise misspelt("angka-salah", told, help_, _right(each.value for each in meant(without_unit(text))))


def written_number(text: str) -> Decimal | None:
    """The number that a text is as a plan writes it; `None` for any other text: `nan`, `1e99`, `1_0`, other digits."""
    digits = _digits(text)
    return Decimal(digits) if re.fullmatch(r"[+-]?[0-9]{1,18}(?:\.[0-9]{1,9})?", digits) else None


def read_rupiah(value: object) -> int:
    """Whole rupiah, not negative: no `Rp`, no points; `_` may group thousands."""
    if isinstance(value, int):
        return value
    help_ = say("tulis rupiah penuh tanpa `Rp` dan tanpa titik, misalnya `750000000` atau `750_000_000`")
    text = _digits(plain(value, "rupiah-salah", say("di sini diharapkan jumlah rupiah"), help_))
    if re.fullmatch(r"\+?[0-9]{1,18}", text):
        return int(text)
    if re.match(r"-\s*(?:[0-9]|[Rr]p)", text):
        raise Mistake(
            "rupiah-salah",
            say("jumlah `{teks}` kurang dari nol", teks=shown(value)),
            say("tulis jumlah 0 atau lebih; pengurangan ditulis sebagai fase `dpa_perubahan` dengan jumlah barunya"),
        )
    whole = (each.value for each in meant(text, whole=True) if each.value == each.value.to_integral_value())
    right = _right(whole)
    if not right and meant(text):
        if all(_TOO_LARGE.fullmatch(f"{each.value:f}") for each in meant(text)):
            raise Mistake("rupiah-salah", _too_large(value), help_)
        raise Mistake("rupiah-salah", say("jumlah `{teks}` memuat pecahan rupiah", teks=shown(value)), help_)
    told = _too_large(value) if _TOO_LARGE.fullmatch(text) else say("`{teks}` bukan jumlah rupiah", teks=shown(value))
    raise misspelt("rupiah-salah", told, help_, right)


def _too_large(value: object) -> Message:
    return say("`{teks}` terlalu besar: paling banyak 18 angka", teks=shown(value))


def _whole(text: "str | Decimal") -> list[str]:
    """The whole numbers that a text, or a number, may mean; those around it where it has a fraction."""
    numbers = [each.value for each in meant(without_unit(text), whole=True)] if isinstance(text, str) else [text]
    whole = [number for number in numbers if number == number.to_integral_value()]
    if not whole and len(numbers) == 1:
        whole = [numbers[0].to_integral_value(ROUND_FLOOR), numbers[0].to_integral_value(ROUND_CEILING)]
    return _right(whole)


def _right(numbers: Iterable[Decimal]) -> list[str]:
    """Those that a plan can hold, as it writes them: a remedy that would be refused is none."""
    return [text for text in map(spelt, numbers) if written_number(text) is not None]


def _digits(text: str) -> str:
    return text.replace("_", "") if re.fullmatch(r"[+-]?(?:[0-9]+|[0-9]{1,3}(?:_[0-9]{3})+)", text) else text
