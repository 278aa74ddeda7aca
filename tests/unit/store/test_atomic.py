"""The finished site takes the place of the last one; a build that dies leaves that one whole."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from generator.store import atomic
from generator.store.atomic import put_in_place, workshop, write_whole
from generator.store.files import copy_all
from generator.store.paths import discard


class Killed(BaseException): ...


@pytest.fixture(params=["exchanged", "renamed"])
def swap(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to put a folder in the place of another: not every disk exchanges two."""
    if request.param == "renamed":
        monkeypatch.setattr(atomic, "_exchange", lambda one, other: False)


def site(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text, encoding="utf-8")
    return folder


def writes(path: Path, text: str) -> Callable[[], None]:
    """Somebody who writes a file while it is looked at."""

    def write() -> None:
        path.write_text(text, encoding="utf-8")

    return write


def test_a_site_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    output = site(tmp_path / "site", "lama")
    (output / "hanya-lama.html").write_text("", encoding="utf-8")
    with workshop(output) as work:
        put_in_place(output, site(work / "site", "baru"))
    assert (output / "index.html").read_text(encoding="utf-8") == "baru"
    assert not (output / "hanya-lama.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_first_site_needs_no_last_one(tmp_path: Path) -> None:
    output = tmp_path / "build" / "site"
    with workshop(output) as work:
        put_in_place(output, site(work / "site", "baru"))
    assert (output / "index.html").is_file()
    assert output.stat().st_mode & 0o777 == 0o755


@pytest.mark.usefixtures("swap")
@pytest.mark.parametrize("mode", [0o2775, 0o700, 0o755])
def test_who_may_do_what_in_a_folder_stays(tmp_path: Path, mode: int) -> None:
    """As in one that a web server shares with a group."""
    output = site(tmp_path / "site", "lama")
    group = next((group for group in os.getgroups() if group != os.getegid()), 4242 if os.geteuid() == 0 else -1)
    os.chown(output, -1, group)
    output.chmod(mode)
    before = output.stat()
    with workshop(output) as work:
        put_in_place(output, site(work / "site", "baru"))
    after = output.stat()
    assert (output / "index.html").read_text(encoding="utf-8") == "baru"
    assert (after.st_mode & 0o7777, after.st_uid, after.st_gid) == (mode, before.st_uid, before.st_gid)
    assert after.st_mtime_ns >= before.st_mtime_ns


@pytest.mark.parametrize(("mode", "shared"), [(0o2775, True), (0o755, False), (0o777, False)])
def test_the_next_of_a_group_takes_away_what_is_in_the_folders_inside(
    tmp_path: Path, mode: int, *, shared: bool
) -> None:
    output = site(tmp_path / "site", "lama")
    output.chmod(mode)
    with workshop(output) as work:
        finished = site(work / "site", "baru")
        site(finished / "sagara" / "2025-2029", "baru")
        put_in_place(output, finished)
    for inside in ("sagara", "sagara/2025-2029"):
        assert bool((output / inside).stat().st_mode & 0o020) == shared
    assert not (output / "index.html").stat().st_mode & 0o020


def test_a_workshop_that_cannot_be_taken_away_is_taken_away_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as shut:
        shut.setattr(atomic, "discard", lambda path: None if path.name == "milik-rekan" else discard(path))
        with workshop(tmp_path / "site") as work:
            site(work / "milik-rekan", "lama")
            site(work / "milik-sendiri", "lama")
    assert {path.name for path in work.iterdir() if path.is_dir()} == {"milik-rekan"}
    with workshop(tmp_path / "site"):
        assert not work.exists()
    assert list(tmp_path.iterdir()) == []


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


def test_a_folder_that_only_bears_the_name_of_a_workshop_is_somebodys(tmp_path: Path) -> None:
    mine = tmp_path / ".site.making-catatan" / "catatan.txt"
    mine.parent.mkdir()
    mine.write_text("milik saya", encoding="utf-8")
    with workshop(tmp_path / "site") as work:
        put_in_place(tmp_path / "site", site(work / "site", "baru"))
    assert mine.is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == [mine.parent.name, "site"]


@pytest.mark.parametrize(
    "how", ["link", "link to what is above", "folder", "folder and marker of another", "link and marker"]
)
def test_nothing_that_came_with_a_repository_is_a_workshop(tmp_path: Path, how: str) -> None:
    """Its name and the marker's are anybody's to commit; what the marker tells, only who made the folder knows."""
    plans = tmp_path / "plans"
    plans.mkdir()
    (plans / "rencana.yaml").write_text("berjam-jam kerja", encoding="utf-8")
    output, named = tmp_path / "build" / "site", tmp_path / "build" / ".site.making-a"
    output.parent.mkdir()
    with workshop(tmp_path / "another") as work:
        (marker,) = work.iterdir()
        if how.startswith("link"):
            named.symlink_to(".." if how == "link above" else "../plans")
        else:
            named.mkdir()
            (named / "catatan.txt").write_text("milik saya", encoding="utf-8")
        telling = marker.read_bytes() if how == "folder and marker of another" else b""
        (named / marker.name).write_bytes(telling)
        if how == "link and marker":
            (plans / marker.name).write_bytes(atomic._number_of(plans))
    with workshop(output) as made:
        put_in_place(output, site(made / "site", "baru"))
    assert (plans / "rencana.yaml").is_file()
    assert (output / "index.html").is_file()
    assert how.startswith("link") or (named / "catatan.txt").is_file()


@pytest.mark.parametrize("below", [".", "akar"])
def test_the_last_site_comes_back_from_between_the_two_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, below: str
) -> None:
    """As on a disk that cannot let two folders change names at once."""
    monkeypatch.setattr(atomic, "_exchange", lambda one, other: False)
    output, rename = site(tmp_path / "site", "lama"), Path.rename

    def dies(fault: BaseException) -> None:
        def renamed(path: Path, to: Path) -> Path:
            if to == output and path.name == "baru":
                raise fault
            return rename(path, to)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "rename", renamed)
            if isinstance(fault, Killed):
                patched.setattr(atomic, "_close", lambda folder, output: None)
            with pytest.raises(type(fault)), workshop(output) as work:
                put_in_place(output, site(work / below / "baru", "baru"))

    for fault in (OSError(5, "EIO"), KeyboardInterrupt(), MemoryError()):
        dies(fault)
        assert (output / "index.html").read_text(encoding="utf-8") == "lama"
    dies(Killed())
    assert not output.exists()
    with workshop(output):
        assert (output / "index.html").read_text(encoding="utf-8") == "lama"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_last_site_stays_where_it_is_while_somebody_elses_stands_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "_exchange", lambda one, other: False)
    output, rename = site(tmp_path / "site", "lama"), Path.rename

    def renamed(path: Path, to: Path) -> Path:
        if to == output:
            site(output, "milik saya")
        return rename(path, to)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", renamed)
        with pytest.raises(OSError, match="not empty"), workshop(output) as work:
            put_in_place(output, site(work / "baru", "baru"))
    assert (output / "index.html").read_text(encoding="utf-8") == "milik saya"
    discard(output)
    with workshop(output):
        assert (output / "index.html").read_text(encoding="utf-8") == "lama"


@pytest.mark.usefixtures("swap")
@pytest.mark.parametrize("killed", [True, False])
@pytest.mark.parametrize("below", [".", "akar"])
def test_what_comes_between_the_look_and_the_swap_is_in_the_new_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, below: str, *, killed: bool
) -> None:
    """A person, or a program of theirs, who puts a file into the folder while it is replaced; the power may fail too,
    when the new one is in its place and nothing else was done."""
    output = site(tmp_path / "site", "lama")
    site(output / "lembaga-lama", "tidak terbit lagi")
    site(output / "lembaga", "lama")

    def comes() -> None:
        (output / "CNAME").write_text("contoh.go.id", encoding="utf-8")
        (output / "lembaga" / "surat.pdf").symlink_to("di-mana-pun")
        (output / "lembaga-lama" / "catatan.txt").write_text("milik saya", encoding="utf-8")
        (site(output / "folder" / "saya", "milik saya") / "kosong").mkdir()

    def dies(old: Path, output: Path, known: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        if killed:
            patched.setattr(atomic, "_let_go", dies)
            patched.setattr(atomic, "_close", lambda folder, output: None)
        with suppress(Killed), workshop(output) as work:
            finished = site(work / below / "baru", "baru")
            site(finished / "lembaga", "baru")
            assert put_in_place(output, finished, comes) is None
    assert (output / "index.html").read_text(encoding="utf-8") == "baru"
    with workshop(output):
        pass
    assert {path.relative_to(output).as_posix() for path in output.rglob("*") if not path.is_dir()} == {
        *("index.html", "lembaga/index.html", "CNAME", "lembaga/surat.pdf", "lembaga-lama/catatan.txt"),
        "folder/saya/index.html",
    }
    assert (output / "lembaga/index.html").read_text(encoding="utf-8") == "baru"
    assert (output / "folder/saya/kosong").is_dir()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.usefixtures("swap")
@pytest.mark.parametrize("name", ["index.html", "baru.html", "lembaga"])
def test_what_has_no_room_in_the_new_site_stays_beside_it(tmp_path: Path, name: str) -> None:
    output = site(tmp_path / "site", "lama")
    with workshop(output) as work:
        finished = site(work / "baru", "baru")
        (finished / "baru.html").write_text("baru", encoding="utf-8")
        site(finished / "lembaga", "baru")
        kept = put_in_place(output, finished, writes(output / name, "lama"))
    assert kept
    assert kept.parent == output.parent
    assert (kept / name).read_text(encoding="utf-8") == "lama"
    assert (output / "index.html").read_text(encoding="utf-8") == "baru"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", kept.name]


def test_an_edit_of_a_file_that_both_sites_share_is_in_the_new_one(tmp_path: Path) -> None:
    output = site(tmp_path / "site", "sama")
    with workshop(output) as work:
        finished = work / "baru"
        copy_all(site(work / "bahan", "sama"), finished, output)
        assert (finished / "index.html").samefile(output / "index.html")
        assert put_in_place(output, finished, writes(output / "index.html", "milik saya")) is None
    assert (output / "index.html").read_text(encoding="utf-8") == "milik saya"


def test_a_build_that_ends_before_it_replaces_anything_puts_nothing_of_its_own_into_the_last_site(
    tmp_path: Path,
) -> None:
    output = site(tmp_path / "site", "lama")

    def refuses() -> None:
        (output / "CNAME").write_text("contoh.go.id", encoding="utf-8")
        raise Killed

    with suppress(Killed), workshop(output) as work:
        (finished := site(work / "baru", "baru")).joinpath("baru.html").touch()
        put_in_place(output, finished, refuses)
    assert sorted(path.name for path in output.iterdir()) == ["CNAME", "index.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_where_the_last_site_cannot_be_left_beside_it_stays_in_the_workshop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a full disk."""
    output, make = site(tmp_path / "site", "lama"), tempfile.mkdtemp

    def full(prefix: str, dir: Path) -> str:
        if ".lama-" in prefix:
            raise OSError(28, "ENOSPC")
        return make(prefix=prefix, dir=dir)

    with monkeypatch.context() as patched:
        patched.setattr(tempfile, "mkdtemp", full)
        with pytest.raises(OSError, match="ENOSPC"), workshop(output) as work:
            put_in_place(output, site(work / "baru", "baru"), writes(output / "index.html", "saya"))
    with workshop(output):
        pass
    (kept,) = tmp_path.glob("site.lama-*")
    assert (kept / "index.html").read_text(encoding="utf-8") == "saya"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", kept.name]


def test_a_file_appears_whole_and_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "berharga"
    precious.write_text("isi", encoding="utf-8")
    (tmp_path / "x").symlink_to(precious)
    write_whole(tmp_path / "x", b"baru")
    assert precious.read_text(encoding="utf-8") == "isi"
    assert not (tmp_path / "x").is_symlink()
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path, b"baru")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["berharga", "x"]
