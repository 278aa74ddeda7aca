"""`import` ends in words whatever the file that was brought asks of it."""

import shlex
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from generator.cli import main
from tests.unit.conftest import Workshop


def test_a_file_that_takes_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.pipeline.importing.brought", lambda *_, **__: time.sleep(20))
    (tmp_path / "plans").mkdir()
    file = tmp_path / "usulan.md"
    file.write_text("x", encoding="utf-8")
    begun = time.monotonic()
    told = CliRunner().invoke(main, ["import", str(file), "--plans", str(tmp_path / "plans"), "--limit", "1"])
    assert told.exit_code == 1
    assert "usulan.md tidak selesai dibaca: lebih dari 1 detik (--limit)" in told.output
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize("name", ["rencana 2026.xlsx", "rencana;touch ada;.xlsx", "rencana$(touch ada).xlsx"])
def test_what_is_told_to_run_next_runs_nothing_else(
    workshop: Workshop, small_plan: Callable[[], dict[str, Any]], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Whoever gets a workbook by mail copies the line that is told."""
    workshop.commit({"plans/sagara/2025-2029.yaml": small_plan()})
    monkeypatch.chdir(workshop.folder)
    run = CliRunner().invoke
    assert run(main, ["export", "plans/sagara/2025-2029.yaml", "--output", name]).exit_code == 0
    book = load_workbook(name)
    cell = next(cell for row in book["Kegiatan"].iter_rows() for cell in row if cell.value == "Portal perizinan")
    cell.value = "Portal izin"
    book.save(name)
    told = run(main, ["import", name, "--write"])
    assert told.exit_code == 0, told.output
    (command,) = (line.partition("yang baru: ")[2] for line in told.output.splitlines() if "yang baru: " in line)
    given = shlex.split(command)
    assert given == ["rencana", "export", "plans/sagara/2025-2029.yaml", "--output", name.replace(".x", "-baru.x")]
    subprocess.run(["sh", "-c", f"rencana() {{ :; }}; {command}"], check=True)
    assert not Path("ada").exists()
