"""A workbook read back by two other libraries: the same values, types and limits."""

import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape
from python_calamine import CalamineWorkbook

from generator.data.xlsx import Sheet, SheetColumn, Validation, workbook, written
from generator.data.xlsx_archive import CellStyle
from generator.data.xlsx_cells import LONGEST_TEXT, Cell, column_letters

NASTY = ["=1+1", "_x0041_", "a\nb", "a\rb", " x ", "\x01", "é😀", "'kutip", "007", "11.10", "1E5", '<b>&"', "\t", "-"]


def made(rows: Sequence[Sequence[Cell]], *columns: SheetColumn) -> bytes:
    return workbook([written(Sheet("Kegiatan", columns, rows))], date(2026, 1, 1))


def by_openpyxl(content: bytes) -> list[tuple[Any, ...]]:
    sheet = load_workbook(BytesIO(content))["Kegiatan"]
    return [tuple(row) for row in sheet.iter_rows(min_row=2, values_only=True)]


@pytest.mark.parametrize("text", NASTY)
def test_a_text_stays_that_text(text: str) -> None:
    content = made([(text,)], SheetColumn("Nama"))
    assert unescape(by_openpyxl(content)[0][0]) == text
    assert CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()[1] == [text]


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=50))
def test_any_text_stays_that_text(text: str) -> None:
    content = made([(text,)], SheetColumn("Nama"))
    assert unescape(by_openpyxl(content)[0][0]) == text


def test_numbers_and_days_are_typed_and_a_long_number_loses_no_digit() -> None:
    columns = (
        SheetColumn("Jumlah", CellStyle.AMOUNT),
        SheetColumn("Angka", CellStyle.NUMBER),
        SheetColumn("Hari", CellStyle.DAY),
        SheetColumn("NIK"),
    )
    content = made([(750_000_000, Decimal("0.5"), date(2026, 9, 30), 3201234567890123)], *columns)
    assert by_openpyxl(content) == [(750_000_000, 0.5, datetime(2026, 9, 30), "3201234567890123")]  # noqa: DTZ001
    sheet = load_workbook(BytesIO(content))["Kegiatan"]
    assert [sheet.cell(2, column).number_format for column in (1, 3, 4)] == ["#,##0", "yyyy\\-mm\\-dd", "@"]


def test_a_day_before_1900_is_a_text() -> None:
    assert by_openpyxl(made([(date(1899, 1, 2),)], SheetColumn("Hari", CellStyle.DAY))) == [("1899-01-02",)]


def test_columns_of_text_are_text_below_the_last_row_too() -> None:
    sheet = zipfile.ZipFile(BytesIO(made([("a",)], SheetColumn("Kode")))).read("xl/worksheets/sheet1.xml").decode()
    assert '<col min="1" max="1" width="18" style="1" customWidth="1"/>' in sheet


def test_drop_downs_filter_and_frozen_head() -> None:
    rule = Validation("Pilih satu", choices="'Pilihan'!$A$2:$A$3")
    number = Validation("Angka", numeric=True, instead="tidak_diketahui")
    content = workbook(
        [
            written(
                Sheet("Kegiatan", [SheetColumn("Status", rule=rule), SheetColumn("Jumlah", rule=number)], [("a", 1)])
            ),
            written(Sheet("Pilihan", [SheetColumn("Kata")], [("a",), ("b",)], hidden=True)),
        ],
        date(2026, 1, 1),
    )
    book = load_workbook(BytesIO(content))
    sheet = book["Kegiatan"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, book["Pilihan"].sheet_state) == ("B2", "A1:B2", "hidden")
    listed, custom = sheet.data_validations.dataValidation
    assert (listed.formula1, listed.prompt, listed.showErrorMessage) == ("'Pilihan'!$A$2:$A$3", "Pilih satu", False)
    assert (custom.formula1, custom.errorStyle) == ('OR(ISNUMBER(B2),B2="tidak_diketahui")', "warning")


@pytest.mark.parametrize("name", ["", "a" * 32, "a/b", "a:b", "[a]"])
def test_a_name_that_no_sheet_can_have_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no name of a sheet"):
        written(Sheet(name, [SheetColumn("A")], []))


def test_a_text_that_no_cell_holds_is_refused_and_the_longest_is_not() -> None:
    assert by_openpyxl(made([("x" * LONGEST_TEXT,)], SheetColumn("A")))[0][0] == "x" * LONGEST_TEXT
    for text in ("x" * (LONGEST_TEXT + 1), "😀" * (LONGEST_TEXT // 2 + 1)):
        with pytest.raises(ValueError, match="more than a cell holds"):
            made([(text,)], SheetColumn("A"))


def test_the_same_sheets_are_the_same_bytes() -> None:
    assert made([("a",)], SheetColumn("A")) == made([("a",)], SheetColumn("A"))


def test_letters_of_columns() -> None:
    assert [column_letters(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
