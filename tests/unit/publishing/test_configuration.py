"""A site's settings come from its own `mkdocs.yml`, whatever else a publisher lets it hold."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.publishing.configuration import Configuration, configuration

Configured = Callable[[str], Configuration]


@pytest.fixture
def configured(tmp_path: Path) -> Configured:
    def read(text: str) -> Configuration:
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
        return configuration(tmp_path)

    return read


def test_without_a_file_of_its_own_a_folder_has_the_settings_and_templates_of_the_package(tmp_path: Path) -> None:
    found = configuration(tmp_path)
    assert found.file.is_file()
    assert (found.theme / "main.html").is_file()
    assert (found.templates[-1] / "plan" / "ringkasan.md.j2").is_file()
    assert (found.language, found.forge, found.branch, found.repository) == ("id", "github", "main", "")


def test_the_settings_of_the_folder(configured: Configured) -> None:
    found = configured(
        "site_name: Rencana Sagara\nsite_url: https://sagara.example/rencana\nrepo_url: https://forge.example/x\n"
        "theme: {name: material, language: en}\nextra: {forge: gitea, branch: utama}\n"
    )
    site = found.site("0123abcd", "situs/")
    assert (site.name, site.language, site.forge, site.branch) == ("Rencana Sagara", "en", "gitea", "utama")
    assert (site.repository, site.commit, site.prefix) == ("https://forge.example/x", "0123abcd", "situs/")


def test_the_address_of_a_site_ends_in_a_slash(configured: Configured) -> None:
    assert configured("site_url: https://a.example/b").url == "https://a.example/b/"
    assert configured("site_url: https://a.example/b/").url == "https://a.example/b/"
    assert configured("site_name: A").url == ""


def test_templates_of_the_folder_come_before_those_of_the_package(tmp_path: Path, configured: Configured) -> None:
    (tmp_path / "site_templates" / "theme").mkdir(parents=True)
    found = configured("site_name: A")
    assert found.templates[0] == tmp_path / "site_templates"
    assert len(found.templates) == 2
    assert found.theme == tmp_path / "site_templates" / "theme"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "theme: material",
        "extra: [1]",
        "site_name: !ENV NAMA",
        "markdown_extensions: [{pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji ''}}]",
    ],
)
def test_what_a_publisher_allows_does_not_stop_us(configured: Configured, text: str) -> None:
    found = configured(text)
    assert (found.forge, found.language) == ("github", "id")
    assert found.name == ("" if "site_name" in text else "Rencana Induk e-Government")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: [", "tidak dapat dibaca"),
        ("- a", "tidak berisi pasangan"),
        ("extra: {forge: bitbucket}", "github, gitlab, gitea"),
        ("theme: {language: jv}", "theme.language `jv`"),
    ],
)
def test_what_is_not_usable_is_told_with_the_name_of_the_file(configured: Configured, text: str, told: str) -> None:
    with pytest.raises(ValueError, match=r"mkdocs\.yml") as error:
        configured(text)
    assert told in str(error.value)


def test_the_command_tells_it_as_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "mkdocs.yml").write_text("extra: {forge: bitbucket}", encoding="utf-8")
    done = CliRunner().invoke(main, ["pages", "--plans", str(tmp_path / "plans"), str(tmp_path / "docs")])
    assert done.exit_code == 2, done.output
    assert "bitbucket" in done.output
