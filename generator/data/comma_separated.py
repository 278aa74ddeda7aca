"""Rows as CSV (RFC 4180) that spreadsheet programs open rightly: UTF-8 with a mark, CRLF, no text run as a formula."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from io import StringIO
from typing import TypeAlias

Value: TypeAlias = str | int | Decimal | date | None

MARK = b"\xef\xbb\xbf"
"""The byte order mark, by which a spreadsheet program knows UTF-8."""
_DANGEROUS = ("=", "+", "-", "@", "'", "\t", "\r")
_AT_ONCE = 1000
_END = b"\r\n"
_FIELD = re.compile(rb'(?:^|,)("[^"]*(?:""[^"]*)*"|[^,"]*)')


def guarded(text: str) -> str:
    """A text with one `'` before it where a program would run it, or read that sign as its own; see `unguarded`."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if text.startswith("'") else text


def table(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """A whole file."""
    return b"".join((head(columns), *lines(rows)))


def head(columns: Sequence[str]) -> bytes:
    """The mark and the first line of a file."""
    return MARK + _written([columns])


def lines(rows: Iterable[Sequence[Value]]) -> Iterator[bytes]:
    """The lines that follow the head, some at a time: files of the same columns are joined by their lines."""
    part: list[list[str]] = []
    for row in rows:
        part.append([_cell(value) for value in row])
        if len(part) == _AT_ONCE:
            yield _written(part)
            part = []
    if part:
        yield _written(part)


def records(lines: bytes) -> Iterator[list[bytes]]:
    """The rows of `lines`, their fields as they are written, quotes and all."""
    for line in _whole_records(lines):
        yield _FIELD.findall(line) if b'"' in line else line.split(b",")


def _whole_records(lines: bytes) -> Iterator[bytes]:
    if b'"' not in lines:
        yield from lines.split(_END)[:-1]
        return
    parts: list[bytes] = []
    quotes = 0
    for part in lines.split(_END)[:-1]:
        parts.append(part)
        quotes += part.count(b'"')
        if quotes % 2 == 0:  # an end of line within quotes ends no row
            yield _END.join(parts)
            parts, quotes = [], 0


def record(values: Sequence[Value]) -> list[bytes]:
    """The fields of a row as they are written."""
    return next(records(b"".join(lines([values]))))


def after(before: str, field: bytes) -> bytes:
    """A field whose text begins with `before`; `field` is as it was written without that."""
    if field.startswith((b'"', b"'")) or not _is_plain(before):
        quoted = field.startswith(b'"')
        text = (field[1:-1].replace(b'""', b'"') if quoted else field).decode("utf-8")
        return record((before + unguarded(text), ""))[0]
    return before.encode("utf-8") + field


@lru_cache(maxsize=256)
def _is_plain(text: str) -> bool:
    return record((text, ""))[0] == text.encode("utf-8")


def rejoined(fields: Iterable[bytes]) -> bytes:
    """A row of fields as they are written."""
    return b",".join(fields) + _END


def _cell(value: Value) -> str:
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else str(value)


def _written(rows: Iterable[Sequence[str]]) -> bytes:
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8")
