"""A workbook that nobody edited proposes nothing, whatever the texts of its plan are."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.data.column import cell
from generator.data.layout import STAMPS
from generator.data.workbook import plan_workbook
from generator.editing.book import book
from generator.editing.bringing import bring_workbook
from generator.editing.typed import typed
from generator.model.address import PlanAddress
from generator.model.description import Column, Shape, tables
from generator.model.value_type import ValueType
from generator.pages.site import Site
from generator.reading.library import Library
from generator.reading.plan_files import PlanFiles, RawFile
from tests.properties.plans import plans

LISTS = [
    (table.name, column)
    for table in tables()
    for column in table.columns
    if column.field.shape is Shape.MANY and column.field.value_type is ValueType.TEXT
]
"""Every column whose cells hold several free texts."""

TEXTS = st.sampled_from(
    ("Blok C; lantai 2, kanan", "99.01", "a;", ";a", "a\\", "C:\\data\\;", "\\;", "=1+1", "'a", "-", "n/a")
) | (st.text("ab ,;\\/'\"=-:#", min_size=1, max_size=8).map(str.strip).filter(bool))
MANY = st.lists(TEXTS, min_size=1, max_size=4)


@given(st.sampled_from([column for _, column in LISTS]), MANY)
def test_a_cell_of_several_texts_is_read_as_those_texts(column: Column, texts: list[str]) -> None:
    assert typed(column, cell(tuple(texts))) == tuple(texts)  # type: ignore[arg-type]


@settings(max_examples=25)
@given(plans(), st.fixed_dictionaries({(name, column.key): MANY for name, column in LISTS}))
def test_an_unedited_workbook_proposes_nothing(values: dict[str, Any], lists: dict[tuple[str, str], list[str]]) -> None:
    for (name, key), texts in lists.items():
        for item in values.get(name, ()):
            item[key] = texts
    files = PlanFiles(
        PlanAddress("lembaga", "2025-2029"),
        (RawFile("plans/lembaga/2025-2029.yaml", json.dumps(values).encode()),),
    )
    edition = Library(None).read(files).edition
    assert edition
    content = plan_workbook(edition, Site(), date(2026, 1, 1))
    made = book(content)
    unstamped = replace(made, sheets={name: cells for name, cells in made.sheets.items() if name != STAMPS})
    for each in (made, unstamped):  # without its stamps every cell is compared
        outcome = bring_workbook(each, files.address, files, None, Library(None), delete=False)
        assert (outcome.changes, outcome.cell_problems) == ((), ())
