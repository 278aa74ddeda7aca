"""Whatever one institution's work asks for, it gets a line and no other's room."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.reading import memory_limit, output_limit
from generator.reading.apart import apart
from generator.reading.output_limit import count_made

needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="the system holds no such limit")


def told(work: Callable[[], object], base: Path) -> str:
    made, failure = apart(work, 60, base)
    assert made is None
    return failure


def hungry() -> object:
    held = []
    while True:
        held.append(bytearray(16 << 20))


def short_of_memory() -> object:
    raise MemoryError


@needs_linux
def test_who_asks_for_all_memory_gets_a_line_and_the_next_one_what_it_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory_limit, "BYTES", 256 << 20)
    line, _, report = told(hungry, tmp_path).partition("; laporan: ")
    assert line.startswith("memori habis: MemoryError (")
    assert "test_apart.py" in Path(report).read_text(encoding="utf-8")
    assert apart(lambda: len(bytearray(128 << 20)), 60, tmp_path) == (128 << 20, "")
    bytearray(512 << 20)  # the limit was that work's


def test_memory_that_ends_by_itself_is_told_too(tmp_path: Path) -> None:
    assert told(short_of_memory, tmp_path).startswith("memori habis: MemoryError (")


def test_another_thread_works_without_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory_limit, "BYTES", 16 << 20)
    made: list[object] = []
    thread = threading.Thread(target=lambda: made.append(apart(lambda: len(bytearray(128 << 20)), 60, tmp_path)))
    thread.start()
    thread.join(60)
    assert made == [(128 << 20, "")]


def test_who_makes_too_much_is_stopped_while_it_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output_limit, "MOST", 2 << 20)
    assert told(lambda: [count_made(1 << 20) for _ in range(3)], tmp_path) == "halamannya memerlukan lebih dari 2 MiB"
    assert apart(lambda: count_made(2 << 20), 60, tmp_path) == (None, "")
    count_made(3 << 20)  # nobody counts the pages over all institutions
