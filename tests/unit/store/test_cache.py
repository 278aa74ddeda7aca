import os
import pickle
import re
import time
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.store import cache
from generator.store.cache import MISSING, Cache, Drawer, code_fingerprint, default_directory, drawer_of
from generator.store.doubt import doubted
from generator.store.seal import sealed
from tests.unit.deep import deep

DRAWER: Drawer[object] = drawer_of("k", object)
OTHER: Drawer[object] = drawer_of("another drawer", object)


def entries(directory: Path) -> list[Path]:
    return [path for path in directory.rglob("*") if path.is_file() and path.name != cache._MARKER]


def test_a_value_is_made_once(tmp_path: Path) -> None:
    made: list[int] = []

    def make() -> dict[str, int]:
        made.append(1)
        return {"a": len(made)}

    first = Cache(tmp_path).get_or_make(DRAWER, "key", make)
    assert first == Cache(tmp_path).get_or_make(DRAWER, "key", make) == {"a": 1}
    assert Cache(tmp_path).get_or_make(OTHER, "key", make) == {"a": 2}
    assert Cache(tmp_path).get_or_make(DRAWER, b"another key", make) == {"a": 3}
    assert Cache(tmp_path, "another-code").get_or_make(DRAWER, "key", make) == {"a": 4}


def test_none_is_a_value_and_no_folder_keeps_nothing(tmp_path: Path) -> None:
    Cache(tmp_path).put(DRAWER, "key", None)
    assert Cache(tmp_path).get(DRAWER, "key") is None
    Cache(None).put(DRAWER, "key", 1)
    assert Cache(None).get(DRAWER, "key") is MISSING


@pytest.mark.parametrize("damage", [b"", b"short", b"\x80\x05N." * 20])
def test_a_damaged_entry_is_made_again(tmp_path: Path, damage: bytes) -> None:
    Cache(tmp_path).put(DRAWER, "key", [1, 2, 3])
    (entry,) = entries(tmp_path)
    entry.write_bytes(damage)
    assert Cache(tmp_path).get(DRAWER, "key") is MISSING
    assert Cache(tmp_path).get_or_make(DRAWER, "key", lambda: [4]) == [4]
    assert Cache(tmp_path).get(DRAWER, "key") == [4]


@given(st.integers(0, 200), st.integers(0, 255), st.booleans())
def test_no_byte_of_an_entry_changes_what_it_gives(at: int, bits: int, cut: bool) -> None:
    with TemporaryDirectory() as folder:
        Cache(Path(folder)).put(DRAWER, "key", [1, "a text", {"b": ()}])
        (entry,) = entries(Path(folder))
        content = bytearray(entry.read_bytes())
        at %= len(content)
        content[at] ^= bits
        entry.write_bytes(content[:at] if cut else content)
        expected = MISSING if cut or bits else [1, "a text", {"b": ()}]
        assert Cache(Path(folder)).get(DRAWER, "key") == expected


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    blocked = Cache(tmp_path / "file")
    assert blocked.get_or_make(DRAWER, "key", lambda: 7) == 7
    assert blocked.get(DRAWER, "key") is MISSING


def test_nothing_half_written_stays(tmp_path: Path) -> None:
    for number in range(5):
        Cache(tmp_path).put(DRAWER, "key", number)
    assert [entry.name.startswith(".") for entry in entries(tmp_path)] == [False]


def test_tidy_keeps_the_code_used_last(tmp_path: Path) -> None:
    (tmp_path / "skripsi").mkdir()  # any folder may be named as the cache
    for age, code in enumerate(letter * 32 for letter in "edcb"):
        Cache(tmp_path, code).put(DRAWER, "key", 1)
        Cache(tmp_path, code).tidy()
        time.sleep(0.02)
        assert (tmp_path / code).exists(), age
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b" * 32, "c" * 32, "d" * 32, "skripsi"]


def test_tidy_keeps_its_own_whatever_times_others_have(tmp_path: Path) -> None:
    for code in (letter * 32 for letter in "abc"):
        Cache(tmp_path, code).put(DRAWER, "key", 1)
        os.utime(tmp_path / code, (2**33, 2**33))
    cache = Cache(tmp_path, "f" * 32)
    cache.put(DRAWER, "key", 1)
    cache.tidy()
    assert cache.get(DRAWER, "key") == 1


def test_tidy_leaves_folders_of_a_user_that_are_called_like_ours(tmp_path: Path) -> None:
    for letter in "abcde":
        (tmp_path / (letter * 32)).mkdir()
        (tmp_path / (letter * 32) / "surat.txt").write_text("surat", encoding="utf-8")
    Cache(tmp_path, "f" * 32).put(DRAWER, "key", 1)
    Cache(tmp_path, "f" * 32).tidy()
    assert len(list(tmp_path.glob("*/surat.txt"))) == 5


@pytest.mark.parametrize(("place", "leads"), [("", ""), ("k", "2019"), ("k/{}", "2019/keuangan")])
def test_no_link_is_followed_to_the_files_of_a_user(tmp_path: Path, place: str, leads: str) -> None:
    kept = Cache(tmp_path / "cache", "f" * 32)
    kept.put(DRAWER, "key", 1)
    (entry,) = entries(tmp_path)
    file = tmp_path / "milik" / "2019" / "keuangan" / "lama.xlsx"
    file.parent.mkdir(parents=True)
    file.touch()
    os.utime(file, (0, 0))
    link = tmp_path / "cache" / ("f" * 32) / place.format(entry.parent.name)
    link.rename(tmp_path / "dahulu")
    link.symlink_to(tmp_path / "milik" / leads)
    kept = Cache(tmp_path / "cache", "f" * 32)
    kept.put(DRAWER, "key", 1)
    kept.tidy()
    assert [path for path in (tmp_path / "milik").rglob("*") if path.is_file()] == [file]


def test_tidy_drops_what_nobody_asked_for_in_two_weeks(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for key in ("unused", "used", "new"):
        cache.put(DRAWER, key, key)
    three_weeks_ago = time.time() - 21 * 24 * 3600
    for entry in entries(tmp_path):
        os.utime(entry, (three_weeks_ago, three_weeks_ago))
    assert cache.get(DRAWER, "used") == "used"
    cache.put(DRAWER, "new", "new")
    cache.tidy()
    assert [cache.get(DRAWER, key) for key in ("unused", "used", "new")] == [MISSING, "used", "new"]


def test_a_folder_that_is_deeper_than_any_ends_no_tidying(tmp_path: Path) -> None:
    for name in ("1", "2", "3", "4", "5"):
        cache = Cache(tmp_path, name * 32)
        cache.put(DRAWER, "a", "x")
    with deep(tmp_path / ("1" * 32)), deep(tmp_path / ("5" * 32)):
        os.utime(tmp_path / ("1" * 32), (1, 1))
        cache.tidy()
    assert not (tmp_path / ("1" * 32)).exists()
    assert cache.get(DRAWER, "a") == "x"


def test_an_entry_is_data_and_what_else_stands_in_its_place_is_not_run(tmp_path: Path) -> None:
    Cache(tmp_path).put(DRAWER, "key", [1])
    (entry,) = entries(tmp_path)
    harm = pickle.dumps(Harm(str(tmp_path / "harm")))
    entry.write_bytes(sealed(harm, "/".join(entry.parts[-3:])))
    assert Cache(tmp_path).get(DRAWER, "key") is MISSING
    assert not (tmp_path / "harm").exists()


def test_a_link_in_a_circle_keeps_nothing_and_ends_nothing(tmp_path: Path) -> None:
    Cache(tmp_path).put(DRAWER, "key", 1)
    (entry,) = entries(tmp_path)
    (drawer, folder) = entry.parents[1], entry.parents[0]
    entry.unlink()
    folder.rmdir()
    folder.symlink_to(folder.name)
    assert Cache(tmp_path).get_or_make(DRAWER, "key", lambda: 2) == 2
    folder.unlink()
    drawer.rmdir()
    drawer.symlink_to(drawer.name)
    assert Cache(tmp_path).get_or_make(DRAWER, "key", lambda: 3) == 3
    (tmp_path / "putaran").symlink_to("putaran")
    assert Cache(tmp_path / "putaran").get_or_make(DRAWER, "key", lambda: 4) == 4


def test_an_entry_that_was_moved_to_the_place_of_another_is_none(tmp_path: Path) -> None:
    Cache(tmp_path).put(DRAWER, "one", 1)
    (one,) = entries(tmp_path)
    Cache(tmp_path).put(DRAWER, "two", 2)
    (two,) = (entry for entry in entries(tmp_path) if entry != one)
    two.write_bytes(one.read_bytes())
    assert Cache(tmp_path).get(DRAWER, "two") is MISSING
    assert Cache(tmp_path).get(DRAWER, "one") == 1


class Harm:
    """What unpickling runs."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (Path(self.path),)


def test_a_cache_that_may_only_be_read_still_gives_what_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Cache(tmp_path).put(DRAWER, "key", 7)

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "utime", refused)
    assert Cache(tmp_path).get(DRAWER, "key") == 7


def test_a_value_that_cannot_be_written_is_not_kept(tmp_path: Path) -> None:
    for value in ("half a character: \ud800", object()):
        assert Cache(tmp_path).get_or_make(DRAWER, "key", lambda value=value: value) is value  # type: ignore[misc]
        assert entries(tmp_path) == []


def test_the_fingerprint_is_that_of_the_code() -> None:
    assert len(code_fingerprint()) == 32
    assert code_fingerprint() == code_fingerprint.__wrapped__()


def test_the_default_folder_is_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_directory() == tmp_path / "rencana-induk"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert default_directory() == Path.home() / ".cache" / "rencana-induk"
    monkeypatch.setenv("HOME", ".")
    assert default_directory() is None
    monkeypatch.setattr(Path, "home", _no_home)
    assert default_directory() is None


def _no_home() -> Path:
    raise RuntimeError("Could not determine home directory.")


def test_every_library_that_shapes_a_value_is_in_the_fingerprint() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    used = {re.split(r"[^\w.-]", each, maxsplit=1)[0] for each in project["dependencies"]}
    # The publisher and the search index have keys of their own; the others only talk to people or watch files.
    elsewhere = {
        "mkdocs",
        "mkdocs-material",
        "pagefind",
        "cbor2",
        "pypdf",
        "click",
        "python-calamine",
        "rich",
        "watchfiles",
    }
    assert used - elsewhere <= set(cache._LIBRARIES)


@pytest.mark.parametrize("fault", [MemoryError, RecursionError, ZeroDivisionError, UnicodeError])
def test_whatever_happens_while_an_entry_is_read_it_is_none(tmp_path: Path, fault: type[Exception]) -> None:
    def load(_: bytes) -> object:
        raise fault

    Cache(tmp_path).put(DRAWER, "key", 1)
    assert Cache(tmp_path).get_or_make(Drawer("k", DRAWER.dump, load), "key", lambda: 2) == 2
    assert Cache(tmp_path).get(DRAWER, "key") == 2


def test_what_is_doubted_is_made_again_in_other_processes_too(tmp_path: Path) -> None:
    believed = Cache(tmp_path)
    believed.put(DRAWER, "key", 1)
    with doubted():
        passed_on = pickle.loads(pickle.dumps(Cache(tmp_path)))
        assert believed.get(DRAWER, "key") is MISSING
    assert passed_on.get(DRAWER, "key") is MISSING
    assert passed_on.get_or_make(DRAWER, "key", lambda: 2) == 2
    assert believed.get(DRAWER, "key") == 2
