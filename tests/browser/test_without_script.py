"""Every page says the same without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .kinds import ALL, PLAN

pytestmark = pytest.mark.browser

_ALL_TABLES = "main table:not(.compare)"


@pytest.fixture
def plain(open_page: Callable[..., Page]) -> Page:
    return open_page(java_script_enabled=False)


def test_every_page_has_its_title_its_text_and_its_source(plain: Page, root_url: str) -> None:
    for address in (each for each in ALL if "?" not in each):
        plain.goto(root_url + address)
        assert plain.locator("h1:visible").count() == 1, address
        assert len(plain.locator("main").inner_text().split()) > 20, address
        assert plain.locator("main form.filters:visible, #_scheme:visible").count() == 0, address
        assert plain.locator("main noscript").count() == 0, address


def test_every_row_of_every_table_is_there(plain: Page, page: Page, root_url: str) -> None:
    seen = 0
    for address in (each for each in ALL if "?" not in each and "cetak/" not in each):
        plain.goto(root_url + address)
        page.goto(root_url + address)
        counts = "all => all.map((table) => table.rows.length)"
        # Unfolded, a table of a reader with JavaScript may be sorted by its head; its rows are the same.
        with_script = page.locator(_ALL_TABLES).evaluate_all(counts)
        without = [table.locator("tr").count() for table in plain.locator(_ALL_TABLES).all()]
        assert without == with_script, address
        for table in plain.locator("main > article > .table-scroll > table, main > article > table").all():
            expect(table).to_be_visible()
        seen += sum(without)
    assert seen > 400


def test_the_menu_of_a_phone_opens(open_page: Callable[..., Page], root_url: str) -> None:
    page = open_page(viewport={"width": 375, "height": 800}, java_script_enabled=False)
    page.goto(root_url + PLAN)
    link = page.locator(".drawer").get_by_role("link", name="Layanan dan aplikasi", exact=True)
    expect(link).to_be_hidden()
    page.locator(".drawer > summary").press("Enter")
    link.click()
    page.wait_for_url(f"**/{PLAN}layanan/")


def test_the_comparison_leads_to_the_full_tables(plain: Page, root_url: str) -> None:
    plain.goto(f"{root_url}perbandingan/")
    assert plain.locator("#pilihan:visible, #berdampingan:visible").count() == 0
    plain.locator("main .doors a").first.click()
    plain.wait_for_url("**/perbandingan/*/")
    assert plain.locator("main table:visible tbody tr").count() > 0


def test_the_search_page_says_where_to_look(plain: Page, root_url: str) -> None:
    plain.goto(root_url)
    plain.locator("#_search-open").click()
    plain.wait_for_url("**/cari/")
    expect(plain.locator("main .without-script")).to_be_visible()
    assert plain.locator("main .without-script a").count() >= 4


def test_links_inside_a_page_lead_to_what_is_folded(plain: Page, root_url: str) -> None:
    plain.goto(f"{root_url}{PLAN}rencana-implementasi/")
    folded = plain.locator("main details:has(> ul)").first
    folded.locator("summary").press("Enter")
    expect(folded.locator("li").first).to_be_visible()
