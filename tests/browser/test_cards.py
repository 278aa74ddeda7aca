"""The cards of activities: one line each, opened by their address, by one button, on paper and without a script."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, Route, expect

from benchmarks import corpus

from .conftest import build

pytestmark = pytest.mark.browser

HIGHEST, HEAVIEST, MOST_NODES = 20_000, 300_000, 8_000
"""Pixels at 1280, bytes before any compression, and elements of the roadmap of 73 activities."""
HIGHEST_ON_A_PHONE = 25_000

PLAN = "kabupaten-tirtawening/2025-2029/"
ROADMAP = f"{PLAN}rencana-implementasi/"
CARD = "details.card:has(#bkp-04)"


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
    expect(page.locator(f"{CARD} dl").first).to_be_in_viewport()
    assert page.locator("details.card[open]").count() == 1


def test_a_link_of_the_same_page_opens_a_card(page: Page, site_url: str) -> None:
    page.goto(site_url + ROADMAP)
    page.locator("#terlambat + ol a[href='#bkp-04']").click()
    expect(page.locator("#bkp-04")).to_be_in_viewport()
    expect(page.locator(f"{CARD} dl").first).to_be_visible()


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
    expect(page.locator(f"{CARD} dl").first).to_be_visible()
    page.emulate_media(media="screen")
    expect(page.locator(f"{CARD} dl").first).to_be_hidden()


LANDED = """() => {
  const line = document.querySelector('#bkp-04').closest('details').querySelector('summary').getBoundingClientRect();
  const stuck = [...document.querySelectorAll('body *')].filter((each) => getComputedStyle(each).position === 'sticky')
    .map((each) => each.getBoundingClientRect())
    .filter((box) => box.top <= 0 && box.bottom > 0 && box.right > line.left && box.left < line.right);
  return [line.top, line.bottom, Math.max(0, ...stuck.map((box) => box.bottom))];
}"""
"""Where the line of the card is after its link was followed, and how far down what sticks to the top reaches."""


@pytest.mark.parametrize("words", [1, 6], ids=["as it is", "a long name"])
@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("origin", ["terlambat/", PLAN])
def test_a_link_to_an_activity_shows_its_line(
    open_page: Callable[..., Page], site_url: str, origin: str, width: int, words: int
) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    if words > 1:
        page.route("**/rencana-implementasi/", lambda route: longer(route, words))
    page.goto(site_url + origin)
    page.locator("main a[href$='#bkp-04']:visible").first.click()
    page.wait_for_url("**#bkp-04")
    expect(page.locator(f"{CARD} dl").first).to_be_visible()
    top, bottom, covered = page.evaluate(LANDED)
    assert covered <= top < 300
    assert bottom < 900


def longer(route: Route, times: int) -> None:
    """The page with a longer name for every activity that has a card."""
    answer = route.fetch()
    route.fulfill(
        response=answer, body=answer.text().replace('-judul">', '-judul">' + "Penyelenggaraan layanan " * times)
    )


def test_on_a_phone_tables_are_folded_and_still_found(open_page: Callable[..., Page], site_url: str) -> None:
    page = open_page(viewport={"width": 375, "height": 900})
    page.goto(site_url + ROADMAP)
    assert page.evaluate("document.documentElement.scrollHeight") <= HIGHEST_ON_A_PHONE
    owner = page.locator("details.fold tr[id]").first
    expect(owner).to_be_hidden()
    page.goto(f"{site_url}{ROADMAP}#{owner.get_attribute('id')}")
    expect(owner).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    for folded in page.locator("details.fold").all():
        expect(folded.locator("table")).to_be_visible()
        expect(folded.locator("summary")).to_be_hidden()


def test_a_phone_is_told_of_no_picture_that_it_does_not_show(open_page: Callable[..., Page], site_url: str) -> None:
    page = open_page(viewport={"width": 375, "height": 900})
    page.goto(site_url + ROADMAP)
    chart = page.locator(".chart--roadmap")
    expect(chart).to_contain_text("Arti batang pada tiap kegiatan di bawah")
    for gone in ("Tabel di bawahnya", "tonggak"):
        expect(chart.get_by_text(gone)).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(chart.get_by_text("Tabel di bawahnya")).to_be_visible()
