"""One check for every command, and one memory behind it."""

import json
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.checks import verdict
from generator.checks.check import Check, check
from generator.cli.making import making
from generator.model.address import PlanAddress
from generator.pipeline import looking, writing
from generator.reading import library as module
from generator.reading.library import Library
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.selection import Selection
from generator.reading.yaml import compose, compose_past
from generator.store.cache import Cache

DAY = date(2026, 11, 24)
Values = dict[str, Any]


def plan(slug: str, values: Values, period: str = "2025-2029") -> PlanFiles:
    return PlanFiles(PlanAddress(slug, period), (RawFile(f"plans/{slug}/{period}.yaml", json.dumps(values).encode()),))


def with_application(values: Values, name: str) -> Values:
    return {**values, "aplikasi": [{"id": "A-1", "nama": name, "status": "aktif"}]}


@pytest.fixture
def two(small_plan: Callable[[], Values]) -> list[PlanFiles]:
    """Two institutions with an application of the same name, and a third with an error."""
    shared = with_application(small_plan(), "Simizin Bahari")
    return [plan("sagara", shared), plan("segara", shared), plan("rusak", {"versi_format": 1})]


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that are composed from now on."""
    told: list[str] = []
    for each in (compose, compose_past):
        monkeypatch.setattr(module, each.__name__, lambda file, made=each: told.append(file.path) or made(file))
    return told


def test_what_two_institutions_repeat_is_found_and_an_error_stops_no_other(two: list[PlanFiles]) -> None:
    found = check(two, DAY, Library())
    assert found.held_back == {"rusak/2025-2029"}
    assert {each.plan for each in found.problems} == {"rusak/2025-2029"}
    repeated = {each.plan for each in found.findings if each.kind == "kemungkinan-duplikasi"}
    assert repeated == {"sagara/2025-2029", "segara/2025-2029"}
    assert not [each for each in check(two[:1], DAY, Library()).findings if each.kind == "kemungkinan-duplikasi"]


def test_unchanged_plans_are_neither_read_nor_judged_again(
    two: list[PlanFiles], tmp_path: Path, composed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = check(two, DAY, Library(Cache(tmp_path)))
    assert sorted(composed) == sorted(file.path for each in two for file in each.files)
    monkeypatch.setattr(module, "read_plan", None)
    monkeypatch.setattr(verdict, "problems", None)
    assert check(two, DAY, Library(Cache(tmp_path))) == first


def test_what_is_kept_is_asked_for_once(two: list[PlanFiles], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(two, DAY, Library(Cache(tmp_path)))
    asked: list[tuple[str, str]] = []
    known = Library.known
    monkeypatch.setattr(
        Library,
        "known",
        lambda own, drawer, of, *more: asked.append((drawer.name, of.path)) or known(own, drawer, of, *more),
    )
    check(two, DAY, Library(Cache(tmp_path)))
    assert sorted(asked) == sorted(
        [*(("putusan", each.path) for each in two), *(("temuan", each.path) for each in two[:2])]
    )


def test_another_day_composes_nothing(two: list[PlanFiles], tmp_path: Path, composed: list[str]) -> None:
    check(two, DAY, Library(Cache(tmp_path)))
    composed.clear()
    later = date(2031, 1, 1)
    found = check(two, later, Library(Cache(tmp_path)))
    assert composed == []
    assert found == check(two, later, Library())


def test_processes_find_the_same(two: list[PlanFiles], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.checks.check._AT_A_TIME", 1)
    used: list[int] = []

    def crew() -> AbstractContextManager[Executor]:
        used.append(1)
        return ThreadPoolExecutor(2)

    assert check(two, DAY, Library(), crew=crew) == check(two, DAY, Library())
    assert len(used) == 2  # once for each plan alone, once for what two have in common


def test_check_then_pages_then_diff_compose_each_file_once(
    workshop: Any, small_plan: Callable[[], Values], tmp_path: Path, composed: list[str]
) -> None:
    files = {f"plans/{slug}/2025-2029.yaml": small_plan() for slug in ("sagara", "segara")}
    workshop.commit(files)
    changed = small_plan()
    changed["kegiatan"][0]["nama"] = "Portal baru"
    workshop.write("plans/sagara/2025-2029.yaml", changed)
    plans, kept = workshop.folder / "plans", tmp_path / "cache"

    looking.check([Selection(plans)], DAY, Library(Cache(kept)))
    assert sorted(composed) == sorted(files)
    composed.clear()
    writing.pages(plans, making(plans, DAY, kept), tmp_path / "docs")
    assert composed == ["plans/sagara/2025-2029.yaml"]  # as it was committed
    composed.clear()
    looking.difference(plans, "HEAD", "", DAY, Library(Cache(kept)))
    looking.difference(plans, "HEAD", "", DAY, Library(Cache(kept)))
    assert composed == ["plans/sagara/2025-2029.yaml"]


def test_a_damaged_memory_changes_no_word(two: list[PlanFiles], tmp_path: Path) -> None:
    def again() -> Check:
        return check(two, DAY, Library(Cache(tmp_path)))

    first = again()
    for entry in [path for path in tmp_path.rglob("*") if path.is_file()]:
        entry.write_bytes(entry.read_bytes()[:-9])
    assert again() == first
