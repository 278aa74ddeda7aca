"""What the command line says itself is Indonesian whatever the machine speaks, and English where that is asked for."""

import ast
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator.cli import COMMANDS, command, main
from generator.cli.indonesian import CLICK
from generator.cli.words import asked

EXAMPLE = Path(__file__).parents[2] / "examples" / "contoh.yaml"
ENGLISH = (
    "Usage",
    "Options",
    "Commands",
    "Error",
    "Try ",
    "Show ",
    "default",
    "required",
    "Missing",
    "Invalid",
    "TEXT",
)
INDONESIAN = (
    "Pemakaian",
    "Pilihan:",
    "Perintah:",
    "Kesalahan:",
    "Bantuan:",
    "Tampilkan",
    "bawaan",
    "wajib",
    "Folder '",
)
OF_PROGRAMMERS = {
    "{editor}: Editing failed",
    "{editor}: Editing failed: {e}",
    "Windows error: {error}",
    "d",
    "Could not determine name for option with declarations {decls!r}",
    "Name '{name}' defined twice",
    "No options defined but a name was passed ({name}). Did you mean to declare an argument instead?"
    " Did you mean to pass '--{name}'?",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Couldn't detect Bash version, shell completion is not supported.",
    "Shell completion is not supported for Bash versions older than 4.4.",
    "Unknown standard stream '{name}'",
}
"""What nobody can see who uses commands that are sound; `d` is the unit of a bar that is not click's here."""

WRONG = {
    "build": (["--jobs", "900"], ["--executor", "dask"], ["--shard", "9"], ["--plans", "tidak-ada"], ["isian"]),
    "check": (["tidak-ada"], ["--format", "x"], ["--as-of", "besok"], ["--as-of"], ["--strict=ya"]),
    "diff": (["a", "b", "c"], [""], ["--names", "satu"], ["--format", "x"]),
    "doctor": (["isian"], ["--lang", "xx"]),
    "explain": ([], ["a", "b"], ["tidak-ada-kode"]),
    "export": ([], ["--format", "x"], ["a", "--template"]),
    "import": ([], ["tidak-ada.xlsx"], ["."], ["a", "b"]),
    "merge": ([], ["a", "--publisher", "x"]),
    "new": (["--status", "x"], ["isian"]),
    "pages": ([], ["mkdocs.yml"], ["a", "b"]),
    "pin": ([], ["a", "b"], ["tidak-ada.whl"]),
    "schema": (["isian"], ["--output", "."]),
    "serve": (["tidak-ada"], ["--port", "70000"], ["--port", "x"]),
}
CASES = [(name, arguments) for name, uses in WRONG.items() for arguments in (*uses, ["--tidak-ada"])]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "plans" / "kabupaten-sagara").mkdir(parents=True)
    (tmp_path / "plans" / "kabupaten-sagara" / "2025-2029.yaml").write_bytes(EXAMPLE.read_bytes())
    (tmp_path / "mkdocs.yml").write_text("site_name: Rencana\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "singgahan"))
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="rencana")


def of_click() -> Iterator[str]:
    """Every text that click hands to `gettext`."""
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="_" | "ngettext"), args=[ast.Constant(value=text), *_]):
                    yield text


def test_all_that_click_says_has_indonesian_words() -> None:
    found = set(of_click())
    assert len(found) > 50
    assert found - OF_PROGRAMMERS - set(CLICK) == set()


def test_every_command_is_used_wrongly() -> None:
    assert set(WRONG) == set(COMMANDS)


@pytest.mark.parametrize(("name", "arguments"), CASES)
def test_wrong_use_is_told_in_indonesian(home: Path, name: str, arguments: list[str]) -> None:
    result = run(name, *arguments)
    assert result.exit_code == 2, result.output
    assert f"Pemakaian: rencana {name} [PILIHAN]" in result.output or "Kesalahan: Pilihan" in result.output
    assert "Kesalahan: " in result.output
    assert [word for word in ENGLISH if word in result.output] == []


@pytest.mark.parametrize(("name", "arguments"), [case for case in CASES if "--lang" not in case[1]])
def test_wrong_use_is_told_in_english_where_that_is_asked(home: Path, name: str, arguments: list[str]) -> None:
    result = run("--lang", "en", name, *arguments)
    assert result.exit_code == 2, result.output
    assert "Error: " in result.output
    assert [word for word in INDONESIAN if word in result.output] == []
    assert run(name, "--lang=en", *arguments).output == result.output


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_in_one_language(name: str) -> None:
    own = run(*name.split(), "--help")
    assert (own.exit_code, [word for word in ENGLISH if word in own.output]) == (0, [])
    assert "Tampilkan bantuan ini." in own.output
    english = run(*name.split(), "--help", "--lang", "en")
    assert (english.exit_code, [word for word in INDONESIAN if word in english.output]) == (0, [])
    assert "Show this message and exit." in english.output
    shown = command(name).help if name else main.help
    assert (shown or "").split()[0] not in english.output.split()


@pytest.mark.parametrize("arguments", [[], ["tidak-ada"], ["--tidak-ada"], ["--lang"]])
def test_wrong_use_of_the_program_itself(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert [word for word in ENGLISH if word in result.output] == []


def test_what_is_near_is_offered() -> None:
    assert "Tidak ada pilihan '--forma'. Mungkin maksudnya '--format'?" in run("check", "--forma", "x").output


def test_the_version_is_one_line() -> None:
    assert run("--version").output.startswith("rencana ")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check"], "id"),
        (["check", "--lang", "en"], "en"),
        (["--lang=en", "check"], "en"),
        (["--lang", "en", "check", "--lang", "id"], "id"),
        (["check", "--lang", "xx"], "id"),
        (["check", "--lang"], "id"),
        (["check", "--", "--lang", "en"], "id"),
    ],
)
def test_the_language_is_known_before_the_rest_is_read(arguments: list[str], code: str) -> None:
    assert asked(arguments) == code


@pytest.mark.parametrize(
    ("called", "meant"), [("chek", "check"), ("Bulid", "build"), ("periksa", "check"), ("help", "--help")]
)
def test_a_command_that_is_called_otherwise_is_named(called: str, meant: str) -> None:
    result = CliRunner().invoke(main, [called, "plans"])
    assert result.exit_code == 2
    assert f"Mungkin maksudnya '{meant}'?" in result.output


def test_what_is_near_no_command_gets_no_advice() -> None:
    assert "Mungkin" not in CliRunner().invoke(main, ["xyzzy"]).output
