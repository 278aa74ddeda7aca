"""What is kept between runs is the user's own: what another could write there is not read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli.kept import cache_folder

FILE = "plans/sagara/2025-2029.yaml"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's own cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "singgahan"))
    folder = tmp_path / "singgahan/rencana-induk"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def foreign(own: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, where somebody else owns it."""
    monkeypatch.setattr("os.geteuid", lambda: own.stat().st_uid + 1)
    return own


@pytest.fixture(params=["check", "diff", "import"])
def command(
    request: pytest.FixtureRequest, workshop: Any, small_plan: Callable[[], Any], monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    values = small_plan()
    workshop.commit({FILE: values})
    values["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.write(FILE, values)
    monkeypatch.chdir(workshop.folder)
    book = workshop.folder / "rencana.xlsx"
    made = CliRunner().invoke(main, ["export", FILE, "--output", str(book)])
    assert made.exit_code == 0, made.output
    return [request.param, *([str(book)] if request.param == "import" else [])]


def test_what_was_read_is_kept(own: Path, command: list[str]) -> None:
    CliRunner().invoke(main, command)
    assert list(own.iterdir())


def test_a_cache_of_another_user_is_neither_read_nor_written(foreign: Path, command: list[str]) -> None:
    done = CliRunner().invoke(main, command)
    assert done.exit_code < 2, done.output
    assert not list(foreign.iterdir())


def test_a_cache_that_a_repository_brought_is_neither_read_nor_written(
    command: list[str], workshop: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a workflow keeps it in the work tree: anybody could propose what stands there."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(workshop.folder / ".cache"))
    held = workshop.folder / ".cache/rencana-induk"
    CliRunner().invoke(main, command)
    (entry, *_) = (path for path in held.rglob("*") if path.is_file())
    workshop.git("add", "--force", str(entry))
    before = {path: path.stat().st_mtime_ns for path in held.rglob("*")}
    done = CliRunner().invoke(main, command)
    assert done.exit_code < 2, done.output
    assert {path: path.stat().st_mtime_ns for path in held.rglob("*")} == before


def test_a_chosen_cache_that_a_repository_brought_is_told(
    workshop: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    workshop.commit({"README.md": "x"})
    (workshop.folder / "simpanan").mkdir()
    (workshop.folder / "simpanan/isi").write_text("x")
    (tmp_path / "luar").mkdir()
    (workshop.folder / "tautan").symlink_to(tmp_path / "luar")
    for name in ("simpanan", "tautan"):
        with cache_folder(workshop.folder, workshop.folder / name) as folder:
            assert folder == workshop.folder / name
    workshop.git("add", "simpanan", "tautan")
    for name in ("simpanan", "tautan"):
        with cache_folder(workshop.folder, workshop.folder / name) as folder:
            assert folder != workshop.folder / name
        assert "isinya tersimpan dalam repositori" in capsys.readouterr().err


def test_a_site_is_made_beside_it_which_is_told(
    foreign: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with cache_folder(tmp_path) as folder:
        assert folder != foreign
    assert "milik pengguna lain" in capsys.readouterr().err
    with cache_folder(tmp_path, foreign) as folder:
        assert folder == foreign, "who names a folder means it"
