"""The files of a folder, and the same again elsewhere: what stands already is taken, and nothing is shared with
where it came from."""

import os
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest

from generator.store.files import copy_all, files, holds, prints, stamps, walk
from tests.unit.deep import deep


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o644)
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    write(tmp_path / "rak" / "index.html", "isi")
    write(tmp_path / "rak" / "dalam" / "a.txt", "a")
    return tmp_path / "rak"


def test_every_file_is_told_in_order(source: Path) -> None:
    assert files(source) == ["dalam/a.txt", "index.html"]
    assert prints(source) == {"dalam/a.txt": (1, crc32(b"a")), "index.html": (3, crc32(b"isi"))}
    assert list(stamps(source)) == ["dalam/a.txt", "index.html"]


def test_a_folder_is_walked_as_python_does_however_deep_it_is(source: Path) -> None:
    for name, leads in (("putar", "putar"), ("tautan", "dalam"), ("luar", "/"), ("hilang", "tidak-ada")):
        (source / name).symlink_to(leads)
    (source / "kosong").mkdir()
    told = [(parent, set(folders), set(names)) for parent, folders, names in walk(source)]
    python = [(parent, set(folders), set(names)) for parent, folders, names in os.walk(source)]
    assert sorted(told, key=str) == sorted(python, key=str)
    with deep(source) as path:
        assert path in files(source)
    lost: list[OSError] = []
    assert list(walk(source / "tidak-ada", lost.append)) == []
    assert len(lost) == 1


def test_a_file_of_another_size_is_not_read(source: Path) -> None:
    listed = prints(source)
    assert holds(source, listed)
    os.truncate(source / "index.html", 1 << 42)
    assert not holds(source, listed)


def test_a_copy_shares_no_file_with_its_source(source: Path, tmp_path: Path) -> None:
    copy_all(source, tmp_path / "situs")
    assert files(tmp_path / "situs") == files(source)
    (source / "index.html").write_text("???", encoding="utf-8")
    assert (tmp_path / "situs" / "index.html").read_text(encoding="utf-8") == "isi"


def test_what_stands_already_byte_for_byte_is_taken_from_there(source: Path, tmp_path: Path) -> None:
    same = write(tmp_path / "last" / "dalam" / "a.txt", "a")
    other = write(tmp_path / "last" / "index.html", "ISI")  # of the same size
    copy_all(source, tmp_path / "situs", tmp_path / "last")
    assert (tmp_path / "situs" / "dalam" / "a.txt").samefile(same)
    assert not (tmp_path / "situs" / "index.html").samefile(other)
    assert (tmp_path / "situs" / "index.html").read_text(encoding="utf-8") == "isi"
    assert other.read_text(encoding="utf-8") == "ISI"


def test_a_large_file_is_compared_to_its_end(tmp_path: Path) -> None:
    write(tmp_path / "rak" / "data.csv", "x" * (1 << 21) + "1")
    write(tmp_path / "last" / "data.csv", "x" * (1 << 21) + "2")
    copy_all(tmp_path / "rak", tmp_path / "situs", tmp_path / "last")
    assert (tmp_path / "situs" / "data.csv").read_bytes() == (tmp_path / "rak" / "data.csv").read_bytes()


def closed_to_others(path: Path) -> None:
    path.chmod(0o600)


def a_link(path: Path) -> None:
    path.rename(path.with_name("asal"))
    path.symlink_to("asal")


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("change", [closed_to_others, a_link, a_pipe, a_folder])
def test_what_is_no_published_file_is_not_taken(source: Path, tmp_path: Path, change: Callable[[Path], None]) -> None:
    change(write(tmp_path / "last" / "index.html", "isi"))
    copy_all(source, tmp_path / "situs", tmp_path / "last")
    made = (tmp_path / "situs" / "index.html").lstat()
    assert (made.st_mode & 0o777, made.st_nlink, made.st_size) == (0o644, 1, 3)


def test_another_disk_gets_copies(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "last" / "index.html", "isi")

    def elsewhere(*_: object, **__: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", elsewhere)
    copy_all(source, tmp_path / "situs", tmp_path / "last")
    assert files(tmp_path / "situs") == files(source)


def test_a_link_in_the_source_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "rahasia", "x")
    (tmp_path / "bagian").mkdir()
    (tmp_path / "bagian" / "index.html").symlink_to(tmp_path / "rahasia")
    with pytest.raises(OSError, match=r"index\.html"):
        copy_all(tmp_path / "bagian", tmp_path / "situs")


def test_a_source_that_is_not_there_is_no_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        copy_all(tmp_path / "hilang", tmp_path / "situs")


def test_a_folder_that_is_shut_leaves_nothing_out_of_a_copy(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (source / "tertutup").mkdir()
    opened = os.scandir

    def closed(folder: str) -> object:
        if str(folder).endswith("tertutup"):
            raise PermissionError(13, "Permission denied", folder)
        return opened(folder)

    monkeypatch.setattr(os, "scandir", closed)
    with pytest.raises(PermissionError):
        copy_all(source, tmp_path / "situs")
