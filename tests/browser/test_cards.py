"""The cards of activities: one line each, opened by their address, by one button, on paper and without a script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PLAN = "kabupaten-tirtawening/2025-2029/"
ROADMAP = f"{PLAN}rencana-implementasi/"
HIGHEST = 25_000


def test_the_roadmap_of_73_activities_is_no_wall(page: Page, site_url: str) -> None:
    page.goto(site_url + ROADMAP)
    assert page.locator("details.card").count() == 73
    assert page.locator("details.card[open]").count() == 0
    assert page.evaluate("document.documentElement.scrollHeight") <= HIGHEST


def test_the_line_tells_who_when_how_much_and_how_far(page: Page, site_url: str) -> None:
    page.goto(site_url + ROADMAP)
    line = page.locator("details.card", has=page.locator("#bkp-04")).locator("summary")
    for part in ("BKP-04", "terlambat", "BKPSDM", "T3 2026", "Rp35 juta", "kemajuan 80%"):
        expect(line).to_contain_text(part)


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
def test_its_address_opens_a_card(open_page: Callable[..., Page], site_url: str, script: bool) -> None:
    page = open_page(java_script_enabled=script)
    page.goto(f"{site_url}{ROADMAP}#bkp-04")
    expect(page.locator("#bkp-04 dl").first).to_be_in_viewport()
    assert page.locator("details.card[open]").count() == 1


def test_a_link_of_the_same_page_opens_a_card(page: Page, site_url: str) -> None:
    page.goto(site_url + ROADMAP)
    page.locator("#terlambat + ol a[href='#bkp-04']").click()
    expect(page.locator("#bkp-04")).to_be_in_viewport()
    expect(page.locator("#bkp-04 dl").first).to_be_visible()


def test_one_button_opens_all_and_closes_them(page: Page, site_url: str) -> None:
    page.goto(site_url + ROADMAP)
    button = page.get_by_role("button", name="Buka semua")
    button.click()
    assert page.locator("details.card:not([open])").count() == 0
    page.get_by_role("button", name="Tutup semua").click()
    assert page.locator("details.card[open]").count() == 0


def test_on_paper_every_card_is_open(open_page: Callable[..., Page], site_url: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site_url + ROADMAP)
    page.emulate_media(media="print")
    expect(page.locator("#bkp-04 dl").first).to_be_visible()
    page.emulate_media(media="screen")
    expect(page.locator("#bkp-04 dl").first).to_be_hidden()
