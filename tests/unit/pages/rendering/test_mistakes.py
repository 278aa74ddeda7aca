"""A mistake in a template of the repository's own is told in one line; a fault of ours stays one."""

import pickle
from pathlib import Path

import pytest
from jinja2 import TemplateError

from generator.diagnostics.template_mistake import TemplateMistake
from generator.locale import language
from generator.pages.rendering.templates import environment, written

NAME = "portal/metode.md.j2"


def told(folder: Path, text: str) -> str:
    for each in ("sendiri/portal", "paket"):
        (folder / each).mkdir(parents=True)
    (folder / "sendiri" / NAME).write_text(text, encoding="utf-8")
    (folder / "sendiri" / "baris.j2").write_text("\n{{ tidak.ada }}", encoding="utf-8")
    with pytest.raises(TemplateMistake) as mistake:
        written(environment((folder / "sendiri", folder / "paket"), "id"), NAME, {"teks": "3201234567890001"})
    return language().word(pickle.loads(pickle.dumps(mistake.value)).told)  # it travels between processes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n{% if %}", ":2: templat ini tidak dapat dipakai; Jinja berkata `Expected an expression, got"),
        ("{{ tidak.ada }}", ":1: templat ini tidak dapat dipakai; Jinja berkata `'tidak' is undefined`"),
        ("{{ 1 | tidak_ada }}", ":1: templat ini tidak dapat dipakai; Jinja berkata `No filter named 'tidak_ada'.`"),
        ('\n{% include "nix.j2" %}', ":2: templat `nix.j2` tidak ada"),
        ("{{ 1 / 0 }}", ":1: templat ini tidak dapat dipakai (ZeroDivisionError)"),
        ("{{ 1 + teks }}", ":1: templat ini tidak dapat dipakai (TypeError)"),
        ("{{ teks() }}", ":1: templat ini tidak dapat dipakai (TypeError)"),
        ('{% include "portal/metode.md.j2" %}', ":1: templat ini tidak dapat dipakai (RecursionError)"),
        ("<screen>{{ teks }}", ": tanda `<screen>` tidak ditutup"),
        ('<heading id="{{ teks }}">{{ teks }}<screen></heading>', ": tanda `<heading>` tidak ditutup"),
    ],
)
def test_what_a_template_did_wrong_is_told_at_its_line(tmp_path: Path, text: str, expected: str) -> None:
    said = told(tmp_path, text)
    assert said.startswith(f"site_templates/{NAME}{expected}")
    assert "3201234567890001" not in said


def test_the_line_is_that_of_the_innermost_template(tmp_path: Path) -> None:
    assert told(tmp_path, '{% include "baris.j2" %}').startswith("site_templates/baris.j2:2: ")


def test_what_a_template_may_leave_out_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "paket").mkdir()
    (tmp_path / "a.j2").write_text('{% include "nix.j2" ignore missing %}isi', encoding="utf-8")
    assert written(environment((tmp_path, tmp_path / "paket"), "id"), "a.j2", {}).body[0].text == "isi"


def test_a_template_of_the_package_and_what_a_template_calls_are_ours(tmp_path: Path) -> None:
    (tmp_path / "sendiri").mkdir()
    (tmp_path / "paket").mkdir()
    (tmp_path / "paket" / "a.j2").write_text("{{ tidak.ada }}", encoding="utf-8")
    (tmp_path / "sendiri" / "b.j2").write_text("{{ galat() }}", encoding="utf-8")
    made = environment((tmp_path / "sendiri", tmp_path / "paket"), "id")
    with pytest.raises(TemplateError):
        written(made, "a.j2", {})
    with pytest.raises(TypeError):
        written(made, "b.j2", {"galat": lambda: 1 + "a"})  # type: ignore[operator]
