"""The publisher as another program: its settings come from a file, its failures come back in its own words."""

import errno
import json
import os
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.diagnostics import Severity
from generator.publishing.configuration import Configuration, configuration
from generator.publishing.judging import judged
from generator.publishing.publisher import PublishingFailed, is_installed, made_with, publish, run


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


def own_frame(base: Path, template: str) -> Configuration:
    theme = base / "site_templates/theme"
    theme.mkdir(parents=True)
    (theme / "main.html").write_text(template, encoding="utf-8")
    (base / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    (base / "work/docs").mkdir(parents=True)
    (base / "work/docs/index.md").write_text("a", encoding="utf-8")
    return configuration(base)


@pytest.mark.parametrize(
    "template", ["<p>\n{{ a }\n", "<p>\n{{ tidak.ada.di.sini }}\n", "<p>\n{% include 'x.html' %}\n"]
)
def test_a_publisher_that_stops_at_a_template_is_told_with_its_line(tmp_path: Path, template: str) -> None:
    with pytest.raises(PublishingFailed) as failed:
        publish("mkdocs", own_frame(tmp_path, template), tmp_path / "work")
    assert failed.value.output.startswith("site_templates/theme/main.html:2: ")
    assert "\n" not in failed.value.output
    assert "rahasia" not in failed.value.output
    given = json.loads((tmp_path / "work/mkdocs.yml").read_text(encoding="utf-8"))
    assert "INHERIT" not in given
    assert (given["docs_dir"], given["site_dir"]) == ("docs", "site")


def test_the_words_of_a_publisher_that_stops_are_kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "docs").mkdir()
    with pytest.raises(PublishingFailed) as failed:
        run("mkdocs", {"site_name": "A", "theme": "tidak-ada"}, tmp_path)
    assert failed.value.output.startswith("mkdocs berhenti; keluarannya: ")
    assert "tidak-ada" in Path(failed.value.output.rpartition(": ")[2]).read_text(encoding="utf-8")


@pytest.mark.slow
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


@pytest.mark.parametrize("place", ["theme", "theme/rahasia.txt", "theme/assets", "plan/risiko.md.j2", "plan"])
@pytest.mark.parametrize("target", ["/etc", "/etc/passwd", "../../luar", "/tidak/ada"])
def test_a_link_out_of_the_templates_would_publish_what_it_leads_to(tmp_path: Path, place: str, target: str) -> None:
    (tmp_path / "luar").mkdir()
    link = tmp_path / "site_templates" / place
    link.parent.mkdir(parents=True)
    link.symlink_to(target)
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    with pytest.raises(ValueError, match="tautan ke luar site_templates/"):
        configuration(tmp_path)


@pytest.mark.parametrize(
    ("kept", "absent"),
    [
        ("/site_files/", "site_templates/gaya.css"),
        ("/site_templates/", "site_files/CNAME"),
        ("/site_*/\n!/site_files/CNAME", "site_files/CNAME"),
    ],
)
def test_no_site_is_made_without_what_a_sparse_checkout_left_out(tmp_path: Path, kept: str, absent: str) -> None:
    for name in ("plans/a", "site_templates/gaya.css", "site_files/CNAME", "site_files/lain", "mkdocs.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    for step in (
        ["init", "-q"],
        ["add", "."],
        ["sparse-checkout", "set", "--no-cone", *kept.split("\n"), "/mkdocs.yml"],
    ):
        subprocess.run(["git", *step], cwd=tmp_path, check=True)
    with pytest.raises(ValueError, match=f"`{absent}` ada dalam Git, tetapi tidak di folder ini") as told:
        configuration(tmp_path)
    assert f"`git sparse-checkout add {absent.partition('/')[0]}`" in str(told.value)
    subprocess.run(["git", "sparse-checkout", "disable"], cwd=tmp_path, check=True)
    configuration(tmp_path)


@pytest.mark.parametrize("name", ["site_files/logo.png", "site_files/unduh/sk.pdf", "site_templates/theme/logo.svg"])
def test_no_site_is_made_of_pointers_to_files_that_git_keeps_elsewhere(tmp_path: Path, name: str) -> None:
    place = tmp_path / name
    place.parent.mkdir(parents=True)
    place.write_text(f"version https://git-lfs.github.com/spec/v1\noid sha256:{'4d' * 32}\nsize 12345\n")
    with pytest.raises(ValueError, match=f"{name}:1: isinya belum diambil dari Git LFS"):
        configuration(tmp_path)
    place.write_text("version https://git-lfs.github.com/spec/v1 tells what a pointer is.\n" * 20)
    configuration(tmp_path)


_SUBMODULES = ["site_templates", "site_files", "site_templates/theme", "site_files/.well-known", "site_files/[a] b/c"]


@pytest.mark.parametrize("folder", _SUBMODULES)
def test_no_site_is_made_without_a_submodule_that_was_not_fetched(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir(parents=True)
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},docs")
    configuration(tmp_path)
    _git(tmp_path, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},{folder}")
    with pytest.raises(ValueError, match=f"{re.escape(folder)}:1: submodul Git yang isinya belum diambil"):
        configuration(tmp_path)
    _git(tmp_path / folder, "init", "-q")
    configuration(tmp_path)
    (tmp_path / folder / "isi").mkdir()
    _git(tmp_path / folder, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},isi")
    with pytest.raises(ValueError, match=f"{re.escape(folder)}/isi:1: submodul Git yang isinya belum diambil"):
        configuration(tmp_path)


def test_a_submodule_that_is_a_link_to_its_own_repository_has_an_end(tmp_path: Path) -> None:
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},site_files/x")
    (tmp_path / "site_files").mkdir()
    (tmp_path / "site_files/x").symlink_to(tmp_path)
    configuration(tmp_path)


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True)


@pytest.mark.parametrize("folder", ["site_templates", "site_files"])
def test_a_folder_that_is_a_link_itself_is_told_and_not_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    """It may lead to the whole disk of whoever checks a proposal."""
    (tmp_path / "luar/theme").mkdir(parents=True)
    (tmp_path / folder).symlink_to("luar")
    walk = os.walk
    monkeypatch.setattr(
        os, "walk", lambda top, **how: pytest.fail("followed") if Path(top).is_symlink() else walk(top, **how)
    )
    with pytest.raises(ValueError, match=f"{folder}:1: hanya tautan, yang tidak diikuti"):
        configuration(tmp_path)
    (problem,) = judged(tmp_path)
    assert (problem.place.path, problem.severity) == (folder, Severity.ERROR)


def test_a_link_to_nothing_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "site_files").symlink_to("tidak-ada")
    with pytest.raises(ValueError, match="site_files:1: hanya tautan, yang tidak diikuti"):
        configuration(tmp_path)


def test_a_pipe_among_the_templates_would_hold_the_publisher_for_ever(tmp_path: Path) -> None:
    (tmp_path / "site_templates/theme").mkdir(parents=True)
    os.mkfifo(tmp_path / "site_templates/theme/pipa")
    with pytest.raises(ValueError, match="bukan berkas biasa"):
        configuration(tmp_path)


@pytest.mark.parametrize("name", ["portal/metode.md.j2", "theme/main.html"])
def test_a_template_that_is_no_text_is_told_with_its_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "site_templates" / name).parent.mkdir(parents=True)
    (tmp_path / "site_templates" / name).write_bytes(b"a\n\xff\n")
    with pytest.raises(ValueError, match=f"site_templates/{name}:2: berkas ini tidak tersimpan sebagai UTF-8"):
        configuration(tmp_path)


def test_a_link_inside_the_templates_is_followed(tmp_path: Path) -> None:
    (tmp_path / "site_templates/theme").mkdir(parents=True)
    (tmp_path / "site_templates/theme/a.css").touch()
    (tmp_path / "site_templates/theme/b.css").symlink_to("a.css")
    assert configuration(tmp_path).theme.name == "theme"


@pytest.mark.parametrize("target", ["assets", "."])
def test_a_link_to_a_folder_inside_the_templates_could_go_round(tmp_path: Path, target: str) -> None:
    (tmp_path / "site_templates/theme/assets").mkdir(parents=True)
    (tmp_path / "site_templates/theme/lagi").symlink_to(target)
    with pytest.raises(ValueError, match="site_templates/theme/lagi:1: hanya tautan, yang tidak diikuti"):
        configuration(tmp_path)


@pytest.mark.parametrize(
    ("code", "file"),
    [
        ("open('/dev/full', 'w').write('x' * 100_000)", None),
        ("raise OSError(28, 'No space left on device', '/disk/b.js')", "/disk/b.js"),
        ("raise OSError(28, 'No space left on device', '/x/a.js', None, '/disk/b.js')", "/disk/b.js"),
    ],
)
def test_what_the_system_refuses_the_publisher_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, file: str | None
) -> None:
    (tmp_path / "docs").mkdir()
    program = tmp_path / "penerbit"
    program.write_text(f"#!{sys.executable}\n{code}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    with pytest.raises(OSError, match="No space left") as refused:
        run("mkdocs", {}, tmp_path)
    assert (refused.value.errno, refused.value.filename) == (errno.ENOSPC, file)
