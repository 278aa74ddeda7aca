"""Numbers that lead to one person, as officials write and print them: NIK, NIP and mobile number.

A pattern gives what has the form; its judge tells, from what stands around it in its line, a person's number from an
amount, a code or a list of years. The forms: a NIK is region (6), birth (6) and serial (4), a NIP is birth (8),
appointment (6), sex (1) and serial (3); the blocks are printed apart in many ways. The package lokal-id, which knows
how a NIK is made but takes far longer, is asked only where sixteen digits are more often something else.
"""

import re

from generator.model.regions import region

LONG = re.compile(r"(?:\d[ ./|_\u2022\u00b7-]{0,3}){15}\d")
"""A quick sign of a NIK or a NIP."""

_GAP = r"[ ./-]{1,3}"
_PERHAPS = r"[ ./-]{0,3}"
# What goes on from a figure, with or without a dot, is part of something longer: a code, an amount, a coordinate.
_BEGINS, _ENDS = r"(?<!\d)(?<!\d\.)", r"(?!\d|\.\d)"
_REGION = rf"(?:\d{{6}}|\d\d{_GAP}(?:\d{{4}}|\d\d{_GAP}\d\d)|\d{{4}}{_GAP}\d\d)"
_BIRTH = rf"(?:\d{{6}}|\d\d{_GAP}\d\d{_GAP}\d\d)"
CITIZEN = re.compile(
    rf"{_BEGINS}(?:\d{{16}}|\d{{6}}{_GAP}\d{{10}}|\d{{12}}{_GAP}\d{{4}}"
    rf"|\d{{4}}(?:[ ._\u2022\u00b7-]\d{{4}}){{3}}|{_REGION}{_GAP}{_BIRTH}{_GAP}\d{{4}}"
    rf"|\d\d(?:[ .-]\d\d){{7}}|\d(?:[ |]{{1,3}}\d){{15}}){_ENDS}"
)
EMPLOYEE = re.compile(
    rf"{_BEGINS}(?:19|20)\d\d(?:\d{{14}}|{_PERHAPS}(?:0[1-9]|1[0-2]){_PERHAPS}[0-3]\d{_PERHAPS}"
    rf"(?:19|20)\d\d{_PERHAPS}[0-2]\d{_PERHAPS}[12](?:{_PERHAPS}\d){{3}}){_ENDS}"
)

_COUNTRY = r"(?:\+|00)?62\)?[ .-]{0,3}(?:\(?0\)?[ .-]{0,3})?\(?"
# Right behind the name of a mobile telephone every figure may stand apart, and the nought may be missing, as a
# spreadsheet drops it.
_MOBILE_NAMES = ("hp", "wa", "ponsel", "seluler", "whatsapp", "handphone")
_NAMED = "|".join(
    rf"(?<=(?<![a-z]){name}{join}[08])" for name in _MOBILE_NAMES for join in (" ", ":", ": ", " : ", r"\. ", r" \| ")
)
_CALLED = rf"[08](?<=[ :][08])(?:{_NAMED})"
MOBILE_SIGN = re.compile(rf"(?i)[02]\)?[ .-]{{0,3}}\(?8[1-9]|{_CALLED}")
# A figure that stands alone is no longer part of the number but counts what comes next.
MOBILE = re.compile(
    rf"(?i){_BEGINS}(?:(?:{_COUNTRY}|0)8[1-9]"
    rf"(?:(?:[ .)-]{{0,4}}\d(?:(?<=\d\d)|(?=\d))){{7,10}}{_ENDS}|\d/\d{{3,4}}/\d{{3,5}}(?![\d/]))"
    rf"|{_CALLED}(?:(?<=0)[ -]?8[ -]?[1-9](?:[ -]?\d){{7,10}}|(?<=8)[1-9]\d[ -]?\d{{3,4}}[ -]?\d{{4,5}}){_ENDS})"
)

_CITIZEN_WORDS = re.compile(r"(?i)(?<![a-z])(?:nik|e?-?ktp|kk|kependudukan)(?![a-z])")
_PHONE_NAMES = (
    r"hp|hape|handphone|wa|whatsapp|telp|telpon|telepon|tlp|tel|phone|mobile|ponsel|seluler|cp|cs|pic|kontak|contact"
    r"|person|narahubung|hubungi|hub|sms|call|gsm|tg|telegram|signal|nomor|no"
)
_PHONE_WORDS = re.compile(rf"(?i)(?<![^\W_])(?:{_PHONE_NAMES})(?![^\W_])|wa\.me/$|phone=$")
_RIGHT_BEFORE = re.compile(rf"(?i)(?:(?<![^\W_])(?:{_PHONE_NAMES})|wa\.me/|phone=)\W{{0,4}}$")
_LABEL = re.compile(
    rf"(?i)(?<![^\W_])(?:no|nomor)?[._]?(?:nip|nik|nrp|nuptk|e?ktp|kk|u\.?p|an|{_PHONE_NAMES})[._]{{0,3}}$"
)
_IN_A_WORD = re.compile(r"[^\W\d_]_*$|[^\W_]_+$")
_WORD_BEHIND = re.compile(r"(?i)[a-f]*[g-z][a-z]*(?!\w)")
_MONEY = re.compile(r"(?i)\b(?:rp|idr)[. ]{0,3}$")
_MONEY_WORDS = re.compile(
    r"(?i)\b(?:rp|idr|rupiah|anggaran|pagu|biaya|nilai|senilai|sebesar|jumlah|total|realisasi|belanja)\b"
)
_THOUSANDS = re.compile(r"\d\d(?:\.\d{3})+")
_WORDS = 40
"""How far before a number a word still speaks of it."""


def is_citizen_number(text: str, before: str, after: str) -> bool:
    """Whether what has the form of a NIK is one."""
    groups = re.split(r"\D+", text)
    digits = "".join(groups)
    if digits[0] == "0" or (len(groups) > 1 and not region(digits[:2])):
        return False
    if digits.endswith("0000") or all(re.fullmatch(r"(?:19|20)\d\d", group) for group in groups):
        return False  # a round amount; four years in a row
    if _MONEY.search(before):
        return False
    called = bool(_CITIZEN_WORDS.search(before[-_WORDS:]))
    if len(groups) > 5 and not called:  # as the code of an asset, or what stands in a row of a table
        return False
    parts = [len(group) for group in groups]
    # Codes of goods, of work and of waste stand in fours, figures of a table in twos; a letter's number has strokes.
    doubtful = parts == [2] * 8 or (not called and (parts == [4] * 4 or "/" in text))
    if _is_apart(before, after) and not doubtful and not re.search(r"://\S*$", before):
        return True
    from lokal import is_valid_nik

    return not re.match(r"\w", after) and bool(is_valid_nik(digits))


def is_employee_number(text: str, before: str, after: str) -> bool:
    """Whether what has the form of a NIP is one."""
    digits = re.sub(r"\D", "", text)
    if digits.endswith("0000") or _MONEY.search(before):
        return False
    if text.isdigit() and _is_apart(before, after):
        return True
    # Two dates in a row have the form too, but no official is appointed as a child.
    return int(digits[8:12]) - int(digits[:4]) >= 15 and not re.match(r"\w", after)


def is_mobile_number(text: str, before: str, after: str) -> bool:
    """Whether what has the form of a mobile number is one."""
    if not _is_apart(before, after) or _MONEY.search(before):
        return False
    if "/" in text:  # the number of a letter has its year there
        return not any(re.fullmatch(r"(?:19|20)\d\d", group) for group in text.split("/"))
    if text[0] == "8":
        return not text.endswith("000") and not _MONEY_WORDS.search(before[-_WORDS:])
    if text[0] in "+0" or set("()") & set(text):
        return True
    if _THOUSANDS.fullmatch(text):
        return bool(_RIGHT_BEFORE.search(before))
    if _PHONE_WORDS.search(before[-_WORDS:]) or re.search(r"[ -]\d{4}", text):
        return True
    return text.isdigit() and not text.endswith("000") and not _MONEY_WORDS.search(before[-_WORDS:])


def _is_apart(before: str, after: str) -> bool:
    """Whether a number stands for itself, behind its name too (`NIP1970…`, `no_hp_0812…`), and is no part of a longer
    word, such as the mark of a file or a sum of letters and figures."""
    if re.match(r"[^\W_]", after) and not _WORD_BEHIND.match(after):
        return False
    return not _IN_A_WORD.search(before) or bool(_LABEL.search(before))
