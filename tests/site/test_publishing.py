"""The publisher: the same pages by hand, from a wheel, and never half a site."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pages.addresses import GUIDE
from generator.publishing.frame_files import frame_files

from .conftest import AS_OF, REPOSITORY, Run

Command = Callable[..., Run]


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_bare_mkdocs_build_gives_the_same_pages(example_site: Path, rencana: Command, tmp_path: Path) -> None:
    docs, output = tmp_path / "docs", tmp_path / "site"
    assert rencana("pages", docs, "--as-of", AS_OF).code == 0
    inherited = tmp_path / "mkdocs.yml"
    inherited.write_text(
        f"INHERIT: {REPOSITORY}/mkdocs.yml\ndocs_dir: {docs}\nsite_dir: {output}\n"
        f"theme: {{custom_dir: {REPOSITORY}/site_templates/theme}}\n"
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(inherited)]
    subprocess.run(command, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    ours = {name for name in files(example_site) if name.endswith(".html") and not name.startswith(GUIDE)}
    assert ours == {name for name in files(output) if name.endswith(".html")}
    assert not [name for name in sorted(ours) if shown(example_site / name) != shown(output / name)]
    beside = files(output) - ours - {name for name in files(docs) if not name.endswith(".md")}
    assert beside
    assert beside <= set(frame_files(REPOSITORY / "site_templates/theme")), "site_files/ could stand in for the others"


def test_no_file_beside_the_pages_stands_in_for_the_frame(rencana: Command, tmp_path: Path, contoh: str) -> None:
    plan = tmp_path / "plans" / "sagara" / "2025-2029.yaml"
    plan.parent.mkdir(parents=True)
    plan.write_text(contoh, encoding="utf-8")
    (tmp_path / "site_templates/theme/assets").mkdir(parents=True)
    (tmp_path / "site_templates/theme/assets/own.js").touch()
    script = max(name for name in frame_files(tmp_path) if name.startswith("assets/javascripts/bundle"))
    wrong = [
        *("404.html", "sitemap.xml", "data/index.html", "index.html", "assets/own.js", "pagefind/pagefind.js"),
        *("panduan/index.html", "data/provenance.json", "catatan.markdown", script),
    ]
    for name in (*wrong, "assets/img/own.png"):
        (tmp_path / "site_files" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site_files" / name).write_text("alert(1)")
    done = rencana("pages", "docs", "--as-of", AS_OF, cwd=tmp_path)
    assert done.code == 0
    told = re.findall(r"^site_files/(.+?): tidak disalin", done.stderr, re.MULTILINE)
    assert sorted(told) == sorted(wrong)
    assert files(tmp_path / "docs").intersection([*wrong, "assets/img/own.png"]) == {"assets/img/own.png"}


def shown(page: Path) -> str:
    """A page without the white space between its elements, which a reader never sees."""
    return re.sub(r">\s+<", "><", re.sub(r"\s+", " ", page.read_text(encoding="utf-8")))


def test_two_builds_are_equal(example_site: Path, rencana: Command, tmp_path: Path) -> None:
    again = tmp_path / "site"
    assert rencana("build", "--output", again, "--as-of", AS_OF).code == 0
    assert files(again) == files(example_site)
    different = [name for name in files(again) if (again / name).read_bytes() != (example_site / name).read_bytes()]
    assert not different


def test_a_build_that_fails_leaves_the_last_site(rencana: Command, tmp_path: Path, contoh: str) -> None:
    plan = tmp_path / "plans" / "sagara" / "2025-2029.yaml"
    plan.parent.mkdir(parents=True)
    plan.write_text(contoh, encoding="utf-8")
    arguments = ("build", "--plans", "plans", "--output", "site", "--as-of", AS_OF)
    assert rencana(*arguments, cwd=tmp_path).code == 0
    before = {name: (tmp_path / "site" / name).read_bytes() for name in files(tmp_path / "site")}
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "site_templates/theme").mkdir(parents=True)
    (tmp_path / "site_templates/theme/main.html").write_text("<p>\n{{ salah }\n", encoding="utf-8")
    plan.write_text(contoh.replace("Sagara", "Segara"), encoding="utf-8")
    done = rencana(*arguments, cwd=tmp_path)
    assert done.code == 1
    assert "site_templates/theme/main.html:2: templat ini tidak dapat dipakai; Jinja berkata `" in done.stderr
    assert "Traceback" not in done.stderr
    assert {name: (tmp_path / "site" / name).read_bytes() for name in files(tmp_path / "site")} == before
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".site.making-")]


def test_a_plan_that_cannot_be_printed_stops_no_site(
    rencana: Command, tmp_path: Path, contoh: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = tmp_path / "plans" / "sagara" / "2025-2029.yaml"
    plan.parent.mkdir(parents=True)
    plan.write_text(contoh, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Situs\nextra:\n  languages: [id, en]\n", encoding="utf-8")
    program = tmp_path / "peramban"
    program.write_text("#!/bin/sh\necho rusak >&2\nexit 3\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("RENCANA_CHROMIUM", str(program))
    done = rencana("build", "--pdf", "--output", "site", "--as-of", AS_OF, cwd=tmp_path)
    assert done.code == 1
    assert "sagara: PDF rencana 2025-2029 tidak dapat dibuat: Chromium berhenti (3) rusak" in done.stderr
    for part in ("", "cetak/"):
        page = (tmp_path / "site" / "sagara" / "2025-2029" / part / "index.html").read_text(encoding="utf-8")
        assert "<span>PDF tidak dapat dibuat</span>" in page
        assert "sagara-2025-2029.pdf" not in page
