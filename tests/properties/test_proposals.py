"""Whatever a proposal says, it is refused in words or leaves the plan's files alone until they are sound."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.verdict import Verdict
from generator.editing.bringing import bring_proposal, written_values
from generator.editing.stated import NoProposal, proposal_in, proposal_in_issue
from generator.model.description import tables
from generator.reading.disk import on_disk
from generator.reading.library import Library

ROOT = Path(__file__).parents[2] / "plans"
PLAN = min(on_disk(ROOT, ROOT.parent).plans, key=lambda plan: plan.address)
EDITION = Library(None).read(PLAN).edition
assert EDITION
HELD = [(table, "/".join(map(str, row)), column, value) for (table, row, column), value in written_values(EDITION)]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(("nan", "-inf", "1e999999")),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)
NAMES = st.sampled_from([table.name for table in tables()])
ROWS = st.sampled_from([row for _, row, _, _ in HELD]) | st.text("K-01/anggaran9é ", max_size=12) | ANYTHING
COLUMNS = st.sampled_from(sorted({column for _, _, column, _ in HELD})) | st.text(max_size=6)


@st.composite
def changes(draw: st.DrawFn) -> Any:
    table, row, column, value = draw(st.sampled_from(HELD))
    told: dict[str, Any] = {"tabel": draw(NAMES | st.just(table)), "baris": draw(ROWS | st.just(row))}
    kind = draw(st.sampled_from(("edit", "add", "remove", "any")))
    if kind == "edit":
        told |= {"isian": draw(COLUMNS | st.just(column)), "lama": value, "baru": draw(ANYTHING)}
    elif kind == "add":
        told |= {"di": draw(ROWS), "tambah": draw(st.dictionaries(COLUMNS, ANYTHING, max_size=4) | ANYTHING)}
    elif kind == "remove":
        told |= {"hapus": True, "lama": draw(st.dictionaries(COLUMNS, ANYTHING, max_size=2) | st.just({column: value}))}
    return told if kind != "any" else draw(ANYTHING)


@settings(max_examples=200)
@given(st.lists(changes(), max_size=3), st.sampled_from((PLAN.address, "sagara/2025-2029", "../x", None, 7)))
def test_a_proposal_is_refused_in_words_or_is_told_with_what_it_would_do(told: list[Any], plan: Any) -> None:
    address = str(plan) if plan == PLAN.address else plan
    try:
        proposal = proposal_in(json.dumps({"usulan": 1, "rencana": address, "perubahan": told}).encode())
        outcome = bring_proposal(proposal, PLAN, Library(None))
    except NoProposal:
        return
    if outcome.after is None:
        assert outcome.refusal
    elif not outcome.problems:
        assert not Verdict.of(Library(None).read(outcome.after)).held_back


@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"```json\n{text}\n```".encode("utf-8", "replace"))
)
def test_any_text_of_an_issue_is_read_or_refused(text: bytes) -> None:
    with suppress(NoProposal):
        proposal_in_issue(text)
