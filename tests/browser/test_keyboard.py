"""A tour of the pages without a mouse."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .kinds import OF_A_PLAN, OF_THE_PORTAL, PLAN, visit

pytestmark = pytest.mark.browser

_FOCUSED = """() => {
  const each = document.activeElement;
  if (each === document.body) return null;
  const box = each.getBoundingClientRect();
  const around = [each.parentElement, each.parentElement.parentElement];
  const seen = (one) => { const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2; };
  const order = [...document.querySelectorAll('*')].indexOf(each);
  return {
    name: `${each.tagName}#${each.id}.${each.getAttribute('class')} ${each.textContent.trim().slice(0, 30)}`,
    order,
    top: box.top + scrollY,
    left: box.left,
    height: box.height,
    inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    ring: [each, ...each.querySelectorAll('*'), ...around].some(seen),
  };
}"""


def tour(page: Page, most: int) -> list[dict[str, Any]]:
    """Everything that Tab comes to, until it leaves the page or `most` stops are made."""
    stops: list[dict[str, Any]] = []
    while len(stops) < most:
        page.keyboard.press("Tab")
        stop = page.evaluate(_FOCUSED)
        if stop is None or (stops and stop["order"] == stops[0]["order"]):
            break
        stops.append(stop)
    return stops


def test_the_first_stop_leads_past_the_menus(page: Page, root_url: str) -> None:
    for address in (*OF_THE_PORTAL, PLAN):
        visit(page, root_url, address)
        page.keyboard.press("Tab")
        skip = page.locator(".skip")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport(ratio=1)
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null"), address


@pytest.mark.parametrize("width", [375, 1280])
def test_every_stop_is_seen_in_reading_order_and_lets_go(
    open_page: Callable[..., Page], root_url: str, width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    for address in ("", "lembaga/", "metode/", f"{PLAN}sdm/", f"{PLAN}anggaran/"):
        visit(page, root_url, address)
        stops = tour(page, most=400)
        assert 15 < len(stops) < 400, f"{address}: focus is trapped or goes nowhere"
        assert [stop["order"] for stop in stops] == sorted({stop["order"] for stop in stops}), address
        assert [stop["name"] for stop in stops if not stop["inSight"]] == [], address
        assert [stop["name"] for stop in stops if not stop["ring"]] == [], address


def test_no_page_has_an_order_of_its_own(page: Page, root_url: str) -> None:
    for address in OF_A_PLAN + OF_THE_PORTAL:
        visit(page, root_url, address)
        assert page.locator("[tabindex]:not([tabindex='0'], [tabindex='-1'])").count() == 0, address


def test_the_menu_of_a_phone(open_page: Callable[..., Page], root_url: str) -> None:
    page = open_page(viewport={"width": 375, "height": 800})
    page.goto(root_url + PLAN)
    summary = page.locator(".drawer > summary")
    link = page.locator(".drawer").get_by_role("link", name="Anggaran", exact=True)
    expect(link).to_be_hidden()
    while not summary.evaluate("each => each === document.activeElement"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('header, .skip, .drawer') !== null"), (
            "the menu cannot be reached"
        )
    page.keyboard.press("Enter")
    expect(link).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.drawer nav') !== null")
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(summary).to_be_focused()
    page.keyboard.press("Space")
    while not link.evaluate("each => each === document.activeElement"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.drawer') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{PLAN}anggaran/")
    assert page.locator(".drawer").get_attribute("open") is None


@pytest.mark.parametrize("system", ["light", "dark"])
def test_light_or_dark_is_remembered(open_page: Callable[..., Page], root_url: str, system: str) -> None:
    page = open_page(color_scheme=system)
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    page.goto(root_url)
    button = page.get_by_role("button", name="Tampilan gelap")
    before = page.evaluate(paper)
    expect(button).to_have_attribute("aria-pressed", str(system == "dark").lower())
    button.focus()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", str(system == "light").lower())
    chosen = page.evaluate(paper)
    assert chosen != before
    page.goto(f"{root_url}metode/")
    assert page.evaluate(paper) == chosen
    page.reload()
    assert page.evaluate(paper) == chosen
    page.get_by_role("button", name="Tampilan gelap").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(paper) == before


def test_filters_and_folded_parts(page: Page, root_url: str) -> None:
    page.goto(f"{root_url}{PLAN}rencana-implementasi/")
    form = page.locator("form.filters").first
    rows = page.locator("#tabel-waktu tr[data-tahap]:visible")
    all_rows = rows.count()
    form.locator("[name=teks]").focus()
    page.keyboard.type("portal")
    expect(form.locator("output")).not_to_have_text(f"{all_rows} / {all_rows}")
    assert 0 < rows.count() < all_rows
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert form.locator("[name=tahap]").input_value()
    assert "teks=portal" in page.url
    assert "tahap=" in page.url
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(form.get_by_role("button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(form.locator("output")).to_have_text(f"{all_rows} / {all_rows}")
    assert "?" not in page.url

    folded = page.locator("main details:has(> ul)").first
    folded.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(folded.locator("li").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(folded.locator("li a").first).to_be_focused()


def test_a_wide_table_scrolls_by_keyboard(open_page: Callable[..., Page], root_url: str) -> None:
    page = open_page(viewport={"width": 800, "height": 800}, reduced_motion="reduce")
    page.goto(f"{root_url}{PLAN}rencana-implementasi/")
    region = page.locator(".table-scroll.wide:has(#tabel-waktu)")
    region.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    # Asked again and again from here: the content policy lets no page evaluate a text, not even for a test.
    for _ in range(50):
        if scrolled := region.evaluate("region => region.scrollLeft > 20"):
            break
        page.wait_for_timeout(100)
    assert scrolled


def test_explained_words_close_with_escape(page: Page, root_url: str) -> None:
    page.goto(root_url)
    term = page.locator(".term").first
    term.locator("a").focus()
    told = term.locator(":scope > :not(a)")
    expect(told).to_be_visible()
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(told).to_be_visible()
