import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PLAN = "kabupaten-tirtawening/2025-2029/"
LIMIT = 450_000
"""Bytes that one search may move, as they are on the disk."""


def ask(page: Page, words: str) -> None:
    page.locator("#_search-words").fill(words)
    expect(page.locator("#_search .found__list > li").first).to_be_visible()


def test_search_by_keyboard_alone(page: Page, site_url: str) -> None:
    page.goto(site_url + PLAN)
    page.keyboard.press("/")
    expect(page.locator("#_search")).to_have_attribute("open", "")
    expect(page.locator("#_search-words")).to_be_focused()
    page.keyboard.type("portal wening")
    expect(page.locator("#_search [role=status]")).to_have_text(re.compile(r"^\d+ halaman cocok"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator("#_search .found__list a").nth(1)
    expect(second).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#_search-words")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/rencana-implementasi/#kom-05")
    expect(page.locator("#kom-05")).to_be_in_viewport()


def test_escape_closes_and_gives_the_focus_back(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.locator("#_search-open").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("portal")
    page.keyboard.press("Escape")
    expect(page.locator("#_search")).not_to_be_visible()
    expect(page.locator("#_search-open")).to_be_focused()


def test_slash_is_a_letter_where_a_reader_writes(page: Page, site_url: str) -> None:
    page.goto(site_url)
    field = page.locator("main input[type=search]").first
    field.focus()
    page.keyboard.type("a/b")
    expect(field).to_have_value("a/b")
    expect(page.locator("#_search")).not_to_be_visible()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("kelola", r"engelola"),
        ("pegawai", r"epegawaian"),
        ("izin", r"erizinan"),
        ("sumber daya manusia", r"SDM|umber daya manusia"),
        ("standar operasional prosedur", r"SOP"),
        ("KOM-05", r"KOM-05"),
    ],
)
def test_roots_and_long_forms_find_what_is_written_otherwise(page: Page, site_url: str, words: str, found: str) -> None:
    page.goto(f"{site_url}cari/?q={words}")
    more = page.locator("main .found__more")
    expect(page.locator("main .found__list > li").first).to_be_visible()
    while more.is_visible():
        before = page.locator("main .found__list > li").count()
        more.click()
        expect(page.locator("main .found__list > li").nth(before)).to_be_visible()
    addresses = page.locator("main .found__list > li > a").evaluate_all("links => links.map(link => link.href)")
    texts = [page.request.get(address).text() for address in addresses]
    assert any(re.search(found, text) for text in texts)


def test_hidden_words_alone_find_a_page_and_name_its_place(page: Page, site_url: str, site_folder: Path) -> None:
    """The blueprint says *pengelolaan* and *mengelola*; the root stands in its hidden words alone."""
    documents = json.loads((site_folder / PLAN.partition("/")[0] / "pencarian.json").read_text())
    roots = re.search(r'"kata\[content\]" content="([^"]*)"', documents[f"{PLAN}cetak-biru/"])
    assert roots
    assert "kelola" in roots[1].split()
    page.goto(f"{site_url}cari/?q=kelola&lembaga=kabupaten-tirtawening&bagian=cetak-biru")
    place = page.locator("main .found__list ul a").first
    expect(place).to_have_attribute("href", re.compile(r"/cetak-biru/#"))
    expect(page.locator("main .found__list mark").first).to_contain_text("elola")


def test_words_and_filters_stand_in_the_address(page: Page, site_url: str) -> None:
    page.goto(site_url + "cari/")
    page.locator("main [name=q]").fill("portal")
    page.wait_for_url("**/cari/?q=portal")
    page.locator("[name=lembaga]").select_option("kabupaten-tirtawening")
    page.wait_for_url("**/cari/?q=portal&lembaga=kabupaten-tirtawening")
    first = page.locator("main .found__list > li").first
    expect(first).to_contain_text("Tirtawening")
    for link in page.locator("main .found__list > li > a").all():
        expect(link).to_have_attribute("href", re.compile("/kabupaten-tirtawening/"))
    page.go_back()
    page.wait_for_url("**/cari/?q=portal")
    expect(page.locator("[name=lembaga]")).to_have_value("")
    page.goto(f"{site_url}cari/?q=portal&provinsi=Provinsi+Nusa+Kencana")
    expect(page.locator("main [name=q]")).to_have_value("portal")
    expect(page.locator("main .found__list > li").first).to_contain_text("Nusa Kencana")


def test_stage_status_and_year_are_of_one_activity(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}cari/?tahap=pemantapan&tahun=2026&lembaga=kabupaten-tirtawening")
    places = page.locator("main .found__list a")
    expect(places.first).to_be_visible()
    for address in places.evaluate_all("links => links.map(link => link.getAttribute('href'))"):
        page.goto(site_url.removesuffix("/rencana/") + address)
        card = page.locator(address[address.index("#") :])
        expect(card.locator(".stage").first).to_contain_text("Pemantapan")


def test_no_match_is_told(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}cari/?q=xyzzyxyzzy")
    expect(page.locator("main [role=status]")).to_contain_text("Tidak ada yang cocok")


def test_without_a_script_the_page_says_where_to_look(open_page: Callable[..., Page], site_url: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site_url + PLAN)
    page.locator("#_search-open").click()
    page.wait_for_url("**/cari/")
    expect(page.locator("main")).to_contain_text("memerlukan JavaScript")
    for name in ("Daftar lembaga", "Perbandingan", "Data terbuka", "Metode dan istilah"):
        link = page.locator("main").get_by_role("link", name=name, exact=True)
        assert page.request.get(site_url + "cari/" + (link.get_attribute("href") or "")).ok
    page.locator("main [name=q]").fill("portal")
    page.locator("main [type=submit]").click()
    assert page.url.startswith(f"{site_url}cari/?q=portal")


def test_one_search_moves_little(page: Page, site_url: str) -> None:
    moved: list[int] = []
    page.goto(site_url + PLAN)
    page.wait_for_load_state("networkidle")
    page.on("response", lambda response: moved.append(len(response.body())))
    page.keyboard.press("/")
    ask(page, "perencanaan layanan kesehatan")
    page.wait_for_load_state("networkidle")
    assert 100_000 < sum(moved) < LIMIT


def test_what_is_not_searched(site_folder: Path) -> None:
    listed = json.loads((site_folder / "pagefind/bundles.json").read_text())
    assert list(listed) == ["0"]
    documents = json.loads((site_folder / "kabupaten-tirtawening/pencarian.json").read_text())
    assert PLAN in documents
    for address in ("kabupaten-tirtawening/2020-2024/", PLAN + "cetak/"):
        assert address not in documents
