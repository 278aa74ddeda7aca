"""A fault of the program over the past of all ends no command: what it would have told is told as unknown."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.reading.past import histories, states


def broken(*_: object) -> None:
    raise IndexError("0812 3456 7890")


@pytest.mark.parametrize("step", [(states, "lineages"), (histories, "published"), (histories, "Continuations")])
@pytest.mark.parametrize("is_warm", [True, False])
def test_pages_are_made_without_the_past(
    workshop: Any,
    small_plan: Callable[[], Any],
    step: tuple[Any, str],
    is_warm: bool,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """Also where something of the past was read from what is kept, which may have ended it."""
    workshop.commit({"plans/sagara/2025-2029.yaml": small_plan()})
    monkeypatch.chdir(workshop.folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "singgahan"))
    made = tmp_path / "halaman"
    if is_warm:
        assert CliRunner().invoke(main, ["pages", str(made)]).exit_code == 0
        workshop.commit({"plans/sagara/2025-2029.yaml": small_plan() | {"risiko": []}})
    monkeypatch.setattr(*step, broken)
    done = CliRunner().invoke(main, ["pages", str(made)])
    assert done.exit_code == 1, done.output
    assert "program ini sendiri keliru di sana (IndexError (" in done.output
    assert "0812" not in done.output
    page = (made / "sagara/2025-2029/riwayat/index.md").read_text(encoding="utf-8")
    assert "program ini sendiri keliru di sana" in page
