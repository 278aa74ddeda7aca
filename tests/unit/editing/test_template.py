"""The blank workbook, filled by someone who has no YAML yet."""

import json
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from generator.data.layout import FIELDS, list_sheets
from generator.data.workbook import blank_workbook, single_rows
from generator.editing.book import book
from generator.editing.bringing import bring_workbook
from generator.reading.library import Library
from generator.reading.plan_files import PlanFiles, RawFile
from tests.unit.activities import activity_values


def test_a_filled_template_is_the_plan_that_is_written_in_yaml(
    small_plan: Callable[[], dict[str, Any]], edition_of: Callable[..., Any]
) -> None:
    values = small_plan()
    values["kegiatan"].append(activity_values(id="K-900", tonggak=[{"tanggal": date(2026, 5, 1), "uraian": "Satu"}]))
    values = json.loads(json.dumps(values, default=str))
    address = edition_of(small_plan()).address
    yaml = PlanFiles(address, (RawFile("plans/sagara/2025-2029.yaml", json.dumps(values).encode()),))
    edition = Library(None).read(yaml).edition
    assert edition
    made = load_workbook(BytesIO(blank_workbook()))
    for sheet in list_sheets():
        for at, (_, cells) in enumerate(sheet.rows(edition.plan), 2):
            for column, value in enumerate(cells, 1):
                # A new row of a list without ids has no number yet.
                made[sheet.name].cell(at, column).value = None if sheet.numbered and column == 1 else value
    for at, (_, _, value) in enumerate(single_rows(edition), 2):
        made[FIELDS].cell(at, 3).value = value
    content = BytesIO()
    made.save(content)
    outcome = bring_workbook(book(content.getvalue()), address, None, None, Library(None), delete=False)
    assert (outcome.cell_problems, outcome.refusal) == ((), None)
    assert outcome.problems == ()
    assert outcome.after
    assert any(b"\nversi_format: 1\n" in b"\n" + file.content for file in outcome.after.files), "a number, no text"
    read = Library(None).read(outcome.after).edition
    assert read
    assert read.plan == edition.plan
