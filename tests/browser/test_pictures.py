"""What the pictures draw once and show in several places keeps its looks in each."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .kinds import ALL, PLAN, visit

pytestmark = pytest.mark.browser

# What `use` shows matches no selector that looks outside of it: it must look the same away from where it is drawn.
CHANGED = """() => {
  const away = document.body.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "svg"));
  const changed = new Set();
  for (const use of document.querySelectorAll("main use")) {
    const drawn = document.querySelector(use.getAttribute("href"));
    const copy = away.appendChild(drawn.cloneNode(true));
    const [before, after] = [drawn, copy].map((each) => [each, ...each.querySelectorAll("*")]);
    before.forEach((each, at) => {
      for (const property of ["fill", "stroke", "fillOpacity", "strokeWidth", "strokeDasharray"])
        if (getComputedStyle(each)[property] !== getComputedStyle(after[at])[property])
          changed.add(`${drawn.id}: ${property} of ${each.getAttribute("class") || each.tagName}`);
    });
    copy.remove();
  }
  away.remove();
  return [...changed];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_shown_elsewhere_looks_as_it_is_drawn(
    open_page: Callable[..., Page], root_url: str, scheme: str
) -> None:
    page = open_page(color_scheme=scheme)
    uses = 0
    for address in ALL:
        visit(page, root_url, address)
        uses += page.locator("main use").count()
        assert page.evaluate(CHANGED) == [], address
    assert uses


def test_a_phone_shows_the_bars_of_the_roadmap_in_its_table(open_page: Callable[..., Page], root_url: str) -> None:
    page = open_page(viewport={"width": 375, "height": 800})
    visit(page, root_url, f"{PLAN}rencana-implementasi/")
    assert page.locator(".chart--roadmap .roadmap:visible").count() == 0
    assert page.locator("#tabel-waktu svg.strip:visible").count() == 73
    assert page.locator("#tabel-waktu svg.strip .overdue").count()
    page.set_viewport_size({"width": 1280, "height": 800})
    assert page.locator(".chart--roadmap .roadmap:visible").count() == 1
    assert page.locator("#tabel-waktu svg.strip:visible").count() == 0


def test_a_phone_shows_the_printed_roadmap_as_it_is(open_page: Callable[..., Page], root_url: str) -> None:
    page = open_page(viewport={"width": 375, "height": 800})
    visit(page, root_url, f"{PLAN}cetak/")
    assert page.locator(".chart--roadmap .roadmap:visible").count() == 1


BROKEN = """() => [...document.querySelectorAll('.bars__name')].flatMap((name) => {
  const text = name.firstChild;
  return [...text.data.matchAll(/[^\\s-]+/g)].filter((word) => {
    const range = document.createRange();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return range.getClientRects().length > 1;
  }).map((word) => word[0]);
})"""
"""Words and numbers in the names of bars that stand on more than one line."""


@pytest.mark.parametrize("width", [320, 375, 390])
def test_no_name_of_a_bar_is_broken_inside_a_word(open_page: Callable[..., Page], site_url: str, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    for address in ("anggaran/", "sdm/", "sematan/anggaran/"):
        page.goto(f"{site_url}kabupaten-tirtawening/2025-2029/{address}")
        assert page.locator(".bars__name").count() > 2, address
        assert page.evaluate(BROKEN) == [], address


@pytest.mark.parametrize("width", [375, 800, 1280])
@pytest.mark.parametrize("part", ["sematan/peta-jalan/", "tahap-pengembangan/"])
def test_a_small_roadmap_names_its_activities(
    open_page: Callable[..., Page], site_url: str, part: str, width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(f"{site_url}{PLAN}{part}")
    assert page.locator(".chart a:visible", has_text="Tim tanggap insiden siber").count() == 1
    if part.startswith("sematan"):
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("base").get_attribute("target") == "_top"
        drawn = page.locator(".roadmap").evaluate("each => [each.scrollWidth, each.clientWidth]")
        assert drawn[0] <= drawn[1]
