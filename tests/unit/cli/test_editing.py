"""`import` ends in words whatever the file that was brought asks of it."""

import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main


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
