"""What forges and planners do to a repository on an ordinary day, tried with real Git."""

import json
import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.locale.zones import zone
from generator.model.address import PlanAddress
from generator.model.changes.facts import EndMoved
from generator.model.history import History
from generator.reading.past.histories import histories
from generator.reading.past.published_branch import UNTOLD, BranchTold
from generator.reading.past.records import Telling
from generator.reading.past.repository import repository_at
from generator.store.cache import Cache

Values = dict[str, Any]
HERE = PlanAddress("sagara", "2025-2029")
FILE = "plans/sagara/2025-2029.yaml"


def told(folder: Path, place: str = "WIB", branch: BranchTold = UNTOLD) -> History:
    return histories(repository_at(folder, branch), "plans", [HERE], Cache(None), telling=Telling(zone(place)))[HERE]


def reasons(folder: Path) -> list[str | None]:
    return [entry.reason for entry in told(folder).entries]


class Forge:
    """A published line and a branch with a proposal on it that moves an end twice, each time with its reason."""

    def __init__(self, workshop: Any, values: Values) -> None:
        self.workshop, self.values = workshop, values
        self.git, self.folder = workshop.git, workshop.folder
        workshop.commit({FILE: values}, "Terbitkan", "2026-01-05")

    def move(self, end: str, message: str, item: int = 0, day: str = "2026-03-01") -> str:
        self.values["kegiatan"][item]["selesai"] = end
        return str(self.workshop.commit({FILE: self.values}, message, day))

    def propose(self, name: str = "usul") -> None:
        self.git("switch", "--quiet", "--create", name)
        self.move("2028-T1", "Mundurkan K-001\n\nAlasan: Izin terlambat.\n\nCo-authored-by: A <a@x>")
        self.move("2026-T3", "Mundurkan K-002\n\nAlasan: Lelang gagal.", item=1)
        self.git("switch", "--quiet", "main")


@pytest.fixture
def forge(workshop: Any, small_plan: Callable[[], Values]) -> Forge:
    return Forge(workshop, small_plan())


def test_a_merge_commit_brings_the_reasons_of_its_commits(forge: Forge) -> None:
    forge.propose()
    forge.git("merge", "--quiet", "--no-ff", "usul", "-m", "Merge pull request #1 from x/usul", day="2026-03-05")
    assert reasons(forge.folder) == ["Izin terlambat.", "Lelang gagal."]
    assert {entry.day for entry in told(forge.folder).entries} == {date(2026, 3, 5)}


def test_a_squash_keeps_the_reasons_in_its_body(forge: Forge) -> None:
    forge.propose()
    forge.git("merge", "--quiet", "--squash", "usul")
    body = (
        "Dua perubahan (#1)\n\n* Mundurkan K-001\n\nAlasan: Izin terlambat.\n\n* Mundurkan K-002\n\n"
        "Alasan: Lelang gagal.\n\n---------\n\nCo-authored-by: A <a@x>"
    )
    forge.git("commit", "--quiet", "--message", body, day="2026-03-05")
    assert reasons(forge.folder) == ["Izin terlambat.", "Lelang gagal."]


def test_a_rebase_and_a_cherry_pick_keep_each_commit(forge: Forge) -> None:
    forge.propose()
    forge.workshop.commit({"README.md": "x"}, "Lain", "2026-03-02")
    forge.git("rebase", "--quiet", "main", "usul")
    forge.git("switch", "--quiet", "main")
    forge.git("cherry-pick", "-x", "usul~1", day="2026-03-05")
    assert reasons(forge.folder) == ["Izin terlambat."]
    forge.git("cherry-pick", "-x", "usul", day="2026-03-06")
    assert reasons(forge.folder) == ["Izin terlambat.", "Lelang gagal."]


def test_an_octopus_brings_the_reasons_of_all_its_branches(forge: Forge) -> None:
    forge.git("branch", "lain")
    forge.propose()
    forge.git("switch", "--quiet", "lain")
    forge.workshop.commit({"plans/arunika/2025-2029.yaml": forge.values}, "Lain\n\nAlasan: Tentang yang lain.")
    forge.git("switch", "--quiet", "main")
    forge.git("merge", "--quiet", "--no-ff", "usul", "lain", "-m", "Gabung", day="2026-03-05")
    assert [each and each.split(". ")[0].rstrip(".") for each in reasons(forge.folder)] == [
        "Izin terlambat",
        "Lelang gagal",
    ]


def test_main_merged_into_a_proposal_brings_no_old_reason(forge: Forge) -> None:
    forge.git("switch", "--quiet", "--create", "usul")
    forge.git("switch", "--quiet", "main")
    forge.workshop.commit({"README.md": "x"}, "Lain\n\nAlasan: Tentang yang lain.", "2026-02-01")
    forge.git("switch", "--quiet", "usul")
    forge.git("merge", "--quiet", "--no-ff", "main", "-m", "Merge branch 'main' into usul")
    forge.move("2028-T1", "Mundurkan")
    forge.git("switch", "--quiet", "main")
    forge.git("merge", "--quiet", "--no-ff", "usul", "-m", "Gabung")
    assert reasons(forge.folder) == [None]


def _pulling(forge: Forge, message: str) -> None:
    """A colleague with a commit of their own takes over what was published meanwhile, and pushes."""
    forge.git("switch", "--quiet", "--create", "kerja")
    forge.workshop.commit({"README.md": "x"}, "Lain", "2026-01-10")
    forge.git("switch", "--quiet", "main")
    forge.move("2028-T1", "Mundurkan K-001\n\nAlasan: Izin terlambat.", day="2026-02-01")
    forge.move("2026-T3", "Mundurkan K-002\n\nAlasan: Lelang gagal.", item=1, day="2026-02-02")
    forge.git("switch", "--quiet", "kerja")
    forge.git("merge", "--quiet", "--no-ff", "main", "-m", message, day="2026-03-05")
    forge.git("branch", "--force", "main", "kerja")
    forge.git("switch", "--quiet", "main")


_ORIGIN = "https://kunci:x@forge.example/dinas/rencana.git"


@pytest.mark.parametrize(
    "message",
    [
        "Merge branch 'main' of https://forge.example/dinas/rencana",
        "Merge branch 'main' of forge.example:dinas/rencana into main",
        "Merge branch 'master' of ssh://git@forge.example/dinas/rencana.git\n\nCatatan",
        "Merge remote-tracking branch 'origin/main'",
        "Merge remote-tracking branch 'upstream/master' into kerja",
        "Merge branch 'main' into kerja",
        "Merge branch 'main' into 'kerja'",
    ],
)
def test_a_pull_takes_no_version_from_the_line(forge: Forge, message: str) -> None:
    forge.git("remote", "add", "origin", _ORIGIN)
    _pulling(forge, message)
    history = told(forge.folder)
    assert [entry.reason for entry in history.entries] == ["Izin terlambat.", "Lelang gagal."]
    assert [entry.day for entry in history.entries] == [date(2026, 2, 1), date(2026, 2, 2)]


@pytest.mark.parametrize(
    "message",
    [
        "Merge branch 'main' of https://forge.example/orang-lain/rencana",
        "Merge branch 'main' of https://forge.example/orang-lain/rencana into main",
        "Merge branch 'main' into 'main'",
        "Merge remote-tracking branch 'orang-lain/main'",
        "Merge pull request #3 from orang-lain/main",
        "Merge branch 'usul'",
    ],
)
def test_a_proposal_is_one_whatever_its_branch_is_called(forge: Forge, message: str) -> None:
    forge.git("remote", "add", "origin", _ORIGIN)
    forge.propose()
    forge.git("merge", "--quiet", "--no-ff", "usul", "-m", message, day="2026-03-05")
    history = told(forge.folder)
    assert {entry.day for entry in history.entries} == {date(2026, 3, 5)}
    assert [entry.reason for entry in history.entries] == ["Izin terlambat.", "Lelang gagal."]


@pytest.mark.parametrize("is_detached", [True, False])
@pytest.mark.parametrize(
    "message",
    [
        "Merge branch 'main' into produksi",
        "Merge branch 'main' into 'produksi'\n\nSee merge request dinas/rencana!7",
        "Merge branch 'main' of https://forge.example/dinas/rencana into produksi",
        "Merge remote-tracking branch 'origin/main' into produksi",
    ],
)
def test_what_is_published_from_another_branch_is_dated_as_it_came_there(
    forge: Forge, message: str, *, is_detached: bool
) -> None:
    """Also on the machines of a forge, which check out a commit."""
    forge.git("remote", "add", "origin", "https://forge.example/dinas/rencana.git")
    forge.git("branch", "produksi")
    forge.propose()
    forge.git("merge", "--quiet", "--ff-only", "usul")
    forge.git("switch", "--quiet", "produksi")
    forge.git("merge", "--quiet", "--no-ff", "main", "-m", message, day="2026-03-05")
    if is_detached:
        forge.git("update-ref", "refs/remotes/origin/produksi", "HEAD")
        forge.git("switch", "--quiet", "--detach", "HEAD")
        forge.git("branch", "--quiet", "-D", "produksi")
    assert {entry.day for entry in told(forge.folder).entries} == {date(2026, 3, 5)}


@pytest.mark.parametrize("is_held_too", [True, False])
def test_a_proposal_from_a_branch_called_main_is_not_taken_for_the_published_one(
    forge: Forge, *, is_held_too: bool
) -> None:
    """It holds the same files in the end, and went through none of what was published; its branch may be moved up."""
    first = forge.git("rev-parse", "HEAD").strip()
    forge.git("branch", "-m", "main", "utama")
    forge.move("2028-T4", "Mundurkan")
    tip, tree = forge.git("rev-parse", "HEAD").strip(), forge.git("rev-parse", "HEAD^{tree}").strip()
    own = forge.git("commit-tree", tree, "-p", first, "-m", "Rapikan").strip()
    taken = forge.git("commit-tree", tree, "-p", own, "-p", tip, "-m", "Merge branch 'utama' into main").strip()
    merged = forge.git("commit-tree", tree, "-p", tip, "-p", taken, "-m", "Merge branch 'main' into 'utama'").strip()
    forge.git("update-ref", "refs/heads/utama", merged)
    told_there = [entry.day for entry in told(forge.folder).entries]
    forge.git("switch", "--quiet", "--detach", merged)
    if is_held_too:
        forge.git("branch", "main", merged)
    branch = BranchTold("utama") if is_held_too else UNTOLD
    assert [entry.day for entry in told(forge.folder, branch=branch).entries] == told_there
    assert told_there


@pytest.mark.parametrize("branch", ["usul", "master-plan", "perbaikan-jum'at"])
def test_no_branch_of_a_proposer_changes_what_was_published(forge: Forge, branch: str) -> None:
    """A proposal took over the published branch, which was moved up to it; its own branch stays, or comes back."""
    forge.git("switch", "--quiet", "--create", branch)
    forge.workshop.commit({"README.md": "x"}, "Lain", "2026-01-10")
    forge.git("switch", "--quiet", "main")
    forge.move("2028-T1", "Mundurkan", day="2026-02-01")
    forge.git("switch", "--quiet", branch)
    forge.git("merge", "--quiet", "--no-ff", "--no-edit", "main", day="2026-03-05")
    forge.git("switch", "--quiet", "main")
    forge.git("merge", "--quiet", "--ff-only", branch)
    assert [entry.day for entry in told(forge.folder).entries] == [date(2026, 2, 1)]
    forge.git("switch", "--quiet", "--detach", "HEAD")
    assert [entry.day for entry in told(forge.folder).entries] == [date(2026, 2, 1)]


def test_a_revert_moves_back_and_takes_no_reason_of_what_it_reverts(forge: Forge) -> None:
    forge.move("2028-T1", "Mundurkan\n\nAlasan: Izin terlambat.")
    forge.git("revert", "--no-edit", "HEAD", day="2026-04-01")
    history = told(forge.folder)
    assert [entry.reason for entry in history.entries] == ["Izin terlambat.", None]
    back = history.entries[1].change
    assert isinstance(back, EndMoved)
    assert back.quarters == -1


def test_a_signed_commit_is_read_like_any_other(forge: Forge, tmp_path: Path) -> None:
    key = tmp_path / "kunci"
    made = subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=False, capture_output=True
    )
    if made.returncode:
        pytest.fail(f"ssh-keygen is part of the tools that Git needs for signing: {made.stderr!r}")
    for name, value in (("gpg.format", "ssh"), ("user.signingkey", str(key)), ("commit.gpgsign", "true")):
        forge.git("config", name, value)
    forge.move("2028-T1", "Mundurkan\n\nAlasan: Izin terlambat.")
    assert "gpgsig" in forge.git("cat-file", "commit", "HEAD")
    forge.git("config", "log.showSignature", "true")
    assert reasons(forge.folder) == ["Izin terlambat."]


@pytest.mark.parametrize("raw", ["0 +0000", "4102444800 +0700", "1767225600 -1200", "1767225600 +9999"])
def test_any_date_of_a_commit_is_taken_and_the_order_is_that_of_the_line(forge: Forge, raw: str) -> None:
    """Before 1970 Git itself writes 0; the clock of a machine may as well be years ahead, or in no zone on earth."""
    with_date(forge, raw, "2028-T1", "Alasan: Jam mesin salah.")
    forge.move("2028-T2", "Lagi", day="2026-02-01")
    history = told(forge.folder)
    assert [version.number for version in history.versions] == [0, 1, 2]
    assert [change.after.number for change in ends(history)] == [1, 2]
    assert [entry.reason for entry in history.entries] == ["Jam mesin salah.", None]


def with_date(forge: Forge, raw: str, end: str, message: str, encoding: str = "utf-8") -> None:
    """A commit with a date or a message that `git commit` would refuse or put right."""
    forge.values["kegiatan"][0]["selesai"] = end
    forge.workshop.write(FILE, forge.values)
    forge.git("add", "--all")
    tree, parent = forge.git("write-tree"), forge.git("rev-parse", "HEAD")
    text = f"tree {tree}\nparent {parent}\nauthor x <x@x> {raw}\ncommitter x <x@x> {raw}\n\n{message}\n"
    object_ = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--literally", "--stdin"],
        cwd=forge.folder,
        input=text.encode(encoding),
        capture_output=True,
        check=True,
    )
    forge.git("reset", "--quiet", "--soft", object_.stdout.decode().strip())


def ends(history: History) -> list[Any]:
    return [entry.change for entry in history.entries if isinstance(entry.change, EndMoved)]


def test_a_day_is_a_day_where_the_site_is(forge: Forge) -> None:
    """Merged on a forge's page on 1 January, 02.00 in Jakarta: the forge writes 31 December, 19.00 UTC."""
    with_date(forge, "1798743600 +0000", "2028-T1", "Ubah")
    assert [told(forge.folder, place).entries[0].day for place in ("WIB", "UTC", "WIT")] == [
        date(2027, 1, 1),
        date(2026, 12, 31),
        date(2027, 1, 1),
    ]
    assert told(forge.folder).versions[-1].moment == "2027-01-01T02:00:00+07:00"


def test_names_and_messages_that_are_not_utf_8(forge: Forge) -> None:
    latin = "plans/sagara/caf\xe9.yaml".encode("latin-1")
    (Path(os.fsdecode(os.fsencode(forge.folder) + b"/" + latin))).write_text("x", encoding="utf-8")
    forge.values["kegiatan"][0]["selesai"] = "2028-T1"
    forge.workshop.write(FILE, forge.values)
    forge.git("add", "--all")
    with_date(forge, "1767225600 +0700", "2028-T1", "Mundur\n\nAlasan: Izin caf\xe9 terlambat.", "latin-1")
    assert reasons(forge.folder) == ["Izin caf\ufffd terlambat."]
    (forge.folder.parent / "pesan").write_bytes("Mundur\n\nAlasan: Izin caf\xe9.".encode("latin-1"))
    message = ("--file", str(forge.folder.parent / "pesan"))
    forge.git("-c", "i18n.commitEncoding=ISO-8859-1", "commit", "--quiet", "--amend", *message)
    assert reasons(forge.folder) == ["Izin café."]


def test_a_worktree_and_a_submodule_remember_too(forge: Forge, tmp_path: Path) -> None:
    forge.move("2028-T1", "Mundurkan\n\nAlasan: Izin terlambat.")
    forge.git("worktree", "add", "--quiet", str(tmp_path / "kedua"), "HEAD")
    assert reasons(tmp_path / "kedua") == ["Izin terlambat."]
    outer = tmp_path / "luar"
    subprocess.run(["git", "init", "--quiet", str(outer)], check=True)
    allow = ("-c", "protocol.file.allow=always")
    subprocess.run(["git", *allow, "submodule", "--quiet", "add", str(forge.folder), "rencana"], cwd=outer, check=True)
    assert reasons(outer / "rencana") == ["Izin terlambat."]


def test_the_same_history_in_another_clone_is_the_same(forge: Forge, tmp_path: Path) -> None:
    forge.propose()
    forge.git("merge", "--quiet", "--no-ff", "usul", "-m", "Gabung")
    forge.git("clone", "--quiet", str(forge.folder), str(tmp_path / "klon"))
    assert told(tmp_path / "klon") == told(forge.folder)


def test_the_plan_itself_comes_before_a_message(forge: Forge) -> None:
    forge.values["alasan_perubahan"] = [{"item": "k-001", "tanggal": "2026-03-01", "alasan": "Pengadaan diulang."}]
    forge.move("2028-T1", "Mundurkan\n\nAlasan: Izin terlambat.")
    assert reasons(forge.folder) == ["Pengadaan diulang."]


def test_a_reason_for_the_decree_and_a_ceiling_is_given_by_their_keys(forge: Forge) -> None:
    forge.values["rencana"]["penetapan"] = {"nomor": "12"}
    forge.values["cetak_biru"]["pendanaan"] = {"sasaran": "x", "pagu": {"2026": 4}}
    forge.workshop.commit({FILE: forge.values})
    forge.values["rencana"]["penetapan"] = {"nomor": "13"}
    forge.values["cetak_biru"]["pendanaan"]["pagu"]["2026"] = 2
    forge.values["alasan_perubahan"] = [
        {"item": "penetapan", "tanggal": "2026-03-01", "alasan": "Perbup diubah."},
        {"item": "pendanaan", "tanggal": "2026-03-01", "alasan": "Efisiensi."},
    ]
    forge.workshop.commit({FILE: json.dumps(forge.values)}, day="2026-03-01")
    assert reasons(forge.folder) == ["Perbup diubah.", "Efisiensi."]
