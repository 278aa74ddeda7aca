"""The cards of activities: one line each, opened by their address, by one button, on paper and without a script."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect

from benchmarks import corpus

from .conftest import build

pytestmark = pytest.mark.browser

HIGHEST, HEAVIEST, MOST_NODES = 20_000, 300_000, 8_000
"""Pixels at 1280, bytes before any compression, and elements of the roadmap of 73 activities."""

PLAN = "kabupaten-tirtawening/2025-2029/"
ROADMAP = f"{PLAN}rencana-implementasi/"


def test_the_roadmap_of_73_activities_is_no_wall(page: Page, site_url: str) -> None:
    page.goto(site_url + ROADMAP)
    assert page.locator("details.card").count() == 73
    assert page.locator("details.card[open]").count() == 0
    assert_within_limits(page, page.goto(site_url + ROADMAP))


def test_so_is_one_of_a_plan_that_nobody_tidied(page: Page, serve: Callable[..., str], tmp_path: Path) -> None:
    corpus.write(tmp_path, 1, 73, seed=7)
    build(tmp_path / "site", base=tmp_path)
    (roadmap,) = (tmp_path / "site").glob("*/*/rencana-implementasi")
    answer = page.goto(serve(tmp_path / "site") + roadmap.relative_to(tmp_path / "site").as_posix() + "/")
    assert page.locator("details.card").count() == 73
    assert_within_limits(page, answer)


def assert_within_limits(page: Page, answer: Response | None) -> None:
    assert answer is not None
    assert len(answer.body()) <= HEAVIEST
    assert page.evaluate("document.documentElement.scrollHeight") <= HIGHEST
    assert page.evaluate("document.querySelectorAll('*').length") <= MOST_NODES


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
