"""No kind of page scrolls sideways: on a phone, at twice the text size, without a script, or with the widest words."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .kinds import ALL, visit
from .layout import CUT, TOO_WIDE

pytestmark = pytest.mark.browser


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")


@pytest.mark.parametrize(
    ("width", "zoom"),
    # 640 pixels are the room that 1280 leave at 200 %; 320 at 400 % (WCAG 1.4.10).
    [(375, 1), (320, 1), (640, 1), (1280, 2)],
    ids=["phone", "at 400 %", "at 200 %", "text at 200 %"],
)
def test_no_page_scrolls_sideways_or_cuts_its_words(
    open_page: Callable[..., Page], root_url: str, width: int, zoom: int
) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    found = {}
    for address in ALL:
        visit(page, root_url, address)
        unfold(page)
        if zoom != 1:
            page.evaluate(f"document.documentElement.style.fontSize = '{zoom}00%'")
            page.evaluate("new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))")
        wrong = page.evaluate(TOO_WIDE) + page.evaluate(CUT)
        if wrong:
            found[address] = wrong
    assert not found, found


def test_a_page_that_is_too_wide_would_be_seen(open_page: Callable[..., Page], root_url: str) -> None:
    page = open_page(viewport={"width": 375, "height": 900})
    visit(page, root_url, "metode/")
    assert page.evaluate(TOO_WIDE) == page.evaluate(CUT) == []
    page.locator("h1").evaluate("each => { each.style.width = '400px'; }")
    assert any(line.startswith("H1") for line in page.evaluate(TOO_WIDE))
    page.locator("h1").evaluate(
        "each => { each.style.cssText = 'width: 50px; overflow: hidden; white-space: nowrap'; }"
    )
    assert [line[:2] for line in page.evaluate(CUT)] == ["H1"]


def test_everything_on_a_phone_is_as_large_as_a_finger(open_page: Callable[..., Page], root_url: str) -> None:
    page = open_page(viewport={"width": 375, "height": 900}, has_touch=True)
    visit(page, root_url, "")
    for name in (".drawer > summary", "#_search-open", "#_scheme", ".head__name"):
        box = page.locator(name).bounding_box()
        assert box is not None
        assert box["height"] >= 44, name


def test_no_page_but_the_printed_one_is_a_wall(open_page: Callable[..., Page], root_url: str) -> None:
    page = open_page(viewport={"width": 1280, "height": 900})
    walls = {}
    for address in ALL:
        if address.endswith("cetak/"):
            continue
        visit(page, root_url, address)
        height = page.evaluate("document.documentElement.scrollHeight")
        if height > 20_000:
            walls[address] = height
    assert walls == {}
