"""The same site with an English frame: no word of ours is left in Indonesian, and the plan's words are marked."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from playwright.sync_api import Page

from tests.once import built_once

from .axe import add_axe, violations
from .conftest import ROOT
from .frame_words import spoken
from .kinds import ALL, CHOSEN, PLAN, visit
from .sites import example_site

pytestmark = pytest.mark.browser

CATALOGUE = ROOT / "generator/locale/en/LC_MESSAGES/rencana.po"
INDONESIAN = re.compile(
    r"\b(yang|dan|dari|dengan|untuk|tidak|belum|atau|pada|oleh|sudah|adalah|akan|menurut|antar|lewat|semua|ini|itu"
    r"|jumlah|tahun|kegiatan|anggaran|halaman|layanan|dinas|badan|bagian|pengelolaan|penyelenggaraan)\b",
    re.IGNORECASE,
)
PROPER = re.compile(
    r"Kabupaten Tirtawening|Provinsi Nusa Kencana|Kementerian Urusan Samudra"  # names of institutions and plans
    r"|“[^”]*”|\([^)]*\)|https?://\S+|\S+\.(?:yaml|csv|json|jsonld|xlsx|ics|zip)\b\S*"
)


@pytest.fixture(scope="module")
def both_url(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> str:
    """The address of the example plans as a site in both languages."""
    settings, changed = re.subn(
        r"(?m)^extra:$", "extra:\n  languages: [id, en]", (ROOT / "mkdocs.yml").read_text("utf-8")
    )
    assert changed == 1
    return serve(built_once(tmp_path_factory, "english", lambda output: example_site(output, settings)), "/")


@pytest.fixture(scope="module")
def english_url(both_url: str) -> str:
    """The address of its English pages."""
    return f"{both_url}en/"


def untranslated() -> dict[str, str]:
    """Source texts of the frame that no English word looks like, without the arguments they ask for."""
    with CATALOGUE.open("rb") as file:
        entries = [entry for entry in read_po(file, locale="en") if entry.id]
    sources = {entry.id[0] if isinstance(entry.id, tuple) else entry.id: entry.string for entry in entries}
    english = {text for given in sources.values() for text in (given if isinstance(given, tuple) else (given,))}
    return {source: given for source, given in sources.items() if source not in english and "%(" not in source}


def test_no_word_of_the_frame_is_left_in_indonesian(page: Page, english_url: str) -> None:
    sources = untranslated()
    assert len(sources) > 400
    left: dict[str, list[str]] = {}
    for address in ALL:
        visit(page, english_url, address)
        assert page.locator("html").get_attribute("lang") == "en"
        said = spoken(page)
        assert len(said) > 10, address
        ours = [text for text in said if text.rstrip(" :.,") in sources]
        theirs = [text for text in said if INDONESIAN.search(PROPER.sub("", text))]
        if ours or theirs:
            left[address] = ours + theirs
    assert not left, left


def test_words_of_the_plan_are_marked(page: Page, english_url: str) -> None:
    visit(page, english_url, f"{PLAN}rencana-implementasi/")
    for place in (
        ".card h3 span",
        ".roadmap a text",
        "#tabel-waktu th[scope=row] span",
    ):
        assert page.locator(place).first.evaluate("each => each.closest('[lang]').getAttribute('lang')") == "id", place
    visit(page, english_url, PLAN)
    assert page.locator(".roadmap-list a span").first.get_attribute("lang") == "id"
    assert page.locator("h1").get_attribute("lang") == "id"
    assert page.locator("h2 > .headerlink").first.get_attribute("title") == "Link to this section"
    assert page.locator(".skip").inner_text() == "Skip to content"


def test_pictures_count_in_english(page: Page, english_url: str) -> None:
    counts = []
    for address in (f"{PLAN}rencana-implementasi/", "kementerian-urusan-samudra/2025-2029/"):
        visit(page, english_url, address)
        counts += re.findall(r"\b\d+ activit(?:y|ies)\b", " ".join(page.locator("svg").all_text_contents()))
    assert "1 activity" in counts
    assert [count for count in counts if count.endswith("y") != (count.split()[0] == "1")] == []


def test_an_indonesian_site_marks_nothing_twice(page: Page, root_url: str) -> None:
    visit(page, root_url, PLAN)
    assert page.locator("html").get_attribute("lang") == "id"
    assert page.locator("h1[lang], .path [lang]").count() == 0
    assert page.locator("h2 > .headerlink").first.get_attribute("title") == "Tautan ke bagian ini"


def test_axe_finds_nothing_in_english(page: Page, english_url: str) -> None:
    add_axe(page)
    for address in ("", CHOSEN, "cari/?q=portal", "metode/", PLAN, f"{PLAN}anggaran/", f"{PLAN}layanan/"):
        visit(page, english_url, address)
        assert violations(page) == [], address


def test_both_languages_have_the_same_pages(english_url: str, site_folder: Path, page: Page) -> None:
    addresses = sorted(path.parent.relative_to(site_folder).as_posix() for path in site_folder.rglob("index.html"))
    assert len(addresses) > 40
    missing = [each for each in addresses if not page.request.get(f"{english_url}{each}/").ok]
    assert missing == []


def test_the_switch_keeps_the_page_its_filters_and_its_place(page: Page, both_url: str) -> None:
    visit(page, both_url, f"{PLAN}rencana-implementasi/#kom-05")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"{both_url}en/{PLAN}rencana-implementasi/#kom-05")
    assert page.locator("html").get_attribute("lang") == "en"
    visit(page, both_url, "en/lembaga/?jenis=kabupaten")
    page.get_by_role("link", name="Indonesia", exact=True).click()
    page.wait_for_url(f"{both_url}lembaga/?jenis=kabupaten")


def test_the_search_works_in_both_languages_and_stays_in_each(page: Page, both_url: str) -> None:
    for tree, count, status in (("", "halaman cocok", "Berjalan"), ("en/", "Pages with a match", "Running")):
        visit(page, both_url, f"{tree}cari/?q=portal wening")
        first = page.locator("main .found__list > li").first
        assert first.locator("a").get_attribute("href") == f"/{tree}{PLAN}rencana-implementasi/#kom-05"
        assert status in first.inner_text()
        page.locator("main [role=status]", has_text=count).wait_for()


def test_axe_finds_nothing_with_the_switch_on_a_phone(open_page: Callable[..., Page], both_url: str) -> None:
    page = open_page(viewport={"width": 375, "height": 900}, color_scheme="dark")
    add_axe(page)
    for address in ("", PLAN, "en/", f"en/{PLAN}"):
        visit(page, both_url, address)
        assert violations(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
