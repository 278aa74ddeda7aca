"""What a build replaces is its own, all of it; everything else is refused before any work begins."""

import json
import os
import shutil
import subprocess
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from generator.build import ownership
from generator.build.jobs import BuildInputs
from generator.build.ownership import MARKER, OutputRefused, mark_as_ours, not_ours, refuse_what_is_not_ours
from generator.cli.making import making
from generator.locale import language
from generator.reading.past import git as asking
from tests.unit.deep import deep


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BuildInputs:
    for name in ("plans/a", "site_templates", "site_files", ".git", "build", "kerja"):
        (tmp_path / "r" / name).mkdir(parents=True)
    (tmp_path / "r" / "mkdocs.yml").write_text("site_name: x\n")
    monkeypatch.chdir(tmp_path / "r" / "kerja")
    return making(tmp_path / "r" / "plans", date(2026, 11, 24), tmp_path / "cache")


def site(folder: Path) -> Path:
    (folder / "a" / "b").mkdir(parents=True)
    for name in ("index.html", "a/b/index.html", ".nojekyll"):
        (folder / name).write_text("x")
    mark_as_ours(folder)
    return folder


def refusal(output: Path, given: BuildInputs) -> str:
    """Why an output is refused; empty where it is not."""
    try:
        refuse_what_is_not_ours(output, given.base / "plans", given)
    except OutputRefused as refused:
        return language().word(refused.reason)
    return ""


def test_nothing_an_empty_folder_and_a_site_of_ours_may_be_replaced(tmp_path: Path, given: BuildInputs) -> None:
    (tmp_path / "kosong").mkdir()
    outputs = [tmp_path / "belum" / "ada", tmp_path / "kosong", site(tmp_path / "situs"), given.base / "build"]
    assert [refusal(output, given) for output in outputs] == [""] * 4


@pytest.mark.parametrize(
    "name", [".", "plans", "plans/a", "plans/situs", "site_templates", "site_files/x", "mkdocs.yml", ".git", ".."]
)
def test_what_is_read_is_never_written_to(given: BuildInputs, name: str) -> None:
    (given.base / "sitemap.xml").write_text("<urlset/>")
    assert "situs tidak dibuat di" in refusal(given.base / name, given)


def test_the_working_folder_and_the_cache_are_not_replaced(tmp_path: Path, given: BuildInputs) -> None:
    assert "folder kerja" in refusal(given.base / "kerja", given)
    assert "singgahan" in refusal(tmp_path / "cache", given)


def test_a_folder_with_a_sitemap_is_not_a_site_of_ours(tmp_path: Path, given: BuildInputs) -> None:
    folder = tmp_path / "web"
    folder.mkdir()
    for name in ("sitemap.xml", "surat-penting.pdf", "bagian.json"):
        (folder / name).write_text("x")
    assert "surat-penting.pdf" in refusal(folder, given)


@pytest.mark.parametrize("what", ["file", "hidden", "folder", "link", "link to a folder", "pipe", "name"])
def test_whatever_was_put_into_a_site_of_ours_is_named(tmp_path: Path, given: BuildInputs, what: str) -> None:
    folder = site(tmp_path / "situs")
    if what == "file":
        (folder / "a" / "CNAME").write_text("x")
    elif what == "hidden":
        (folder / ".well-known").mkdir()
        (folder / ".well-known" / "CNAME").write_text("x")
    elif what == "folder":
        (folder / "CNAME").mkdir()
    elif what == "link":
        (folder / "CNAME").symlink_to("tidak-ada")
    elif what == "link to a folder":
        (folder / "a" / "b" / "index.html").unlink()
        (folder / "a" / "b").rmdir()
        (folder / "a" / "b").symlink_to(tmp_path)
    elif what == "pipe":
        os.mkfifo(folder / "CNAME")
    else:
        Path(os.fsdecode(os.fsencode(folder) + b"/CNAME\xff")).write_text("x")
    told = refusal(folder, given)
    assert ("a/b/" if what == "link to a folder" else "CNAME") in told
    told.encode()


@pytest.mark.parametrize(
    "marker", ["", "[]", "{}", '{"berkas": 3}', '{"berkas": [3, null]}', "\xff", '{"berkas": ["../x"]}']
)
def test_a_marker_that_says_nothing_makes_nothing_ours(tmp_path: Path, given: BuildInputs, marker: str) -> None:
    folder = site(tmp_path / "situs")
    (folder / MARKER).write_bytes(marker.encode("latin-1"))
    assert set(not_ours(folder).foreign) >= {"index.html", "a/b/index.html"}
    assert refusal(folder, given)


def test_a_marker_that_a_repository_holds_makes_nothing_ours_that_it_does_not_hold(
    tmp_path: Path, given: BuildInputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = site(given.base / "public")
    (folder / "catatan.txt").write_text("penting")
    mark_as_ours(folder)
    (given.base / ".git").rmdir()
    git(given.base, "init", "-q")
    assert refusal(folder, given) == "", "nobody has proposed it"
    git(given.base, "add", f"public/{MARKER}", "public/a", "public/index.html")
    git(given.base, "commit", "-qm", "x")
    assert not_ours(folder).foreign == [".nojekyll", "catatan.txt"]
    with pytest.raises(OutputRefused) as refused:
        refuse_what_is_not_ours(folder, given.base / "plans", given)
    assert "git add" in language("id").word(refused.value.help)
    git(given.base, "add", "public")
    assert refusal(folder, given) == "", "Git gives it back"
    git(given.base, "rm", "-q", "--cached", "public/catatan.txt")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refusal(folder, given) == "", "without Git a site is replaced as ever"


def test_where_git_does_not_tell_whose_a_site_is_that_is_the_reason_told(
    tmp_path: Path, given: BuildInputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a container that has the repository of the user outside."""
    folder = site(given.base / "public")
    mark_as_ours(folder)
    (given.base / ".git").rmdir()
    git(given.base, "init", "-q")
    own = asking.environment
    monkeypatch.setattr(asking, "environment", lambda: own() | {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"})
    with pytest.raises(OutputRefused) as refused:
        refuse_what_is_not_ours(folder, given.base / "plans", given)
    told = language("id").word(refused.value.help)
    assert "milik pengguna lain" in told
    assert "safe.directory" in told
    assert "git add" not in told
    assert told.endswith("atau pilih folder lain dengan --output")


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@a.example"]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True)


def test_a_long_path_in_a_marker_costs_what_it_is_long(tmp_path: Path) -> None:
    folder = site(tmp_path / "situs")
    told = json.loads((folder / MARKER).read_text())
    deep = "/".join("a" * 100_000)
    (folder / MARKER).write_text(
        json.dumps({"berkas": [*told["berkas"], *(f"{deep}/{number}" for number in range(9))]})
    )
    tracemalloc.start()
    assert not_ours(folder).foreign == []
    assert tracemalloc.get_traced_memory()[1] < 30 * 9 * len(deep)
    tracemalloc.stop()


def test_an_output_is_looked_through_however_deep_it_is(tmp_path: Path, given: BuildInputs) -> None:
    folder = site(tmp_path / "situs")
    with deep(folder / "a"):
        assert "a/d/" in refusal(folder, given)


def test_a_file_is_not_replaced(tmp_path: Path, given: BuildInputs) -> None:
    (tmp_path / "berkas").write_text("")
    assert "sebuah berkas" in refusal(tmp_path / "berkas", given)


def test_a_link_stands_for_what_it_leads_to(tmp_path: Path, given: BuildInputs) -> None:
    (tmp_path / "situs").symlink_to(site(tmp_path / "asli"))
    (tmp_path / "rencana").symlink_to(given.base)
    assert refusal(tmp_path / "situs", given) == ""
    assert refusal(tmp_path / "rencana", given)


def test_a_mount_point_is_told_with_what_to_do(
    tmp_path: Path, given: BuildInputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, mounts = tmp_path / "kait itu", tmp_path / "mountinfo"
    folder.mkdir()
    place = str(folder.resolve()).replace(" ", "\\040")
    mounts.write_text(f"1 2 0:3 / / rw - ext4 x rw\n2 1 0:3 /x {place} rw - ext4 x rw\n")
    monkeypatch.setattr(ownership, "_MOUNTS", mounts)
    assert "titik kait" in refusal(folder, given)
    monkeypatch.setattr(ownership, "_MOUNTS", tmp_path / "tidak-ada")
    assert refusal(folder, given) == ""


def test_a_marker_that_is_nested_beyond_reading_makes_nothing_ours(tmp_path: Path) -> None:
    folder = site(tmp_path / "situs")
    (folder / MARKER).write_text("[" * 100_000)
    assert "index.html" in not_ours(folder).foreign


def test_a_file_that_somebody_edited_is_not_replaced(tmp_path: Path, given: BuildInputs) -> None:
    folder = site(tmp_path / "situs")
    page = folder / "a/b/index.html"
    for text in ("y", "xx", ""):
        page.write_text(text)
        assert "diubah sesudah dibuat (a/b/index.html)" in refusal(folder, given)
    with pytest.raises(OutputRefused) as refused:
        refuse_what_is_not_ours(folder, given.base / "plans", given)
    assert "hapus berkas itu" in language("id").word(refused.value.help)
    page.unlink()
    assert refusal(folder, given) == "", "what is gone is nobody's"
    page.symlink_to(folder / "index.html")
    assert "a/b/index.html" in refusal(folder, given)
    page.unlink()
    page.write_text("x")
    assert refusal(folder, given) == "", "the same again"


def test_many_edited_files_are_counted(tmp_path: Path, given: BuildInputs) -> None:
    folder = site(tmp_path / "situs")
    for number in range(5):
        (folder / f"{number}.html").write_text("x")
    mark_as_ours(folder)
    for number in range(5):
        (folder / f"{number}.html").write_text("z")
    assert "5 berkas yang diubah sesudah dibuat (0.html, 1.html, 2.html, …)" in refusal(folder, given)


def test_times_rights_and_a_copy_make_no_file_anybody_elses(tmp_path: Path, given: BuildInputs) -> None:
    folder = site(tmp_path / "situs")
    for path in folder.rglob("*"):
        os.utime(path, (4_000_000_000, 4_000_000_000))
        path.chmod(0o700)
    assert refusal(folder, given) == ""
    shutil.copytree(folder, tmp_path / "salinan", copy_function=shutil.copy)
    assert refusal(tmp_path / "salinan", given) == ""


def test_a_file_that_takes_for_ever_to_read_is_not_read(tmp_path: Path, given: BuildInputs) -> None:
    folder = site(tmp_path / "situs")
    os.truncate(folder / "a/b/index.html", 1 << 40)
    assert "diubah sesudah dibuat (a/b/index.html)" in refusal(folder, given)


@pytest.mark.parametrize("copied", [False, True])
def test_an_edit_that_keeps_the_size_is_seen_whatever_the_times_say(
    tmp_path: Path, given: BuildInputs, *, copied: bool
) -> None:
    """As `cp -p`, `tar` and a clock that goes back leave them."""
    folder = site(tmp_path / "situs")
    assert refusal(folder, given) == ""
    (folder / "a/b/index.html").write_text("y")
    for path in folder.rglob("*.html"):
        os.utime(path, (1, 1))
    if copied:
        folder = shutil.copytree(folder, tmp_path / "www")
    assert "diubah sesudah dibuat (a/b/index.html)" in refusal(folder, given)


def test_what_a_file_manager_leaves_behind_is_nobodys(tmp_path: Path, given: BuildInputs) -> None:
    """By what it holds: a person may give a file the same name."""
    folder = site(tmp_path / "situs")
    (folder / "a" / "desktop.ini").write_bytes(b"catatan saya\n")
    assert "a/desktop.ini" in refusal(folder, given)
    (folder / "a" / "desktop.ini").write_bytes(b"[.ShellClassInfo]\r\nIconIndex=0\r\n")
    assert refusal(folder, given) == ""


def test_what_was_built_since_the_last_commit_is_ours(given: BuildInputs) -> None:
    """A site that its repository holds, built twice: the list, and files of new names, are not in Git yet."""
    folder = site(given.base / "docs")
    (given.base / ".git").rmdir()
    git(given.base, "init", "-q")
    git(given.base, "add", "docs")
    git(given.base, "commit", "-qm", "x")
    (folder / "baru.html").write_text("x")
    assert "baru.html" in refusal(folder, given)
    mark_as_ours(folder)
    assert refusal(folder, given) == ""
    (folder / "baru.html").write_text("y")
    with pytest.raises(OutputRefused) as refused:
        refuse_what_is_not_ours(folder, given.base / "plans", given)
    assert "git add" not in language("id").word(refused.value.help), "Git is not what it is about"
    (folder / "baru.html").write_text("x")
    (folder / "milik.html").write_text("catatan kami")
    (folder / MARKER).write_text(
        json.dumps({"berkas": {"index.html": "", "baru.html": "1-8cdc1683", "milik.html": ""}})
    )
    assert {"milik.html"} == {*not_ours(folder).foreign} & {"milik.html", "baru.html", "index.html"}, "no content told"


def test_line_ends_that_git_gave_are_no_edit(given: BuildInputs) -> None:
    """As Git for Windows checks files out, unless it is told otherwise."""
    folder = site(given.base / "docs")
    (folder / "index.html").write_text("satu\ndua\n")
    mark_as_ours(folder)
    (given.base / ".git").rmdir()
    git(given.base, "init", "-q")
    git(given.base, "config", "core.autocrlf", "true")
    git(given.base, "add", "docs")
    git(given.base, "commit", "-qm", "x")
    shutil.rmtree(folder)
    git(given.base, "checkout", "-q", "--", "docs")
    assert (folder / "index.html").read_bytes() == b"satu\r\ndua\r\n"
    assert refusal(folder, given) == ""
    (folder / "milik.html").touch()
    assert not_ours(folder).foreign == ["milik.html"], "the list is still as it was proposed"
    (folder / "milik.html").unlink()
    (folder / "index.html").write_bytes(b"satu\r\ntiga\r\n")
    assert "index.html" in refusal(folder, given)


@pytest.mark.parametrize("way", ["a link", "an encoding"])
def test_a_list_that_git_gave_otherwise_than_it_has_it_is_not_of_here(given: BuildInputs, way: str) -> None:
    folder = site(given.base / "docs")
    (folder / "milik.html").write_text("x")
    mark_as_ours(folder)
    (given.base / ".git").rmdir()
    git(given.base, "init", "-q")
    if way == "a link":
        (folder / MARKER).rename(folder / "daftar")
        (folder / MARKER).symlink_to("daftar")
    else:
        (given.base / ".gitattributes").write_text(f"{MARKER} working-tree-encoding=UTF-16LE-BOM\n")
        (folder / MARKER).write_bytes(b"\xff\xfe" + (folder / MARKER).read_text().encode("utf-16-le"))
    git(given.base, "add", f"docs/{MARKER}", "docs/index.html", ".gitattributes" if way != "a link" else "docs/daftar")
    git(given.base, "commit", "-qm", "x")
    assert "milik.html" in not_ours(folder).foreign


def test_a_site_of_an_earlier_version_is_replaced_as_ever(tmp_path: Path, given: BuildInputs) -> None:
    folder = site(tmp_path / "situs")
    (folder / MARKER).write_text(json.dumps({"berkas": ["index.html", "a/b/index.html", ".nojekyll"]}))
    (folder / "index.html").write_text("lain")
    assert refusal(folder, given) == ""
    (folder / "milik.html").touch()
    assert "milik.html" in refusal(folder, given)


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_a_list_that_a_repository_holds_takes_no_edit_that_git_does_not_have(
    given: BuildInputs, algorithm: str, *, told: bool
) -> None:
    """Whoever proposes the list knows what was committed, and not what somebody writes there."""
    folder = site(given.base / "public")
    if not told:
        listed = list(json.loads((folder / MARKER).read_text())["berkas"])
        (folder / MARKER).write_text(json.dumps({"berkas": listed}))
    (given.base / ".git").rmdir()
    git(given.base, "init", "-q", f"--object-format={algorithm}")
    git(given.base, "add", "public")
    git(given.base, "commit", "-qm", "x")
    assert refusal(folder, given) == ""
    (folder / "index.html").write_text("catatan kami")
    assert "index.html" in refusal(folder, given)
    git(given.base, "add", "public")
    assert refusal(folder, given) == "", "Git gives it back"
    later = (folder / MARKER).stat().st_mtime_ns - 10**9
    (folder / "index.html").write_text("catatan lagi")
    os.utime(folder / "index.html", ns=(later, later))
    assert "index.html" in refusal(folder, given), "the list came after the edit"


def test_a_list_that_leads_elsewhere_reads_nothing_there(tmp_path: Path, given: BuildInputs) -> None:
    folder = site(tmp_path / "situs")
    listed = json.loads((folder / MARKER).read_text())["berkas"]
    elsewhere = ("../x", "/etc/hostname", "a/../../x", "\0", "\ud800")
    (folder / MARKER).write_text(json.dumps({"berkas": listed | dict.fromkeys(elsewhere, "1-00000000")}))
    assert set(not_ours(folder).changed) <= {"\0", "\ud800"}
    assert not_ours(folder).foreign == []
