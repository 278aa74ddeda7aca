"""Whatever one institution's work asks for, it gets a line and no other's room."""

import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import sleep

import pytest

from generator.reading import memory_limit, output_limit
from generator.reading.apart import Allowance, apart, apart_from_cache, too_long
from generator.reading.output_limit import count_made
from generator.store.cache import MISSING, Cache, Drawer, drawer_of

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


def test_the_time_of_an_institution_is_for_all_that_is_done_for_it(tmp_path: Path) -> None:
    guard = Allowance(3, tmp_path)
    told = [guard("lambat", partial(sleep, seconds)) for seconds in (1, 2.5, 0)]  # so that a slow machine has two left
    assert [failure for _, failure in told] == ["", too_long(3), too_long(3)]
    assert guard("lain", lambda: 7) == (7, "")


def test_work_that_would_begin_when_no_time_is_left_is_not_begun(tmp_path: Path) -> None:
    guard, begun = Allowance(1, tmp_path), []
    guard("lambat", lambda: sleep(3))
    assert guard("lambat", lambda: begun.append(1)) == (None, too_long(1))
    assert not begun


def test_without_a_limit_there_is_time_for_ever(tmp_path: Path) -> None:
    guard = Allowance(0, tmp_path)
    assert [guard("lambat", lambda: 7) for _ in range(2)] == [(7, "")] * 2


NUMBER: Drawer[int] = drawer_of("k", int)


def test_what_fails_for_what_was_kept_is_done_again_without_it(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put(NUMBER, "key", 0)
    assert apart_from_cache(lambda: 6 // cache.get_or_make(NUMBER, "key", lambda: 2), 60, tmp_path) == (3, "")
    assert cache.get(NUMBER, "key") == 2


@pytest.mark.parametrize("limit", [0, 1])
def test_what_fails_for_another_reason_is_told(tmp_path: Path, limit: int) -> None:
    cache, tried = Cache(tmp_path / "cache"), []

    def work() -> None:
        tried.append(cache.get(NUMBER, "key"))
        raise ZeroDivisionError

    assert apart_from_cache(work, limit, tmp_path)[1].startswith("ZeroDivisionError (")
    assert tried == [MISSING]
    cache.put(NUMBER, "key", 0)
    assert apart_from_cache(work, limit, tmp_path)[1].startswith("ZeroDivisionError (")
    assert tried == [MISSING, 0, MISSING]


def test_who_had_all_the_time_has_no_more_of_it(tmp_path: Path) -> None:
    cache, tried = Cache(tmp_path / "cache"), []
    cache.put(NUMBER, "key", 0)

    def work() -> None:
        tried.append(cache.get(NUMBER, "key"))
        sleep(3)

    assert apart_from_cache(work, 1, tmp_path) == (None, too_long(1))
    assert tried == [0]
