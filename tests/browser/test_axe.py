"""axe finds nothing on any kind of page, light and dark, on a phone and on a desk."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from .axe import add_axe, violations
from .kinds import ALL, OF_A_PLAN, OF_THE_PORTAL, PLAN, visit

pytestmark = pytest.mark.browser

SCHEMES = ("light", "dark")
LONGEST = {f"{PLAN}cetak/": "kabupaten-tirtawening/2020-2024/cetak/"}
"""The whole plan on one page is read from a shorter plan: axe takes half a minute for the long one."""


@pytest.mark.parametrize("addresses", [OF_A_PLAN, OF_THE_PORTAL], ids=["plan", "portal"])
@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(
    open_page: Callable[..., Page],
    root_url: str,
    scheme: Literal["light", "dark"],
    width: int,
    addresses: tuple[str, ...],
) -> None:
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    add_axe(page)
    found = {}
    for address in addresses:
        visit(page, root_url, LONGEST.get(address, address))
        if here := violations(page, only_colour=scheme == "dark"):
            found[address] = here
    assert found == {}


def test_axe_would_find_something(open_page: Callable[..., Page], root_url: str) -> None:
    page = open_page()
    add_axe(page)
    visit(page, root_url, "")
    page.locator("h1").evaluate("each => { each.style.color = 'lightgray'; each.innerHTML += '<img src=data:,>'; }")
    assert {line.partition(":")[0] for line in violations(page)} == {"color-contrast", "image-alt"}


def test_dark_by_the_system_and_dark_by_the_button_are_one(open_page: Callable[..., Page], root_url: str) -> None:
    values = """() => Object.fromEntries([...getComputedStyle(document.documentElement)]
      .filter((name) => name.startsWith('--')).map((name) =>
        [name, getComputedStyle(document.documentElement).getPropertyValue(name)]))"""
    seen = []
    for system in SCHEMES:
        page = open_page(color_scheme=system)
        visit(page, root_url, "")
        if system == "light":
            light = page.evaluate(values)
            page.locator("#_scheme").click()
        seen.append(page.evaluate(values))
    assert seen[0] == seen[1] != light
    assert len(light) > 20


def test_every_kind_of_page_is_looked_at(site_folder: Path) -> None:
    """A new kind of page joins the list in kinds.py."""
    looked_at = {address.partition("?")[0].rstrip("/") for address in ALL}
    portal = {path.parent.name for path in site_folder.glob("*/index.html")}
    institutions = {path.parents[1].name for path in site_folder.glob("*/*/index.html") if path.parent.name[:2] == "20"}
    assert portal - institutions - {"panduan"} <= looked_at  # the guide is looked at in test_guide.py
    assert {path.parent.name for path in (site_folder / PLAN).glob("*/index.html")} <= {
        address.rpartition("/")[2] for address in looked_at
    }
    assert len(institutions) == 3
