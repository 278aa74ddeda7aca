"""Folders of earlier builds: whole or not at all, a few of each name, and never a file that somebody changed."""

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.store import shelf as module
from generator.store.files import files
from generator.store.shelf import Shelf
from tests.unit.deep import deep


def put(shelf: Shelf, name: str, key: str, text: str = "isi") -> Path:
    with shelf.bench() as bench:
        (bench / "halaman" / "dalam").mkdir(parents=True)
        (bench / "halaman" / "index.html").write_text(text, encoding="utf-8")
        (bench / "halaman" / "dalam" / "a.txt").write_text("a", encoding="utf-8")
        return shelf.put(name, key, bench / "halaman")


def test_what_is_put_is_there(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "rak")
    place = put(shelf, "sagara", "k1")
    assert shelf.get("sagara", "k1") == place == shelf.place("sagara", "k1")
    assert files(place) == ["dalam/a.txt", "index.html"]
    assert shelf.get("sagara", "k2") is None
    assert shelf.get("lain", "k1") is None


def test_a_file_changed_in_place_throws_its_folder_away(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "rak")
    (put(shelf, "sagara", "k1") / "index.html").write_text("diubah", encoding="utf-8")
    assert shelf.get("sagara", "k1") is None
    assert not (tmp_path / "rak" / "sagara" / "k1").exists()


def test_a_removed_file_is_noticed_too(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "rak")
    (put(shelf, "sagara", "k1") / "index.html").unlink()
    assert shelf.get("sagara", "k1") is None


def test_the_three_used_last_are_kept(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "rak")
    for number in range(4):
        put(shelf, "sagara", f"k{number}")
        os.utime(tmp_path / "rak" / "sagara" / f"k{number}", ns=(number, number))
        if number == 2:
            assert shelf.get("sagara", "k0")
    kept = [key for key in ("k0", "k1", "k2", "k3") if shelf.get("sagara", key)]
    assert kept == ["k0", "k2", "k3"]


def test_times_of_the_future_do_not_take_away_what_was_just_made(tmp_path: Path) -> None:
    """As of a machine whose clock was ahead, or of a cache that was unpacked with its times."""
    shelf = Shelf(tmp_path / "rak")
    for number in range(3):
        put(shelf, "sagara", f"kelak{number}")
        place = tmp_path / "rak" / "sagara" / f"kelak{number}"
        os.utime(place, ns=(0, place.stat().st_mtime_ns + 200 * 24 * 3600 * 10**9))
    for key in ("k0", "k1", "k2", "k3"):
        assert files(put(shelf, "sagara", key)) == ["dalam/a.txt", "index.html"]
    assert sorted(path.name for path in (tmp_path / "rak" / "sagara").iterdir()) == ["k1", "k2", "k3"]


def test_what_another_process_used_a_moment_later_is_kept(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "rak")
    for key in ("lain0", "lain1", "dahulu"):
        place = put(shelf, "sagara", key).parent
        ahead = 3600 if key != "dahulu" else -3600
        os.utime(place, ns=(0, place.stat().st_mtime_ns + ahead * 10**9))
    put(shelf, "sagara", "k0")
    assert sorted(path.name for path in (tmp_path / "rak" / "sagara").iterdir()) == ["k0", "lain0", "lain1"]


def test_the_newest_is_the_one_used_last(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "rak")
    assert not list(shelf.newest("sagara"))
    for moment, key in enumerate(("k1", "k2")):
        put(shelf, "sagara", key)
        os.utime(tmp_path / "rak" / "sagara" / key, ns=(moment, moment))
    assert next(shelf.newest("sagara")) == ("k2", shelf.place("sagara", "k2"))
    shelf.get("sagara", "k1")
    assert next(shelf.newest("sagara")) == ("k1", shelf.place("sagara", "k1"))


def test_putting_again_replaces_a_damaged_folder(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "rak")
    (put(shelf, "sagara", "k1") / "index.html").write_text("rusak!", encoding="utf-8")
    put(shelf, "sagara", "k1", "utuh")
    found = shelf.get("sagara", "k1")
    assert found
    assert (found / "index.html").read_text(encoding="utf-8") == "utuh"


def test_a_full_disk_leaves_nothing_half_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(tmp_path / "rak")

    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "write_whole", full)
    with pytest.raises(OSError, match="space"):
        put(shelf, "sagara", "k1")
    assert shelf.get("sagara", "k1") is None
    assert not list((tmp_path / "rak").iterdir())


def test_benches_of_the_dead_are_cleared(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "rak")
    put(shelf, "sagara", "k1")
    (tmp_path / "rak" / ".kerja-mati").mkdir()
    shelf.clear_benches()
    assert [path.name for path in (tmp_path / "rak").iterdir()] == ["sagara"]


def test_a_note_is_found_by_the_beginning_of_its_key_and_is_no_part_of_the_folder(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "rak")
    put(shelf, "sagara", "a-1")
    assert shelf.note("sagara", "a") is None
    with shelf.bench() as bench:
        (bench / "halaman").mkdir()
        place = shelf.put("sagara", "b-1", bench / "halaman", b"catatan")
    assert shelf.note("sagara", "b") == b"catatan"
    assert shelf.note("sagara", "a") is None
    assert shelf.note("lain", "b") is None
    assert files(place) == []


def test_a_cache_unpacked_with_whole_second_times_is_still_good(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "rak")
    place = put(shelf, "sagara", "k1")
    for path in files(place):
        os.utime(place / path, (1_700_000_000, 1_700_000_000))
    assert shelf.get("sagara", "k1") == place


@pytest.mark.parametrize("keeps_time", [False, True])
def test_a_byte_changed_with_the_size_kept_is_noticed(tmp_path: Path, keeps_time: bool) -> None:
    shelf = Shelf(tmp_path / "rak")
    page = put(shelf, "sagara", "k1") / "index.html"
    before = page.stat().st_mtime_ns
    page.write_text("ist", encoding="utf-8")
    if keeps_time:
        os.utime(page, ns=(before, before))
    assert shelf.get("sagara", "k1") is None


def test_a_file_that_nobody_put_there_is_noticed(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "rak")
    (put(shelf, "sagara", "k1") / "dalam" / "tambahan.html").write_text("x", encoding="utf-8")
    assert shelf.get("sagara", "k1") is None


def test_a_folder_that_is_deeper_than_any_is_thrown_away(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    kept = put(shelf, "sagara", "1")
    (tmp_path / ".kerja-x").mkdir()
    with deep(kept), deep(tmp_path / ".kerja-x"):
        assert shelf.get("sagara", "1") is None
        assert list((tmp_path / "sagara").iterdir()) == []
        shelf.clear_benches()
        assert not list(tmp_path.glob(".kerja-*"))


@pytest.mark.parametrize("kind", ["pipe", "link", "file"])
def test_what_stands_in_the_place_of_a_folder_is_not_waited_for(tmp_path: Path, kind: str) -> None:
    shelf = Shelf(tmp_path / "rak")
    put(shelf, "sagara", "k1")
    shutil.rmtree(tmp_path / "rak" / "sagara" / "k1")
    for place in (tmp_path / "rak" / "sagara" / "k1", tmp_path / "rak" / ".kerja-lama"):
        match kind:
            case "pipe":
                os.mkfifo(place)
            case "link":
                place.symlink_to(place.name)
            case _:
                place.touch()
    shelf.clear_benches()
    assert not os.path.lexists(tmp_path / "rak" / ".kerja-lama")
    assert shelf.get("sagara", "k1") is None
    assert put(shelf, "sagara", "k1") == shelf.get("sagara", "k1")
    for number in range(4):
        os.mkfifo(tmp_path / "rak" / "sagara" / f"p{number}")
    put(shelf, "sagara", "k2")


def test_a_folder_moved_to_the_place_of_another_is_thrown_away(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "rak")
    put(shelf, "sagara", "k1")
    put(shelf, "lain", "k1", "palsu")
    shutil.rmtree(tmp_path / "rak" / "sagara" / "k1")
    (tmp_path / "rak" / "lain" / "k1").rename(tmp_path / "rak" / "sagara" / "k1")
    assert shelf.get("sagara", "k1") is None


@given(data=st.data())
def test_no_byte_of_the_shelf_changes_what_it_gives(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder))
        with shelf.bench() as bench:
            (bench / "halaman").mkdir()
            (bench / "halaman" / "index.html").write_text("isi", encoding="utf-8")
            place = shelf.put("sagara", "k1", bench / "halaman", b"catatan")
        path = place.parent / data.draw(st.sampled_from(files(place.parent)))
        content = bytearray(path.read_bytes())
        at = data.draw(st.integers(0, len(content) - 1))
        if data.draw(st.booleans()):
            content[at] ^= data.draw(st.integers(1, 255))
        else:
            del content[at:]
        path.write_bytes(content)
        assert shelf.note("sagara", "k1") in (b"catatan", None)
        found = shelf.get("sagara", "k1")
        assert found is None or (found / "index.html").read_text(encoding="utf-8") == "isi"


@pytest.mark.parametrize("kind", ["pipe", "link", "device", "folder"])
@pytest.mark.parametrize("name", ["isi/a.html", "daftar.json", "catatan"])
def test_what_is_no_file_any_more_is_made_again_and_not_waited_for(tmp_path: Path, kind: str, name: str) -> None:
    shelf = Shelf(tmp_path / "rak")
    with shelf.bench() as bench:
        (bench / "jadi").mkdir()
        (bench / "jadi" / "a.html").write_text("a", encoding="utf-8")
        shelf.put("sagara", "kunci", bench / "jadi", b"catatan")
    path = tmp_path / "rak" / "sagara" / "kunci" / name
    (tmp_path / "lain").write_bytes(path.read_bytes())
    path.unlink()
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "lain" if kind == "link" else "/dev/zero")
    if name == "catatan":
        assert shelf.note("sagara", "kunci") in (None, b"catatan")
    else:
        assert (shelf.get("sagara", "kunci") is None) == (kind != "link" or name != "daftar.json")


@pytest.mark.parametrize("place", ["rak", "rak/sagara", "rak/sagara/k1"])
def test_a_link_in_the_shelf_leads_nothing_to_the_files_of_a_user(tmp_path: Path, place: str) -> None:
    shelf = Shelf(tmp_path / "rak")
    put(shelf, "sagara", "k1")
    for number in range(6):
        (tmp_path / "milik" / f"{number}" / "dalam").mkdir(parents=True)
    (tmp_path / "milik" / ".kerja-milik").mkdir()
    before = sorted(tmp_path.joinpath("milik").rglob("*"))
    (tmp_path / place).rename(tmp_path / "dahulu")
    (tmp_path / place).symlink_to(tmp_path / "milik")
    works = (lambda: put(shelf, "sagara", "k1"), lambda: shelf.get("sagara", "k1"), shelf.clear_benches)
    for work in works if place == "rak" else works[:2]:
        with pytest.raises(OSError, match="tautan"):
            work()
    assert sorted(tmp_path.joinpath("milik").rglob("*")) == before
