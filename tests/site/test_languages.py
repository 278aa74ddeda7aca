"""One site in two languages: the same pages at the root and at `/en/`, each leading to the other."""

import re
import shutil
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import AS_OF, REPOSITORY, Run
from .test_links import broken_links

URL = "https://rencana.example/"
_SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, rencana: Callable[..., Run]) -> Path:
    """The example plans as a site in both languages."""
    folder = tmp_path_factory.mktemp("both")
    shutil.copytree(REPOSITORY / "plans", folder / "plans")
    settings = f"site_name: Rencana\nsite_url: {URL}\nextra:\n  languages: [id, en]\n"
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = rencana("build", "--output", "site", "--as-of", AS_OF, cwd=folder)
    assert done.code == 0, done.stderr
    return folder / "site"


def pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("index.html")}


def test_both_trees_have_the_same_pages(both: Path) -> None:
    every = pages(both)
    english = {page.removeprefix("en/") for page in every if page.startswith("en/")}
    assert english == {page for page in every if not page.startswith("en/")}
    assert len(english) > 60


def test_the_frame_is_english_and_the_plan_is_marked(both: Path) -> None:
    text = (both / "en/kabupaten-tirtawening/2025-2029/rencana-implementasi/index.html").read_text("utf-8")
    assert '<html lang="en"' in text
    assert "Implementation" in text
    assert 'lang="id"' in text
    assert re.search(r"\bQ[1-4] 20\d\d", text)
    assert not re.search(r"\bT[1-4] 20\d\d", text)
    indonesian = (both / "kabupaten-tirtawening/2025-2029/rencana-implementasi/index.html").read_text("utf-8")
    assert '<html lang="id"' in indonesian


def test_no_link_leads_nowhere(both: Path) -> None:
    assert broken_links(both) == []


@pytest.mark.parametrize("page", ["", "lembaga/", "kabupaten-tirtawening/2025-2029/anggaran/"])
def test_every_page_names_itself_and_the_other(both: Path, page: str) -> None:
    for tree, other, name in (("", "en/", "English"), ("en/", "", "Indonesia")):
        text = (both / tree / page / "index.html").read_text("utf-8")
        assert f'<link rel="canonical" href="{URL}{tree}{page}">' in text
        assert f'<link rel="alternate" hreflang="id" href="{URL}{page}">' in text
        assert f'<link rel="alternate" hreflang="en" href="{URL}en/{page}">' in text
        link = re.search(rf'<a class="head__language"[^>]* href="([^"]*)">{name}</a>', text)
        assert link
        assert (both / tree / page / link[1]).resolve() == (both / other / page).resolve()


def test_the_sitemap_is_one_and_pairs_the_pages(both: Path) -> None:
    root = ElementTree.parse(both / "sitemap.xml").getroot()
    told = {
        entry.findtext("s:loc", "", _SPACE): {
            link.get("hreflang"): link.get("href") for link in entry.findall("x:link", _SPACE)
        }
        for entry in root.findall("s:url", _SPACE)
    }
    assert told[f"{URL}lembaga/"] == told[f"{URL}en/lembaga/"] == {"id": f"{URL}lembaga/", "en": f"{URL}en/lembaga/"}
    assert f"{URL}panduan/" in told
    assert f"{URL}en/panduan/" not in told
    for page in told:
        assert (both / page.removeprefix(URL) / "index.html").is_file(), page
    assert not [name for name in ("sitemap.xml", "robots.txt", "_headers") if (both / "en" / name).exists()]
    assert "/en/:lembaga/:masa/sematan/*" in (both / "_headers").read_text("utf-8")


def test_feeds_are_told_apart(both: Path) -> None:
    ids = [
        re.search(r"<id>([^<]*)</id>", (both / tree / "terlambat/atom.xml").read_text("utf-8"))[1]  # type: ignore[index]
        for tree in ("", "en")
    ]
    assert ids[0] != ids[1]
    english = (both / "en/terlambat/atom.xml").read_text("utf-8")
    assert f'href="{URL}en/terlambat/"' in english


def test_a_site_in_one_language_knows_nothing_of_another(example_site: Path) -> None:
    text = (example_site / "lembaga/index.html").read_text("utf-8")
    assert "hreflang" not in text
    assert not (example_site / "en").exists()
