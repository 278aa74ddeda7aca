"""The folder that the publisher reads: it holds the pages, and a watching publisher stirs only for what changed."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pages.rendering.blocks import Html
from generator.pages.rendering.page import Page
from generator.pages.rendering.site_file import SiteFile
from generator.publishing import docs_folder
from generator.publishing.docs_folder import LIST, ForeignFile, write_pages


def page(address: str, text: str = "isi") -> Page:
    return Page(address, {"title": address or "Beranda"}, (Html(text),))


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("[!.]*") if path.is_file())


def test_pages_and_files_stand_at_their_addresses(tmp_path: Path) -> None:
    changed = write_pages(
        [page(""), page("sagara/2025-2029/"), SiteFile.of_text("robots.txt", "User-agent: *\n")], tmp_path
    )
    assert changed == 3
    assert names(tmp_path) == ["index.md", "robots.txt", "sagara/2025-2029/index.md"]
    assert (tmp_path / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\n"


def test_a_page_that_is_the_same_keeps_its_time(tmp_path: Path) -> None:
    write_pages([page("a/"), page("b/")], tmp_path)
    for name in ("a", "b"):
        os.utime(tmp_path / name / "index.md", (1, 1))
    assert write_pages([page("a/"), page("b/", "lain")], tmp_path) == 1
    assert (tmp_path / "a/index.md").stat().st_mtime == 1
    assert (tmp_path / "b/index.md").stat().st_mtime > 1


def test_what_others_wrote_is_neither_removed_nor_replaced(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for name in ("README.md", "docs/panduan.md", "index.md"):
        (tmp_path / name).write_text("Milik saya")
    with pytest.raises(ForeignFile, match=r"index\.md"):
        write_pages([page("a/"), page("")], tmp_path)
    (tmp_path / "index.md").unlink()
    write_pages([page("a/"), page("")], tmp_path)
    write_pages([page("")], tmp_path)
    assert names(tmp_path) == ["README.md", "docs/panduan.md", "index.md"]


def test_what_a_killed_command_wrote_is_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as killed:
        real = docs_folder.write_whole

        def write(path: Path, content: bytes) -> None:
            if path.parent.name == "b":
                raise KeyboardInterrupt
            real(path, content)

        killed.setattr(docs_folder, "write_whole", write)
        with pytest.raises(KeyboardInterrupt):
            write_pages([page("a/"), page("b/")], tmp_path)
    assert names(tmp_path) == ["a/index.md"]
    assert write_pages([page("a/", "lain"), page("b/")], tmp_path) == 2


def test_a_list_that_a_repository_holds_takes_nothing_that_it_does_not_hold(tmp_path: Path) -> None:
    write_pages([page("a/"), page("b/")], tmp_path / "docs")
    who = ["-c", "user.name=a", "-c", "user.email=a@a.example"]
    (tmp_path / "docs/milik.md").write_text("usulan", encoding="utf-8")
    with (tmp_path / "docs" / LIST).open("a", encoding="utf-8") as told:
        told.write("milik.md\n2-0123abcd milik.md\n")
    for step in (["init", "-q"], ["add", f"docs/{LIST}", "docs/a", "docs/b"], [*who, "commit", "-qm", "x"]):
        subprocess.run(["git", "-C", str(tmp_path), *step], check=True)
    write_pages([page("a/", "lain")], tmp_path / "docs")
    assert names(tmp_path / "docs") == ["a/index.md", "milik.md"]


@pytest.mark.parametrize("name", ["x" * 300 + "/index.md", "a/" * 3000 + "index.md", "a/\0/index.md"])
def test_a_list_of_names_that_no_disk_holds_ends_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / LIST).write_text(f"{name}\n", encoding="utf-8")
    assert write_pages([page("")], tmp_path) == 1


def test_what_somebody_wrote_just_so_is_theirs(tmp_path: Path) -> None:
    write_pages([page("a/")], tmp_path / "lain")
    (tmp_path / "docs" / "a").mkdir(parents=True)
    (tmp_path / "docs/a/index.md").write_bytes((tmp_path / "lain/a/index.md").read_bytes())
    write_pages([page("a/"), page("b/")], tmp_path / "docs")
    with pytest.raises(ForeignFile, match=r"a/index\.md"):
        write_pages([page("a/", "lain"), page("b/")], tmp_path / "docs")
    assert write_pages([page("c/")], tmp_path / "docs") == 2
    assert names(tmp_path / "docs") == ["a/index.md", "c/index.md"]


def test_a_list_that_names_files_elsewhere_removes_none(tmp_path: Path) -> None:
    (tmp_path / "lain.md").write_text("Milik saya")
    folder = tmp_path / "docs"
    folder.mkdir()
    for line in (
        "../lain.md",
        str(tmp_path / "lain.md"),
        str(folder / "a/index.md"),
        "../docs/a/index.md",
        "a/../a/index.md",
    ):
        (folder / LIST).write_text(f"a/index.md\n{line}\n.\n..\n\n")
        write_pages([page("a/")], folder)
        assert (folder / "a/index.md").is_file()
    assert (tmp_path / "lain.md").exists()


def test_a_page_that_is_made_no_more_is_removed(tmp_path: Path) -> None:
    write_pages([page("a/"), page("b/c/")], tmp_path)
    assert write_pages([page("a/")], tmp_path) == 1
    assert names(tmp_path) == ["a/index.md"]


def test_what_is_not_markdown_is_not_ours_to_remove(tmp_path: Path) -> None:
    (tmp_path / "CNAME").write_text("rencana.example", encoding="utf-8")
    (tmp_path / "gambar").mkdir()
    (tmp_path / "gambar/peta.png").write_bytes(b"\x89PNG")
    assert write_pages([page("a/")], tmp_path) == 1
    assert names(tmp_path) == ["CNAME", "a/index.md", "gambar/peta.png"]


def test_line_ends_are_the_same_on_every_system_and_no_half_written_file_is_left(tmp_path: Path) -> None:
    write_pages([page("a/", "satu\ndua")], tmp_path)
    assert b"\r" not in (tmp_path / "a/index.md").read_bytes()
    assert names(tmp_path) == ["a/index.md"]
    assert (tmp_path / "a/index.md").stat().st_mode & 0o777 == 0o644


def test_nothing_is_written_where_anything_would_be_refused(tmp_path: Path) -> None:
    (tmp_path / "z").mkdir()
    (tmp_path / "z" / "index.md").write_text("Milik saya")
    with pytest.raises(ForeignFile):
        write_pages([page("a/"), page("z/")], tmp_path)
    assert names(tmp_path) == ["z/index.md"]


@pytest.mark.parametrize("link", ["a", "a/index.md"])
def test_a_link_leads_nothing_out_of_the_folder(tmp_path: Path, link: str) -> None:
    folder, outside = tmp_path / "docs", tmp_path / "luar"
    (folder / link).parent.mkdir(parents=True)
    outside.mkdir()
    (folder / link).symlink_to(outside / "index.md" if link.endswith(".md") else outside)
    with pytest.raises(ForeignFile):
        write_pages([page("a/")], folder)
    assert names(outside) == []
    assert (folder / link).is_symlink()


def test_what_is_kept_stays_and_is_still_known_as_ours(tmp_path: Path) -> None:
    write_pages([page("sagara/"), page("wana/")], tmp_path)
    assert write_pages([page("wana/")], tmp_path, keep={"sagara"}) == 0
    assert names(tmp_path) == ["sagara/index.md", "wana/index.md"]
    assert write_pages([page("wana/")], tmp_path) == 1
    assert names(tmp_path) == ["wana/index.md"]


def test_a_pipe_in_the_place_of_the_list_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / LIST)
    assert write_pages([page("")], tmp_path) == 1
    assert (tmp_path / LIST).is_file()


def test_a_page_that_somebody_edited_is_neither_replaced_nor_removed(tmp_path: Path) -> None:
    write_pages([page("a/"), page("b/")], tmp_path)
    before = (tmp_path / "b/index.md").read_bytes()
    (tmp_path / "b/index.md").write_text("ditambah tangan")
    for pages in ([page("a/", "lain")], [page("a/", "lain"), page("b/", "lain")]):
        with pytest.raises(ForeignFile, match=r"b/index\.md") as foreign:
            write_pages(pages, tmp_path)
        assert foreign.value.changed
    assert (tmp_path / "b/index.md").read_text() == "ditambah tangan"
    assert write_pages([page("a/")], tmp_path, keep={"b"}) == 0, "nothing of it is touched"
    with pytest.raises(ForeignFile):
        write_pages([page("a/")], tmp_path)
    (tmp_path / "b/index.md").write_bytes(before)
    os.utime(tmp_path / "b/index.md", (1, 1))
    assert write_pages([page("a/")], tmp_path) == 1


def test_a_list_of_an_earlier_version_is_believed_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pages([page("a/"), page("b/"), page("c/")], tmp_path)
    (tmp_path / LIST).write_text("a/index.md\nb/index.md\nc/index.md\n")
    (tmp_path / "b/index.md").write_text("dari versi lama")
    with monkeypatch.context() as killed:
        killed.setattr(docs_folder, "_write", _killed_after_the_list(docs_folder._write))
        with pytest.raises(KeyboardInterrupt):
            write_pages([page("a/"), page("b/")], tmp_path)
    assert write_pages([page("a/"), page("b/")], tmp_path) == 2
    assert names(tmp_path) == ["a/index.md", "b/index.md"]
    (tmp_path / "b/index.md").write_text("diubah")
    with pytest.raises(ForeignFile):
        write_pages([page("a/"), page("b/", "lain")], tmp_path)


def test_a_page_that_a_killed_command_has_replaced_or_not_is_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pages([page("a/"), page("b/")], tmp_path)
    with monkeypatch.context() as killed:
        killed.setattr(docs_folder, "_write", _killed_after_the_list(docs_folder._write))
        with pytest.raises(KeyboardInterrupt):
            write_pages([page("a/", "lain"), page("b/", "lain")], tmp_path)
    assert write_pages([page("a/", "ketiga"), page("b/", "ketiga")], tmp_path) == 2


def _killed_after_the_list(write: Callable[[Path, bytes], bool]) -> Callable[[Path, bytes], bool]:
    def killed(path: Path, wanted: bytes) -> bool:
        if path.name == LIST or path.parent.name == "a":
            return write(path, wanted)
        raise KeyboardInterrupt

    return killed


def test_an_edited_page_that_a_repository_lists_is_not_replaced(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    write_pages([page("a/")], docs)
    (docs / LIST).write_text("a/index.md\n")
    who = ["-c", "user.name=a", "-c", "user.email=a@a.example"]
    for step in (["init", "-q"], ["add", "docs"], [*who, "commit", "-qm", "x"]):
        subprocess.run(["git", "-C", str(tmp_path), *step], check=True)
    (docs / "a/index.md").write_text("catatan kami")
    with pytest.raises(ForeignFile):
        write_pages([page("a/", "lain")], docs)
    subprocess.run(["git", "-C", str(tmp_path), "add", "docs"], check=True)
    assert write_pages([page("a/", "lain")], docs) == 1, "Git gives it back"
