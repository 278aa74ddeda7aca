import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.model.address import PlanAddress
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_kept, read_plan
from generator.store.cache import Cache

HERE = PlanAddress("sagara", "2025-2029")


def files(text: str, path: str = "plans/sagara/2025-2029.yaml") -> PlanFiles:
    return PlanFiles(HERE, (RawFile(path, text.encode()),))


@pytest.mark.parametrize("text", ["", "rusak: [", "kegiatan: [{id: K-1}]", None])
def test_what_is_kept_is_what_was_read(text: str | None, small_plan: Callable[[], Any], tmp_path: Path) -> None:
    plan = files(json.dumps(small_plan()) if text is None else text)
    cold, warm = (read_kept(plan, Cache(tmp_path)) for _ in range(2))
    fresh = read_plan(plan)
    assert cold is not warm
    for reading in (cold, warm):
        assert reading.problems == fresh.problems
        assert reading.source == fresh.source
        assert reading.complete == fresh.complete
        assert (reading.edition and reading.edition.plan) == (fresh.edition and fresh.edition.plan)


def test_a_place_survives(small_plan: Callable[[], Any], tmp_path: Path) -> None:
    plan = files(json.dumps(small_plan(), indent=1))
    read_kept(plan, Cache(tmp_path))
    kept = read_kept(plan, Cache(tmp_path)).edition
    fresh = read_plan(plan).edition
    assert kept is not None
    assert fresh is not None
    assert kept.place("K-001", "anggaran", 1) == fresh.place("K-001", "anggaran", 1)
    assert kept.place("K-001").line > 1


def test_names_and_bytes_are_the_key(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    read_kept(files("a: 1"), cache)
    assert read_kept(files("b: 1"), cache).source.root.keys() == {"b"}
    other = read_kept(files("a: 1", "plans/sagara/2025-2029/a.yaml"), cache)
    assert other.source.files[0].path == "plans/sagara/2025-2029/a.yaml"
