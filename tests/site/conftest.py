"""The example plans of this repository as a published site, built once by the command a user would type."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.once import built_once

REPOSITORY = Path(__file__).parents[2]
AS_OF = "2026-11-24"


@dataclass(frozen=True)
class Run:
    """What a run of the command left behind."""

    code: int
    stdout: str
    stderr: str


def run(*arguments: str | Path, cwd: Path = REPOSITORY) -> Run:
    """Run `rencana` with arguments."""
    command = [sys.executable, "-m", "generator.cli", *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    return Run(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def rencana() -> Callable[..., Run]:
    """Runs the command."""
    return run


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published example plans."""

    def make(output: Path) -> None:
        done = run("build", "--output", output, "--as-of", AS_OF)
        assert done.code == 0, done.stderr

    return built_once(tmp_path_factory, "example", make)


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Callable[[dict[str, str]], tuple[Path, Run]]:
    """Publishes plans given as texts by their path below `plans/`; the site and what the command said."""

    def built(plans: dict[str, str]) -> tuple[Path, Run]:
        folder = tmp_path_factory.mktemp("plans")
        for name, text in plans.items():
            path = folder / "plans" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        done = run("build", "--plans", "plans", "--output", "site", "--as-of", AS_OF, cwd=folder)
        return folder / "site", done

    return built


@pytest.fixture(scope="session")
def contoh() -> str:
    """The small complete plan of the format's own documentation."""
    return (REPOSITORY / "tests" / "examples" / "contoh.yaml").read_text(encoding="utf-8")
