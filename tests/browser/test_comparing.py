"""The comparison: it opens with tables, an institution is found by its name, and only what differs is shown."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from .axe import add_axe, violations

pytestmark = pytest.mark.browser

COMPARISON = "perbandingan/"
ONE, OTHER = "kabupaten-tirtawening", "provinsi-nusa-kencana"
BOTH = f"{COMPARISON}?lembaga={ONE}&lembaga={OTHER}"


def columns(page: Page) -> list[str]:
    heads = page.locator("table:has(#b-ringkas) thead th:not(:first-child) a")
    return heads.all_inner_texts()


def test_it_opens_with_every_kind_at_a_glance(page: Page, site_url: str) -> None:
    page.goto(site_url + COMPARISON)
    tables = page.locator("table[id^=sekilas-]:visible")
    assert tables.count() == 3
    expect(page.locator("#berdampingan")).to_be_hidden()
    row = page.locator("#sekilas-kabupaten tbody tr").last
    expect(row).to_contain_text("Kabupaten Tirtawening")
    expect(row.locator("progress").first).to_be_visible()
    assert "0%" not in row.locator("td").nth(1).inner_text().split()


def test_a_box_and_a_name_choose_and_the_address_keeps_the_choice(page: Page, site_url: str) -> None:
    page.goto(site_url + COMPARISON)
    page.get_by_role("checkbox", name="Kabupaten Tirtawening").check()
    expect(page.locator("#berdampingan")).to_be_visible()
    page.get_by_label("Cari lembaga untuk dibandingkan").fill("nusa kenc")
    page.get_by_label("Cari lembaga untuk dibandingkan").press("Enter")
    expect(page.locator("table:has(#b-ringkas) thead th")).to_have_count(3)
    assert columns(page) == ["Kabupaten Tirtawening", "Provinsi Nusa Kencana"]
    assert f"lembaga={ONE}&lembaga={OTHER}" in page.url
    expect(page.get_by_role("checkbox", name="Provinsi Nusa Kencana")).to_be_checked()
    page.go_back()
    expect(page.locator("table:has(#b-ringkas) thead th")).to_have_count(2)
    page.get_by_role("button", name="Lepaskan Kabupaten Tirtawening").click()
    expect(page.locator("#berdampingan")).to_be_hidden()
    expect(page.get_by_role("checkbox", name="Kabupaten Tirtawening")).not_to_be_checked()


def test_only_what_differs_is_shown_until_all_is_asked_for(page: Page, site_url: str) -> None:
    page.goto(site_url + BOTH)
    expect(page.locator("table:has(#b-ringkas) thead th")).to_have_count(3)
    rows = page.locator("table.compare tbody tr[data-key]:visible")
    differing = rows.count()
    for row in rows.all():
        values = row.locator("td").all_inner_texts()
        assert values[0] != values[1]
    page.get_by_label("Hanya yang berbeda").uncheck()
    assert "semua=ya" in page.url
    assert rows.count() > differing
    page.reload()
    expect(page.get_by_label("Hanya yang berbeda")).not_to_be_checked()
    expect(page.locator("table:has(#b-ringkas) thead th")).to_have_count(3)
    assert rows.count() > differing


def test_of_one_institution_everything_is_shown(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{COMPARISON}?lembaga={ONE}")
    expect(page.locator("table:has(#b-ringkas) thead th")).to_have_count(2)
    assert page.locator("table:has(#b-cakupan) tbody tr[data-key]:visible").count() == 17


def test_a_section_is_shaded_and_lettered(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{COMPARISON}?lembaga={ONE}")
    cells = page.locator("table:has(#b-cakupan) td.cover")
    expect(cells).to_have_count(17)
    for text, kind in cells.evaluate_all("all => all.map((each) => [each.innerText, each.className])"):
        letter, words = text.split(" · ")
        assert kind.endswith(f"cover--{letter}")
        assert len(words) > 3


def test_what_the_address_asks_that_is_not_there_is_left_out(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{COMPARISON}?lembaga=tidak-ada&lembaga={ONE}&lembaga={ONE}")
    expect(page.locator("table:has(#b-ringkas) thead th")).to_have_count(2)


def test_without_a_script_the_tables_are_there_and_no_dead_box(open_page: Callable[..., Page], site_url: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site_url + COMPARISON)
    assert page.locator("table[id^=sekilas-]:visible").count() == 3
    assert page.locator("main input:visible, #pilihan:visible").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing(
    open_page: Callable[..., Page], site_url: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    add_axe(page)
    for address in (COMPARISON, BOTH):
        page.goto(site_url + address)
        page.wait_for_load_state("networkidle")
        assert violations(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_that_kinds_differ_is_said(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{COMPARISON}?lembaga={ONE}")
    expect(page.locator("#berdampingan")).to_be_visible()
    warning = page.locator("#tidak-sejenis")
    expect(warning).to_be_hidden()
    page.goto(site_url + BOTH)
    expect(warning).to_contain_text("tidak sejenis (Kabupaten, Provinsi)")
    page.get_by_role("button", name="Lepaskan Provinsi Nusa Kencana").click()
    expect(warning).to_be_hidden()
