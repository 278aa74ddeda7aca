"""Templates as they were when a build began."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.build import templates
from generator.build.jobs import BuildInputs, mark_of_files
from generator.build.templates import held
from generator.publishing.configuration import configuration

AS_OF = date(2026, 11, 24)


@pytest.fixture
def inputs(tmp_path: Path) -> Callable[[], BuildInputs]:
    (tmp_path / "site_templates/theme/assets").mkdir(parents=True)
    (tmp_path / "site_templates/theme/main.html").write_text("satu")
    (tmp_path / "site_templates/theme/assets/a.css").symlink_to("../main.html")
    (tmp_path / "site_templates/portal.md.j2").write_text("satu")

    def made() -> BuildInputs:
        settings = configuration(tmp_path)
        return BuildInputs(settings, settings.site(), AS_OF, tmp_path, tmp_path / "cache")

    return made


def test_what_is_held_is_marked_as_what_it_was_made_of(inputs: Callable[[], BuildInputs]) -> None:
    still = held(inputs())
    assert (still.pages_mark, still.site_mark) == (inputs().pages_mark, inputs().site_mark)
    assert (still.configuration.theme / "assets/a.css").read_text() == "satu"
    assert len(still.configuration.templates) == len(inputs().configuration.templates)


@pytest.mark.parametrize("name", ["portal.md.j2", "theme/main.html"])
def test_what_is_saved_later_is_another(tmp_path: Path, inputs: Callable[[], BuildInputs], name: str) -> None:
    before, still = inputs(), held(inputs())
    marks = before.pages_mark, before.site_mark
    (tmp_path / "site_templates" / name).write_text("dua")
    assert (still.configuration.templates[0] / name).read_text() == "satu"
    assert (still.pages_mark, still.site_mark) == marks
    assert (inputs().pages_mark, inputs().site_mark) != marks
    assert (held(inputs()).configuration.templates[0] / name).read_text() == "dua"


def test_a_copy_that_was_changed_is_made_again(inputs: Callable[[], BuildInputs]) -> None:
    changed = held(inputs()).configuration.theme / "main.html"
    changed.write_text("lain")
    assert (held(inputs()).configuration.theme / "main.html").read_text() == "satu"


def test_a_copy_that_somebody_else_sealed_is_not_run(tmp_path: Path, inputs: Callable[[], BuildInputs]) -> None:
    given = inputs()
    folder = given.configuration.templates[0]
    forged = tmp_path / "lain" / "site_templates"
    shutil.copytree(folder, forged)
    (forged / "portal.md.j2").write_text("{{ cycler.__init__.__globals__ }}")
    given.shelf.put(".templat", mark_of_files(folder), forged.parent)
    assert (held(given).configuration.templates[0] / "portal.md.j2").read_text() == "satu"


def test_what_is_saved_while_it_is_copied_is_marked_as_it_was_copied(
    tmp_path: Path, inputs: Callable[[], BuildInputs], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = templates.content

    def saved_meanwhile(path: Path, most: int) -> bytes:
        (tmp_path / "site_templates/portal.md.j2").write_text("dua")
        return read(path, most)

    monkeypatch.setattr(templates, "content", saved_meanwhile)
    before = inputs().pages_mark
    still = held(inputs())
    assert still.pages_mark != before
    assert still.pages_mark == inputs().pages_mark
