"""CSV that a spreadsheet program opens rightly, read back by the standard library."""

import csv
import re
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.data.column import plain
from generator.data.comma_separated import MARK, guarded, head, lines, table, unguarded
from generator.model.scalars import read_number

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
"""What programs take for the beginning of a formula (OWASP, CSV injection)."""


def read(content: bytes) -> list[list[str]]:
    assert content.startswith(MARK)
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_values_are_written_as_the_format_writes_them() -> None:
    content = table(["a", "b", "c", "d", "e"], [("007", 5, Decimal("0.5"), date(2026, 1, 2), None)])
    assert content == MARK + b"a,b,c,d,e\r\n007,5,0.5,2026-01-02,\r\n"


def test_a_negative_number_is_a_number_and_no_formula() -> None:
    assert read(table(["a", "b"], [(-5, "-5")])) == [["a", "b"], ["-5", "'-5"]]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
def test_no_text_is_run_and_none_is_lost(text: str) -> None:
    ((_,), *rows) = read(table(["a"], [(text,), ("b",)]))
    cell = rows[0][0] if text else ""
    assert not cell.startswith((*SIGNS, "\t", "\r"))
    assert unguarded(cell) == unguarded(guarded(text)) == text


@given(st.text(st.sampled_from(f";|\t\r\n'\"{SIGNS}a "), max_size=12))
def test_no_other_division_of_cells_runs_a_part_of_a_text(text: str) -> None:
    """Where `;` divides, as in Indonesia's settings of Windows, a cell begins behind one, and on each line."""
    assert not re.search(rf"(?:^|[;|\t\r\n])[{re.escape(SIGNS)}]", guarded(text))
    written = table(["a", "b"], [("x", text)]).decode("utf-8-sig")
    for sign in ";|\t":
        for row in csv.reader(StringIO(written, newline=""), delimiter=sign):
            assert not [cell for cell in row if cell.startswith(tuple(SIGNS))]
    assert unguarded(guarded(text)) == text
    assert guarded(unguarded(guarded(text))) == guarded(text)


def test_the_lines_of_two_tables_make_one() -> None:
    rows = [(str(number), number) for number in range(2500)]
    joined = b"".join((head(["a", "b"]), *lines(rows[:700]), *lines(rows[700:])))
    assert joined == table(["a", "b"], rows)


@pytest.mark.parametrize("number", ["0.0000001", "-0.00000012", "12", "0.5", "123456789012345678"])
def test_a_number_is_written_as_the_format_reads_it(number: str) -> None:
    value = plain(read_number(number))
    assert table(["a"], [(value,)]).split(b"\r\n")[1] == number.encode()
