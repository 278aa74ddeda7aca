"""A nation on a page is no page: what a register of 120 institutions shows, and how large its pages are.

Sixty of the invented institutions say that they are real, so that the site tells who has not published.
"""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from benchmarks.corpus import Institution, institutions, write
from tests.once import built_once

from .axe import add_axe, violations
from .conftest import build
from .kinds import visit

pytestmark = pytest.mark.browser

INSTITUTIONS, ACTIVITIES, REAL = 120, 4, 60
MOST_BYTES, MOST_NODES, MOST_PIXELS = 300_000, 8_000, 20_000
PROVINCE = "provinsi/jawa-barat/"
NATIONAL = (
    "",
    "lembaga/",
    "terlambat/",
    "perubahan/",
    "data/",
    "metode/",
    "perbandingan/",
    "perbandingan/kabupaten/",
    *(f"perbandingan/kabupaten/{part}/" for part in ("isi", "anggaran", "tahap", "temuan")),
    PROVINCE,
)


def _nation(output: Path) -> None:
    base = output.parent
    write(base, INSTITUTIONS, ACTIVITIES, seed=1)
    for file in sorted(base.glob("plans/*/*/lembaga.yaml"))[:REAL]:
        file.write_text(file.read_text("utf-8").replace("contoh: true", "contoh: false"), "utf-8")
    build(output, "--jobs", "2", base=base)


@pytest.fixture(scope="session")
def nation_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_once(tmp_path_factory, "nation", _nation)


@pytest.fixture(scope="session")
def nation_url(nation_folder: Path, serve: Callable[..., str]) -> str:
    return serve(nation_folder, "/")


class Elements(HTMLParser):
    """Counts the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def handle_starttag(self, *_: object) -> None:
        self.count += 1


def test_no_page_but_the_printed_one_is_heavy(nation_folder: Path) -> None:
    heavy = []
    pages = [page for page in nation_folder.rglob("index.html") if page.parent.name != "cetak"]
    for page in pages:
        text = page.read_text("utf-8")
        elements = Elements()
        elements.feed(text)
        if len(text.encode()) > MOST_BYTES or elements.count > MOST_NODES:
            heavy.append((page.relative_to(nation_folder).as_posix(), len(text.encode()), elements.count))
    assert len(pages) > INSTITUTIONS * 10
    assert heavy == []


@pytest.mark.parametrize("width", [375, 1280])
def test_no_page_is_long_or_wider_than_the_screen(open_page: Callable[..., Page], nation_url: str, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    for address in NATIONAL:
        visit(page, nation_url, address)
        height, wide = page.evaluate("[document.documentElement.scrollHeight, document.documentElement.scrollWidth]")
        assert wide <= width, address
        if width == 1280:
            assert height <= MOST_PIXELS, address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page: Callable[..., Page], nation_url: str, scheme: Literal["light", "dark"]) -> None:
    page = open_page(color_scheme=scheme, viewport={"width": 375 if scheme == "dark" else 1280, "height": 900})
    add_axe(page)
    for address in (
        "",
        "lembaga/",
        "terlambat/",
        "perbandingan/kabupaten/",
        "perbandingan/kabupaten/isi/",
        "perbandingan/kabupaten/temuan/",
        PROVINCE,
    ):
        visit(page, nation_url, address)
        if address == "lembaga/":
            page.locator(".folds > details").first.evaluate("each => { each.open = true; }")
        assert violations(page) == [], address


def test_the_map_leads_to_a_province_and_shows_one_measure_of_four(page: Page, nation_url: str) -> None:
    visit(page, nation_url, "")
    tile = page.locator(".tile", has_text="Jabar")
    shown = tile.locator(".tile__count:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_have_class(re.compile(r"\bm1\b"))
    page.get_by_label("Terlambat", exact=True).check()
    expect(shown).to_have_class(re.compile(r"\bm2\b"))
    tile.locator("a").click()
    page.wait_for_url(f"**/{PROVINCE}")
    expect(page.locator("h1")).to_have_text("Provinsi Jawa Barat")


def test_who_has_not_published_is_named_by_province(page: Page, nation_url: str) -> None:
    published = {each.name for each in _real() if each.province == "Jawa Barat"}
    visit(page, nation_url, PROVINCE)
    named = page.locator("#belum-menerbitkan ~ ul.names li").all_inner_texts()
    assert "Kota Depok" in named
    assert not published & set(named)
    assert len(named) + len(published) == 28  # the province, 18 regencies and 9 cities
    expect(page.locator(".lead")).to_contain_text(f"{len(published)} dari 28 pemerintah daerah")
    visit(page, nation_url, "")
    expect(page.locator("main")).to_contain_text(
        f"Dari 552 pemerintah provinsi, kabupaten dan kota, {552 - REAL} belum"
    )


def _real() -> list[Institution]:
    return sorted(institutions(INSTITUTIONS), key=lambda each: each.slug)[:REAL]


def test_a_site_of_examples_names_nobody(page: Page, root_url: str) -> None:
    visit(page, root_url, "")
    expect(page.locator("main")).not_to_contain_text("belum menerbitkan rencana induknya di situs ini")


def test_a_filter_opens_the_provinces_it_leaves(page: Page, nation_url: str) -> None:
    visit(page, nation_url, "lembaga/")
    expect(page.locator(".folds > details:visible")).to_have_count(38)
    page.locator("[name=teks]").fill("bogor")
    expect(page.locator(".folds > details:visible")).to_have_count(1)
    expect(page.get_by_role("link", name="Kabupaten Bogor")).to_be_visible()
    expect(page.locator("form.filters output")).to_have_text(f"1 / {INSTITUTIONS}")
