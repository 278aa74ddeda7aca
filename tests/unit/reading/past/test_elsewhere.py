"""A folder of plans that was renamed or moved is told of; its past is followed nowhere, and comes back with it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.locale import language
from generator.reading.past.elsewhere import stood_elsewhere
from generator.reading.past.histories import histories
from generator.reading.past.repository import repository_at
from generator.store.cache import Cache

PLAN, OTHER = "sagara/2025-2029.yaml", "arunika/2025-2029.yaml"


@pytest.fixture
def plan(small_plan: Callable[[], dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    def made(end: str = "2027-T1", code: str = "99.01") -> dict[str, Any]:
        values = small_plan()
        values["kegiatan"][0]["selesai"] = end
        return values | {"lembaga": values["lembaga"] | {"kode": code}}

    return made


def told(folder: Path, root: str = "plans") -> str:
    found = stood_elsewhere(repository_at(folder), root)
    return found.told(language()) if found else ""


def first_end(folder: Path, root: str) -> str:
    (own,) = histories(repository_at(folder), root, (), Cache(None)).values()
    return str(own.promises["K-001"].end)


@pytest.mark.parametrize("place", ["rencana", "data/daerah/plans"])
def test_a_folder_that_was_moved_with_a_slip(workshop: Any, plan: Callable[..., Any], place: str) -> None:
    workshop.commit({"README.md": "x", f"plans/{PLAN}": plan(), f"plans/{OTHER}": plan(code="99.02")})
    workshop.commit(
        {
            f"plans/{PLAN}": None,
            f"plans/{OTHER}": None,
            f"{place}/{PLAN}": plan("2029-T4"),
            f"{place}/{OTHER}": plan("2029-T4", "99.02"),
        }
    )
    commit = workshop.git("rev-parse", "--short=10", "HEAD").strip()
    folder, _, root = f"{workshop.folder}/{place}".rpartition("/")
    former = "../../plans" if "/" in place else "plans"
    sentence = told(Path(folder), root)
    assert sentence.startswith(f"sebelum komit {commit} rencana di `{root}` berada di `{former}`, dan yang dijanjikan")
    assert f"kembalikan isi `{root}` ke sana" in sentence
    assert not told(workshop.folder)


def test_one_that_was_moved_file_by_file_or_copied_and_then_deleted(workshop: Any, plan: Callable[..., Any]) -> None:
    workshop.commit({f"plans/{PLAN}": plan(), f"plans/{OTHER}": plan(code="99.02")})
    workshop.commit({f"rencana/{PLAN}": plan("2029-T4")})
    assert not told(workshop.folder, "rencana")  # both stand there: one may be an example
    workshop.commit({f"plans/{PLAN}": None})
    assert "`plans`" in told(workshop.folder, "rencana")
    workshop.commit({f"plans/{OTHER}": None, f"rencana/{OTHER}": plan(code="99.02")})
    assert "`plans`" in told(workshop.folder, "rencana")


def test_one_whose_new_name_was_there_before(workshop: Any, plan: Callable[..., Any]) -> None:
    workshop.commit({f"plans/{PLAN}": plan(), "rencana/README.md": "x"})
    workshop.commit({f"plans/{PLAN}": None, f"rencana/{PLAN}": plan("2029-T4")})
    assert "`plans`" in told(workshop.folder, "rencana")


def test_a_move_that_a_forge_merged(workshop: Any, plan: Callable[..., Any]) -> None:
    workshop.commit({f"plans/{PLAN}": plan()})
    workshop.git("switch", "--quiet", "--create", "usul")
    workshop.commit({f"plans/{PLAN}": None, f"rencana/{PLAN}": plan()})
    workshop.git("switch", "--quiet", "main")
    workshop.commit({"README.md": "x"})
    workshop.git("merge", "--quiet", "--no-ff", "--message", "Merge branch 'usul'", "usul")
    assert workshop.git("rev-parse", "--short=10", "HEAD").strip() in told(workshop.folder, "rencana")


def test_who_moves_it_back_has_the_first_promises_again(workshop: Any, plan: Callable[..., Any]) -> None:
    workshop.commit({"README.md": "x"})
    workshop.commit({f"plans/{PLAN}": plan()})
    workshop.commit({f"plans/{PLAN}": None, f"rencana/{PLAN}": plan()})
    workshop.commit({f"rencana/{PLAN}": plan("2029-T4")})
    assert first_end(workshop.folder, "rencana") == "2027-T1"
    assert told(workshop.folder, "rencana")
    workshop.commit({f"rencana/{PLAN}": None, f"plans/{PLAN}": plan("2029-T4")})
    assert not told(workshop.folder)
    assert first_end(workshop.folder, "plans") == "2027-T1"


def test_plans_that_never_stood_elsewhere(workshop: Any, plan: Callable[..., Any]) -> None:
    workshop.commit({"README.md": "x", f"contoh/{OTHER}": plan(code="99.02"), "lain/sagara/catatan.md": "x"})
    workshop.commit({f"plans/{PLAN}": plan()})
    workshop.commit({f"plans/{PLAN}": None})
    workshop.commit({f"plans/{PLAN}": plan("2029-T4"), f"contoh/{OTHER}": None})
    assert not told(workshop.folder)
    assert not told(workshop.folder, "tidak-ada")
    assert not told(workshop.folder.parent)


def test_plans_that_stood_too_deep_to_be_published(workshop: Any, plan: Callable[..., Any]) -> None:
    workshop.commit({f"plans/daerah/{PLAN}": plan()})
    workshop.commit({f"plans/daerah/{PLAN}": None, f"plans/{PLAN}": plan("2029-T4")})
    assert not told(workshop.folder)


def test_a_second_folder_takes_and_hides_nobodys_past(workshop: Any, plan: Callable[..., Any]) -> None:
    workshop.commit({f"plans/{PLAN}": plan()})
    workshop.commit({f"usulan/{PLAN}": plan("2026-T1"), f"plans/isi/{PLAN}": plan("2026-T1")})
    workshop.commit({f"usulan/{PLAN}": None, f"plans/isi/{PLAN}": None, f"plans/{PLAN}": plan("2029-T4")})
    assert not told(workshop.folder)
    assert first_end(workshop.folder, "plans") == "2027-T1"


def test_commands_tell_it_and_end_as_ever(
    workshop: Any, plan: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.commit({f"plans/{PLAN}": plan()})
    workshop.git("mv", "plans", "rencana")
    workshop.commit({})
    monkeypatch.chdir(workshop.folder)
    runner = CliRunner()
    checked = runner.invoke(main, ["check", "rencana"])
    assert checked.exit_code == 0
    assert "peringatan: sebelum komit" in checked.stderr
    pages = runner.invoke(main, ["pages", "docs", "--plans", "rencana"])
    assert pages.exit_code == 0
    assert "peringatan: sebelum komit" in pages.stderr
    assert "saran: Riwayat: sebelum komit" in runner.invoke(main, ["doctor"]).output
