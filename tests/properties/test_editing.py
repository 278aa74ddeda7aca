"""Random edits of the example plans: each is in the files afterwards, and nothing else has changed in any of them."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.data.layout import list_sheets
from generator.editing.files import changed
from generator.editing.proposal import Change, FieldEdit, RowAdded, RowRemoved
from generator.model.description import Role, Shape, Table
from generator.reading.disk import on_disk
from generator.reading.plan_files import PlanFiles
from generator.reading.reader import read_plan

ROOT = Path(__file__).parents[2] / "plans"
PLANS = sorted(on_disk(ROOT, ROOT.parent).plans, key=lambda plan: plan.address)
NASTY = [
    *(
        "Teks biasa",
        "a: b",
        "x # y",
        "- awal",
        "[kurung]",
        "'kutip'",
        '"dobel"',
        "2026",
        "2026-01-01",
        "ya",
        "null",
        "~",
    ),
    *(
        "satu\ndua",
        "&j",
        "*b",
        "!t",
        "%p",
        "@a",
        "`b",
        "{a}",
        "a,b",
        "https://a.example/x?y=1#z",
        "é😀",
        "baris\n\ntiga",
    ),
    *(
        "akhir:",
        "kode 11.10",
        "11.10",
        "1e5",
        "0x1f",
        "tab\tx",
        "back\\slash",
        "a'b\"c",
        "x" * 300,
        "> tanda",
        "| pipa",
    ),
    *("? tanya", "#tagar", "=1+1", "0123", "1_000", "on", "<<", "...", "---", "a\u00a0b"),
]
TEXTS = st.one_of(st.sampled_from(NASTY), st.text("ab :#-,[]{}'\"\\\n|>&*!%@`?", min_size=1, max_size=12)).filter(
    lambda text: bool(text.strip())
)


@cache
def rows(plan: PlanFiles) -> list[tuple[Table, Any]]:
    edition = read_plan(plan).edition
    assert edition is not None
    return [(sheet.table, row) for sheet in list_sheets() for row, _ in sheet.rows(edition.plan)]


@st.composite
def edits(draw: st.DrawFn, plan: PlanFiles) -> tuple[Change, ...]:
    made: list[Change] = []
    touched: set[Any] = set()
    for _ in range(draw(st.integers(1, 4))):
        table, row = draw(st.sampled_from(rows(plan)))
        kind = draw(st.sampled_from(("field", "field", "field", "add", "remove")))
        if kind == "add" and table.entity is not None:
            made.append(RowAdded(table.name, above(table, row), draw(values(table))))
        elif kind == "remove" and row not in touched and row[:1] not in touched:
            touched.add(row)
            made.append(RowRemoved(table.name, row))
        elif kind == "field" and row not in touched and not any(row[: len(other)] == other for other in touched):
            columns = [column for column in table.columns if column.role is Role.VALUE and column.key != "id"]
            column = draw(st.sampled_from(columns))
            touched.add(row)
            if table.entity is None:
                made.append(FieldEdit(table.name, row, column.key, None, str(draw(st.integers(0, 999)))))
            else:
                text = draw(st.none() | TEXTS)
                many = column.field.shape is Shape.MANY
                new = (text.strip(), "K-9") if text and many else text and text.strip()
                made.append(FieldEdit(table.name, row, column.key, None, new or None))
    return tuple(made)


@st.composite
def values(draw: st.DrawFn, table: Table) -> dict[str, Any]:
    given_ = {"id": f"N-{draw(st.integers(1, 10**6))}"} if table.item else {}
    for column in table.columns:
        if column.role is Role.VALUE and column.key != "id" and draw(st.booleans()):
            text = draw(TEXTS).strip()
            given_[column.key] = (text,) if column.field.shape is Shape.MANY else text
    return given_ or {next(c.key for c in table.columns if c.role is Role.VALUE): "x"}


def above(table: Table, row: Any) -> Any:
    return () if table.item or not table.parent else row[: -len(table.steps) - 1]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: str(plan.address))
@given(data=st.data())
def test_what_is_wanted_is_there_and_nothing_is_lost(plan: PlanFiles, data: st.DataObject) -> None:
    # `changed` reads every file again, and raises where a value is not the wanted one or a comment is gone.
    made = data.draw(edits(plan))
    after = changed(plan, made)
    lines = sum(isinstance(change, RowAdded | RowRemoved) for change in made)
    for old, new in zip(plan.files, after.files, strict=True):
        if old != new:
            before = old.content.decode().splitlines()
            differing = len(set(before) ^ set(new.content.decode().splitlines()))
            several = sum(str(getattr(change, "new", "")).count("\n") + 1 for change in made)
            assert differing <= 2 * len(made) + 2 * several + 60 * lines
    assert changed(plan, ()) == plan
