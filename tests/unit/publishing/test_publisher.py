"""The publisher as another program: its settings come from a file, its failures come back in its own words."""

import json
import pickle
from pathlib import Path

import pytest

from generator.publishing.configuration import configuration
from generator.publishing.publisher import PublishingFailed, is_installed, made_with, publish


def test_what_shapes_the_pages_is_named_with_its_version() -> None:
    assert made_with("mkdocs").startswith("mkdocs 1.")
    assert "mkdocs-material 9." in made_with("mkdocs")
    assert is_installed("mkdocs")


def test_a_failure_keeps_its_words_on_the_way_between_processes() -> None:
    assert pickle.loads(pickle.dumps(PublishingFailed("salah"))).output == "salah"


def test_a_file_of_two_lines_is_enough(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_url: https://a.example/b\nextra: {forge: gitea}\n", encoding="utf-8")
    (tmp_path / "work" / "docs").mkdir(parents=True)
    (tmp_path / "work" / "docs" / "index.md").write_text("## Judul {#satu}\n", encoding="utf-8")
    page = (publish("mkdocs", configuration(tmp_path), tmp_path / "work") / "index.html").read_text(encoding="utf-8")
    assert '<html lang="id"' in page
    assert 'id="satu"' in page
    assert "https://a.example/b/" in page
    given = json.loads((tmp_path / "work" / "mkdocs.yml").read_text(encoding="utf-8"))
    assert given["extra"]["forge"] == "gitea"
    assert (given["site_url"], given["repo_url"]) == ("https://a.example/b/", "")
    assert given["plugins"] == []


def test_a_publisher_that_stops_is_told_in_its_own_words(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("theme: {name: tidak-ada}\n", encoding="utf-8")
    settings = configuration(tmp_path)
    work = tmp_path / "work"
    (work / "docs").mkdir(parents=True)
    with pytest.raises(PublishingFailed, match="tidak-ada"):
        publish("mkdocs", settings, work)
    given = json.loads((work / "mkdocs.yml").read_text(encoding="utf-8"))
    assert "INHERIT" not in given
    assert (given["docs_dir"], given["site_dir"]) == ("docs", "site")


@pytest.mark.parametrize(
    "settings",
    [
        "hooks: [{evil}]",
        'extra: !!python/object/apply:os.system ["touch {ran}"]',
        "markdown_extensions: [{{toc: {{slugify: !!python/object/apply:os.system {{args: ['touch {ran}']}}}}}}]",
        "INHERIT: lain.yml",
        "plugins: [{{search: {{lang: en}}}}]\nhooks: [evil.py]",
        "markdown_extensions: [evil]",
    ],
)
def test_no_setting_of_a_repository_runs_anything(tmp_path: Path, settings: str) -> None:
    ran, evil = tmp_path / "dijalankan", tmp_path / "evil.py"
    evil.write_text(f"open({str(ran)!r}, 'w')\n", encoding="utf-8")
    (tmp_path / "lain.yml").write_text(f"hooks: [{evil}]\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n" + settings.format(ran=ran, evil=evil), encoding="utf-8")
    (tmp_path / "work/docs").mkdir(parents=True)
    (tmp_path / "work/docs/index.md").write_text("## Judul {#satu}\n", encoding="utf-8")
    page = publish("mkdocs", configuration(tmp_path), tmp_path / "work") / "index.html"
    assert 'id="satu"' in page.read_text(encoding="utf-8")
    assert not ran.exists()


@pytest.mark.parametrize("folder", ["/etc", "..", ".", ".git", "site_templates/../plans"])
def test_a_theme_outside_the_templates_would_publish_what_is_there(tmp_path: Path, folder: str) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "mkdocs.yml").write_text(f"theme: {{custom_dir: {folder}}}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="di luar site_templates/"):
        configuration(tmp_path)


def test_a_theme_that_is_a_link_is_none(tmp_path: Path) -> None:
    (tmp_path / "site_templates").mkdir()
    (tmp_path / "site_templates/theme").symlink_to("/etc")
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    with pytest.raises(ValueError, match="di luar site_templates/"):
        configuration(tmp_path)
