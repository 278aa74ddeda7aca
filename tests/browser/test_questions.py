"""Questions as citizens type them find what the example plans promise: `pertanyaan.csv` says what must come first."""

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .axe import add_axe, violations

pytestmark = pytest.mark.browser

FILE = Path(__file__).with_name("pertanyaan.csv")
ASK = """async ([module, words]) => {
  const { find } = await import(module);
  const answer = await find(words, {});
  const entries = [];
  for (let index = 0; index < 8; index += 1) {
    const { value, done } = await answer.entries.next();
    if (done) break;
    const place = value.place || value.places[0];
    const url = value.isMeant ? value.page.url : place.url;
    entries.push({ url, text: place.excerpt.map(([word]) => word) });
  }
  return { entries, better: await answer.better(answer.lacking()) };
}"""


@pytest.fixture
def ask(page: Page, site_url: str) -> Callable[[str], Any]:
    """Asks the built site's search in one page."""
    page.goto(f"{site_url}cari/")
    folder = site_url.removeprefix(site_url.rstrip("/").rpartition("/")[0])

    def asked(words: str) -> Any:
        answer = page.evaluate(ASK, [f"{site_url}assets/js/search-found.js", words])
        for entry in answer["entries"]:
            entry["url"] = entry["url"].removeprefix(folder)
        return answer

    return asked


def test_what_citizens_ask_comes_first(ask: Callable[[str], Any]) -> None:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 60
    wrong = {}
    for row in rows:
        answer = ask(row["pertanyaan"])
        first = answer["entries"][0]["url"] if answer["entries"] else ""
        if first != row["alamat"] or answer["better"]:
            wrong[row["pertanyaan"]] = (first, answer["better"])
    assert wrong == {}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pengadaun", "pengaduan"),
        ("perijnan", "perizinan"),
        ("tirtaweningg", "tirtawening"),
        ("rekam mdis puskesmas", "rekam medis puskesmas"),
    ],
)
def test_a_typing_error_is_not_said_to_be_there(page: Page, site_url: str, typed: str, meant: str) -> None:
    page.goto(f"{site_url}cari/?q={typed}")
    status = page.locator("main [role=status]")
    better = page.locator("main .found__better")
    expect(better).to_have_text(meant)
    expect(status).to_contain_text("Mungkin maksud Anda:")
    expect(status).not_to_contain_text("halaman")
    better.click()
    page.wait_for_url(f"**/cari/?q={meant.replace(' ', '+')}")
    expect(status).to_have_text(re.compile(r"^\d+ halaman cocok\.$"))
    expect(page.locator("main [name=q]")).to_have_value(meant)


def test_a_word_that_no_plan_has_is_told_as_such(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}cari/?q=wifi gratis desa")
    expect(page.locator("main [role=status]")).to_contain_text("Tidak ada yang memuat “gratis”.")
    expect(page.locator("main .found__place").first).to_contain_text("Internet publik di balai desa")


def test_activities_come_first_with_their_plan_and_status(page: Page, site_url: str) -> None:
    add_axe(page)
    page.goto(f"{site_url}cari/?q=tanda tangan digital")
    first = page.locator("main .found__list > li").first
    expect(first.locator("a")).to_have_attribute("href", re.compile(r"/rencana-implementasi/#kom-10$"))
    expect(first.locator(".meta")).to_have_text(re.compile(r"^Kabupaten Tirtawening 2025–2029 · \w+"))
    expect(page.locator("main .found__list mark").first).to_be_visible()
    assert violations(page) == []


def test_two_letters_are_a_word(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{'kabupaten-tirtawening/2025-2029/'}")
    page.keyboard.press("/")
    page.keyboard.type("KK")
    expect(page.locator("#_search .found__list a").first).to_be_visible()
    page.keyboard.press("Backspace")
    expect(page.locator("#_search [role=status]")).to_have_text("Tulis satu huruf lagi.")


def test_words_of_an_excerpt_are_apart(ask: Callable[[str], Any]) -> None:
    glued = re.compile(r"[a-z]{3}[A-Z][a-z]{2}")
    seen: list[str] = []
    for words in ("kebutuhan masyarakat", "layanan prioritas", "keadaan yang dituju", "kabupaten tirtawening"):
        seen += [word for entry in ask(words)["entries"] for word in entry["text"]]
    assert len(seen) > 100
    assert [word for word in seen if glued.search(word)] == []
