"""Rows as CSV (RFC 4180) that spreadsheet programs open rightly: UTF-8 with a mark, CRLF, no text run as a formula."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import TypeAlias

Value: TypeAlias = str | int | Decimal | date | None

MARK = b"\xef\xbb\xbf"
"""The byte order mark, by which a spreadsheet program knows UTF-8."""
_SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
"""What begins a formula, in full width too, which a program set to Japanese or Chinese takes for the same."""
_DANGEROUS = (*_SIGNS, "'", "\t", "\r")
_AFTER, _SIGN = r"(?<=[;|\t\r\n])", rf"(?=['\"]*[{re.escape(_SIGNS)}])"
_WITHIN, _GUARDED_WITHIN = re.compile(_AFTER + _SIGN), re.compile(f"{_AFTER}'{_SIGN}")
"""Where a program that divides by another sign begins a cell, a quotation that is closed at once passed over: in
Indonesia's settings of Windows it is `;`."""

_AT_ONCE = 1000
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")

csv.field_size_limit(1 << 30)  # the module's own 128 KiB are less than a list of a plan may be long


def guarded(text: str) -> str:
    """A text with one `'` before it where a program would run it, or read that sign as its own, and within it where
    another division of cells would do the same; see `unguarded`."""
    text = _WITHIN.sub("'", text)
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return _GUARDED_WITHIN.sub("", text[1:] if text.startswith("'") else text)


def table(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """A whole file."""
    return b"".join((head(columns), *lines(rows)))


def head(columns: Sequence[str]) -> bytes:
    """The mark and the first line of a file."""
    return MARK + written([columns])


def lines(rows: Iterable[Sequence[Value]]) -> Iterator[bytes]:
    """The lines that follow the head, some at a time: files of the same columns are joined by their lines."""
    part: list[list[str]] = []
    for row in rows:
        part.append([cell(value) for value in row])
        if len(part) == _AT_ONCE:
            yield written(part)
            part = []
    if part:
        yield written(part)


def records(lines: bytes, columns: int) -> Iterator[list[str]]:
    """The rows of `lines`, their cells as `lines` wrote them, guards and all.

    They may stand in a site that anybody changed since: what is no row of so many columns is left out, and no text
    of it is run as a formula.
    """
    try:
        for row in csv.reader(StringIO(lines.decode("utf-8", "replace"), newline=""), strict=True):
            if len(row) == columns:
                yield [cell if _NUMBER.fullmatch(cell) else guarded(unguarded(cell)) for cell in row]
    except csv.Error:
        return


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows of cells that are guarded already, as lines."""
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8")


def cell(value: Value) -> str:
    """A value as the text of a cell; a number as the format writes it, without an exponent."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return guarded(value) if isinstance(value, str) else str(value)
