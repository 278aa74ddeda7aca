"""A name full of marks, through `rencana pages` and a `mkdocs build` of one's own with many extensions."""

import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from json import dumps
from pathlib import Path

import pytest

from tests.site.conftest import REPOSITORY, Run

NAME = (
    '"><b id=q onclick=y></title><script>y</script> & ``` { .x onclick=y #search } <!--html 0--> {: .z #q } '
    "# *a* | b | [x](y) </td></table> {{ 7*7 }} [TOC] ```"
)
OURS = f"""\
INHERIT: {REPOSITORY}/mkdocs.yml
docs_dir: docs
site_dir: site
theme: {{custom_dir: {REPOSITORY}/site_templates/theme}}
markdown_extensions: [attr_list, tables, toc, abbr, admonition, footnotes, md_in_html, pymdownx.superfences]
"""

FOREIGN = """\
site_name: Rencana
docs_dir: docs
site_dir: site
theme: {name: material}
markdown_extensions: [attr_list, tables, toc]
"""
"""The settings that `rencana new` writes, and most people would: Material's own frame."""


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(f"{tag} {sorted((name, value) for name, value in attrs if name in ('id', 'class'))}")


def published(
    folder: Path, contoh: str, names: dict[str, str], rencana: Callable[..., Run], settings: str = OURS
) -> dict[str, list[str]]:
    """The elements of each page outside of pictures, which are drawn by the length of words."""
    for position, (slug, name) in enumerate(names.items()):
        plan = contoh.replace("  nama: Kabupaten Sagara", f"  nama: {dumps(name)}").replace(
            '"99.01"', f'"99.0{position}"'
        )
        path = folder / "plans" / slug / "2025-2029.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(plan, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = rencana("pages", "docs", "--as-of", "2026-11-24", cwd=folder)
    assert done.code == 0, done.stderr + done.stdout
    assert ("kerangka Material" in done.stderr) == (settings == FOREIGN)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
    made = {}
    for page in sorted((folder / "site").rglob("index.html")):
        reader = _Elements()
        reader.feed(page.read_text(encoding="utf-8"))
        made[page.relative_to(folder / "site").as_posix()] = reader.elements
    return made


@pytest.mark.slow
@pytest.mark.parametrize("settings", [OURS, FOREIGN], ids=["our frame", "Material's own"])
def test_it_touches_no_element_of_any_page(
    contoh: str, rencana: Callable[..., Run], tmp_path: Path, settings: str
) -> None:
    plain = {"a": "Kabupaten", "b": "Kabupaten", "c": "Kabupaten"}
    harmless = published(tmp_path / "a", contoh, plain, rencana, settings)
    hostile = published(tmp_path / "b", contoh, {"a": NAME, "b": "Kabupaten", "c": NAME}, rencana, settings)
    assert len(harmless) > 40
    assert [address for address, elements in hostile.items() if elements != harmless[address]] == []
