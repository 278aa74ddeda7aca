"""Whose plan a workbook is of: what the site wrote says that, and no text of a plan."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.data.workbook import plan_workbook
from generator.editing.book import Book, book
from generator.model.edition import Edition
from generator.pages.site import Site

COMMIT = "0123456789abcdef0123456789abcdef01234567"
OURS = "sagara/2025-2029"


@pytest.fixture
def opened(small_plan: Callable[[], dict[str, Any]], edition_of: Callable[..., Edition]) -> Callable[..., Book]:
    """The workbook of the plan under another title, after an edit of its first sheet."""

    def made(title: str, edit: Callable[[Any], object] = lambda sheet: None, commit: str = COMMIT) -> Book:
        values = small_plan()
        values["rencana"]["judul"] = title
        saved = load_workbook(BytesIO(plan_workbook(edition_of(values), Site(commit=commit), date(2026, 1, 1))))
        edit(saved["Baca dulu"])
        content = BytesIO()
        saved.save(content)
        return book(content.getvalue())

    return made


@pytest.mark.parametrize(
    "title",
    [
        "Rencana Induk",
        "Rencana: lain/2025-2029",
        "Komit: abcdef0",
        "Alamat: https://lain.example/ Rencana: lain/2025-2029",
    ],
)
def test_no_title_says_whose_plan_or_which_commit_it_is(opened: Callable[..., Book], title: str) -> None:
    def above(sheet: Any) -> None:
        sheet.insert_rows(1)
        sheet["A1"] = "Disunting Bagian Perencanaan"

    for edit in (lambda sheet: None, above):
        for commit in (COMMIT, ""):
            found = opened(title, edit, commit)
            assert (str(found.plan), found.commit) == (OURS, commit)


def test_a_workbook_that_lost_our_line_is_of_no_plan(opened: Callable[..., Book]) -> None:
    for title in ("Rencana: lain/2025-2029", "Rencana Induk"):
        found = opened(title, lambda sheet: sheet.delete_rows(2))
        assert (found.plan, found.commit) == (None, "")
