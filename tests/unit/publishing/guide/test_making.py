"""The guide as HTML: no more freedom than any other page, and the same bytes again."""

import re
from pathlib import Path

import pytest

from generator.pages.portal.host_files import CONTENT_POLICY
from generator.publishing.configuration import configuration
from generator.publishing.guide.making import guide_mark, publish_guide

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("settings")
    (folder / "mkdocs.yml").write_text(
        "site_name: Rencana <Sagara>\nsite_url: https://sagara.example/rencana/\n", encoding="utf-8"
    )
    return folder


def made(settings: Path, work: Path) -> dict[str, bytes]:
    work.mkdir()
    site = publish_guide(configuration(settings), work)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def guide(settings: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made(settings, tmp_path_factory.mktemp("guide") / "work")


def test_the_same_bytes_again(guide: dict[str, bytes], settings: Path, tmp_path: Path) -> None:
    assert made(settings, tmp_path / "again") == guide


def test_every_page_has_the_policy_and_nothing_that_it_refuses(guide: dict[str, bytes]) -> None:
    pages = {name: content.decode() for name, content in guide.items() if name.endswith(".html")}
    assert len(pages) > 80
    for name, page in pages.items():
        assert CONTENT_POLICY.replace("'", "&#39;") in page, name
        assert not re.search(r"<script>|<style|\sstyle=|\son\w+=|javascript:", page), name
        loaded = re.findall(r'(?:src|<link[^>]* href)="([^"]+)"', page)
        outside = [each for each in loaded if each.startswith(("http", "//"))]
        assert all(each.startswith("https://sagara.example/rencana/panduan/") for each in outside), name


def test_pages_know_their_address_and_the_way_back(guide: dict[str, bytes]) -> None:
    page = guide["kode/rahasia/index.html"].decode()
    assert '<link rel="canonical" href="https://sagara.example/rencana/panduan/kode/rahasia/">' in page
    assert 'href="../../../" title="Rencana &lt;Sagara&gt;"' in page
    assert '<html lang="id"' in page


def test_what_nobody_loads_is_not_published(guide: dict[str, bytes]) -> None:
    assert not [name for name in guide if name.endswith((".map", ".gz", "sitemap.xml", "404.html")) or "lunr" in name]
    assert "search/search_index.json" in guide


def test_the_mark_follows_what_shapes_the_guide(settings: Path, tmp_path: Path) -> None:
    own = configuration(settings)
    assert guide_mark(own) == guide_mark(configuration(settings))
    (tmp_path / "mkdocs.yml").write_text("site_name: Lain\n", encoding="utf-8")
    assert guide_mark(own) != guide_mark(configuration(tmp_path))
