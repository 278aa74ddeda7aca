"""What a page asks for: nothing from elsewhere, nothing that its content policy refuses, and not much."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from .kinds import ALL, visit

pytestmark = pytest.mark.browser

PORTAL_LIMIT = 500_000
SEARCH_LIMIT = 450_000
"""Bytes as they are on the disk, before any host compresses them."""

_WATCH = """addEventListener('securitypolicyviolation', (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))"""


def test_no_page_asks_another_origin_or_is_refused_by_its_policy(open_page: Callable[..., Page], root_url: str) -> None:
    page = open_page()
    page.add_init_script(_WATCH)
    here = urlsplit(root_url).netloc
    told: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: told.append(f"failed: {request.url}"))
    page.on("response", lambda response: told.append(response.url) if response.status >= 400 else None)
    page.on("websocket", lambda socket: asked.append(socket.url))
    for address in ALL:
        visit(page, root_url, address)
        assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1, address
        page.wait_for_load_state("networkidle")
    assert {urlsplit(address).netloc for address in asked if not address.startswith(("data:", "blob:"))} == {here}
    assert told == []


def test_the_policy_is_in_force(browser: Browser, root_url: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(root_url)
        refused = page.evaluate(
            """() => new Promise((tell) => {
              const seen = [];
              addEventListener('securitypolicyviolation', (event) => {
                seen.push(event.effectiveDirective);
                if (seen.length === 3) tell(seen.sort());
              });
              const text = '<img src="https://elsewhere.invalid/a.png"><p style="color: red">';
              document.body.insertAdjacentHTML('beforeend', text);
              const script = document.createElement('script');
              script.textContent = 'window.ran = true';
              document.body.append(script);
            })"""
        )
        assert refused == ["img-src", "script-src-elem", "style-src-attr"]
        assert page.evaluate("window.ran") is None


@pytest.fixture
def moved(page: Page) -> list[int]:
    """Bytes of every body that came over the network to `page`."""
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    return sizes


def test_a_first_visit_to_the_portal_is_light(page: Page, root_url: str, moved: list[int]) -> None:
    page.goto(root_url)
    page.wait_for_load_state("networkidle")
    assert 20_000 < sum(moved) < PORTAL_LIMIT


def test_a_search_from_the_portal_is_light(page: Page, root_url: str, moved: list[int]) -> None:
    page.goto(root_url)
    page.wait_for_load_state("networkidle")
    before = sum(moved)
    page.keyboard.press("/")
    page.locator("#_search-words").fill("layanan")
    page.locator("#_search .found__list > li").first.wait_for()
    page.wait_for_load_state("networkidle")
    assert 100_000 < sum(moved) - before < SEARCH_LIMIT
