"""A workbook of a plan that was renamed since is brought to where the plan stands now, and to nobody else's."""

import json
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.data.workbook import plan_workbook
from generator.locale import language
from generator.model.address import PlanAddress
from generator.model.edition import Edition
from generator.pages.site import Site
from generator.pipeline.importing import ImportResult, brought
from generator.reading.library import Library

Values = dict[str, Any]
OLD = "plans/sagara/2025-2029.yaml"


@pytest.fixture
def bring(
    workshop: Any, small_plan: Callable[[], Values], edition_of: Callable[..., Edition]
) -> Callable[..., ImportResult]:
    """What comes of a workbook of the plan in which a name was edited, after a commit that does this to files."""

    def made(files: dict[str, Values | None], *, committed: bool = True) -> ImportResult:
        commit = workshop.commit({OLD: small_plan()})
        edition = edition_of(json.loads(json.dumps(small_plan())))
        book = load_workbook(
            BytesIO(plan_workbook(edition, Site(commit=commit if committed else ""), date(2026, 1, 2)))
        )
        sheet = book["Kegiatan"]
        cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Portal perizinan")
        cell.value = "Portal izin"
        book.save(workshop.folder / "rencana.xlsx")
        workshop.commit(files)
        root = Path(workshop.folder, "plans")
        return brought(workshop.folder / "rencana.xlsx", root, date(2026, 2, 2), Library(None))

    return made


@pytest.mark.parametrize("new", ["kabupaten-sagara/2025-2029", "sagara/2025-2030", "lain/2024-2029"])
def test_the_edit_reaches_the_plan_where_it_stands_now(
    bring: Callable[..., ImportResult], small_plan: Callable[[], Values], new: str
) -> None:
    values = small_plan()
    values["kegiatan"][1]["nama"] = "Jaringan antardinas"  # edited there meanwhile
    start, end = new.rpartition("/")[2].split("-")
    values["rencana"]["periode"] = {"mulai": int(start), "selesai": int(end)}
    found = bring({OLD: None, f"plans/{new}.yaml": values})
    assert found.outcome
    assert found.outcome.plan == PlanAddress(*new.split("/"))
    assert not found.against
    assert found.outcome.after
    text = found.outcome.after.files[0].content.decode()
    assert [each["nama"] for each in json.loads(text)["kegiatan"]] == ["Portal izin", "Jaringan antardinas"]


def _another(values: Values) -> Values:
    values["lembaga"]["kode"] = "99.77"
    return values


def test_it_is_brought_to_no_other_and_told_once(
    bring: Callable[..., ImportResult], small_plan: Callable[[], Values]
) -> None:
    found = bring({OLD: None, "plans/lain/2025-2029.yaml": _another(small_plan())})
    lines = list(found.lines("rencana.xlsx", language("id")))
    assert len(lines) == 2
    assert "rencana `sagara/2025-2029` tidak ada di sini, dan buku kerja ini dibuat darinya" in lines[0]
    assert "ekspor buku kerja yang baru" in lines[1]


@pytest.mark.parametrize("committed", [True, False])
def test_where_it_is_not_plain_which_plan_it_is_nothing_is_brought(
    bring: Callable[..., ImportResult], small_plan: Callable[[], Values], committed: bool
) -> None:
    copies = {f"plans/{name}/2025-2029.yaml": small_plan() for name in ("a", "b")[: 1 + committed]}
    found = bring({OLD: None, **copies}, committed=committed)
    assert found.outcome is None
    assert found.refusal
