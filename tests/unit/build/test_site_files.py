"""Files that people put beside our pages are on every site, and never in the place of a page."""

import os
from pathlib import Path

import pytest

from generator.build import site_files
from generator.build.site_files import LeftOut, copy_site_files, read_site_files, site_files_mark
from tests.unit.deep import deep


def paths(left: list[LeftOut]) -> list[str]:
    return [each.path for each in left]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "site_files"
    for name in ("CNAME", ".nojekyll", ".well-known/security.txt", "index.html", "a/bukti.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
        (folder / name).chmod(0o600)
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "situs"
    (folder / "a").mkdir(parents=True)
    (folder / "index.html").write_text("kita")
    return folder


def test_they_are_copied_readable_and_a_page_of_ours_stays(source: Path, site: Path) -> None:
    assert paths(copy_site_files(source, site, ())[1]) == ["index.html"]
    assert (site / "index.html").read_text() == "kita"
    for name in ("CNAME", ".nojekyll", ".well-known/security.txt", "a/bukti.html"):
        assert (site / name).read_text() == name
        assert (site / name).stat().st_mode & 0o777 == 0o644


def test_what_is_no_file_of_the_repository_is_left(source: Path, site: Path, tmp_path: Path) -> None:
    (tmp_path / "rahasia").write_text("x")
    (source / "tautan").symlink_to(tmp_path / "rahasia")
    (source / "folder").symlink_to(tmp_path)
    (source / "index.html.bak").mkdir()
    os.mkfifo(source / "pipa")
    assert paths(copy_site_files(source, site, ())[1]) == ["folder", "index.html", "pipa", "tautan"]
    assert not (site / "folder").exists()


def test_a_repository_that_somebody_cloned_there_is_left(source: Path, site: Path) -> None:
    for name in (".git/config", ".git/hooks/pre-push", "a/.git"):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text("https://x:token@forge.example/x")
    assert paths(copy_site_files(source, site, ())[1]) == [".git", "a/.git", "index.html"]
    assert not (site / ".git").exists()


def test_a_file_cannot_stand_where_a_folder_is_or_the_other_way_round(source: Path, site: Path) -> None:
    (source / "index.html").unlink()
    (source / "index.html").mkdir()
    (source / "index.html" / "x").write_text("x")
    (site / "CNAME").mkdir()
    (site / "CNAME" / "index.html").write_text("kita")
    assert paths(copy_site_files(source, site, ())[1]) == ["CNAME", "index.html/x"]


def test_a_folder_that_cannot_be_opened_is_told(source: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def closed(folder: str) -> object:
        if str(folder).endswith(".well-known"):
            raise PermissionError(13, "Permission denied", folder)
        return real(folder)

    monkeypatch.setattr(os, "scandir", closed)
    with pytest.raises(PermissionError):
        copy_site_files(source, site, ())


def test_no_folder_is_no_files(site: Path, tmp_path: Path) -> None:
    assert paths(copy_site_files(tmp_path / "tidak-ada", site, ())[1]) == []


def test_a_folder_that_is_a_link_publishes_nothing(source: Path, site: Path, tmp_path: Path) -> None:
    (tmp_path / "lain").symlink_to(source)
    before = sorted(site.rglob("*"))
    assert paths(copy_site_files(tmp_path / "lain", site, ())[1]) == [""]
    assert sorted(site.rglob("*")) == before
    assert read_site_files(tmp_path / "lain", (), ())[0] == []


def test_who_makes_pages_only_gets_them_too(source: Path) -> None:
    found, left = read_site_files(source, ["index.html"], ())
    assert [(each.address, each.content) for each in found if each.address != "a/bukti.html"] == [
        (".nojekyll", b".nojekyll"),
        (".well-known/security.txt", b".well-known/security.txt"),
        ("CNAME", b"CNAME"),
    ]
    assert paths(left) == ["index.html"]


def test_too_much_is_left(source: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_files, "MAXIMUM_FILES", 2)
    assert paths(copy_site_files(source, site, ())[1]) == ["CNAME", "a/bukti.html", "index.html"]


def test_a_path_that_is_too_long_for_another_place_is_left(source: Path, site: Path) -> None:
    (source / "index.html").unlink()
    folder = source / "/".join("b" * 250 for _ in range(4))
    folder.mkdir(parents=True)
    (folder / "x").write_text("x")
    with deep(source) as path:
        wanted = [f"{folder.relative_to(source)}/x", path]
        assert paths(copy_site_files(source, site, ())[1]) == wanted
        assert paths(read_site_files(source, (), ())[1]) == wanted


def test_the_mark_changes_with_names_and_contents(source: Path) -> None:
    marks = {site_files_mark(source)}
    (source / "CNAME").write_text("lain.example")
    marks.add(site_files_mark(source))
    (source / "baru").write_text("")
    marks.add(site_files_mark(source))
    assert len(marks) == 3


def test_what_was_copied_has_the_mark_of_what_was_there_then(source: Path, site: Path) -> None:
    (site / "index.html").unlink()
    before = site_files_mark(source)
    assert copy_site_files(source, site, ())[0] == before
    (source / "CNAME").write_text("lain.example")
    assert copy_site_files(source, site, ())[0] != before


def test_a_name_that_is_no_text_or_is_ours_is_left_and_told(source: Path, site: Path) -> None:
    names = [os.fsdecode(b"a\xff.txt"), "dua\nbaris.md", ".rencana-situs.json", ".rencana-halaman"]
    for name in names:
        (source / name).write_text("x")
    assert sorted(paths(copy_site_files(source, site, ())[1])) == sorted([*names, "index.html"])
    found, left = read_site_files(source, (), ())
    assert sorted(paths(left)) == sorted(names)
    assert not {file.address for file in found} & set(names)
    assert site_files_mark(source)


def test_a_file_changed_with_its_size_and_time_kept_changes_the_mark(source: Path) -> None:
    os.utime(source / "CNAME", (0, 0))
    before = site_files_mark(source)
    (source / "CNAME").write_text("EMANC")
    os.utime(source / "CNAME", (0, 0))
    assert site_files_mark(source) != before


@pytest.mark.parametrize("name", [".rencana-situs.json", ".rencana-halaman"])
def test_what_a_build_marks_its_folders_with_is_taken(source: Path, site: Path, name: str) -> None:
    (source / name).mkdir()
    (source / name / "x").write_text("x")
    assert paths(copy_site_files(source, site, ())[1]) == [f"{name}/x", "index.html"]
    assert paths(read_site_files(source, (), ())[1]) == [f"{name}/x"]


def test_the_folder_of_an_institution_is_its_own(source: Path, site: Path) -> None:
    """What stood in it yesterday would stay with its last good pages, whatever became of the file."""
    for name in ("sagara/daftar.txt", "en/sagara/daftar.txt", "en/bukti.html"):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text("x")
    institutions = ("sagara", "en/sagara")
    wanted = ["en/sagara/daftar.txt", "index.html", "sagara/daftar.txt"]
    assert paths(read_site_files(source, ["index.html"], institutions)[1]) == wanted
    assert paths(copy_site_files(source, site, institutions)[1]) == wanted
    assert (site / "en" / "bukti.html").is_file()


def test_who_makes_pages_only_is_told_the_same_and_what_would_become_a_page(source: Path) -> None:
    (source / "sagara").write_text("x")
    (source / "catatan.md").write_text("# Catatan")
    pages = ["index.html/x", "sagara/index.md"]
    assert paths(read_site_files(source, pages, ())[1]) == ["catatan.md", "index.html", "sagara"]
    assert paths(read_site_files(source, ["CNAME"], ())[1]) == ["CNAME", "catatan.md"]
