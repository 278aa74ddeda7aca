import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

TIMETABLE = "kabupaten-tirtawening/2025-2029/rencana-implementasi/"


def heads(page: Page) -> list[str]:
    return [text.strip() for text in page.locator("#tabel-waktu thead th").all_inner_texts()]


def column(page: Page, name: str) -> list[str]:
    number = heads(page).index(name) + 1
    cells = page.locator(f"#tabel-waktu tbody tr:not(.group):visible > :nth-child({number})")
    return [text.strip() for text in cells.all_inner_texts()]


def amounts(page: Page) -> list[int]:
    """The exact amounts of the column of plans as it stands; -1 for one that is not known."""
    cells = page.locator("#tabel-waktu tbody tr:not(.group):visible > :nth-child(6)")
    return cells.evaluate_all(
        "cells => cells.map(cell => cell.title ? Number(cell.title.split(' ')[0].replace(/\\D/g, '')) : -1)"
    )


def test_a_column_sorts_by_value_up_down_and_back(page: Page, site_url: str) -> None:
    page.goto(site_url + TIMETABLE)
    written = column(page, "Kegiatan")
    head = page.locator("#tabel-waktu thead th", has_text="Rencana")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    rising = amounts(page)
    known = [amount for amount in rising if amount >= 0]
    assert len(known) > 20
    assert known == sorted(known)
    assert rising == [*known, *[-1] * (len(rising) - len(known))]
    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert [amount for amount in amounts(page) if amount >= 0] == known[::-1]
    head.get_by_role("button").press("Space")
    expect(head).not_to_have_attribute("aria-sort", re.compile("."))
    assert column(page, "Kegiatan") == written


def test_order_and_filter_stand_in_the_address(page: Page, site_url: str) -> None:
    page.goto(site_url + TIMETABLE)
    page.locator("form.filters [name=tahap]").first.select_option("pemantapan")
    page.locator("#tabel-waktu thead th", has_text="Waktu").get_by_role("button").click()
    assert "tahap=pemantapan" in page.url
    assert f"urut={heads(page).index('Waktu') + 1}" in page.url
    shown = column(page, "Kegiatan")
    again = page.url
    page.goto(site_url)
    page.goto(again)
    assert column(page, "Kegiatan") == shown
    assert set(
        page.locator("#tabel-waktu tbody tr:visible").evaluate_all("rows => rows.map(row => row.dataset.tahap)")
    ) == {"pemantapan"}
    starts = column(page, "Waktu")
    assert starts == sorted(starts, key=lambda text: (text[3:7], text[:2]))


def test_the_count_is_of_activities(page: Page, site_url: str) -> None:
    page.goto(site_url + TIMETABLE)
    activities = page.locator("#tabel-waktu tr[data-tahap]").count()
    expect(page.locator("form.filters output").first).to_have_text(f"{activities} / {activities}")


def test_without_a_script_every_row_is_there(open_page: Callable[..., Page], site_url: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site_url + TIMETABLE)
    assert page.locator("#tabel-waktu tr[data-tahap]:visible").count() > 20
    assert page.locator("form.filters:visible").count() == 0
    assert page.locator("#tabel-waktu thead button").count() == 0


def test_a_phone_scrolls_no_page_sideways(open_page: Callable[..., Page], site_url: str) -> None:
    page = open_page(viewport={"width": 375, "height": 800})
    for address in (TIMETABLE, "lembaga/", "cari/"):
        page.goto(site_url + address)
        assert page.evaluate("document.documentElement.scrollWidth") == 375


def test_a_filter_that_nothing_passes_says_so_and_how_to_undo_it(page: Page, site_url: str) -> None:
    page.goto(site_url + TIMETABLE)
    form = page.locator("form.filters")
    expect(form.get_by_text("Tidak ada baris yang cocok")).to_be_hidden()
    form.locator("[name=teks]").fill("kata yang tidak ada")
    expect(form.get_by_text("Tidak ada baris yang cocok")).to_be_visible()
    expect(page.locator("#tabel-waktu")).to_be_hidden()
    form.get_by_role("button", name="Hapus saringan").click()
    expect(form.get_by_text("Tidak ada baris yang cocok")).to_be_hidden()
    expect(page.locator("#tabel-waktu")).to_be_visible()
    assert "teks" not in page.url


def test_back_undoes_what_an_address_asked(page: Page, site_url: str) -> None:
    page.goto(site_url + TIMETABLE)
    page.evaluate("history.pushState(null, '', '?tahap=pemantapan')")
    page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    assert page.locator("#tabel-waktu tr[data-tahap='persiapan']:visible").count() == 0
    page.go_back()
    expect(page.locator("#tabel-waktu tr[data-tahap='persiapan']").first).to_be_visible()
