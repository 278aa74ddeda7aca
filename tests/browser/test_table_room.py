"""A table shows its total at a desk without scrolling, keeps its head in sight, and is cards on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .kinds import ALL, PLAN, visit

pytestmark = pytest.mark.browser

BUDGET = f"{PLAN}anggaran/"
ROADMAP = f"{PLAN}rencana-implementasi/"

TOTALS_OUT_OF_SIGHT = """() => [...document.querySelectorAll('main table')]
  .filter((table) => table.checkVisibility() && /Rp/.test(table.textContent))
  .flatMap((table) => [...table.tHead.rows[0].cells]
    .filter((head) => /rencana|realisasi|jumlah|pagu/i.test(head.textContent))
    .filter((head) => {
      const room = table.closest('.table-scroll')?.getBoundingClientRect().right ?? innerWidth;
      return head.getBoundingClientRect().right > Math.min(room, document.documentElement.clientWidth) + 1;
    })
    .map((head) => `${table.caption.textContent.trim().slice(0, 40)}: ${head.textContent.trim()}`))"""
"""Columns of totals of the tables of money that a reader must scroll for."""


def test_every_table_of_money_shows_its_totals_at_a_desk(open_page: Callable[..., Page], root_url: str) -> None:
    page = open_page(viewport={"width": 1280, "height": 900})
    found = {}
    for address in ALL:
        if address.endswith("cetak/"):
            continue  # the sheet's own tables, measured where they stand alone
        visit(page, root_url, address)
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        if hidden := page.evaluate(TOTALS_OUT_OF_SIGHT):
            found[address] = hidden
    assert not found, found


def test_a_total_out_of_sight_would_be_seen(page: Page, root_url: str) -> None:
    page.goto(root_url + BUDGET)
    assert page.evaluate(TOTALS_OUT_OF_SIGHT) == []
    page.locator("main tbody th").first.evaluate("each => { each.style.minWidth = '1200px'; }")
    assert page.evaluate(TOTALS_OUT_OF_SIGHT)


def test_amounts_of_years_have_one_unit_and_their_exact_rupiah(page: Page, root_url: str) -> None:
    page.goto(root_url + BUDGET)
    table = page.locator("table", has_text="Rencana menurut sumber dana")
    expect(table.locator("caption")).to_contain_text("Rp juta")
    assert table.locator("thead th").nth(1).inner_text().startswith("Rencana, semua tahun")
    cells = table.locator("td[title]").evaluate_all("all => all.map((each) => [each.innerText, each.title])")
    assert len(cells) > 10
    for shown, exact in cells:
        assert exact.startswith("Rp")
        millions = float(shown.split()[0].replace(".", "").replace(",", "."))
        rupiah = int(exact.split()[0].removeprefix("Rp").replace(".", ""))
        assert abs(millions * 1_000_000 - rupiah) <= 50_000


def test_a_head_stays_in_sight(page: Page, root_url: str) -> None:
    page.goto(root_url + BUDGET)
    row = page.locator("#t-anggaran-menurut-kegiatan ~ tbody tr").nth(20)
    row.evaluate("each => each.scrollIntoView({ block: 'center' })")
    head = page.locator("table", has=page.locator("#t-anggaran-menurut-kegiatan")).locator("thead th").first
    assert 0 <= head.evaluate("each => each.getBoundingClientRect().top") < 5


def test_a_wide_screen_gives_a_wide_table_its_room(open_page: Callable[..., Page], root_url: str) -> None:
    def width(screen: int) -> float:
        page = open_page(viewport={"width": screen, "height": 900})
        page.goto(root_url + BUDGET)
        assert page.evaluate("document.documentElement.scrollWidth") == screen
        return float(page.locator(".page .table-scroll").last.evaluate("each => each.clientWidth"))

    assert width(1920) > width(1280) + 150


@pytest.mark.parametrize("address", [BUDGET, ROADMAP, "terlambat/"])
def test_a_row_is_a_card_on_a_phone(open_page: Callable[..., Page], root_url: str, address: str) -> None:
    page = open_page(viewport={"width": 375, "height": 800})
    page.goto(root_url + address)
    table = page.locator("table.labelled").first
    first = table.locator("tbody tr:not(.group)").first
    for cell in first.locator("td:visible").all():
        box = cell.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 375
        assert cell.get_attribute("data-label")
    assert first.get_attribute("role") == "row"
    assert first.locator("td").first.get_attribute("role") == "cell"


def test_an_amount_on_a_card_has_its_unit(open_page: Callable[..., Page], root_url: str) -> None:
    page = open_page(viewport={"width": 375, "height": 800})
    page.goto(root_url + BUDGET)
    cells = page.locator("table", has_text="Rencana menurut sumber dana").locator("tbody td[title]")
    assert all("juta rupiah" in text for text in cells.all_inner_texts())


def test_a_phone_folds_the_filters_but_those_in_use(open_page: Callable[..., Page], root_url: str) -> None:
    page = open_page(viewport={"width": 375, "height": 800})
    page.goto(root_url + ROADMAP)
    field = page.locator("form.filters [name=tahap]")
    expect(field).to_be_hidden()
    page.get_by_text("Saring tabel").click()
    expect(field).to_be_visible()
    page.goto(f"{root_url}{ROADMAP}?tahap=pemantapan")
    expect(field).to_be_visible()
