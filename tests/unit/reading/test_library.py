"""The one memory: what is read back is what was composed, and each file is composed once."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.model.address import PlanAddress
from generator.reading import library as module
from generator.reading.library import Library
from generator.reading.nodes import Group, Node, Scalar
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan
from generator.reading.yaml import compose
from generator.store.cache import Cache

HERE = PlanAddress("sagara", "2025-2029")
FILE = "plans/sagara/2025-2029.yaml"
ODD = "a: ['b', \"\", ~, {c: , d: 'e'}]\nf:\ng: |\n  dua\n  baris\n"


def files(text: str, path: str = FILE) -> PlanFiles:
    return PlanFiles(HERE, (RawFile(path, text.encode()),))


def written(node: Node | None) -> list[object]:
    """Every value with its place and how it was written."""
    if node is None:
        return []
    if isinstance(node, Scalar):
        return [str(node), node.place, node.plain]
    inner: list[Node] = [each for pair in node.pairs() for each in pair] if isinstance(node, Group) else list(node)
    return [type(node), node.place, *(each for part in inner for each in written(part))]


@pytest.mark.parametrize("text", ["", "rusak: [", "kegiatan: [{id: K-1}]", ODD, "a: &x b\na: c\n", None])
def test_what_is_kept_is_what_was_read(text: str | None, small_plan: Callable[[], Any], tmp_path: Path) -> None:
    plan = files(json.dumps(small_plan(), indent=1) if text is None else text)
    fresh = read_plan(plan)
    for reading in (Library(Cache(tmp_path)).read(plan) for _ in range(2)):
        assert reading.problems == fresh.problems
        assert written(reading.source.root) == written(fresh.source.root)
        assert reading.source.files == fresh.source.files
        assert reading.complete == fresh.complete
        assert (reading.edition and reading.edition.plan) == (fresh.edition and fresh.edition.plan)
        if reading.edition and fresh.edition:
            assert reading.edition.place("K-001", "anggaran", 1) == fresh.edition.place("K-001", "anggaran", 1)


def test_a_file_is_composed_once_under_one_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    composed: list[str] = []
    monkeypatch.setattr(module, "compose", lambda file: composed.append(file.path) or compose(file))
    other = FILE.replace("2025-2029", "2025-2029/a")
    for _ in range(2):
        for text, path in (("a: 1", FILE), ("b: 1", FILE), ("a: 1", other)):
            reading = Library(Cache(tmp_path)).read(files(text, path))
            assert reading.source.root == {text[0]: "1"}
            assert reading.source.root.place.path == path
    assert composed == [FILE, FILE, other]


def test_what_was_published_before_is_not_kept(tmp_path: Path) -> None:
    """Old versions are many, and read once."""
    Library(Cache(tmp_path)).published(files("a: 1"))
    assert not list(tmp_path.rglob("*"))
