"""Only what a file manager wrote, all of it, is nobody's."""

import tracemalloc
from pathlib import Path

import pytest

from generator.build.file_managers import is_left_behind

FINDER = b"\0\0\0\1Bud1" + b"".join(each.to_bytes(4) for each in (0x1000, 0x800, 0x1000)) + bytes(6148 - 20)
THUMBNAILS = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3 * 512 - 8)
SETTINGS = (
    b"[.ShellClassInfo]\r\nIconResource=C:\\WINDOWS\\System32\\SHELL32.dll,13\r\n\r\n"
    b"[{F29F85E0-4FF9-1068-AB91-08002B27B3D9}]\r\nProp5=31,x\r\n[ViewState]\r\nMode=\r\nVid=\r\nFolderType=Generic\r\n"
)


@pytest.mark.parametrize(
    ("name", "left"),
    [
        (".DS_Store", FINDER),
        (".DS_Store", b""),
        ("Thumbs.db", THUMBNAILS),
        ("Desktop.ini", SETTINGS),
        ("desktop.ini", SETTINGS.replace(b"\r\n", b"\n").rstrip()),
        ("desktop.ini", b"\r\n[LocalizedFileNames]\r\nindex.html=@shell32.dll,-21\r\n"),
        ("desktop.ini", "\ufeff[ViewState]\r\nMode=\r\n".encode("utf-16-le")),
        ("desktop.ini", "\ufeff[ViewState]\r\n".encode()),
        ("thumbs.db", b"\0 \n"),
    ],
)
def test_what_a_file_manager_leaves(tmp_path: Path, name: str, left: bytes) -> None:
    (file := tmp_path / name).write_bytes(left)
    assert is_left_behind(file)
    assert not is_left_behind(file.rename(tmp_path / "catatan"))


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "desktop.ini"])
@pytest.mark.parametrize(
    "mine",
    [
        b"catatan saya\n",
        b"\n" * 256 + b"catatan penting",
        bytes(256) + b"catatan penting",
        b"\0\0\0\1Bud1catatan penting",
        FINDER[:3000],
        THUMBNAILS + b"catatan penting",
        THUMBNAILS[:512],
        SETTINGS + b"catatan penting\r\n",
        SETTINGS + b"; catatan = penting\r\n",
        SETTINGS + b"[catatan]\r\na=b\r\n",
        b"catatan=penting\r\n" + SETTINGS,
        FINDER + bytes(1 << 20),
        b" " * (1 << 21),
    ],
    ids=lambda mine: repr(mine[:12]) if isinstance(mine, bytes) else mine,
)
def test_what_somebody_wrote_under_such_a_name_is_theirs(tmp_path: Path, name: str, mine: bytes) -> None:
    (file := tmp_path / name).write_bytes(mine)
    assert not is_left_behind(file)


def test_no_more_of_a_large_file_is_read_than_is_needed(tmp_path: Path) -> None:
    with (file := tmp_path / ".DS_Store").open("wb") as written:
        written.write(FINDER)
        written.truncate(1 << 30)
    tracemalloc.start()
    assert not is_left_behind(file)
    assert tracemalloc.get_traced_memory()[1] < 1 << 22
    tracemalloc.stop()


def test_a_link_and_a_folder_are_somebodys(tmp_path: Path) -> None:
    (tmp_path / "kosong").touch()
    (tmp_path / ".DS_Store").symlink_to("kosong")
    (tmp_path / "desktop.ini").mkdir()
    assert not any(is_left_behind(tmp_path / name) for name in (".DS_Store", "desktop.ini"))
