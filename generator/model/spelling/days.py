"""Days, months and quarters as people write them: `31/12/2026`, `15 Desember 2026`, `TW II 2026`, `2026-Q1`."""

import re
from calendar import monthrange
from datetime import date, timedelta

from generator.model.spelling.amounts import QUOTES

_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_ALSO = {"peb": 2, "may": 5, "aug": 8, "agt": 8, "ags": 8, "oct": 10, "nop": 11, "dec": 12}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_CLOCK = re.compile(r"[ t][0-2]?[0-9][:.][0-5][0-9](?:[:.][0-5][0-9](?:\.[0-9]+)?)?(?:z| ?wi[bt]| ?wita)?$")
_SPREADSHEETS_BEGIN = date(1899, 12, 30)
"""Day 0 of a spreadsheet's dates: from 1 March 1900 on, its day counts what it says."""
_ONE_OR_TWO = re.compile(r"[0-9]{1,2}")  # `²` and `٣` are figures to Python, and no day
_YEAR = r"(?P<year>(?:19|20|21)[0-9]{2})"
_PART = r"(?:t|q|tw|tri|triwulan|kuartal|kwartal)\.?[ -]*(?:ke[ -]?)?(?P<number>[1-4]|iv|i{1,3})"
_QUARTERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_YEAR}[ /.-]*{_PART}",
        rf"{_PART}[ /.-]*(?:tahun (?:anggaran )?|ta )?{_YEAR}",
        rf"(?P<number>iv|i{{1,3}})[ /.-]+{_YEAR}",
        rf"{_YEAR}[ /.-]+(?P<number>iv|i{{1,3}}|[1-4])",
    )
)
_MONTHS_OF_A_QUARTER = re.compile(
    rf"(?P<first>[a-z]{{3,9}}) ?(?:-|s[./]?d\.?|sampai(?: dengan)?|hingga) ?(?P<last>[a-z]{{3,9}}) {_YEAR}"
)
_HALVES = (
    re.compile(rf"{_YEAR}[ /-]*(?:s|sem|semester|smt)\.?[ -]*(?P<half>[12]|i{{1,2}})"),
    re.compile(rf"(?:s|sem|semester|smt)\.?[ -]*(?P<half>[12]|i{{1,2}})[ /-]*(?:tahun )?{_YEAR}"),
)


def meant_day(text: str) -> date | None:
    """The day a text means: day, month and year in any order that leaves no doubt, else day before month."""
    plain = _CLOCK.sub("", _plain(text))
    if re.fullmatch(r"[34][0-9]{4}|5[0-4][0-9]{3}", plain):
        return _SPREADSHEETS_BEGIN + timedelta(days=int(plain))
    words = [word for word in re.split(r"[ ,/.-]+", plain) if word]
    if len(words) == 3 and re.fullmatch(r"[0-3]?[0-9]([/.-])[01]?[0-9]\1[2-4][0-9]", plain):
        words[2] = f"20{words[2]}"
    if len(words) == 4 and not words[0].isdigit():
        words = words[1:]  # the name of a day of the week
    if len(words) != 3:
        return None
    first, middle, last = words
    if len(first) == 4:
        return _day(first, middle, last)
    return _day(last, middle, first) or _day(last, first, middle)


def last_day_of_month(text: str) -> date | None:
    """The last day of the month of a day that no calendar has, such as `2026-02-30`."""
    match = re.fullmatch(rf"{_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})", text)
    if match is None or not 1 <= int(match["month"]) <= 12 or not 28 < int(match["day"]) <= 31:
        return None
    year, month = int(match["year"]), int(match["month"])
    return date(year, month, monthrange(year, month)[1])


def meant_quarters(text: str) -> tuple[tuple[int, int], ...]:
    """The quarters (year, number) a text may mean: one; two for half a year, four for a whole one; or none."""
    plain = _plain(text)
    for pattern in _QUARTERS:
        if match := pattern.fullmatch(plain):
            number = match["number"]
            return ((int(match["year"]), _ROMAN.get(number) or int(number)),)
    for pattern in _HALVES:
        if match := pattern.fullmatch(plain):
            first = 1 if match["half"] in ("1", "i") else 3
            return ((int(match["year"]), first), (int(match["year"]), first + 1))
    if match := re.fullmatch(_YEAR, plain):
        return tuple((int(match["year"]), number) for number in range(1, 5))
    if day := meant_day(text) or _month(plain):
        return ((day.year, (day.month + 2) // 3),)
    if match := _MONTHS_OF_A_QUARTER.fullmatch(plain):
        first, last = (_month_number(match[end]) or 0 for end in ("first", "last"))
        if first % 3 == 1 and last == first + 2:
            return ((int(match["year"]), last // 3),)
    return ()


def meant_years(text: str) -> tuple[int, ...]:
    """The years that a text holds, in order: one of them is meant."""
    return tuple(dict.fromkeys(int(year) for year in re.findall(r"(?<![0-9])0*((?:19|20|21)[0-9]{2})(?![0-9])", text)))


def _month(plain: str) -> date | None:
    words = [word for word in re.split(r"[ /.-]+", plain) if word]
    if len(words) != 2:
        return None
    year, month = words if len(words[0]) == 4 and words[0].isdigit() else words[::-1]
    return _day(year, month, "1")


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if _ONE_OR_TWO.fullmatch(month) else _month_number(month)
    if not re.fullmatch(r"(?:19|20|21)[0-9]{2}", year) or not _ONE_OR_TWO.fullmatch(day) or not number:
        return None
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _month_number(word: str) -> int | None:
    short = word[:3]
    return _MONTHS.index(short) + 1 if short in _MONTHS else _ALSO.get(short)


def _plain(text: str) -> str:
    return " ".join(_DASHES.sub("-", text[:60].strip().strip(QUOTES)).casefold().split())
