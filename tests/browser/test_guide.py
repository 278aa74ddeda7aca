"""The guide in a browser: readable by all, searchable, its examples are copied, and nothing leaves the site."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .axe import add_axe, violations

pytestmark = pytest.mark.browser

PAGES = (
    "",
    "cara/menjawab-temuan/",
    "isian/kegiatan/",
    "isian/tahap-pengembangan/",
    "kode/",
    "kode/tanpa-anggaran/",
    "penerbitan/",
)


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page: Callable[..., Page], site_url: str, scheme: str, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    add_axe(page)
    found = {}
    for address in PAGES:
        page.goto(f"{site_url}panduan/{address}")
        if here := violations(page, only_colour=scheme == "dark"):
            found[address] = here
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert found == {}


@pytest.mark.parametrize("width", [375, 1280])
def test_search_finds_a_page(open_page: Callable[..., Page], site_url: str, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(f"{site_url}panduan/")
    if width == 375:
        page.get_by_role("button", name="Cari").focus()
        page.keyboard.press("Space")
    field = page.get_by_role("textbox", name="Cari")
    field.focus()
    page.keyboard.type("realisasi")
    page.locator(".md-search-result__link", has_text="Mencatat realisasi anggaran").first.click()
    page.wait_for_url("**/panduan/cara/mencatat-realisasi/**")


def test_an_example_is_copied(open_page: Callable[..., Page], site_url: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{site_url}panduan/cara/menjawab-temuan/")
    page.get_by_title("Salin ke clipboard").first.click()
    page.wait_for_function("navigator.clipboard.readText().then((text) => text.startsWith('tanggapan:'))")


def test_light_or_dark_is_one_choice_for_the_whole_site(open_page: Callable[..., Page], site_url: str) -> None:
    page = open_page(color_scheme="light")
    page.goto(f"{site_url}panduan/")
    page.locator("#scheme").click()
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    page.goto(site_url)
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    page.goto(f"{site_url}panduan/")
    assert page.evaluate(background) == dark != "rgb(255, 255, 255)"


def test_a_finding_leads_to_its_page(open_page: Callable[..., Page], site_url: str) -> None:
    page = open_page()
    page.goto(f"{site_url}kabupaten-tirtawening/2025-2029/temuan/")
    page.locator("main p a:has(code)").first.click()
    assert "/panduan/kode/" in page.url
    page.get_by_role("link", name="Rencana Induk e-Government").first.click()
    assert page.url == site_url
