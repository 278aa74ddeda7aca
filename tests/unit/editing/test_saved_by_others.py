"""A workbook that another program opened and saved comes back as it was: nothing is proposed."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.data.workbook import plan_workbook
from generator.editing.book import book
from generator.editing.bringing import bring_workbook
from generator.pages.site import Site
from generator.reading.disk import on_disk
from generator.reading.library import Library
from generator.reading.plan_files import PlanFiles

ROOT = Path(__file__).parents[3] / "plans"
PLANS = sorted(on_disk(ROOT, ROOT.parent).plans, key=lambda plan: plan.address)


def openpyxl(file: Path) -> Path:
    load_workbook(file).save(file)
    return file


def libreoffice(file: Path) -> Path:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed here: what it saves was not looked at")
    saved = file.parent / "saved"
    # A profile of its own: an office that is open already would take the call and do nothing.
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(saved), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert (saved / file.name).exists(), done.stdout + done.stderr
    return saved / file.name


@pytest.mark.slow
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: str(plan.address))
@pytest.mark.parametrize("program", [openpyxl, libreoffice], ids=lambda program: program.__name__)
def test_nothing_is_proposed(plan: PlanFiles, program: Callable[[Path], Path], tmp_path: Path) -> None:
    edition = Library(None).read(plan).edition
    assert edition
    file = tmp_path / "rencana.xlsx"
    file.write_bytes(plan_workbook(edition, Site(), date(2026, 11, 24)))
    outcome = bring_workbook(book(program(file).read_bytes()), plan.address, plan, None, Library(None), delete=True)
    assert (outcome.changes, outcome.cell_problems, outcome.refusal) == ((), (), None)
    assert outcome.after == plan


@pytest.mark.slow
def test_what_was_typed_is_all_that_is_proposed(tmp_path: Path) -> None:
    """Typed into a cell of text, of money and of a day, and saved by an office program."""
    plan = next(plan for plan in PLANS if plan.address.institution == "kementerian-urusan-samudra")
    edition = Library(None).read(plan).edition
    assert edition
    file = tmp_path / "rencana.xlsx"
    file.write_bytes(plan_workbook(edition, Site(), date(2026, 11, 24)))
    written = load_workbook(file)
    typed = {("Kegiatan", "Nama"): "0 007", ("Kegiatan - anggaran", "Jumlah"): 123_456_789}
    typed |= {("Kegiatan - tonggak", "Tanggal"): date(2027, 3, 31)}
    for (sheet, column), value in typed.items():
        at = [cell.value for cell in written[sheet][1]].index(column) + 1
        written[sheet].cell(2, at).value = value
    written.save(file)
    outcome = bring_workbook(book(libreoffice(file).read_bytes()), plan.address, plan, None, Library(None), delete=True)
    assert (outcome.cell_problems, outcome.refusal) == ((), None)
    assert sorted(str(change.new) for change in outcome.changes) == ["0 007", "123456789", "2027-03-31"]
