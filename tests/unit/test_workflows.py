"""The workflows of this repository and those that `rencana new` gives to institutions."""

import json
import os
import re
import shlex
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import click
import pytest
from ruamel.yaml import YAML

from generator.cli import command

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
GIVEN = ROOT / "generator/scaffold/repository_files"
GITLAB = GIVEN / "gitlab/.gitlab-ci.yml"
GIVEN_GITHUB = sorted((GIVEN / "github/.github/workflows").glob("*.yml"))
GIVEN_GITEA = sorted((GIVEN / "gitea/.gitea/workflows").glob("*.yml"))
OWN = sorted((ROOT / ".github/workflows").glob("*.yml"))
ACTIONS = [*OWN, *GIVEN_GITHUB, *GIVEN_GITEA]
ACTION = ROOT / "action.yml"
COPIED = [*GIVEN_GITHUB, *GIVEN_GITEA, GITLAB]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def loaded(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in loaded(path)["jobs"].values() for step in job.get("steps", [])]


def commands(path: Path) -> list[list[str]]:
    """Every call of `rencana` in a workflow, up to the next shell operator."""
    lines = re.findall(
        r"(?<![\w.-])rencana ((?:check|diff|build|pages|import)[^|>&;\n]*)", path.read_text(encoding="utf-8")
    )
    return [shlex.split(line) for line in lines]


def test_the_linter_has_nothing_to_say() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--quiet", *ACTIONS, ACTION], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", [*ACTIONS, ACTION], ids=name)
def test_actions_are_pinned_with_their_version(path: Path) -> None:
    used = re.findall(r"uses: (\S+)(.*)", path.read_text(encoding="utf-8"))
    foreign = [(action, rest) for action, rest in used if not action.startswith("./")]
    for action, rest in foreign:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", rest), action


def test_one_version_of_each_action() -> None:
    used = {line for path in ACTIONS for line in re.findall(r"uses: (actions/\S+)", path.read_text(encoding="utf-8"))}
    assert len(used) == len({action.split("@")[0] for action in used}) >= 5


@pytest.mark.parametrize("path", ACTIONS, ids=name)
def test_least_privilege_and_bounds(path: Path) -> None:
    workflow = loaded(path)
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in workflow["on"]
    assert "secrets." not in path.read_text(encoding="utf-8")
    for job in workflow["jobs"].values():
        if "uses" in job:
            continue  # the called file has the bounds
        assert job["timeout-minutes"] <= 30
        assert "concurrency" in job or "concurrency" in workflow
        if "github" in name(path) and job.get("if", "").endswith("== 'pull_request'"):
            assert job["permissions"] == {"contents": "read"}
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "an expression in a script is code from outside"
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"] == {"persist-credentials": False, "fetch-depth": 0}


@pytest.mark.parametrize("path", ACTIONS, ids=name)
def test_a_pull_request_neither_reads_nor_writes_a_cache(path: Path) -> None:
    workflow = loaded(path)
    for job in workflow["jobs"].values():
        caching = any("actions/cache" in step.get("uses", "") for step in job.get("steps", []))
        assert not caching or "pull_request" not in workflow["on"] or job["if"] == "github.event_name != 'pull_request'"


def test_the_night_has_a_file_of_its_own_where_a_forge_disables_idle_schedules() -> None:
    triggers = {path.name: set(loaded(path)["on"]) for path in GIVEN_GITHUB}
    assert triggers == {
        "malam.yml": {"schedule", "workflow_dispatch"},
        "rencana.yml": {"pull_request", "push", "workflow_dispatch"},
        "terbit.yml": {"workflow_call"},
        "usulan.yml": {"issues"},
    }
    assert "schedule" in loaded(GIVEN_GITEA[1])["on"]


@pytest.mark.parametrize("path", [*COPIED, ACTION], ids=name)
def test_the_commands_exist_with_their_options(path: Path) -> None:
    for named, *arguments in commands(path):
        known = command(named)
        options = {each for parameter in known.params if isinstance(parameter, click.Option) for each in parameter.opts}
        assert {argument for argument in arguments if argument.startswith("--")} <= options
        for option, value in pairwise(arguments):
            if option == "--format":
                (choice,) = [each.type for each in known.params if "--format" in each.opts]
                assert isinstance(choice, click.Choice)
                assert value in choice.choices


def test_all_install_the_same_and_no_name_of_a_public_index() -> None:
    told = [
        [line.strip().removeprefix("- ") for line in path.read_text(encoding="utf-8").splitlines()] for path in COPIED
    ]
    installs = [[line for line in lines if "pip install" in line] for lines in told]
    assert {tuple(each) for each in installs if each} == {tuple(installs[-1])}
    (libraries, program) = installs[-1]
    assert libraries.endswith("--require-hashes --requirement alat/pustaka.txt")
    assert program.endswith("--no-deps --no-build-isolation --requirement alat/rencana.txt")
    assert sum(bool(each) for each in installs) == 6


@pytest.mark.parametrize("made", ["folder", "link", "link to nothing", "link above"])
def test_the_action_publishes_nothing_that_stands_there_before_it_builds(tmp_path: Path, made: str) -> None:
    build = next(step for step in loaded(ACTION)["runs"]["steps"] if step["name"] == "Build")
    (tmp_path / "docs" / "site").mkdir(parents=True)
    (tmp_path / "docs" / "site" / "index.html").write_text("palsu", encoding="utf-8")
    match made:
        case "folder":
            (tmp_path / "build" / "site").mkdir(parents=True)
        case "link above":
            (tmp_path / "build").symlink_to("docs")
        case _:
            (tmp_path / "build").mkdir()
            (tmp_path / "build" / "site").symlink_to("../docs/site" if made == "link" else "lain")
    given = {"OUTPUT": "build/site", "PLANS": "plans", "LENIENT": "true", "PATH": os.environ["PATH"]}
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", build["run"]],
        cwd=tmp_path,
        env=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout.startswith("::error::build/site is there already")


def test_what_a_build_prints_of_plans_is_no_command_for_the_runner() -> None:
    """GitHub takes `##[command]` anywhere in a line, and a step fails by one that it forbids."""
    scripts = [step["run"] for path in ACTIONS for step in steps(path) if "rencana build" in step.get("run", "")]
    scripts += [step["run"] for step in loaded(ACTION)["runs"]["steps"] if "rencana build" in step["run"]]
    assert len(scripts) == 5
    for script in scripts:
        (before,) = (one for one, then in pairwise(script.splitlines()) if then.lstrip().startswith("rencana build"))
        assert before.strip() == 'echo "::stop-commands::$(openssl rand -hex 16)"'


@pytest.mark.parametrize(
    ("script", "author", "strangers"),
    [
        (GITLAB, {"author": {"id": 7}}, {"author": {"id": 70}}),
        (GIVEN / "gitea/.gitea/workflows/rencana.yml", {"user": {"login": "gitea-actions"}}, {"user": {"login": "x"}}),
    ],
    ids=["gitlab", "gitea"],
)
def test_only_a_note_of_our_own_is_written_anew(
    script: Path, author: dict[str, Any], strangers: dict[str, Any]
) -> None:
    (chosen,) = re.findall(r"python -c '([^']*startswith[^']*)'", script.read_text(encoding="utf-8"))
    body = "<!-- rencana -->\nIsi"
    notes = [{"id": 1, "body": body} | strangers, {"id": 2, "body": "lain"} | author, {"id": 3, "body": body} | author]
    for told, wanted in ((notes, "3"), (notes[:2], ""), ([], "")):
        done = subprocess.run(
            [sys.executable, "-c", chosen, "7"], input=json.dumps(told), capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == wanted


@pytest.mark.parametrize("path", [*OWN, *GIVEN_GITHUB], ids=name)
def test_a_site_is_carried_with_its_files_that_begin_with_a_dot(path: Path) -> None:
    """GitHub's own actions leave out `.well-known/`, by which a domain or a contact is found, unless they are told."""
    for step in steps(path):
        given = step.get("with", {})
        if step.get("uses", "").startswith("actions/upload-") and given["path"].startswith("build/"):
            assert given["include-hidden-files"] is True, step


def test_gitlab_refuses_a_cache_from_the_repository() -> None:
    workflow = loaded(GITLAB)
    assert 'tersimpan=$(git ls-files .cache) && test -z "$tersimpan"' in workflow["default"]["before_script"]
    assert workflow["periksa"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}]
    assert "cache" not in workflow["periksa"]
    assert workflow["pages"]["artifacts"]["paths"] == ["public"]
    for job in ("periksa", "pages"):
        assert workflow[job]["artifacts"]["reports"] == {"codequality": "kualitas.json"}


def test_the_hook_runs_on_plans_only() -> None:
    (hook,) = loaded(ROOT / ".pre-commit-hooks.yaml")
    assert hook["entry"].split()[:2] == ["rencana", "check"]
    assert re.match(hook["files"], "plans/sagara/2025-2029.yaml")
    assert not re.match(hook["files"], "docs/plans/sagara.yaml")


@pytest.fixture
def pull_request(workshop: Any, small_plan: Any) -> Any:
    """A checkout as a workflow sees it: the merge of a change into `main`."""
    plan = "plans/sagara/2025-2029.yaml"
    values = small_plan()
    workshop.commit({plan: values})
    workshop.git("switch", "--quiet", "--create", "usul")
    values["kegiatan"][0]["selesai"] = "2029-T2"
    workshop.commit({plan: values})
    workshop.git("switch", "--quiet", "main")
    workshop.git("merge", "--quiet", "--no-ff", "--message", "Gabung", "usul")
    return workshop


def run(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a step as a runner does, with the `rencana` of this environment."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=os.environ | variables | {"PATH": path, "XDG_CACHE_HOME": str(folder.parent / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_steps_of_the_action_run(pull_request: Any) -> None:
    own = {step["name"]: step for step in loaded(ACTION)["runs"]["steps"]}
    summary = pull_request.folder.parent / "summary.md"
    given = {"PLANS": "plans", "BEFORE": "HEAD^1", "LENIENT": "false", "GITHUB_STEP_SUMMARY": str(summary)}
    assert set(own["What changed"]["env"]) < set(given)
    assert run(own["Check"]["run"], pull_request.folder, **given).returncode == 0
    assert run(own["What changed"]["run"], pull_request.folder, **given).returncode == 0
    assert "K-001" in summary.read_text(encoding="utf-8")
    pull_request.write("plans/sagara/2025-2029.yaml", "rusak: [")
    assert run(own["Check"]["run"], pull_request.folder, **given).returncode == 1
    assert run(own["Check"]["run"], pull_request.folder, **given | {"LENIENT": "true"}).returncode == 0


def _proposing() -> dict[str, str]:
    """What each named step of the workflow that reads proposals runs."""
    return {
        step["name"]: step["run"] for step in steps(GIVEN / "github/.github/workflows/usulan.yml") if "name" in step
    }


def _of_github(around: Path, body: str | None = None) -> dict[str, str]:
    """The variables that a step on GitHub is given, with the event of an issue."""
    event = around / "peristiwa.json"
    event.write_text(json.dumps({"issue": {"number": 12, "body": body}}), encoding="utf-8")
    return {"RUNNER_TEMP": str(around), "GITHUB_EVENT_PATH": str(event), "NOMOR": "12", "UTAMA": "main"}


def test_an_issue_becomes_a_change_of_the_plan_and_nothing_else(pull_request: Any) -> None:
    """The text of an issue is hostile: it reaches no shell, and only the fields of a proposal are used."""
    folder = pull_request.folder
    change = {"tabel": "kegiatan", "baris": "K-001", "isian": "selesai", "lama": "2029-T2", "baru": "2029-T1"}
    told = json.dumps({"usulan": 1, "rencana": "sagara/2025-2029", "perubahan": [change], "perintah": "touch jebol"})
    hostile = "$(touch jebol) `touch jebol` ${{ github.token }}\nbeda=palsu\n"

    def made(body: str) -> tuple[str, str]:
        assert run(_proposing()["Susun perubahan"], folder, **_of_github(folder.parent, body)).returncode == 0
        found = folder.parent / "usulan"
        assert {path.name for path in found.iterdir()} == {"beda.patch", "hasil.txt"}
        return (found / "beda.patch").read_text(encoding="utf-8"), (found / "hasil.txt").read_text(encoding="utf-8")

    patch, _ = made(f"{hostile}```json\n{told}\n```\n")
    assert patch.count("diff --git") == 1
    assert "plans/sagara/2025-2029.yaml" in patch
    assert "2029-T1" in patch
    assert not (folder / "jebol").exists()
    pull_request.git("checkout", "--quiet", "--", ".")
    patch, told = made(hostile)
    assert patch == ""
    assert "tepat satu usulan" in told


class Forge:
    """A checkout whose remote is a bare repository, and a stand-in for the forge's own program that notes its calls."""

    def __init__(self, workshop: Any, program: str) -> None:
        self.folder: Path = workshop.folder
        self.around = self.folder.parent
        self.bare = self.around / "kelompok" / "rencana.git"
        self._git = workshop.git
        subprocess.run(["git", "init", "--quiet", "--bare", str(self.bare)], check=True)
        workshop.git("remote", "add", "origin", str(self.bare))
        workshop.git("push", "--quiet", "origin", "main")
        self.calls = self.around / "panggilan"
        self.answer = self.around / "isu.json"
        self.answer.write_text("[]", encoding="utf-8")
        self.refused = self.around / "ditolak"
        own = self.around / "bin" / program
        own.parent.mkdir()
        own.write_text(
            f"#!/bin/sh\nfor each; do printf '%s\\n' \"$each\" >> {self.calls}; done\n"
            f'case "$*" in *--get*) cat {self.answer};; esac\n'
            f'grep -q . {self.refused} 2>/dev/null && case "$*" in *$(cat {self.refused})*) exit 22;; esac\n'
            'for each; do case "$each" in *@*/pesan.md) cat "${each#*@}";; *pesan.md) cat "$each";; esac; done >> '
            f"{self.around}/pesan-terkirim\n",
            encoding="utf-8",
        )
        own.chmod(0o755)

    def run(self, script: str, *, code: int = 0, **variables: str) -> subprocess.CompletedProcess[str]:
        path = f"{self.around / 'bin'}{os.pathsep}{os.environ['PATH']}"
        done = run(f"PATH={self.around / 'bin'}:$PATH\n{script}", self.folder, PATH=path, **variables)
        assert done.returncode == code, done.stdout + done.stderr
        return done

    def told(self) -> str:
        return self.calls.read_text(encoding="utf-8")

    def message(self) -> str:
        return (self.around / "pesan-terkirim").read_text(encoding="utf-8")

    def in_bare(self, *arguments: str) -> str:
        return self._git("--git-dir", str(self.bare), *arguments)


_CHANGE = {"tabel": "kegiatan", "baris": "K-001", "isian": "selesai", "lama": "2029-T2", "baru": "2029-T1"}
_HOSTILE = "$(touch jebol) `touch jebol` ${{ github.token }} {{7*7}}\n/close\n"


def _issue(*changes: dict[str, Any]) -> str:
    told = json.dumps({"usulan": 1, "rencana": "sagara/2025-2029", "perubahan": changes, "perintah": "touch jebol"})
    return f"{_HOSTILE}```json\n{told}\n```\n"


def test_a_proposal_on_github_becomes_a_branch_and_a_pull_request(pull_request: Any) -> None:
    forge = Forge(pull_request, "gh")

    def act(body: str) -> None:
        _act(pull_request, forge, body)

    act(_issue(_CHANGE))
    assert "2029-T1" in forge.in_bare("show", "usulan/12:plans/sagara/2025-2029.yaml")
    assert forge.in_bare("log", "--format=%s", "main..usulan/12").strip() == "Usulan dari isu #12"
    assert "pr\ncreate\n--base\nmain\n--head\nusulan/12" in forge.told()
    assert "K-001" in forge.message()
    assert "Closes #12" in forge.message()
    pull_request.git("switch", "--quiet", "--discard-changes", "main")
    act(_HOSTILE)
    assert "issue\ncomment\n12" in forge.told()
    assert "tepat satu usulan" in forge.message()
    assert not [path for path in (forge.folder, forge.around) if (path / "jebol").exists()]


def _reviewed(forge: Forge) -> str:
    """What a reviewer adds to a branch that was proposed; its new commit."""
    at = forge.around / "peninjau"
    who = ["-c", "user.name=a", "-c", "user.email=a@b.example"]
    subprocess.run(["git", "clone", "--quiet", "--branch", "usulan/12", str(forge.bare), str(at)], check=True)
    plan = at / _PLAN
    plan.write_text(plan.read_text(encoding="utf-8") + "# diperiksa\n", encoding="utf-8")
    for step in (["commit", "--quiet", "--all", "--message", "Perbaikan peninjau"], ["push", "--quiet"]):
        subprocess.run(["git", *who, *step], cwd=at, check=True)
    return forge.in_bare("rev-parse", "usulan/12")


def test_an_issue_that_is_opened_again_replaces_no_branch_on_github(pull_request: Any) -> None:
    forge = Forge(pull_request, "gh")
    _act(pull_request, forge, _issue(_CHANGE))
    pull_request.git("switch", "--quiet", "--discard-changes", "main")
    pull_request.git("branch", "--delete", "--force", "usulan/12")
    reviewed = _reviewed(forge)
    _act(pull_request, forge, _issue(_CHANGE | {"baru": "2029-T3"}))
    assert forge.in_bare("rev-parse", "usulan/12") == reviewed
    assert "usulan/12 sudah ada dan tidak diganti" in forge.message()


def test_a_proposal_on_github_can_be_tried_again_once_pull_requests_are_allowed(pull_request: Any) -> None:
    forge = Forge(pull_request, "gh")
    forge.refused.write_text("pr c", encoding="utf-8")
    _act(pull_request, forge, _issue(_CHANGE), code=1)
    assert forge.in_bare("branch", "--list", "usulan/*") == ""
    forge.refused.unlink()
    pull_request.git("switch", "--quiet", "--discard-changes", "main")
    pull_request.git("branch", "--delete", "--force", "usulan/12")
    _act(pull_request, forge, _issue(_CHANGE))
    assert forge.in_bare("branch", "--list", "usulan/*").split() == ["usulan/12"]


def _act(repository: Any, forge: Forge, body: str, code: int = 0) -> None:
    """Both jobs of GitHub's workflow."""
    given = _of_github(forge.around, body)
    forge.run(_proposing()["Susun perubahan"], **given)
    repository.git("checkout", "--quiet", "--", ".")  # the other job has a checkout of its own
    forge.run(_proposing()["Ajukan"], code=code, **given)


_LONGEST_ANSWER = 65_536
"""Characters of a comment on GitHub."""


def test_nothing_that_somebody_wrote_is_a_variable_which_the_system_may_find_too_long() -> None:
    for path in GIVEN_GITHUB:
        for step in steps(path):
            told = " ".join(step.get("env", {}).values())
            assert "outputs." not in told
            assert "body" not in told


@pytest.mark.parametrize("before", ["", "漢" * 45_000], ids=["many rows", "many bytes"])
def test_a_proposal_of_any_size_becomes_a_pull_request(pull_request: Any, small_plan: Any, before: str) -> None:
    values = small_plan()
    first = values["kegiatan"][0]
    names = [f"Layanan {number} {'panjang ' * 30}" for number in range(400)]
    values["kegiatan"] += [first | {"id": f"B-{number}", "nama": name.strip()} for number, name in enumerate(names)]
    pull_request.commit({_PLAN: values})
    forge = Forge(pull_request, "gh")
    changes = [
        {"tabel": "kegiatan", "baris": f"B-{number}", "isian": "selesai", "lama": "2027-T4", "baru": "2028-T1"}
        for number in range(400)
    ]
    _act(pull_request, forge, before + _issue(*changes))
    assert (forge.around / "usulan" / "beda.patch").stat().st_size > 131_072
    assert forge.in_bare("show", f"usulan/12:{_PLAN}").count("2028-T1") == 400
    assert "pr\ncreate" in forge.told()


def test_an_answer_that_is_too_long_is_cut_and_says_so(pull_request: Any) -> None:
    forge = Forge(pull_request, "gh")
    (forge.around / "usulan").mkdir()
    (forge.around / "usulan" / "beda.patch").touch()
    (forge.around / "usulan" / "hasil.txt").write_text("é\n" * 60_000, encoding="utf-8")
    forge.run(_proposing()["Ajukan"], **_of_github(forge.around))
    assert "Dipotong" in forge.message()
    assert 10_000 < len(forge.message()) < _LONGEST_ANSWER


@pytest.mark.parametrize("fault", ["not read", "pr c", "a push"])
def test_whatever_fails_whoever_proposed_is_answered(pull_request: Any, fault: str) -> None:
    forge = Forge(pull_request, "gh")
    if fault == "not read":
        forge.run(_proposing()["Ajukan"], code=1, **_of_github(forge.around))
        assert "belum dapat dibaca" in forge.message()
    elif fault == "a push":
        pull_request.git("remote", "set-url", "origin", str(forge.around / "tidak-ada"))
        _act(pull_request, forge, _issue(_CHANGE), code=128)
    else:
        forge.refused.write_text(fault, encoding="utf-8")
        _act(pull_request, forge, _issue(_CHANGE), code=1)
    assert "issue\ncomment\n12" in forge.told()
    assert "tidak dapat dijadikan pull request" in forge.message()


def _of_gitlab(forge: Forge, repository: Any) -> dict[str, str]:
    """The variables that a job on GitLab is given."""
    return {
        "CI_API_V4_URL": "https://forge.invalid/api/v4",
        "CI_PROJECT_ID": "7",
        "CI_SERVER_URL": f"file://{forge.around}",
        "CI_PROJECT_PATH": "kelompok/rencana",
        "CI_DEFAULT_BRANCH": "main",
        "CI_COMMIT_SHA": repository.git("rev-parse", "HEAD").strip(),
        "RENCANA_USULAN": "rahasia",
    }


def test_a_proposal_on_gitlab_becomes_a_branch_and_a_merge_request(pull_request: Any) -> None:
    forge = Forge(pull_request, "curl")
    jobs = loaded(GIVEN / "gitlab/.gitlab/usulan.yml")
    issues = [
        {"iid": 12, "description": _issue(_CHANGE)},
        {"iid": 13, "description": _HOSTILE},
        {"iid": 14, "description": None},
        {"iid": 15, "description": _issue(_CHANGE | {"lama": "2030-T1"})},
    ]
    forge.answer.write_text(json.dumps(issues), encoding="utf-8")
    given = _of_gitlab(forge, pull_request)
    for name_, job in jobs.items():
        if name_ != ".usulan":
            # The job that reads the text of issues holds no token.
            own = given if "environment" in job else {key: value for key, value in given.items() if "USULAN" not in key}
            forge.run("\n".join(job["script"]), **own)
    assert "2029-T1" in forge.in_bare("show", "usulan/12:plans/sagara/2025-2029.yaml")
    assert forge.in_bare("branch", "--list", "usulan/*").split() == ["usulan/12"]
    told = forge.told()
    assert told.count("https://forge.invalid/api/v4/projects/7/merge_requests") == 1
    assert [f"issues/{number}/notes" in told for number in (12, 13, 14, 15)] == [False, True, True, True]
    assert told.count("add_labels=usulan-dibaca") == 4
    assert "Closes #12" in forge.message()
    assert "\n/close" not in forge.message()
    assert "sudah berubah sesudah usulan ditulis" in forge.message()
    assert not [path for path in (forge.folder, forge.around) if (path / "jebol").exists()]


def test_an_issue_that_is_read_again_replaces_no_branch_on_gitlab(pull_request: Any) -> None:
    """As where its label could not be set, or a job is tried again."""
    forge = Forge(pull_request, "curl")
    jobs = loaded(GIVEN / "gitlab/.gitlab/usulan.yml")
    given = _of_gitlab(forge, pull_request)

    def act(change: dict[str, Any]) -> None:
        forge.answer.write_text(json.dumps([{"iid": 12, "description": _issue(change)}]), encoding="utf-8")
        for job in ("ambil-usulan", "susun-usulan", "ajukan-usulan"):
            forge.run("\n".join(jobs[job]["script"]), **given)

    act(_CHANGE)
    reviewed = _reviewed(forge)
    act(_CHANGE | {"baru": "2029-T3"})
    assert forge.in_bare("rev-parse", "usulan/12") == reviewed
    assert "usulan/12 sudah ada dan tidak diganti" in forge.message()


@pytest.mark.parametrize("refused", ["merge_requests", "issues/13/notes"])
def test_what_gitlab_refuses_of_one_proposal_holds_back_no_other(pull_request: Any, refused: str) -> None:
    forge = Forge(pull_request, "curl")
    forge.refused.write_text(refused, encoding="utf-8")
    issues = [{"iid": number, "description": _issue(_CHANGE) if number % 2 == 0 else "x"} for number in (12, 13, 14)]
    forge.answer.write_text(json.dumps(issues), encoding="utf-8")
    given = _of_gitlab(forge, pull_request)
    jobs = loaded(GIVEN / "gitlab/.gitlab/usulan.yml")
    for job in ("ambil-usulan", "susun-usulan", "ajukan-usulan"):
        forge.run("\n".join(jobs[job]["script"]), **given)
    assert forge.in_bare("branch", "--list", "usulan/*").split() == ["usulan/12", "usulan/14"]
    assert forge.told().count("add_labels=usulan-dibaca") == 3


_PLAN = "plans/sagara/2025-2029.yaml"
_NEW = "new file mode {}\n--- /dev/null\n+++ b/{}\n@@ -0,0 +1 @@\n+{}\n"
_LINK = "\\ No newline at end of file\n"
# What could come from the job that reads a stranger's text, were that text its master.
_FOREIGN_PATCHES = {
    "a copy of a secret": "diff --git a/.git/config b/plans/z.yaml\nsimilarity index 100%\ncopy from .git/config\n"
    "copy to plans/z.yaml\n",
    "a copy of a plan": f"diff --git a/{_PLAN} b/plans/z.yaml\nsimilarity index 100%\ncopy from {_PLAN}\n"
    "copy to plans/z.yaml\n",
    "another name": f"diff --git a/{_PLAN} b/plans/z.yaml\nsimilarity index 100%\nrename from {_PLAN}\n"
    "rename to plans/z.yaml\n",
    "another mode": f"diff --git a/{_PLAN} b/{_PLAN}\nold mode 100644\nnew mode 100755\n",
    "a link": "diff --git a/plans/l.yaml b/plans/l.yaml\n"
    + _NEW.format("120000", "plans/l.yaml", "/etc/passwd")
    + _LINK,
    "a new plan": "diff --git a/plans/n.yaml b/plans/n.yaml\n" + _NEW.format("100644", "plans/n.yaml", "x: 1"),
    "an attribute": "diff --git a/plans/.gitattributes b/plans/.gitattributes\n"
    + _NEW.format("100644", "plans/.gitattributes", "* filter=x"),
    "a workflow": "diff --git a/.github/workflows/x.yml b/.github/workflows/x.yml\n"
    + _NEW.format("100644", ".github/workflows/x.yml", "on: push"),
    "a path upwards": "diff --git a/plans/../../x.yaml b/plans/../../x.yaml\n"
    + _NEW.format("100644", "plans/../../x.yaml", "x"),
    "no difference": "teks\n",
}


def _withdrawn(repository: Any) -> str:
    text = repository.git("show", f"HEAD:{_PLAN}")
    lines = text.splitlines(keepends=True)
    gone = "".join(f"-{line}" for line in lines) + ("" if text.endswith("\n") else f"\n{_LINK}")
    return (
        f"diff --git a/{_PLAN} b/{_PLAN}\ndeleted file mode 100644\n--- a/{_PLAN}\n+++ /dev/null\n"
        f"@@ -1,{len(lines)} +0,0 @@\n{gone}"
    )


def test_the_job_with_the_token_takes_nothing_but_changed_plans(pull_request: Any) -> None:
    patches = _FOREIGN_PATCHES | {"a plan withdrawn": _withdrawn(pull_request)}
    forge = Forge(pull_request, "gh")
    made = forge.around / "usulan"
    made.mkdir()
    (made / "hasil.txt").write_text("Hasil\n", encoding="utf-8")
    for number, (kind, patch) in enumerate(patches.items()):
        (made / "beda.patch").write_text(patch, encoding="utf-8")
        forge.run(_proposing()["Ajukan"], code=1, **_of_github(forge.around) | {"NOMOR": str(number)})
        assert forge.in_bare("branch", "--list", "usulan/*") == "", kind
        assert f"issue\ncomment\n{number}" in forge.told()
        pull_request.git("reset", "--quiet", "--hard")
        pull_request.git("switch", "--quiet", "main")
    assert forge.message().count("tidak dapat dijadikan pull request") == len(patches)


def test_on_gitlab_too_and_the_next_proposal_is_not_held_back(pull_request: Any) -> None:
    forge = Forge(pull_request, "curl")
    pull_request.write(_PLAN, pull_request.git("show", f"HEAD:{_PLAN}").replace("2029-T2", "2029-T1"))
    sound = pull_request.git("diff", "--binary", "--no-renames", "--", "plans") + "\n"
    pull_request.git("checkout", "--quiet", "--", ".")
    patches = [*_FOREIGN_PATCHES.values(), _withdrawn(pull_request), sound]
    made = forge.folder / "usulan"
    made.mkdir()
    for number, patch in enumerate(patches, 10):
        (made / f"{number}.patch").write_text(patch, encoding="utf-8")
        (made / f"{number}.txt").write_text("Hasil\n", encoding="utf-8")
    (made / "8.txt").symlink_to("../.git/config")
    (made / "9.txt").write_text("Hasil\n", encoding="utf-8")
    (made / "9.patch").symlink_to("../.git/config")
    (made / "12%2Fnotes.txt").write_text("Hasil\n", encoding="utf-8")
    script = "\n".join(loaded(GIVEN / "gitlab/.gitlab/usulan.yml")["ajukan-usulan"]["script"])
    forge.run(script, **_of_gitlab(forge, pull_request))
    last = 9 + len(patches)
    assert forge.in_bare("branch", "--list", "usulan/*").split() == [f"usulan/{last}"]
    told = forge.told()
    assert [f"issues/{number}/notes" in told for number in range(8, last + 1)] == [False] * 2 + [True] * (last - 10) + [
        False
    ]
    assert told.count("add_labels=usulan-dibaca") == len(patches)
    assert "tidak dapat dijadikan merge request" in forge.message()
    assert "[remote" not in forge.message()
    assert "%2F" not in told


@pytest.mark.parametrize("ending", ["yml", "YAML"])
@pytest.mark.parametrize("mode", ["644", "755"])
def test_a_plan_of_any_ending_is_proposed(pull_request: Any, ending: str, mode: str) -> None:
    path = f"plans/sagara/2025-2029.{ending}"
    pull_request.git("mv", _PLAN, path)
    pull_request.git("update-index", f"--chmod={'+' if mode == '755' else '-'}x", path)
    pull_request.git("-c", "user.name=a", "-c", "user.email=a@b.invalid", "commit", "--quiet", "--message", "Nama lain")
    pull_request.git("checkout", "--quiet", "--", ".")
    forge = Forge(pull_request, "curl")
    forge.answer.write_text(json.dumps([{"iid": 12, "description": _issue(_CHANGE)}]), encoding="utf-8")
    jobs = loaded(GIVEN / "gitlab/.gitlab/usulan.yml")
    for job in ("ambil-usulan", "susun-usulan", "ajukan-usulan"):
        forge.run("\n".join(jobs[job]["script"]), **_of_gitlab(forge, pull_request))
    assert "2029-T1" in forge.in_bare("show", f"usulan/12:{path}")


@pytest.mark.parametrize("path", COPIED, ids=name)
def test_nothing_is_written_through_a_link_of_the_repository(path: Path) -> None:
    """A file that a job writes into the checkout is removed there first."""
    lines = path.read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    for written in re.findall(r" > ([\w./-]+)(?: |$)", text, re.MULTILINE):
        removed = {
            each for line in re.findall(r"rm -rf (.*)", text.partition(f"> {written}")[0]) for each in line.split()
        }
        assert written in removed


@pytest.mark.parametrize("path", COPIED, ids=name)
def test_no_file_of_the_repository_is_run_or_published_as_it_stands(path: Path) -> None:
    workflow, text = loaded(path), path.read_text(encoding="utf-8")
    if "python" in text:
        assert (workflow.get("env") or workflow["variables"])["PYTHONSAFEPATH"] == "1"
    for output in re.findall(r"rencana build [^|]*--output (\S+)", text):
        assert f"rm -rf {output.partition('/')[0]}" in text.partition(f"--output {output}")[0]


@pytest.mark.parametrize("forge", ["github/.github", "gitea/.gitea", "gitlab/.gitlab"])
def test_every_file_has_an_owner(forge: str) -> None:
    lines = (GIVEN / forge / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert next(line for line in lines if line and not line.startswith("#")) == "* «pemilik»"
