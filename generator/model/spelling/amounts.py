"""Numbers as people write them: `Rp 1.500.000,00`, `750 juta`, `12,5`, `35%`.

In Indonesian a point groups thousands and a comma begins the decimals (Pedoman Umum Ejaan Bahasa Indonesia);
spreadsheets and English texts have it the other way round. One sign before three digits may mean either.
"""

import re
from decimal import Decimal
from typing import NamedTuple

QUOTES = "\"'`“”„‘’‚«»"
_UNITS = {
    **dict.fromkeys(("ribu", "rb", "k"), 3),
    **dict.fromkeys(("juta", "jt"), 6),
    **dict.fromkeys(("miliar", "milyar", "mlr", "m"), 9),
    **dict.fromkeys(("triliun", "trilyun", "t"), 12),
}
_WRITTEN = re.compile(
    r"(?:rp\.?|idr)?\s*(?P<sign>[+-]?)\s*(?P<number>[0-9]+(?:[.,' _][0-9]+)*)\s*(?:[,.]-{1,2})?"
    rf"\s*(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})?\.?\s*(?P<rest>%|persen|rupiah|,-)?"
)


_ABOUT = re.compile(r"^(?:±|\+/-|~|≈|sekitar|kurang lebih|kira-kira|lebih kurang) ?")
_COUNTED = re.compile(r"([0-9][0-9.,]*) ?([a-z]{2,20}(?: [a-z]{2,20})?)")
_MULTIPLY = frozenset((*_UNITS, "puluh", "belas", "ratus", "lusin", "kodi", "gros", "rim", "setengah", "seperempat"))
_JOIN = frozenset(("dari", "dan", "atau", "sampai", "hingga", "per", "kali", "persen", "tahun"))


class Amount(NamedTuple):
    """A number that was meant, and whether a percent sign stood after it."""

    value: Decimal
    percent: bool = False


def meant(text: str, *, whole: bool = False) -> tuple[Amount, ...]:
    """The numbers a text can mean, the likelier first: none, one, or two where a point or comma is ambiguous.

    Of a `whole` thing `750,000` is no fraction, nor is `1.500 juta`; `1,500 miliar` still may be.
    """
    if len(text) > 60:
        return ()
    plain = _ABOUT.sub("", " ".join(text.strip().strip(QUOTES).casefold().split()))
    match = _WRITTEN.fullmatch(plain)
    if match is None:
        return ()
    read = _readings(match["number"])
    if whole and not (match["unit"] and "," in match["number"]):
        read = read[:1]
    power = _UNITS.get(match["unit"] or "", 0)
    sign = -1 if match["sign"] == "-" else 1
    readings = (reading * sign * Decimal(10) ** power for reading in read)
    return tuple(Amount(reading, match["rest"] in ("%", "persen")) for reading in dict.fromkeys(readings))


def without_unit(text: str) -> str:
    """The number of `12 izin`; the text as it is where the word is no thing that is counted."""
    plain = " ".join(text.strip().strip(QUOTES).casefold().split())
    match = _COUNTED.fullmatch(plain) if len(text) <= 60 else None
    return match[1] if match and not set(match[2].split()) & (_MULTIPLY | _JOIN) else text


def spelt(number: Decimal) -> str:
    """A number as the format writes it; one with three decimals gets a nought more, so that nobody can mistake it."""
    text = f"{number.normalize():f}"
    return text + "0" if is_ambiguous(text) else text


def is_ambiguous(text: str) -> bool:
    """Whether a number such as `1.200` may be one and a fifth, or one thousand two hundred."""
    return bool(re.fullmatch(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}", text))


def _readings(number: str) -> tuple[Decimal, ...]:
    signs = [sign for sign in number if not sign.isdigit()]
    parts = re.split(r"[.,' _]", number)
    grouped = len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])
    if not signs:
        return (Decimal(number),)
    if len(set(signs)) == 1 and (len(signs) > 1 or signs[0] not in ".,"):
        return (Decimal("".join(parts)),) if grouped else ()
    if len(signs) == 1:
        decimal = Decimal(".".join(parts))
        return (Decimal("".join(parts)), decimal) if grouped and parts[0] != "0" else (decimal,)
    inner, last = set(signs[:-1]), signs[-1]
    if len(inner) == 1 and last not in inner and last in ".," and all(len(part) == 3 for part in parts[1:-1]):
        return (Decimal("".join(parts[:-1]) + "." + parts[-1]),)
    return ()
