"""A workbook as Office Open XML (ECMA-376): sheets of typed cells with drop-downs, a filter and a frozen head.

Ours because of speed: docs/decisions/open-data.md has the figures. It knows no plan, only cells. The same sheets give
the same bytes: no clock, no random ids, fixed times in the archive.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from generator.data.xlsx_archive import (
    MAIN,
    PACKAGE,
    RELATIONS,
    STYLES,
    XML,
    CellStyle,
    archive,
    content_types,
    core,
    relations,
)
from generator.data.xlsx_cells import Cell, column_letters, rows_of, text_cell

LONGEST_NAME = 31
"""Characters of a sheet's name at most."""
_MOST_ROWS = 1_048_576
_PROMPT = 255
_STATES = {False: "visible", True: "hidden"}
_HEAD = 6
_TITLE = 7


@dataclass(frozen=True)
class Validation:
    """What a program offers and hints in a column; nothing is refused, as people paste what they have.

    `choices` is a range of another sheet (`Pilihan!$A$2:$A$9`); without one, `numeric` asks for a number or a word of
    `instead`. `prompt` is shown at the chosen cell, 255 characters at most.
    """

    prompt: str = ""
    choices: str = ""
    numeric: bool = False
    instead: str = ""


@dataclass(frozen=True)
class SheetColumn:
    """A column: its title in row 1, the kind of its cells, its width in characters."""

    title: str
    kind: CellStyle = CellStyle.TEXT
    width: int = 18
    rule: Validation | None = None


@dataclass(frozen=True)
class Sheet:
    """A sheet. `frozen` is how many columns stay in sight; a hidden sheet is for the program, not for people."""

    name: str
    columns: Sequence[SheetColumn]
    rows: Iterable[Sequence[Cell]]
    frozen: int = 1
    hidden: bool = False
    table: bool = True
    """Whether row 1 is a head with a filter; a sheet of prose has none."""


@dataclass(frozen=True)
class SheetFile:
    """A sheet as it stands in the file; one that is the same in every workbook is written once."""

    name: str
    content: bytes
    filtered: str
    """The range of its filter, empty where it has none."""
    hidden: bool


def written(sheet: Sheet) -> SheetFile:
    """The sheet for `workbook`. Raises `ValueError` for a name or a text that no workbook can hold."""
    if not 0 < len(sheet.name) <= LONGEST_NAME or re.search(r"[\[\]:*?/\\]", sheet.name):
        raise ValueError(f"no name of a sheet: {sheet.name}")
    content, height = _worksheet(sheet)
    last = column_letters(len(sheet.columns) - 1)
    filtered = f"$A$1:${last}${height}" if sheet.table and not sheet.hidden else ""
    return SheetFile(sheet.name, content.encode("utf-8"), filtered, sheet.hidden)


def workbook(sheets: Sequence[SheetFile], created: date) -> bytes:
    """The file."""
    parts = {
        "[Content_Types].xml": content_types(len(sheets)),
        "_rels/.rels": relations(
            (f"{RELATIONS}/officeDocument", "xl/workbook.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": core(created),
    }
    parts["xl/workbook.xml"] = _workbook(sheets)
    parts["xl/_rels/workbook.xml.rels"] = relations(
        *((f"{RELATIONS}/worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)),
        (f"{RELATIONS}/styles", "styles.xml"),
    )
    parts["xl/styles.xml"] = STYLES
    files = {name: text.encode("utf-8") for name, text in parts.items()}
    return archive(files | {f"xl/worksheets/sheet{at}.xml": sheet.content for at, sheet in enumerate(sheets, 1)})


def _worksheet(sheet: Sheet) -> tuple[str, int]:
    letters = [column_letters(index) for index in range(len(sheet.columns))]
    kinds = [column.kind for column in sheet.columns]
    head = "".join(
        text_cell(f"{letter}1", _HEAD if sheet.table else _TITLE, column.title)
        for letter, column in zip(letters, sheet.columns, strict=True)
    )
    rows = [f'<row r="1">{head}</row>']
    rows += rows_of(sheet.rows, letters, kinds)
    if len(rows) > _MOST_ROWS:
        raise ValueError(f"{len(rows)} rows are more than a sheet holds")
    last = f"{letters[-1]}{len(rows)}"
    # No XML declaration and no default height: a program takes UTF-8 and its own, and there are forty sheets.
    whole = (
        f'<worksheet xmlns="{MAIN}"><dimension ref="A1:{last}"/>{_view(sheet)}'
        f"<cols>{_looks(sheet.columns)}</cols><sheetData>{''.join(rows)}</sheetData>"
        + (f'<autoFilter ref="A1:{last}"/>' if sheet.table and not sheet.hidden else "")
        + _rules(sheet, letters)
        + "</worksheet>"
    )
    return whole, len(rows)


def _looks(columns: Sequence[SheetColumn]) -> str:
    """Width and style of the columns; neighbours that look the same are told together."""
    told, first = [], 1
    for (width, kind), alike in groupby(columns, key=lambda column: (column.width, column.kind)):
        last = first + len(list(alike)) - 1
        told.append(f'<col min="{first}" max="{last}" width="{width}" style="{int(kind)}" customWidth="1"/>')
        first = last + 1
    return "".join(told)


def _view(sheet: Sheet) -> str:
    if not sheet.table:
        return '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>'
    corner = f"{column_letters(sheet.frozen)}2"
    split = f'xSplit="{sheet.frozen}" ' if sheet.frozen else ""
    pane = "bottomRight" if sheet.frozen else "bottomLeft"
    return (
        f'<sheetViews><sheetView workbookViewId="0"><pane {split}ySplit="1" topLeftCell="{corner}"'
        f' activePane="{pane}" state="frozen"/></sheetView></sheetViews>'
    )


def _rules(sheet: Sheet, letters: Sequence[str]) -> str:
    rules = []
    for letter, column in zip(letters, sheet.columns, strict=True):
        rule = column.rule
        if rule is None:
            continue
        shown = f" promptTitle={quoteattr(column.title[:32])} prompt={quoteattr(rule.prompt[:_PROMPT])}"
        begin = (
            f'allowBlank="1" showInputMessage="1" sqref="{letter}2:{letter}{_MOST_ROWS}"{shown if rule.prompt else ""}'
        )
        if rule.choices:
            rules.append(
                f'<dataValidation type="list" {begin}><formula1>{escape(rule.choices)}</formula1></dataValidation>'
            )
        elif rule.numeric:
            other = f',{letter}2="{rule.instead}"' if rule.instead else ""
            rules.append(
                f'<dataValidation type="custom" errorStyle="warning" showErrorMessage="1" {begin}>'
                f"<formula1>{escape(f'OR(ISNUMBER({letter}2){other})')}</formula1></dataValidation>"
            )
        elif rule.prompt:
            rules.append(f'<dataValidation type="none" {begin}/>')
    return f'<dataValidations count="{len(rules)}">{"".join(rules)}</dataValidations>' if rules else ""


def _workbook(sheets: Sequence[SheetFile]) -> str:
    listed = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{at}" state="{_STATES[sheet.hidden]}" r:id="rId{at}"/>'
        for at, sheet in enumerate(sheets, 1)
    )
    filters = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{at}" hidden="1">'
        f"{escape(_quoted(sheet.name))}!{sheet.filtered}</definedName>"
        for at, sheet in enumerate(sheets)
        if sheet.filtered
    )
    names = f"<definedNames>{filters}</definedNames>" if filters else ""
    return f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets>{names}</workbook>'


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"
