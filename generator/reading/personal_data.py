"""`data-pribadi`: numbers and addresses of people, or of machines, that have no place in a published plan.

The whole text of each file is searched, comments too, since the file itself is public, and what a value shows
otherwise.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from ipaddress import AddressValueError, IPv6Address
from itertools import islice
from typing import NamedTuple, TypeAlias

from generator.diagnostics import Place, Problem
from generator.locale import Message, say
from generator.model.description import Field
from generator.model.value_type import ValueType
from generator.reading.as_shown import as_typed, shown_otherwise
from generator.reading.expected import values
from generator.reading.matching import MOST, count_within, matches
from generator.reading.nodes import Node
from generator.reading.numbers_of_people import (
    CITIZEN,
    EMPLOYEE,
    LONG,
    MOBILE,
    MOBILE_SIGN,
    is_citizen_number,
    is_employee_number,
    is_mobile_number,
)
from generator.reading.text import TextFile

_OFFICIAL_MAIL = re.compile(r"(?i)(?:^|\.)(?:go\.id|desa\.id|mil\.id|example|example\.(?:com|org|net|id))$")
# What a price follows has an `@` too, and a blank before it (`5 orang @ Rp500.000`).
_PRIVATE_HOSTS = r"(?:gmail|googlemail|ymail|yahoo|rocketmail|hotmail|outlook|live|icloud|proton|protonmail)\."
_AT_SIGN = rf"(?: ?@ ?(?={_PRIVATE_HOSTS})|@(?!rp\.?\d|\d+\.\d)| ?[\[(]at[\])] ?)"
_DOT_SIGN = r"(?:\.| ?[\[(]dot[\])] ?)"
_AT = re.compile(r"(?i)@| ?[\[(]at[\])] ?")
_DOT = re.compile(r"(?i) ?[\[(]dot[\])] ?")
_ADDRESS_WORDS = re.compile(r"(?i)(?<![^\W_])(?:ip|ipv[46]|subnet)(?![^\W_])|://$")
_MACHINE_WORDS = re.compile(
    r"(?i)(?<![^\W_])(?:server|peladen|host|gateway|dns|router|firewall|ssh|vpn|ping|segmen)(?![^\W_])"
)
_LAST_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+$")
_NO_ADDRESS = re.compile(
    r"(?i)\b(?:kode|rekening|(?:sub)?-?bab|bagian|butir|poin|pasal|ayat|lampiran|nomor|no|versi|version|rilis)\W{0,3}$"
)
_CODE = "kode"
_CODE_FIELD = re.compile(rf"\b{_CODE}[\"']?:\s*[\"']?$")
_CONTEXT = 40
_VERSIONS = 30
"""Below this a number of four parts may be the version of a program, even behind the word server."""

_AMOUNTS = (ValueType.RUPIAH, ValueType.NUMBER, ValueType.COUNT)
_AMOUNT = re.compile(r"(?i)[\d.,]+-?(?: ?(?:rupiah|rp))?")
"""A value that is one, rightly written or not; with any other word it may be about somebody."""
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
        return frozenset(value.place[:3] for field, value in told if _is_amount(field, value))

    every = tuple(files)
    told: dict[tuple[re.Pattern[str], str], list[tuple[int, int]]] = {}  # in order
    for file in map(as_typed, every):
        for kind in _possible(file):
            for place in islice(_places(kind, file, amounts), MOST):
                told.setdefault((kind.pattern, file.path), []).append((place.line, place.column))
                yield _problem(kind, place)
    for field, value, text in shown_otherwise(root, every) if root else ():
        if _is_amount(field, text) or field.key == _CODE:
            continue
        place, shown = value.place, as_typed(TextFile("", text))
        for kind in _possible(shown):
            known = count_within(place, told.get((kind.pattern, place.path), ()))
            if sum(1 for _ in islice(_places(kind, shown, frozenset), MOST)) > known:
                yield _problem(kind, place)


def _is_amount(field: Field, text: str) -> bool:
    return field.value_type in _AMOUNTS and bool(_AMOUNT.fullmatch(text))


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
        if not coded and not counted and kind.is_one(text, before, after):
            yield place


def _is_private_mail(text: str, before: str, after: str) -> bool:
    return not _OFFICIAL_MAIL.search(_DOT.sub(".", _AT.split(text)[-1]))


def _is_machine(text: str, before: str, after: str) -> bool:
    # Budget codes and article numbers have four parts too: something must say that this is a machine.
    if any(int(part) > 255 or part != str(int(part)) for part in text.split(".")) or _NO_ADDRESS.search(before):
        return False
    word = _LAST_WORD.search(before)  # of a version, or that of the address itself
    said = word[0] if word else before[-_CONTEXT:]
    if _ADDRESS_WORDS.search(said):
        return True
    # The versions of a server and the codes around it are of small numbers.
    if _MACHINE_WORDS.search(said) and (text.startswith("10.") or int(text.split(".")[0]) > _VERSIONS):
        return True
    return not word and bool(text.startswith("192.168.") or re.match(r":\d{2,5}\b|/\d{1,2}\b", after))


def _is_machine_6(text: str, before: str, after: str) -> bool:
    try:
        IPv6Address(text)
    except AddressValueError:
        return False
    return True


_COUNTED = say("hapus; rencana menghitung orang dan tidak menyebut nama atau nomornya")

KINDS: tuple[PersonalData, ...] = (
    PersonalData(LONG, CITIZEN, is_citizen_number, say("teks ini memuat NIK (16 angka)"), _COUNTED),
    PersonalData(LONG, EMPLOYEE, is_employee_number, say("teks ini memuat NIP (18 angka)"), _COUNTED),
    PersonalData(
        MOBILE_SIGN,
        MOBILE,
        is_mobile_number,
        say("teks ini memuat nomor ponsel"),
        say("ganti dengan nomor kantor, kotak surat resmi (`…@….go.id`) atau alamat PPID"),
    ),
    PersonalData(
        re.compile(r"(?i)@|[\[(]at[\])]"),
        re.compile(rf"(?i)(?<![\w.+-])[\w.+-]+{_AT_SIGN}[a-z0-9-]+(?:{_DOT_SIGN}[a-z0-9-]+)*{_DOT_SIGN}[a-z]{{2,}}"),
        _is_private_mail,
        say("teks ini memuat alamat surel pribadi"),
        say("ganti dengan kotak surat resmi (`…@….go.id`) atau alamat PPID"),
    ),
    PersonalData(
        re.compile(r"\.\d{1,3}\.\d{1,3}\.\d"),
        re.compile(r"(?<!\d)(?<!\d\.)\d{1,3}(?:\.\d{1,3}){3}(?![^\W_]|\.\d)"),
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
