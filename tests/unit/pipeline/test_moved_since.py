"""A proposal names the commit that it saw, which tells where its rows stand by now."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.editing.proposal import FieldEdit
from generator.pipeline.importing import ImportResult, brought
from generator.reading.library import Library

Values = dict[str, Any]
PLAN = "plans/sagara/2025-2029.yaml"
MONEY = [{"tahun": year, "jumlah": 75} for year in (2025, 2026)]


@pytest.fixture
def propose(workshop: Any, small_plan: Callable[[], Values]) -> Callable[..., ImportResult]:
    """What comes of a proposal for the line of 2026 after a line came before it; it tells the commit so."""

    def made(told: Callable[[str], str | None], form: str) -> ImportResult:
        values = small_plan()
        values["kegiatan"][0]["anggaran"] = MONEY
        commit = workshop.commit({PLAN: values})
        values["kegiatan"][0]["anggaran"] = [{"tahun": 2025, "jumlah": 5}, *MONEY]
        workshop.commit({PLAN: values})
        change = {"tabel": "kegiatan.anggaran", "baris": "K-001/anggaran/1", "isian": "jumlah"}
        stated = {"usulan": 1, "rencana": "sagara/2025-2029", "komit": told(commit)}
        text = json.dumps(stated | {"perubahan": [change | {"lama": "75", "baru": "90"}]})
        file = Path(workshop.folder, f"usulan{form}")
        file.write_text(text if form == ".json" else f"Usulan:\n\n```json\n{text}\n```\n", encoding="utf-8")
        return brought(file, Path(workshop.folder, "plans"), date(2026, 2, 2), Library(None))

    return made


@pytest.mark.parametrize("form", [".json", ".md"])
def test_it_reaches_the_line_that_was_seen(propose: Callable[..., ImportResult], form: str) -> None:
    found = propose(lambda commit: commit, form)
    assert found.outcome
    assert found.outcome.changes == (FieldEdit("kegiatan.anggaran", ("K-001", "anggaran", 2), "jumlah", "75", "90"),)
    assert found.outcome.refusal is None


@pytest.mark.parametrize("told", [None, "0" * 40, "main", "HEAD"])
def test_a_commit_that_is_not_known_makes_it_doubtful(propose: Callable[..., ImportResult], told: str | None) -> None:
    found = propose(lambda _: told, ".json")
    assert found.outcome
    assert found.outcome.refusal
    assert not found.differs
