"""Whatever stands below the folder of plans: it is read, or it is told, and it stops nothing else."""

import os
import socket
import subprocess
from pathlib import Path

import pytest

from generator.model.address import PlanAddress
from generator.reading import disk
from generator.reading.disk import OnDisk, on_disk
from generator.reading.limits import MAXIMUM_FILES, MAXIMUM_INSTITUTION, MAXIMUM_PLAN, MAXIMUM_PLANS
from generator.reading.time_limit import at_most
from generator.store import opening
from generator.store.opening import Unopened, content

PLAN = PlanAddress("a", "2025-2029")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "plans" / "a").mkdir(parents=True)
    (tmp_path / "plans" / "z").mkdir(parents=True)
    (tmp_path / "plans" / "z" / "2025-2029.yaml").write_text("a: b\n")
    return tmp_path / "plans"


def read(root: Path) -> OnDisk:
    """What is read; the institution beside is there, whatever happens."""
    found = on_disk(root, root.parent)
    assert found.plans[-1].files[0].content == b"a: b\n"
    return found._replace(plans=found.plans[:-1])


def told(found: OnDisk) -> list[tuple[str, str, str]]:
    """Code, path, plan of all that is wrong."""
    wrong = [*found.problems, *(problem for plan in found.plans for problem in plan.unread)]
    return [(problem.code, problem.place.path, problem.plan) for problem in wrong]


def test_a_link_out_of_the_folder_is_not_followed(root: Path) -> None:
    (root.parent / "secret.yaml").write_text("rahasia: ya\n")
    (root / "a" / "2025-2029.yaml").symlink_to(root.parent / "secret.yaml")
    (root / "a" / "2020-2024.yaml").write_text("a: b\n")
    (root / "a" / "2030-2034.yaml").symlink_to("tidak-ada")
    (root / "a" / "2035-2039.yaml").symlink_to("2035-2039.yaml")
    found = read(root)
    assert told(found) == [
        ("letak-berkas", f"plans/a/{p}.yaml", f"a/{p}") for p in ("2025-2029", "2030-2034", "2035-2039")
    ]
    assert [plan.address.period for plan in found.plans if plan.files] == ["2020-2024"]


def test_a_link_within_the_folder_is_not_followed_either(root: Path) -> None:
    """Git does not: for its history the plan would have left."""
    (root / "a" / "2025-2029.yaml").symlink_to("../z/2025-2029.yaml")
    found = read(root)
    assert told(found) == [("letak-berkas", "plans/a/2025-2029.yaml", str(PLAN))]
    assert [plan.files for plan in found.plans] == [()]


def test_a_link_to_a_folder_is_told_and_not_gone_into(root: Path) -> None:
    (root / "b").symlink_to(root.parent)
    (root / "a" / "2025-2029").symlink_to(root)
    (root / "a" / "catatan").mkdir()
    (root / "a" / "catatan" / "arsip").symlink_to("/")
    found = read(root)
    assert sorted(told(found)) == [("letak-berkas", "plans/a/2025-2029", str(PLAN)), ("letak-berkas", "plans/b", "")]


def test_the_ending_may_be_in_capitals(root: Path) -> None:
    (root / "a" / "2025-2029.YAML").write_text("a: b\n")
    found = read(root)
    assert (found.plans[0].address, told(found)) == (PLAN, [])


@pytest.mark.parametrize("kind", ["fifo", "socket", "link to a device", "link to a pipe"])
def test_what_is_no_file_is_told_and_not_waited_for(root: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = root / "a" / "2025-2029.yaml"
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "socket":
        monkeypatch.chdir(path.parent)  # the name of a socket is short
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(path.name)
    elif kind == "link to a device":
        path.symlink_to("/dev/zero")
    else:
        os.mkfifo(root / "a" / "pipa")
        path.symlink_to("pipa")
    with at_most(60):  # who opens it waits for ever
        assert [(path, plan) for _, path, plan in told(read(root))] == [("plans/a/2025-2029.yaml", "a/2025-2029")]


def test_a_file_that_cannot_be_opened_holds_its_plan_back(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = root / "a" / "2025-2029"
    folder.mkdir()
    (folder / "unit.yaml").write_text("unit: []\n")
    (folder / "kegiatan.yaml").write_text("kegiatan: []\n")
    own = opening.os.open

    def refuse(path: Path, flags: int) -> int:
        if Path(path).name == "unit.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return own(path, flags)

    monkeypatch.setattr(opening.os, "open", refuse)
    found = read(root)
    assert [file.path for file in found.plans[0].files] == ["plans/a/2025-2029/kegiatan.yaml"]
    assert told(found) == [("tidak-dapat-dibuka", "plans/a/2025-2029/unit.yaml", "a/2025-2029")]


@pytest.mark.parametrize(("shut", "plan", "closed"), [("a", "", {"a"}), ("a/2025-2029", "a/2025-2029", set())])
def test_a_folder_that_cannot_be_listed_is_not_an_empty_one(
    root: Path, monkeypatch: pytest.MonkeyPatch, shut: str, plan: str, closed: set[str]
) -> None:
    (root / "a" / "2025-2029").mkdir()
    own = disk.os.scandir

    def refuse(path: Path) -> object:
        if Path(path) == root / shut:
            raise PermissionError(13, "Permission denied", str(path))
        return own(path)

    monkeypatch.setattr(disk.os, "scandir", refuse)
    found = read(root)
    assert told(found) == [("tidak-dapat-dibuka", f"plans/{shut}", plan)]
    assert found.closed == closed


@pytest.mark.parametrize(("name", "plan", "closed"), [("b", "", {"b"}), ("a/2025-2029", "a/2025-2029", set())])
@pytest.mark.parametrize("filled", [True, False])
def test_a_submodule_is_not_nothing(root: Path, name: str, plan: str, closed: set[str], filled: bool) -> None:
    folder = root / name
    folder.mkdir()
    entry = f"160000,{'1' * 40},plans/{name}"
    for command in (["init", "-q"], ["update-index", "--add", "--cacheinfo", entry]):
        subprocess.run(["git", "-C", str(root.parent), *command], check=True)
    if filled:
        (folder / ".git").write_text("gitdir: elsewhere\n")
    found = read(root)
    assert told(found) == [("letak-berkas", f"plans/{name}", plan)]
    assert found.closed == closed
    subprocess.run(["git", "-C", str(root.parent), "update-index", "--force-remove", f"plans/{name}"], check=True)
    assert told(read(root)) == [], "a folder of somebody who begins"


def test_what_git_left_out_of_the_folder_is_not_gone(root: Path) -> None:
    """A sparse checkout."""
    for name in ("b/2025-2029.yaml", "c/2020-2024/unit.yaml", "a/2025-2029/unit.yaml", "a/2025-2029/kegiatan.yaml"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("a: b\n")
    (root / "a" / "catatan.md").touch()
    for command in (["init", "-q"], ["add", "."]):
        subprocess.run(["git", "-C", str(root.parent), *command], check=True)
    patterns = ["/plans/z/", "/plans/a/2025-2029/unit.yaml"]
    subprocess.run(["git", "-C", str(root.parent), "sparse-checkout", "set", "--no-cone", *patterns], check=True)
    found = read(root)
    assert told(found) == [
        ("tidak-dapat-dibuka", "plans/b", ""),
        ("tidak-dapat-dibuka", "plans/a/2025-2029", "a/2025-2029"),
    ]
    assert dict(found.problems[0].message.arguments) == {"jumlah": 2, "tempat": "plans/b"}
    assert found.closed == {"b", "c"}
    assert told(on_disk(root, root.parent, root / "z")) == [], "of one, no other is told"
    subprocess.run(["git", "-C", str(root.parent), "sparse-checkout", "disable"], check=True)
    assert told(read(root)) == []


@pytest.mark.parametrize("kind", ["link", "pipe", "file", "linked folder"])
@pytest.mark.parametrize(
    ("name", "plan", "closed"), [("b", "", {"b"}), ("a/2025-2029", "a/2025-2029", set()), ("a/x", None, set())]
)
def test_what_stands_where_a_folder_is_wanted_is_not_nothing(
    root: Path, tmp_path: Path, kind: str, name: str, plan: str | None, closed: set[str]
) -> None:
    if kind == "link":
        (root / name).symlink_to("nowhere")
    elif kind == "linked folder":
        (root / name).symlink_to(tmp_path)
    elif kind == "pipe":
        os.mkfifo(root / name)
    else:
        (root / name).touch()
    found = read(root)
    if plan is None and kind != "linked folder":
        assert told(found) == []
        return
    assert [each[1:] for each in told(found)] == [(f"plans/{name}", plan or "")]
    assert found.closed == closed


@pytest.mark.parametrize("name", ["2025-2029.yaml ", "2025-2029.yamll", "2025-2029.ymal", "2025-2029.json"])
def test_a_file_of_nearly_the_right_name_holds_its_plan_back(root: Path, name: str) -> None:
    (root / "a" / name).write_text("a: b\n")
    assert told(read(root)) == [("letak-berkas", f"plans/a/{name}", "a/2025-2029")]
    (root / "a" / name).unlink()
    (root / "a" / "2025-2029.yaml").write_text("a: b\n")
    (root / "a" / "2025-2029.json").write_text("{}")  # beside the plan it is somebody's copy
    assert told(read(root)) == []


def test_a_folder_called_as_a_file_holds_its_plan_back(root: Path) -> None:
    (root / "a" / "2025-2029.yaml").mkdir()
    assert told(read(root)) == [("tidak-dapat-dibuka", "plans/a/2025-2029.yaml", "a/2025-2029")]


def test_the_folder_of_plans_itself_must_open(root: Path) -> None:
    with pytest.raises(OSError, match="tidak-ada"):
        on_disk(root / "tidak-ada", root)


def test_a_file_whose_name_is_no_text_holds_its_plan_back(root: Path) -> None:
    (root / "a" / "2025-2029").mkdir()
    Path(os.fsdecode(os.fsencode(root) + b"/a/2025-2029/x\xff.yaml")).write_text("a: b\n")
    (root / "a" / "2025-2029" / "y.yaml").write_text("a: b\n")
    assert told(read(root)) == [("letak-berkas", "plans/a/2025-2029/x\\xff.yaml", "a/2025-2029")]


def test_a_folder_deeper_than_any_path_is_told(root: Path) -> None:
    here = os.open(root / "a", os.O_RDONLY)
    for _ in range(40):
        os.mkdir("x" * 200, dir_fd=here)
        below = os.open("x" * 200, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    assert [code for code, *_ in told(read(root))] == ["tidak-dapat-dibuka"]


def test_too_many_files_and_too_much_of_them_are_not_even_read(root: Path) -> None:
    for period, count, size in (("2020-2024", MAXIMUM_FILES + 1, 0), ("2025-2029", 3, MAXIMUM_PLAN // 2)):
        (root / "a" / period).mkdir()
        for number in range(count):
            with (root / "a" / period / f"{number}.yaml").open("wb") as file:
                file.truncate(size)
    found = read(root)
    assert [(plan.address.period, plan.files) for plan in found.plans] == [("2020-2024", ()), ("2025-2029", ())]
    assert {code for code, *_ in told(found)} == {"melebihi-batas"}


def test_an_institution_may_not_be_endless(root: Path) -> None:
    for year in range(2000, 2000 + MAXIMUM_INSTITUTION // MAXIMUM_PLAN + 1):
        with (root / "a" / f"{year}-{year}.yaml").open("wb") as file:
            file.truncate(MAXIMUM_PLAN)
    assert {code for code, *_ in told(read(root))} == {"melebihi-batas"}


def test_an_institution_may_not_have_plans_without_end(root: Path) -> None:
    for year in range(2000, 2000 + MAXIMUM_PLANS):
        (root / "a" / f"{year}-{year}.yaml").write_text("")
    assert told(read(root)) == []
    (root / "a" / "2100-2104.yaml").write_text("")
    assert [code for code, *_ in told(read(root))] == ["melebihi-batas"] * (MAXIMUM_PLANS + 1)


def test_an_empty_folder_holds_no_plan(root: Path) -> None:
    (root / "a" / "2025-2029").mkdir()
    assert read(root).plans == []


@pytest.mark.parametrize(("times", "found"), [(1, b"b" * 9), (9, None)])
def test_a_file_that_is_written_meanwhile_is_read_again_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int, found: bytes | None
) -> None:
    path, looked = tmp_path / "x", 0
    path.write_bytes(b"a" * 9)
    fstat = os.fstat

    def somebody_writes(descriptor: int) -> os.stat_result:
        nonlocal looked
        looked += 1
        if looked % 2 == 0 and looked <= 2 * times:  # after the reading, before it is looked at once more
            path.write_bytes(b"b" * 9)
            os.utime(path, ns=(looked, looked))
        return fstat(descriptor)

    monkeypatch.setattr(opening.os, "fstat", somebody_writes)
    if found is None:
        with pytest.raises(Unopened):
            content(path, 100)
    else:
        assert content(path, 100) == found


def test_no_more_is_read_than_is_needed(tmp_path: Path) -> None:
    with (tmp_path / "x").open("wb") as file:
        file.truncate(1 << 40)
    assert len(content(tmp_path / "x", 1000)) == 1001


def test_more_than_git_is_asked_to_tell_of_is_told_of_the_folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By how many stand there, down to the depth of a plan's files, or by the length of their names in one folder."""
    monkeypatch.setattr(disk, "MAXIMUM_ENTRIES", 20)
    for folder, count, deep in (("few", 19, "lampiran"), ("many", 20, "lampiran"), ("deep", 30, "lampiran/2025")):
        (root / folder / deep).mkdir(parents=True)
        for number in range(count):
            (root / folder / deep / f"{number}.pdf").touch()
    assert [each[1] for each in told(read(root)) if each[0] == "melebihi-batas"] == ["plans/many"]
    assert on_disk(root, root.parent, root / "few").problems == []
    monkeypatch.setattr(disk, "MAXIMUM_BYTES", 20 * len("100644 10.pdf\0") + 20 * 20)
    assert [each[1] for each in told(read(root)) if each[0] == "melebihi-batas"] == ["plans/many"]
    (root / "few" / "lampiran" / f"{'surat-' * 20}.pdf").touch()
    assert "plans/few" in [each[1] for each in told(read(root)) if each[0] == "melebihi-batas"]
