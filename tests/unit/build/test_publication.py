"""The finished site takes the place of the last one; a build that dies leaves that one whole."""

from pathlib import Path

import pytest

from generator.build.publication import NotASite, alone, is_replaceable, replace, workshop


def site(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "sitemap.xml").write_text("<urlset/>", encoding="utf-8")
    (folder / "index.html").write_text(text, encoding="utf-8")
    return folder


def test_a_site_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    output = site(tmp_path / "site", "lama")
    (output / "hanya-lama.html").write_text("", encoding="utf-8")
    with workshop(output) as work:
        replace(output, site(work / "site", "baru"))
    assert (output / "index.html").read_text(encoding="utf-8") == "baru"
    assert not (output / "hanya-lama.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_first_site_needs_no_last_one(tmp_path: Path) -> None:
    output = tmp_path / "build" / "site"
    with workshop(output) as work:
        replace(output, site(work / "site", "baru"))
    assert (output / "index.html").is_file()
    assert output.stat().st_mode & 0o777 == 0o755


def test_a_build_that_dies_leaves_the_last_site_and_nothing_of_its_own(tmp_path: Path) -> None:
    output = site(tmp_path / "site", "lama")

    def dies() -> None:
        with workshop(output) as work:
            (work / "setengah").write_text("", encoding="utf-8")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        dies()
    assert (output / "index.html").read_text(encoding="utf-8") == "lama"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_build_left_is_removed_by_the_next(tmp_path: Path) -> None:
    output = tmp_path / "site"
    killed = workshop(output)
    left = killed.__enter__()
    assert left.is_dir()
    with workshop(output):
        assert not left.exists()
    killed.__exit__(None, None, None)


def test_the_work_of_a_site_with_a_longer_name_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / ".site-catatan"
    mine.mkdir()
    with workshop(tmp_path / "site-en") as english, workshop(tmp_path / "site"):
        assert english.is_dir()
    assert mine.is_dir()


def test_a_folder_with_something_else_in_it_is_not_replaced(tmp_path: Path) -> None:
    output = tmp_path / "dokumen"
    output.mkdir()
    (output / "skripsi.docx").write_bytes(b"x")
    assert not is_replaceable(output)
    with workshop(output) as work, pytest.raises(NotASite):
        replace(output, site(work / "site", "baru"))
    assert [path.name for path in output.iterdir()] == ["skripsi.docx"]


def test_a_file_is_not_replaced_and_an_empty_folder_is(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    (tmp_path / "kosong").mkdir()
    assert not is_replaceable(tmp_path / "berkas")
    assert is_replaceable(tmp_path / "kosong")
    assert is_replaceable(tmp_path / "belum-ada")


def test_who_is_alone_does_not_wait(tmp_path: Path) -> None:
    waited = []
    with alone(tmp_path / "site", lambda: waited.append(True)):
        pass
    with alone(tmp_path / "site", lambda: waited.append(True)):
        pass
    assert waited == []
