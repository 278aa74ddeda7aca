import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.model.address import PlanAddress
from generator.reading.past import contents as module
from generator.reading.past.committed import may_be_committed
from generator.reading.past.contents import Blob
from generator.reading.past.histories import histories
from generator.reading.past.plans_at_commit import plans_at_commit
from generator.reading.past.repository import NO_GIT, Repository, prefix_of, repository_at
from generator.reading.past.unavailable import LOST, Unavailable
from generator.reading.text import MAXIMUM_BYTES
from generator.reading.time_limit import at_most
from generator.store.cache import Cache
from generator.store.paths import real

HERE = PlanAddress("sagara", "2025-2029")
FILE, DEEP = "plans/sagara/2025-2029.yaml", "plans/sagara/2025-2029/kegiatan.yaml"


def git(folder: Path, *arguments: str, day: str = "2026-01-02") -> str:
    moment = f"{day}T08:00:00+07:00"
    identity = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "GIT_CONFIG_GLOBAL": os.devnull}
    command = ["git", "-c", "user.name=Nama Orang", "-c", "user.email=orang@example.org", *arguments]
    done = subprocess.run(command, cwd=folder, env=os.environ | identity, check=True, capture_output=True)
    return done.stdout.decode()


def commit(folder: Path, files: dict[str, str | None], message: str = "Ubah", day: str = "2026-01-02") -> str:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message, day=day)
    return git(folder, "rev-parse", "HEAD").strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    return tmp_path


def repository(folder: Path) -> Repository:
    found = repository_at(folder)
    assert isinstance(found, Repository)
    return found


def test_a_folder_outside_git_and_a_repository_without_commit_are_told_apart(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    empty = repository_at(folder)
    outside = repository_at(tmp_path_factory.mktemp("lain"))
    assert isinstance(empty, Unavailable)
    assert isinstance(outside, Unavailable)
    assert "belum memiliki komit" in empty.reason.msgid
    assert "bukan bagian dari repositori" in outside.reason.msgid


@pytest.mark.parametrize("name", ["^HEAD", "-HEAD", " HEAD", "HEAD:plans", ""])
def test_what_names_no_commit_is_told_as_that(folder: Path, name: str) -> None:
    commit(folder, {"a": "1"})
    found = Repository(folder).commit(name)
    assert isinstance(found, Unavailable)
    assert "bukan nama revisi" in found.reason.msgid


def test_what_the_repository_holds_is_known_and_where_git_does_not_tell_it_may_be_all(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path_factory.mktemp("lain")
    own, held, led = folder / "build", folder / "situs", folder / "jalan"
    own.mkdir()
    assert not may_be_committed(own, folder), "no commit yet"
    commit(folder, {"situs/index.html": "x", ".gitignore": "build/"})
    led.symlink_to("situs")
    below = folder / "dalam"
    below.mkdir()
    for asked_from in (folder, below):
        told = [may_be_committed(real(path), asked_from) for path in (own, held, led, elsewhere, folder / "belum-ada")]
        assert told == [False, True, True, False, False]
    monkeypatch.setenv("PATH", str(elsewhere))
    assert [may_be_committed(real(path), folder) for path in (own, held, led, elsewhere)] == [True, True, True, False]
    assert not may_be_committed(elsewhere / "situs", elsewhere), "no repository at all"


def test_what_stands_in_a_repository_inside_may_be_a_submodule_of_a_proposal(folder: Path) -> None:
    commit(folder, {"a": "1"})
    brought = folder / "build"
    brought.mkdir()
    assert not may_be_committed(brought / "site", folder)
    (brought / ".git").write_text("gitdir: ../.git/modules/build\n")
    for path in (brought, brought / "site", brought / "site" / "index.html"):
        assert may_be_committed(path, folder)


def test_files_of_a_repository_beside_the_plans_are_no_history(folder: Path) -> None:
    plans = folder / "bagian"
    first = commit(folder, {"bagian/plans/a.yaml": "satu"})
    for name in ("HEAD", "config", "objects", "refs"):
        source = folder / ".git" / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, plans / name)
    commit(folder, {"bagian/plans/a.yaml": "dua"})
    found = repository_at(plans)
    assert isinstance(found, Unavailable)
    assert "repositori Git lain" in found.reason.msgid
    assert found.help
    assert "hapus HEAD" in found.help.msgid
    assert repository(folder).commit("HEAD") != first
    assert may_be_committed(plans / "situs", plans)


def test_a_repository_that_may_not_be_opened_is_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(folder, {FILE: "satu"})
    (folder / ".git" / "HEAD").unlink()
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: not str(path).endswith(".git") and allowed(path, mode))
    found = repository_at(folder)
    assert isinstance(found, Unavailable)
    assert "tidak dapat membaca" in found.reason.msgid
    assert not found.is_new


def test_no_git_program_is_a_value(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    found = repository_at(folder)
    assert isinstance(found, Unavailable)
    assert found.reason == NO_GIT
    assert found.help
    (folder / ".git").rename(folder / "git")
    found = repository_at(folder)
    assert isinstance(found, Unavailable)
    assert (found.is_new, found.help) == (True, None)


@pytest.mark.parametrize(
    "name", ["--help", "-n1", "", "HEAD:plans", "a b", "a\nb", "--output=x", "nope", "HEAD~99", "a" * 300]
)
def test_a_bad_revision_is_a_value(folder: Path, name: str) -> None:
    commit(folder, {FILE: "a: 1\n"})
    assert isinstance(repository(folder).commit(name), Unavailable)
    assert not (folder / "x").exists()


def test_names_that_git_knows(folder: Path) -> None:
    first = commit(folder, {FILE: "a: 1\n"})
    second = commit(folder, {FILE: "a: 2\n"})
    git(folder, "tag", "v1", first)
    names = {"HEAD": second, "HEAD~1": first, "main^": first, "v1": first, second[:9]: second}
    assert {name: repository(folder).commit(name) for name in names} == names


def test_paths_are_relative_to_the_folder_asked_about(folder: Path) -> None:
    commit(folder, {f"kabupaten/{FILE}": "a: 1\n"})
    below = repository(folder / "kabupaten")
    assert [blob.path for blob in below.listing("HEAD", "plans").files] == [FILE]
    assert [list(step.files) for step in below.steps("HEAD", "plans")] == [[FILE]]


@pytest.mark.parametrize("setting", [("core.bare", "true"), ("core.worktree", "lain")])
def test_a_setting_that_says_there_is_no_work_tree_changes_no_past(folder: Path, setting: tuple[str, str]) -> None:
    """Editors and tools of work trees leave such a one behind; what stood at the top under the same name is another."""
    inner = folder / "kabupaten"
    commit(folder, {FILE: "a: 0\n", f"kabupaten/{FILE}": "a: 1\n"})
    usual = repository(inner).listing("HEAD", "plans"), repository(inner).steps("HEAD", "plans"), prefix_of(inner)
    (folder / ".git" / "lain").mkdir()
    git(folder, "config", *setting)
    found = repository(inner)
    assert (found.listing("HEAD", "plans"), found.steps("HEAD", "plans"), prefix_of(inner)) == usual
    assert found.file("HEAD", FILE) == Blob(FILE, git(folder, "rev-parse", f"HEAD:kabupaten/{FILE}").strip())
    assert found.is_clean("plans")


def test_where_a_folder_lies_in_its_repository(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    inner = folder / "e gov" / "rencana"
    inner.mkdir(parents=True)
    assert (prefix_of(folder), prefix_of(inner)) == ("", "e gov/rencana/")
    assert prefix_of(tmp_path_factory.mktemp("outside")) == ""


def test_steps_add_up_to_the_files_of_the_last_commit(folder: Path) -> None:
    commit(folder, {FILE: "a: 1\n"}, "Terbitkan", "2026-01-02")
    commit(folder, {"README.md": "x"})
    commit(folder, {FILE: "a: 2\n", "plans/b/2025-2029/x y\té.yaml": "b: 1\n"}, "Ubah", "2026-02-03")
    commit(folder, {FILE: None}, "Hapus", "2026-03-04")
    steps = list(repository(folder).steps("HEAD", "plans"))
    state: dict[str, str | None] = {}
    for step in steps:
        state |= step.files
    assert [step.commit.day for step in steps] == ["2026-01-02", "2026-02-03", "2026-03-04"]
    files = repository(folder).listing("HEAD", "plans").files
    assert {path: blob for path, blob in state.items() if blob} == {file.path: file.id for file in files}
    assert steps[2].files == {FILE: None}


def test_a_merge_is_one_step_dated_at_the_merge(folder: Path) -> None:
    commit(folder, {FILE: "a: 1\n"}, day="2026-01-01")
    git(folder, "switch", "--quiet", "--create", "usul")
    commit(folder, {FILE: "a: 2\n"}, day="2026-01-02")
    commit(folder, {FILE: "a: 3\n"}, day="2026-01-03")
    git(folder, "switch", "--quiet", "main")
    git(folder, "merge", "--quiet", "--no-ff", "--message", "Gabung", "usul", day="2026-01-09")
    assert [step.commit.day for step in repository(folder).steps("HEAD", "plans")] == [
        "2026-01-01",
        "2026-01-09",
    ]


def test_contents_come_whole_and_a_huge_one_is_cut(folder: Path) -> None:
    huge = "x" * (MAXIMUM_BYTES + 5_000_000)
    commit(folder, {f"plans/{name}/2025-2029.yaml": text for name, text in (("a", huge), ("b", "dua\n"), ("c", ""))})
    blobs = [blob.id for blob in repository(folder).listing("HEAD", "plans").files]
    with repository(folder).contents() as contents:
        read = [contents.read(blob) for blob in blobs]
        assert contents.read("0" * 40) is None
        assert contents.read(blobs[1]) == b"dua\n"
    assert read[0] is not None
    assert (len(read[0]), read[1:]) == (MAXIMUM_BYTES + 1, [b"dua\n", b""])


def test_a_shallow_clone_says_so(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    commit(folder, {FILE: "a: 1\n"})
    commit(folder, {FILE: "a: 2\n"})
    shallow = tmp_path_factory.mktemp("shallow")
    git(shallow, "clone", "--quiet", "--depth=1", folder.as_uri(), ".")
    assert repository(shallow).is_shallow()
    assert not repository(folder).is_shallow()


def test_a_repository_named_by_a_hook_does_not_win(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = commit(folder, {FILE: "a: 1\n"})
    monkeypatch.setenv("GIT_DIR", "/nonexistent")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nonexistent/index")
    assert repository(folder).commit("HEAD") == known


def test_clean_means_that_the_disk_is_what_was_committed(folder: Path) -> None:
    commit(folder, {FILE: "a: 1\n"})
    (folder / "note.txt").write_text("elsewhere", encoding="utf-8")
    assert repository(folder).is_clean("plans")
    (folder / "plans/sagara/catatan.txt").write_text("no part of a plan", encoding="utf-8")
    assert repository(folder).is_clean("plans")
    (folder / "plans/sagara/2030-2034.yaml").write_text("x", encoding="utf-8")
    assert not repository(folder).is_clean("plans")
    (folder / "plans/sagara/2030-2034.yaml").unlink()
    (folder / FILE).write_text("a: 2\n", encoding="utf-8")
    assert not repository(folder).is_clean("plans")
    (folder / FILE).unlink()
    assert not repository(folder).is_clean("plans")


def test_nothing_is_written(folder: Path) -> None:
    commit(folder, {FILE: "a: 1\n"})

    def state() -> dict[str, tuple[int, int]]:
        return {
            str(path): (path.stat().st_mtime_ns, path.stat().st_size) for path in folder.rglob("*") if path.is_file()
        }

    before = state()
    known = repository(folder)
    plans_at_commit(known, "HEAD", "plans")
    list(known.steps("HEAD", "plans"))
    known.is_shallow()
    known.is_clean("plans")
    assert state() == before


def test_what_git_would_wait_for_is_lost_and_the_rest_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.5)
    commit(folder, {"plans/a.yaml": "satu\n", "plans/b.yaml": "dua\n"})
    blobs = [git(folder, "rev-parse", f"HEAD:plans/{name}.yaml").strip() for name in "ab"]
    kept = folder / ".git" / "objects" / blobs[0][:2] / blobs[0][2:]
    kept.unlink()
    os.mkfifo(kept)
    with repository(folder).contents() as contents:
        assert [contents.read(blob) for blob in (*blobs, blobs[1])] == [None, b"dua\n", b"dua\n"]


def test_git_ends_with_a_question_that_it_was_not_given(folder: Path) -> None:
    commit(folder, {"plans/a.yaml": "satu\n"})
    with repository(folder).contents() as contents:
        assert contents._process.stdin is not None
        contents._process.stdin.write(b"x" * 100)
    assert contents._process.returncode is not None


def test_a_content_that_is_too_large_is_not_asked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blanks pack to nothing, and Git unpacks them all."""
    large = folder / "plans" / "sagara" / "2025-2029.yaml"
    large.parent.mkdir(parents=True)
    with large.open("wb") as file:
        file.truncate(MAXIMUM_BYTES + 1)
    last = commit(folder, {"plans/sagara/2026-2030.yaml": "a: 1\n"})
    asked: list[bytes] = []
    real = module._told

    def told(process: subprocess.Popen[bytes], blob: str) -> bytes:
        if "--batch" in process.args:  # type: ignore[operator]
            asked.append(blob.encode())
        return real(process, blob)

    monkeypatch.setattr(module, "_told", told)
    one, other = plans_at_commit(repository(folder), last, "plans").plans
    assert (len(one.files[0].content), other.files[0].content) == (MAXIMUM_BYTES + 1, b"a: 1\n")
    held = {
        name: git(folder, "rev-parse", f"HEAD:plans/sagara/{name}.yaml").strip() for name in ("2025-2029", "2026-2030")
    }
    assert held["2025-2029"].encode() not in asked
    assert held["2026-2030"].encode() in asked


def _hung_on(folder: Path, tree: str) -> None:
    """A commit that holds a tree below the plans, and one that takes it back."""

    def made(*arguments: str, told: str = "") -> str:
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@b", *arguments]
        return subprocess.run(
            command, cwd=folder, input=told.encode(), check=True, capture_output=True
        ).stdout.decode()[:-1]

    before, plan = made("rev-parse", "HEAD"), made("rev-parse", "HEAD:plans/sagara")
    plans = made("mktree", told=f"040000 tree {plan}\tsagara\n040000 tree {tree}\tz\n")
    root = made("mktree", told=f"040000 tree {plans}\tplans\n")
    there = made("commit-tree", root, "-p", before, "-m", "ada")
    made("update-ref", "refs/heads/main", made("commit-tree", f"{before}^{{tree}}", "-p", there, "-m", "tiada"))


def _tree(folder: Path, levels: int, name: str) -> str:
    """Ten equal trees in each other, files in the last or, without a name, nothing: a few hundred bytes."""

    def made(*arguments: str, told: str) -> str:
        command = ["git", *arguments]
        return subprocess.run(
            command, cwd=folder, input=told.encode(), check=True, capture_output=True
        ).stdout.decode()[:-1]

    file = made("hash-object", "-w", "--stdin", told="a: 1\n")
    tree = made("mktree", told="".join(f"100644 blob {file}\t{name.format(each)}\n" for each in range(10) if name))
    for _ in range(levels - 1):
        tree = made("mktree", told="".join(f"040000 tree {tree}\td{each}\n" for each in range(10)))
    return tree


def test_paths_that_no_plan_has_are_not_kept(folder: Path) -> None:
    commit(folder, {FILE: "a: 1\n"})
    _hung_on(folder, _tree(folder, 4, "f{}.yaml"))
    steps = repository(folder).steps("HEAD", "plans")
    assert not isinstance(steps, Unavailable)
    assert [list(step.files) for step in steps] == [[FILE], [], []]
    assert [file.path for file in repository(folder).listing("HEAD~1", "plans").files] == [FILE]


def test_a_commit_that_git_has_lost_is_told(folder: Path) -> None:
    first = commit(folder, {FILE: "a: 1\n"})
    commit(folder, {FILE: "a: 2\n"})
    (folder / ".git" / "objects" / first[:2] / first[2:]).unlink()
    found = repository(folder).steps("HEAD", "plans")
    assert isinstance(found, Unavailable)
    assert found.reason == LOST


def test_a_tree_that_unfolds_without_end_is_not_unfolded(folder: Path) -> None:
    commit(folder, {FILE: "a: 1\n"})
    _hung_on(folder, _tree(folder, 30, "f{}.yaml"))
    with at_most(20):
        listed = repository(folder).listing("HEAD~1", "plans").files
        assert [file.path for file in listed] == [FILE]
        assert plans_at_commit(repository(folder), "HEAD~1", "plans") == plans_at_commit(
            repository(folder), "HEAD", "plans"
        )
        steps = repository(folder).steps("HEAD", "plans")
    assert not isinstance(steps, Unavailable)
    assert [list(step.files) for step in steps] == [[FILE], [], []]


def test_a_tree_that_unfolds_in_the_folder_of_a_plan_is_looked_through_once(folder: Path) -> None:
    commit(folder, {FILE: "a: 1\n"})
    tree = _tree(folder, 30, "f{}.yaml")
    for _ in range(2):
        listed = f"040000 tree {tree}\t2025-2029\n".encode()
        tree = subprocess.run(
            ["git", "mktree"], cwd=folder, input=listed, check=True, capture_output=True
        ).stdout.decode()[:-1]
    _hung_on(folder, tree)  # at plans/z/2025-2029/2025-2029/d0/...
    with at_most(20):
        files = repository(folder).listing("HEAD~1", "plans").files
        steps = repository(folder).steps("HEAD", "plans")
    assert not isinstance(steps, Unavailable)
    assert 1 < len(files) < 100
    assert {path: id for path, id in steps[1].files.items() if id} == {file.path: file.id for file in files[1:]}


@pytest.mark.parametrize("bottom", ["f{}", ""])
def test_a_tree_that_unfolds_at_the_depth_of_plans_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, bottom: str
) -> None:
    """Of files, and of folders that hold nothing."""
    commit(folder, {FILE: "a: 1\n"})
    _hung_on(folder, _tree(folder, 4, bottom))
    monkeypatch.setattr("generator.reading.past.listing.MOST_ENTRIES", 100)
    found = repository(folder).listing("HEAD~1", "plans")
    assert ([file.path for file in found.files], found.beyond) == ([FILE], {"z"})


def test_what_comes_in_the_place_of_a_file_is_told_of_both(folder: Path) -> None:
    commit(folder, {FILE: "a: 1\n"})
    commit(folder, {FILE: None})
    commit(folder, {f"{FILE}/a.yaml": "a: 2\n"})
    (folder / FILE / "a.yaml").unlink()
    (folder / FILE / "a.yaml").symlink_to("/etc/hostname")
    commit(folder, {})
    git(folder, "rm", "-r", "--quiet", "plans")
    commit(folder, {"README.md": "x"})
    steps = repository(folder).steps("HEAD", "plans")
    assert not isinstance(steps, Unavailable)
    told = [{path: bool(blob) for path, blob in step.files.items()} for step in steps]
    assert told == [{FILE: True}, {FILE: False}, *[{f"{FILE}/a.yaml": True}] * 2, {f"{FILE}/a.yaml": False}]


def test_more_files_than_any_country_has_are_told_of_those_who_have_most_of_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(folder, {FILE: "a: 1\n"})
    _hung_on(folder, _tree(folder, 2, "202{}-2029.yaml"))
    assert len(repository(folder).listing("HEAD~1", "plans").files) == 101
    monkeypatch.setattr("generator.reading.past.listing.MOST_ENTRIES", 100)
    found = plans_at_commit(repository(folder), "HEAD~1", "plans")
    assert not isinstance(found, Unavailable)
    assert [str(plan.address) for plan in found.plans] == ["sagara/2025-2029"]
    assert found.closed.keys() == {"z"}


def _without(folder: Path, name: str) -> None:
    """Git loses an object."""
    id = git(folder, "rev-parse", name).strip()
    (folder / ".git" / "objects" / id[:2] / id[2:]).unlink()


def test_the_ids_of_files_are_known_whatever_stands_beside_them(folder: Path) -> None:
    commit(folder, {DEEP: "a: 1\n", "plans/segara/2025-2029.yaml": "b: 1\n", "plans/sagara/lampiran/a": "x"})
    id = git(folder, "rev-parse", f"HEAD:{DEEP}").strip()
    _without(folder, "HEAD:plans/sagara/lampiran")
    _without(folder, "HEAD:plans/segara/2025-2029.yaml")
    paths = [DEEP, "plans/segara/2025-2029.yaml", "plans/sagara/lampiran/a", "plans/sagara", "plans/tiada/a.yaml"]
    other = git(folder, "rev-parse", "HEAD:plans/segara/2025-2029.yaml").strip()
    assert repository(folder).ids("HEAD", "plans", paths) == {DEEP: id, "plans/segara/2025-2029.yaml": other}
    assert repository(folder).ids("HEAD", "tiada", ["tiada/a"]) == {}
    assert repository(folder).is_clean("plans")
    (folder / DEEP).write_text("a: 2\n")
    assert not repository(folder).is_clean("plans")


def test_what_stands_in_the_place_of_a_tree_and_is_none_is_told(folder: Path) -> None:
    commit(folder, {FILE: "a: 1\n"})
    blob = subprocess.run(
        ["git", "hash-object", "-w", "--stdin"], cwd=folder, input=b"100644 x\0", capture_output=True, check=True
    ).stdout.decode()
    plans = b"40000 sagara\0" + bytes.fromhex(blob)
    tree = subprocess.run(
        ["git", "hash-object", "-t", "tree", "-w", "--stdin", "--literally"],
        cwd=folder,
        input=plans,
        capture_output=True,
        check=True,
    ).stdout.decode()[:-1]
    _hung_on(folder, tree)
    found = repository(folder).listing("HEAD~1", "plans")
    assert ([file.path for file in found.files], found.lost) == ([FILE], {"z"})


def test_no_folder_of_plans_is_no_plan(folder: Path) -> None:
    commit(folder, {"README.md": "x"})
    assert repository(folder).listing("HEAD", "plans").files == ()
    assert plans_at_commit(repository(folder), "HEAD", "plans").plans == []


@pytest.mark.parametrize("left_out", ["blob:none", "tree:0"])
def test_a_clone_without_contents_is_told_with_the_remedy(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, left_out: str
) -> None:
    commit(folder, {FILE: "a: 1\n"})
    commit(folder, {FILE: "a: 2\n"})
    git(folder, "config", "uploadpack.allowFilter", "true")
    part = tmp_path_factory.mktemp("sebagian")
    git(part, "clone", "--quiet", f"--filter={left_out}", folder.as_uri(), ".")
    found = plans_at_commit(repository(part), "HEAD~1", "plans")
    assert isinstance(found, Unavailable)
    assert "klon sebagian" in found.reason.msgid
    assert "--refetch" in (found.help.msgid if found.help else "")
    history = histories(repository(part), "plans", [HERE], Cache(None))[HERE]
    assert (history.known, history.reason, history.help) == (False, found.reason, found.help)
    steps = repository(part).steps("HEAD", "plans")
    assert (steps if isinstance(steps, Unavailable) else repository(part).lacks(steps)) == found
    assert len(plans_at_commit(repository(part), "HEAD", "plans").plans) == 1
    git(part, "fetch", "--quiet", "--refetch", "--no-filter")
    assert "klon" not in str(histories(repository(part), "plans", [HERE], Cache(None))[HERE].reason)
    assert plans_at_commit(repository(part), "HEAD~1", "plans") == plans_at_commit(
        repository(folder), "HEAD~1", "plans"
    )
