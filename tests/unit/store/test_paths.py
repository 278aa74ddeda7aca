"""Links in a circle lead nowhere and end nothing; what is taken away is what stands there, whatever it is."""

import os
from pathlib import Path

import pytest

from generator.store.paths import discard, lands_in, real, remove
from tests.unit.deep import deep


def test_a_link_in_a_circle_is_a_path_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert real(tmp_path / "a").parent == real(tmp_path)
    assert not lands_in(tmp_path / "lain" / "x", tmp_path / "a")
    (tmp_path / "c").symlink_to("c")
    assert lands_in(tmp_path / "c" / "x", tmp_path / "c"), "nothing can be written there all the same"


def test_what_lands_elsewhere_is_known(tmp_path: Path) -> None:
    (tmp_path / "milik").mkdir()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "jalan").symlink_to(tmp_path / "milik")
    assert lands_in(tmp_path / "folder" / "baru" / "x", tmp_path / "folder")
    assert not lands_in(tmp_path / "folder" / "jalan" / "x", tmp_path / "folder")


@pytest.mark.parametrize("kind", ["file", "folder", "link", "circle", "pipe"])
def test_whatever_stands_there_is_taken_away_and_nothing_else(tmp_path: Path, kind: str) -> None:
    (tmp_path / "milik").mkdir()
    (tmp_path / "milik" / "surat").touch()
    path = tmp_path / "x"
    match kind:
        case "file":
            path.touch()
        case "folder":
            path.mkdir()
            (path / "dalam").symlink_to(tmp_path / "milik")
        case "pipe":
            os.mkfifo(path)
        case _:
            path.symlink_to(tmp_path / "milik" if kind == "link" else "x")
    remove(path)
    assert not os.path.lexists(path)
    assert (tmp_path / "milik" / "surat").is_file()


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        remove(tmp_path / "x")
    discard(tmp_path / "x")


def test_a_folder_is_taken_away_however_deep_it_is(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    with deep(tmp_path / "x"):
        remove(tmp_path / "x")
    assert not (tmp_path / "x").exists()


def test_of_what_is_of_no_use_as_much_goes_as_can(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x" / "dalam").mkdir(parents=True)
    for name in ("a", "dalam/b", "c"):
        (tmp_path / "x" / name).touch()
    unlink = os.unlink

    def refusing(path: str, **how: int) -> None:
        if str(path).endswith("b"):
            raise PermissionError(13, "Permission denied", path)
        unlink(path, **how)

    monkeypatch.setattr(os, "unlink", refusing)
    with pytest.raises(PermissionError):
        remove(tmp_path / "x")
    discard(tmp_path / "x")
    assert [path.name for path in (tmp_path / "x").rglob("*")] == ["dalam", "b"]
