"""What is written lands in the plan that it is of, and nowhere else."""

import errno
import os
from pathlib import Path

import pytest

from generator.editing.saving import ChangedMeanwhile, LeadsElsewhere, save
from generator.model.address import PlanAddress
from generator.reading.plan_files import PlanFiles, RawFile

ADDRESS = PlanAddress("sagara", "2025-2029")


def plan(path: str) -> PlanFiles:
    return PlanFiles(ADDRESS, (RawFile(f"plans/sagara/{path}", b"a: 1\n"),))


@pytest.mark.parametrize("target", ["luar", "repositori/plans/lain"])
@pytest.mark.parametrize("linked", ["plans", "plans/sagara", "plans/sagara/2025-2029"])
def test_a_new_plan_follows_no_link(tmp_path: Path, linked: str, target: str) -> None:
    """Neither out of the repository, nor into the folder of another institution."""
    link = tmp_path / "repositori" / linked
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / target)
    (tmp_path / "luar").mkdir()
    if linked != "plans":
        (tmp_path / "repositori/plans/lain").mkdir()
    with pytest.raises(LeadsElsewhere, match=f"{linked}$"):
        save(tmp_path / "repositori", None, plan("2025-2029/dasar.yaml"))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_new_plan_gets_its_folders(tmp_path: Path) -> None:
    (written,) = save(tmp_path, None, plan("2025-2029/dasar.yaml"))
    assert written == tmp_path / "plans/sagara/2025-2029/dasar.yaml"
    assert written.read_bytes() == b"a: 1\n"
    assert [path for path in written.parent.iterdir() if path != written] == []


def test_what_took_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "plans/sagara").mkdir(parents=True)
    os.mkfifo(tmp_path / "plans/sagara/dasar.yaml")
    with pytest.raises(ChangedMeanwhile):
        save(tmp_path, None, plan("dasar.yaml"))


def test_who_may_do_what_with_a_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "plans/sagara/2025-2029.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"a: 0\n")
    group = next((group for group in os.getgroups() if group != os.getegid()), 4242 if os.geteuid() == 0 else -1)
    os.chown(path, 4241 if os.geteuid() == 0 else -1, group)
    path.chmod(0o664)
    before = path.stat()
    save(tmp_path, PlanFiles(ADDRESS, (RawFile("plans/sagara/2025-2029.yaml", b"a: 0\n"),)), plan("2025-2029.yaml"))
    after = path.stat()
    assert path.read_bytes() == b"a: 1\n"
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert after.st_mtime_ns >= before.st_mtime_ns


def test_what_a_colleague_saves_while_a_slow_disk_writes_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of all files: those that were put in place already are as they were."""
    one, two = tmp_path / "plans/sagara/2025-2029/dasar.yaml", tmp_path / "plans/sagara/2025-2029/risiko.yaml"
    one.parent.mkdir(parents=True)
    names = [f"plans/sagara/2025-2029/{path.name}" for path in (one, two)]
    for path in (one, two):
        path.write_bytes(b"a: 0\n")
    before = PlanFiles(ADDRESS, tuple(RawFile(name, b"a: 0\n") for name in names))
    after = PlanFiles(ADDRESS, tuple(RawFile(name, b"a: 1\n") for name in names))
    sync = os.fsync

    def slow(handle: int) -> None:
        two.write_bytes(b"a: 0 # rekan\n")
        sync(handle)

    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(ChangedMeanwhile, match="risiko"):
        save(tmp_path, before, after)
    assert (one.read_bytes(), two.read_bytes()) == (b"a: 0\n", b"a: 0 # rekan\n")
    assert sorted(one.parent.iterdir()) == [one, two]


@pytest.mark.parametrize("which", [1, 2])
def test_a_disk_that_is_full_leaves_nothing_and_is_told_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, which: int
) -> None:
    names = [f"plans/sagara/2025-2029/{name}.yaml" for name in ("dasar", "risiko")]
    calls = iter((1, 2))

    def full(handle: int) -> None:
        if next(calls) == which:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as raised:
        save(tmp_path, None, PlanFiles(ADDRESS, tuple(RawFile(name, b"a: 1\n") for name in names)))
    assert raised.value.filename == str(tmp_path / names[which - 1])
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("knows_links", [True, False])
@pytest.mark.parametrize("fault", [OSError(errno.EIO, "rusak"), KeyboardInterrupt()])
def test_what_was_replaced_before_a_fault_is_put_back_without_room_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException, *, knows_links: bool
) -> None:
    names = [f"plans/sagara/2025-2029/{name}.yaml" for name in ("anggaran", "baru", "dasar", "risiko")]
    before = PlanFiles(ADDRESS, tuple(RawFile(name, b"a: 0\n" * 9_999) for name in names if "baru" not in name))
    save(tmp_path, None, before)
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == "risiko.yaml":
            (tmp_path / names[2]).write_bytes(b"a: 3\n")  # a colleague
            monkeypatch.setattr(Path, "write_bytes", full)
            monkeypatch.setattr(os, "fsync", full)
            raise fault
        return real(self, target)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", replace)
    if not knows_links:
        monkeypatch.setattr(os, "link", full)
    with pytest.raises(type(fault)):
        save(tmp_path, before, PlanFiles(ADDRESS, tuple(RawFile(name, b"a: 1\n") for name in names)))
    held = {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert held == {
        "anggaran.yaml": b"a: 0\n" * 9_999,
        "dasar.yaml": b"a: 3\n",
        "risiko.yaml": b"a: 0\n" * 9_999,
    }
