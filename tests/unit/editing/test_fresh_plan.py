"""A plan as `rencana new` leaves it: its lists are comments, a file holds nothing else, and it can be edited."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.data.layout import STAMPS, ListSheet, list_sheets
from generator.data.workbook import plan_workbook
from generator.data.xlsx_cells import column_letters
from generator.editing.book import book
from generator.editing.bringing import Outcome, bring_workbook
from generator.editing.files import changed
from generator.editing.proposal import FieldEdit, RowAdded
from generator.model.address import PlanAddress
from generator.model.description import Role
from generator.model.edition import Edition
from generator.pages.site import Site
from generator.reading.library import Library
from generator.reading.plan_files import PlanFiles, RawFile
from generator.scaffold.filling import answers, fill, templates
from tests.unit.scaffold.plans import new_plan

FOLDER = "plans/kabupaten-sleman/2025-2029/"
STATUS = FieldEdit("kegiatan", ("K-001",), "status", "direncanakan", "berjalan")


def plan(*, switched_on: bool = False, end: str = "\n") -> PlanFiles:
    files = []
    for name, template in templates().items():
        text = re.sub(r"\(tulis nama (.*)\)", r"Nama \1", fill(template, answers(new_plan())))
        if switched_on:
            text = re.sub(r"^(\s*)#(?=\S| {2,}\S)", r"\1", text, flags=re.MULTILINE)
        files.append(RawFile(FOLDER + name, text.replace("\n", end).encode()))
    return PlanFiles(PlanAddress("kabupaten-sleman", "2025-2029"), tuple(files))


def edition(files: PlanFiles) -> Edition:
    read = Library(None).read(files).edition
    assert read
    return read


FRESH, FULL = edition(plan()), edition(plan(switched_on=True))
SHEETS = {sheet.table.name: sheet for sheet in list_sheets()}
EMPTY = [name for name, sheet in SHEETS.items() if not any(sheet.rows(FRESH.plan))]


def bring(*names: str) -> Outcome:
    """What comes of the fresh plan's workbook when the first row of the examples is typed into these sheets."""
    made = book(plan_workbook(FRESH, Site(), date(2026, 1, 1)))
    sheets = dict(made.sheets)
    for name in names:
        sheet = SHEETS[name]
        _, cells = next(iter(sheet.rows(FULL.plan)))
        shown = [float(each) if isinstance(each, Decimal) else each for each in cells]
        row = [None, *shown[1:]] if sheet.numbered else shown
        sheets[sheet.name] = [*sheets[sheet.name], row]
    return bring_workbook(replace(made, sheets=sheets), FRESH.address, plan(), None, Library(None), delete=False)


def with_those_around(name: str) -> list[str]:
    table = SHEETS[name].table.parent
    return [*(with_those_around(table.name) if table and table.name in EMPTY else ()), name]


def differing(before: PlanFiles, after: PlanFiles) -> dict[str, tuple[str, str]]:
    """Text before and after of each file that differs, by its name."""
    pairs = [(old, new) for old, new in zip(before.files, after.files, strict=True) if old != new]
    return {old.path.rpartition("/")[2]: (old.content.decode(), new.content.decode()) for old, new in pairs}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_cell_is_changed_beside_a_file_of_comments(end: str) -> None:
    files = plan(end=end)
    ((name, (old, new)),) = differing(files, changed(files, (STATUS,))).items()
    assert name == "rencana-implementasi.yaml"
    assert new == old.replace(f"status: direncanakan{end}", f"status: berjalan{end}")


@pytest.mark.parametrize("name", EMPTY)
def test_a_first_row_lands_below_the_example_of_its_list(name: str) -> None:
    outcome = bring(*with_those_around(name))
    assert (outcome.cell_problems, outcome.refusal) == ((), None)
    assert outcome.after
    ((_, (old, new)),) = differing(plan(), outcome.after).items()
    key = SHEETS[with_those_around(name)[0]].table.steps[-1]
    shown = re.search(rf"^ *#{key}:.*\n(?: *#(?:  |-).*\n)*", old, re.MULTILINE)
    assert shown, "the file shows the list as an example"
    assert shown[0] + shown[0].partition("#")[0] + f"{key}:" in new
    assert [line for line in new.splitlines() if "#" in line] == [line for line in old.splitlines() if "#" in line]


def test_first_rows_of_every_list_make_the_plan_of_the_examples() -> None:
    outcome = bring(*EMPTY)
    assert (outcome.cell_problems, outcome.refusal) == ((), None)
    assert outcome.after
    made = edition(outcome.after)
    for name in EMPTY:
        assert list(SHEETS[name].rows(made.plan)) == list(SHEETS[name].rows(FULL.plan))[:1], name


def test_a_new_activity_stands_after_the_comments_inside_the_one_before() -> None:
    added = RowAdded("kegiatan", (), {"id": "K-002", "nama": "Jaringan"})
    ((_, (_, new)),) = differing(plan(), changed(plan(), (added,))).items()
    assert re.search(r"\n    #    bukti: https://\S+laporan-t3\n  - (id: K-002|\{id: K-002)", new)


NUMBERED_AROUND = [
    sheet for sheet in SHEETS.values() if any(each.role is Role.POSITION for each in sheet.table.columns)
]
NO_PLACES = [
    0,
    -1,
    -2,
    2,
    1.5,
    10**6,
    10**15,
    True,
    "0",
    "-0",
    "-1",
    "2",
    "9" * 30,
    "9" * 5_000,
    "tidak_diketahui",
    "x",
]


@pytest.mark.parametrize("place", NO_PLACES, ids=lambda place: str(place)[:20])
@pytest.mark.parametrize("sheet", NUMBERED_AROUND, ids=lambda sheet: sheet.table.name)
def test_a_number_that_the_list_around_has_not_is_told_at_its_cell(sheet: ListSheet, place: object) -> None:
    made = book(plan_workbook(FULL, Site(), date(2026, 1, 1)))
    files, rows = plan(switched_on=True), made.sheets[sheet.name]
    at = next(number for number, each in enumerate(sheet.columns) if each.key == sheet.table.parent.field.key)
    for row in (rows[1], [*rows[1][: at + 1], 2099, *rows[1][at + 2 :]]):
        changed = [*rows, [*row[:at], place, *row[at + 1 :]]]
        outcome = bring_workbook(
            replace(made, sheets={**made.sheets, sheet.name: changed}),
            *(FULL.address, files, None, Library(None)),
            delete=False,
        )
        assert outcome.changes == ()
        assert [(each.code, each.sheet, each.cell) for each in outcome.cell_problems] == [
            ("sel-tidak-jelas", sheet.name, f"{column_letters(at)}{len(changed)}")
        ]


def test_a_year_may_stand_below_an_entry_that_the_workbook_adds() -> None:
    outcome = bring(*with_those_around("kegiatan.keluaran.tahunan"))
    assert not outcome.cell_problems
    assert outcome.after


YEARS = [
    "2025: 7, 2026",
    "2025: 7}\nmisi: {a",
    "{a}",
    "[2025]",
    "#",
    "x #",
    "abc",
    "?",
    "- 1",
    '"',
    "'",
    "&a",
    "*a",
    "x:",
    "|",
]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("is_new", [False, True])
@pytest.mark.parametrize(
    "sheet", [each for each in SHEETS.values() if each.table.entity is None], ids=lambda each: each.name
)
def test_what_stands_for_a_year_is_one_text_and_told_at_its_cell(sheet: ListSheet, year: str, *, is_new: bool) -> None:
    made = book(plan_workbook(FULL, Site(), date(2026, 1, 1)))
    at = next(number for number, each in enumerate(sheet.columns) if each.key == "tahun")
    rows = {name: [*cells] for name, cells in made.sheets.items() if not is_new or name != STAMPS}
    for each in SHEETS.values() if is_new else ():
        rows[each.name] = [[None, *row[1:]] if each.numbered and n else row for n, row in enumerate(rows[each.name])]
    rows[sheet.name].append([*rows[sheet.name][1][:at], year, *rows[sheet.name][1][at + 1 :]])
    before = None if is_new else plan(switched_on=True)
    outcome = bring_workbook(replace(made, sheets=rows), FULL.address, before, None, Library(None), delete=False)
    assert outcome.refusal is None
    assert {(each.sheet, each.cell[1:]) for each, _ in outcome.problems if each} == {
        (sheet.name, str(len(rows[sheet.name])))
    }
