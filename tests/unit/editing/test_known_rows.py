"""Which rows of a plan those of a sheet are, found without comparing each with each."""

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from generator.editing import forms_of_value, known_rows, list_rows
from generator.editing.book import Book
from generator.editing.bringing import bring_workbook
from generator.editing.proposal import RowAdded, Written
from generator.model.description import Column
from generator.model.edition import Edition
from generator.reading.library import Library
from generator.reading.plan_files import PlanFiles, RawFile


def test_a_new_row_is_looked_up_among_those_of_the_plan_and_not_compared_with_each(
    small_plan: Callable[[], dict[str, Any]], edition_of: Callable[..., Edition], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a workbook has no stamps every row of the plan may be one that it adds."""
    steps: Counter[int] = Counter()
    real = forms_of_value.as_written

    def counted(column: Column, shown: object) -> Written:
        steps[many] += 1
        return real(column, shown)

    for module in (known_rows, list_rows):
        monkeypatch.setattr(module, "as_written", counted)
    for many in (20, 200):
        plan = small_plan()
        rows = [{"peran": "pengembang", "tahun": 2026, "ada": each, "butuh": 900} for each in range(many)]
        files = PlanFiles(
            edition_of(plan).address,
            (RawFile("plans/sagara/2025-2029.yaml", json.dumps(plan | {"sdm": rows}).encode()),),
        )
        head = ["Nomor", "Peran", "Tahun", "Ada", "Butuh"]
        new = [[None, "pengembang", 2026, float(each), 900] for each in (*range(0, many, 2), *range(1000, 1000 + many))]
        outcome = bring_workbook(
            Book(None, "", {"SDM": [head, *new]}, {}), files.address, files, None, Library(None), delete=False
        )
        added = [each.values["ada"] for each in outcome.changes if isinstance(each, RowAdded)]
        assert added == [str(each) for each in range(1000, 1000 + many)]
    assert steps[200] <= 12 * steps[20]


def test_more_rows_than_a_list_may_have_are_told_as_that(
    small_plan: Callable[[], dict[str, Any]], edition_of: Callable[..., Edition]
) -> None:
    plan = small_plan() | {"sdm": [{"peran": "pengembang", "tahun": 2026, "ada": 1, "butuh": 2}]}
    files = PlanFiles(edition_of(plan).address, (RawFile("plans/sagara/2025-2029.yaml", json.dumps(plan).encode()),))
    rows = [["Nomor", "Peran", "Tahun", "Ada", "Butuh"], *([None, "analis", 2026, each, 900] for each in range(3_000))]
    made = Book(None, "", {"SDM": rows}, {})
    outcome = bring_workbook(made, files.address, files, None, Library(None), delete=False)
    assert outcome.after is None
    assert outcome.refusal
    assert outcome.refusal[0].msgid == "daftar ini memuat lebih dari {batas} butir"
