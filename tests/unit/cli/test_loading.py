"""A command loads what it needs and no more."""

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from generator.cli import COMMANDS, main

EXAMPLE = Path(__file__).parents[2] / "examples" / "contoh.yaml"
_TOLD = """
import json, sys
from generator.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    print("\\n" + json.dumps(sorted(sys.modules)))
"""


def loaded(*arguments: str, home: Path) -> set[str]:
    """The modules that a command has loaded when it ends."""
    command = [sys.executable, "-c", _TOLD, *arguments]
    environment = {"XDG_CACHE_HOME": str(home), "PYTHONPATH": str(EXAMPLE.parents[2])}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_help_waits_for_nothing(tmp_path: Path) -> None:
    found = loaded("--help", home=tmp_path)
    assert not found & {"pydantic", "jinja2", "ruamel", "markdown", "markdown_it", "babel", "generator.model"}


def test_a_check_loads_no_templates_and_nothing_of_the_publisher(tmp_path: Path) -> None:
    plan = tmp_path / "plans" / "kabupaten-sagara" / "2025-2029.yaml"
    plan.parent.mkdir(parents=True)
    plan.write_bytes(EXAMPLE.read_bytes())
    found = loaded("check", str(plan), home=tmp_path)
    assert "generator.checks.check" in found
    names = ("configuration", "forges", "judging", "known_settings", "own_files", "settings", "shapes", "unusable")
    settings = {"generator.publishing", *(f"generator.publishing.{name}" for name in names)}
    parts = ("publishing", "pages.rendering", "pages.plan", "pages.portal", "search", "pdf", "data", "views")
    assert not found & {"jinja2", "markdown", "nh3", "mkdocs", "rich", "watchfiles", "msgspec"}
    assert not [name for name in found - settings if name.startswith(tuple(f"generator.{part}" for part in parts))]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_all_says_what_each_says_of_itself(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.name == name
    assert COMMANDS[name][1] == (command.help or "").split("\n\n")[0]


def test_every_command_is_listed_by_its_name() -> None:
    assert list(COMMANDS) == sorted(COMMANDS)
    assert main.get_command(click.Context(main), "tidak-ada") is None
