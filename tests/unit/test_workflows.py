"""The workflows of this repository and those that institutions copy."""

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

from generator.cli import main

ROOT = Path(__file__).parents[2]
COPIED = [ROOT / "docs/alur-kerja/github.yml", ROOT / "docs/alur-kerja/gitlab-ci.yml"]
GITHUB = [*sorted((ROOT / ".github/workflows").glob("*.yml")), COPIED[0]]
ACTION = ROOT / "action.yml"
ALL = [*GITHUB, COPIED[1], ACTION]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def loaded(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


def commands(path: Path) -> list[list[str]]:
    """Every call of `rencana` in a workflow, up to the next shell operator."""
    lines = re.findall(r"(?<![\w.-])rencana ((?:check|diff|build|pages)[^|>&;\n]*)", path.read_text(encoding="utf-8"))
    return [shlex.split(line) for line in lines]


def test_the_linter_has_nothing_to_say() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--quiet", *GITHUB, ACTION], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", [*GITHUB, ACTION], ids=name)
def test_actions_are_pinned_with_their_version(path: Path) -> None:
    used = re.findall(r"uses: (\S+)(.*)", path.read_text(encoding="utf-8"))
    foreign = [(action, rest) for action, rest in used if action != "./"]
    for action, rest in foreign:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", rest), action


def test_one_version_of_each_action() -> None:
    used = {line for path in GITHUB for line in re.findall(r"uses: (actions/\S+)", path.read_text(encoding="utf-8"))}
    assert len(used) == len({action.split("@")[0] for action in used}) >= 5


@pytest.mark.parametrize("path", GITHUB, ids=name)
def test_least_privilege_and_bounds(path: Path) -> None:
    workflow = loaded(path)
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in workflow["on"]
    assert "secrets." not in path.read_text(encoding="utf-8")
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 30
        assert "concurrency" in job or "concurrency" in workflow
        if "if" in job and job["if"].endswith("== 'pull_request'"):
            assert job["permissions"] == {"contents": "read"}
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "an expression in a script is code from outside"
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"] == {"persist-credentials": False, "fetch-depth": 0}


@pytest.mark.parametrize("path", [GITHUB[-1], ROOT / ".github/workflows/site.yml"], ids=name)
def test_a_pull_request_saves_no_cache_and_the_night_publishes(path: Path) -> None:
    workflow = loaded(path)
    for job in workflow["jobs"].values():
        caching = any("actions/cache@" in step.get("uses", "") for step in job["steps"])
        assert not caching or job["if"] == "github.event_name != 'pull_request'"
    assert workflow["on"]["schedule"][0]["cron"]
    assert set(workflow["on"]) == {"pull_request", "push", "schedule", "workflow_dispatch"}


@pytest.mark.parametrize("path", [*COPIED, ACTION], ids=name)
def test_the_commands_exist_with_their_options(path: Path) -> None:
    found = commands(path)
    assert {words[0] for words in found} == {"check", "diff", "build"}
    for command, *arguments in found:
        known = main.commands[command]
        options = {each for parameter in known.params if isinstance(parameter, click.Option) for each in parameter.opts}
        assert {argument for argument in arguments if argument.startswith("--")} <= options
        for option, value in pairwise(arguments):
            if option == "--format":
                (choice,) = [each.type for each in known.params if "--format" in each.opts]
                assert isinstance(choice, click.Choice)
                assert value in choice.choices


def test_the_copied_files_name_the_version_of_this_repository() -> None:
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert version is not None
    for path in COPIED:
        assert f"RENCANA: rencana-induk=={version[1]}\n" in path.read_text(encoding="utf-8")


def test_gitlab_runs_without_secrets_and_refuses_a_cache_from_the_repository() -> None:
    workflow = loaded(COPIED[1])
    assert 'test -z "$(git ls-files .cache)"' in workflow["default"]["before_script"]
    assert workflow["periksa"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}]
    assert "cache" not in workflow["periksa"]
    assert workflow["pages"]["artifacts"]["paths"] == ["public"]
    assert "TOKEN" not in COPIED[1].read_text(encoding="utf-8")


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


def test_the_steps_of_a_pull_request_run(pull_request: Any) -> None:
    steps = {step.get("name"): step.get("run", "") for step in loaded(COPIED[0])["jobs"]["periksa"]["steps"]}
    summary = pull_request.folder.parent / "summary.md"
    checked = run(steps["Periksa rencana"], pull_request.folder)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "::notice file=plans/sagara/2025-2029.yaml,line=1" in checked.stdout
    told = run(steps["Ceritakan perubahan"], pull_request.folder, GITHUB_STEP_SUMMARY=str(summary))
    assert (told.returncode, told.stderr) == (0, "")
    assert "jadwal selesai diundur 6 triwulan" in summary.read_text(encoding="utf-8")


def test_the_steps_of_the_action_run(pull_request: Any) -> None:
    steps = {step["name"]: step for step in loaded(ACTION)["runs"]["steps"]}
    summary = pull_request.folder.parent / "summary.md"
    given = {"PLANS": "plans", "BEFORE": "HEAD^1", "LENIENT": "false", "GITHUB_STEP_SUMMARY": str(summary)}
    assert set(steps["What changed"]["env"]) < set(given)
    assert run(steps["Check"]["run"], pull_request.folder, **given).returncode == 0
    assert run(steps["What changed"]["run"], pull_request.folder, **given).returncode == 0
    assert "K-001" in summary.read_text(encoding="utf-8")
    pull_request.write("plans/sagara/2025-2029.yaml", "rusak: [")
    assert run(steps["Check"]["run"], pull_request.folder, **given).returncode == 1
    assert run(steps["Check"]["run"], pull_request.folder, **given | {"LENIENT": "true"}).returncode == 0


def test_the_steps_of_a_merge_request_run(pull_request: Any) -> None:
    script = loaded(COPIED[1])["periksa"]["script"]
    base = pull_request.git("rev-parse", "HEAD^1")
    told = run("\n".join(script[:2]), pull_request.folder, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert told.returncode == 0
    assert "jadwal selesai diundur 6 triwulan" in told.stdout
    refusal = loaded(COPIED[1])["default"]["before_script"][0]
    assert run(refusal, pull_request.folder).returncode == 0
    pull_request.commit({".cache/x": "x"})
    assert run(refusal, pull_request.folder).returncode == 1
