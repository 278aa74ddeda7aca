"""A workbook that nobody edited changes no byte, whatever the habits of who wrote the plan; few edits, few lines."""

import difflib
import json
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from generator.data.layout import list_sheets
from generator.data.workbook import plan_workbook
from generator.editing.book import book
from generator.editing.bringing import bring_proposal, bring_workbook, written_values
from generator.editing.files import changed
from generator.editing.proposal import FieldEdit, Proposal
from generator.editing.stated import proposal_in
from generator.model.edition import Edition
from generator.model.value_type import ValueType
from generator.pages.site import Site
from generator.reading.disk import on_disk
from generator.reading.library import Library
from generator.reading.plan_files import PlanFiles, RawFile

from .handed_on import as_object
from .styles import STYLES, commented, folded, literal
from .test_editing import TEXTS

ROOT = Path(__file__).parents[2] / "plans"
DAY = date(2026, 11, 24)
Style = Callable[[str], str]
PLANS = sorted(on_disk(ROOT, ROOT.parent).plans, key=lambda plan: plan.address)
SMALL = PLANS[0]


def styled(plan: PlanFiles, styles: Sequence[Style]) -> PlanFiles:
    """The plan as it would be written in all these styles."""
    files = []
    for file in plan.files:
        text = file.content.decode()
        for style in styles:
            text = style(text)
        files.append(RawFile(file.path, text.encode()))
    return PlanFiles(plan.address, tuple(files))


def sound(plan: PlanFiles) -> Edition:
    reading = Library(None).read(plan)
    assert reading.edition, [(problem.code, problem.place) for problem in reading.problems]
    return reading.edition


def comes_back_as_it_was(plan: PlanFiles) -> None:
    content = plan_workbook(sound(plan), Site(), DAY)
    outcome = bring_workbook(book(content), plan.address, plan, None, Library(None), delete=True)
    assert (outcome.changes, outcome.cell_problems, outcome.problems, outcome.refusal) == ((), (), (), None)
    assert outcome.after == plan


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.__name__)
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: str(plan.address))
def test_nothing_edited_changes_no_byte(plan: PlanFiles, style: Style) -> None:
    comes_back_as_it_was(styled(plan, [style]))


@settings(max_examples=8)
@given(st.sets(st.sampled_from(range(len(STYLES))), min_size=2))
def test_habits_together(chosen: set[int]) -> None:
    comes_back_as_it_was(styled(SMALL, [STYLES[at] for at in sorted(chosen)]))


def single_lines(plan: PlanFiles) -> list[FieldEdit]:
    """A change of every text of one line, without its new value."""
    lines = [line for file in plan.files for line in file.content.decode().splitlines()]
    columns = {
        (sheet.table.name, column.key)
        for sheet in list_sheets()
        for column in sheet.table.columns
        if column.field.value_type is ValueType.TEXT and column.key != "id"
    }
    return [
        FieldEdit(table, row, column, old, None)
        for (table, row, column), old in written_values(sound(plan))
        if (table, column) in columns and (old is None or (isinstance(old, str) and any(old in line for line in lines)))
    ]


def lines_that_differ(old: str, new: str) -> int:
    """How many lines are others, came or went; a key that goes from behind a hyphen takes its neighbour with it."""
    matcher = difflib.SequenceMatcher(None, old.splitlines(), new.splitlines(), autojunk=False)
    return sum(max(to - at, until - since) for tag, at, to, since, until in matcher.get_opcodes() if tag != "equal")


STYLED = [styled(SMALL, [style]) for style in STYLES]
EDITS = [single_lines(plan) for plan in STYLED]
WORDS = TEXTS.map(str.strip).filter(lambda text: "\n" not in text)


@settings(max_examples=200)
@given(st.integers(0, len(STYLED) - 1), st.data())
def test_few_edits_change_few_lines_and_every_comment_stays(at: int, data: st.DataObject) -> None:
    plan, offered = STYLED[at], EDITS[at]
    chosen = data.draw(st.lists(st.sampled_from(offered), min_size=3, max_size=3, unique_by=lambda each: each.row))
    made = tuple(
        FieldEdit(each.table, each.row, each.column, each.old, data.draw(st.none() | WORDS) if each.old else None)
        for each in chosen
    )
    made = tuple(each for each in made if each.old != each.new)
    after = changed(plan, made)
    differing = 0
    for old, new in zip(plan.files, after.files, strict=True):
        differing += lines_that_differ(old.content.decode(), new.content.decode()) if old != new else 0
        if STYLES[at] is commented:
            for sign in ("# depan", "# belakang"):
                assert new.content.count(sign.encode()) == old.content.count(sign.encode())
    lines = 4 if STYLES[at] in (folded, literal) else 2  # there a text may stand on three
    assert differing <= lines * len(made)
    # The form hands changes on as JSON: they are the same ones on the other side.
    if made:
        assert proposal_in(json.dumps(as_object(Proposal(plan.address, made))).encode()).changes == made


@settings(max_examples=8)
@given(st.data())
def test_a_workbook_and_the_form_come_to_the_same(data: st.DataObject) -> None:
    plan = SMALL
    sheets = {sheet.table.name: sheet for sheet in list_sheets()}
    chosen = data.draw(
        st.lists(st.sampled_from(EDITS_OF_ITEMS), min_size=1, max_size=3, unique_by=lambda each: (each.table, each.row))
    )
    words = WORDS.filter(lambda text: text[0].isalpha())
    made = tuple(FieldEdit(each.table, each.row, each.column, each.old, data.draw(words)) for each in chosen)
    opened = load_workbook(BytesIO(plan_workbook(sound(plan), Site(), DAY)))
    for each in made:
        sheet = opened[sheets[each.table].name]
        column = [one.key for one in sheets[each.table].columns].index(each.column) + 1
        at = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value == each.row[0])
        sheet.cell(at, column).value = each.new  # type: ignore[assignment]
    content = BytesIO()
    opened.save(content)
    brought: Any = bring_workbook(book(content.getvalue()), plan.address, plan, None, Library(None), delete=False)
    assert {(each.table, each.row, each.column, each.new) for each in brought.changes} == {
        (each.table, each.row, each.column, each.new) for each in made if each.new != each.old
    }
    assert brought.after == bring_proposal(Proposal(plan.address, made), plan, Library(None)).after


EDITS_OF_ITEMS = [
    each
    for each in single_lines(SMALL)
    if each.old and len(each.row) == 1 and each.table in ("kegiatan", "layanan", "kesenjangan", "unit", "aplikasi")
]
