"""The pages over all institutions, from portraits alone."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.locale import language
from generator.locale.glossary import glossary
from generator.model.edition import Edition
from generator.model.portfolio import InstitutionPlans
from generator.pages.plan.dossier import Dossier
from generator.pages.portal.host_files import CONTENT_POLICY, HEADERS, headers, robots
from generator.pages.portal.pages import portal_pages
from generator.pages.rendering import linked_data
from generator.pages.rendering.page import Page
from generator.pages.rendering.site_file import SiteFile
from generator.pages.rendering.templates import environment
from generator.pages.site import Site
from generator.pages.words.explained import Explained, term_anchor
from generator.publishing.markdown import markdown_and_html
from generator.views.portrait import Portrait, portrait
from tests.unit.pages.reading import bare_text
from tests.unit.pages.reading import body as placed

ROOT = Path(__file__).parents[4]
SITE = Site(url="https://rencana.example/")
TODAY = date(2026, 11, 24)
Made = dict[str, Page | SiteFile]


@pytest.fixture
def edition(small_plan: Callable[[], dict[str, Any]], edition_of: Callable[..., Edition]) -> Edition:
    values = small_plan()
    values["lembaga"]["nama"] = "Kabupaten <script>alert(1)</script> Sagara"
    return edition_of(values)


@pytest.fixture
def one(edition: Edition) -> Portrait:
    return portrait(Dossier(edition, InstitutionPlans("sagara", (edition,)), TODAY))


def made(portraits: list[Portrait], code: str = "id", held_back: list[str] | None = None) -> Made:
    templates = environment((ROOT / "site_templates",), code)
    site = replace(SITE, language=code)
    return {page.address: page for page in portal_pages(portraits, held_back or [], site, templates, TODAY)}


def body(pages: Made, address: str) -> str:
    return placed(pages[address])


def test_every_page_of_the_portal_is_made(one: Portrait) -> None:
    assert set(made([one])) >= {
        "",
        "lembaga/",
        "perbandingan/",
        "perbandingan/kabupaten/",
        "perbandingan/sagara.json",
        "data/",
        "metode/",
        "robots.txt",
        "_headers",
    }


@pytest.mark.parametrize("held_back", [[], ["sagara/2030-2034"]])
def test_between_its_headings_every_page_is_finished_html(one: Portrait, held_back: list[str]) -> None:
    for portraits in ([], [one]):
        for page in made(portraits, held_back=held_back).values():
            if isinstance(page, Page):
                assert [html for html in markdown_and_html(page)[1] if bare_text(html)] == [], page.address


def test_the_order_of_portraits_does_not_matter(one: Portrait) -> None:
    other = replace(one, slug="bahari", name="Kota Bahari")
    assert made([one, other]) == made([other, one])


def test_the_portal_answers_first_and_links_what_it_counts(one: Portrait) -> None:
    text = body(made([one]), "")
    assert text.lstrip().startswith('<p class="lead">1 lembaga menerbitkan rencana induknya di sini, 1 di antaranya')
    assert '<a href="lembaga/">1</a>' in text
    assert 'action="cari/" method="get"' in text


def test_an_empty_portal_says_so() -> None:
    text = body(made([]), "")
    assert "Belum ada lembaga yang menerbitkan" in text
    assert "Belum ada dokumen." in text


def test_no_plan_text_becomes_markup(one: Portrait) -> None:
    for address, page in made([one]).items():
        if isinstance(page, Page):
            assert "<script>alert" not in placed(page), address
            assert "<script>alert" not in str(page.front_matter.get("jsonld")), address
    assert "&lt;script&gt;" in body(made([one]), "lembaga/")


def test_held_back_plans_are_named_on_the_method_page(one: Portrait) -> None:
    assert "<code>bahari/2025-2029</code>" in body(made([one], held_back=["bahari/2025-2029"]), "metode/")
    assert "semua rencana yang diserahkan sudah terbit" in body(made([one]), "metode/")


def test_the_method_page_has_an_anchor_for_every_term_and_kind(one: Portrait) -> None:
    text = body(made([one]), "metode/")
    anchors = re.findall(r' id="([^"]+)"', text)
    assert len(anchors) == len(set(anchors))
    assert {term_anchor(term.term) for term in glossary()} <= set(anchors)
    assert {"tanpa-anggaran", "terlambat", "perubahan-dasar"} <= set(anchors)


def test_the_comparison_of_an_institution_fits_the_rows_of_the_page(one: Portrait) -> None:
    pages = made([one])
    rows = set(re.findall(r'data-key="([^"]+)"', body(pages, "perbandingan/")))
    file = pages["perbandingan/sagara.json"]
    assert isinstance(file, SiteFile)
    content = json.loads(file.content)
    assert set(content["sel"]) == rows
    assert content["alamat"] == "../sagara/2025-2029/"
    assert content["sel"]["anggaran/2026"] == ["Rp500", "anggaran/"]
    assert content["sel"]["realisasi/2026"][0] == "belum tercatat"
    assert content["serupa"] == []


def test_english_frames_the_same_pages(one: Portrait) -> None:
    text = body(made([one], "en"), "")
    assert "1 institution publishes its master plan here, 1 of them in force on 24 November 2026." in text
    assert '<span lang="id">Kabupaten' in text


def test_a_page_of_640_institutions_stays_linear_and_light(one: Portrait) -> None:
    many = [replace(one, slug=f"k-{number}", name=f"Kabupaten {number}") for number in range(416)]
    pages = made(many)
    assert len(body(pages, "")) < 100_000
    assert len(body(pages, "perbandingan/")) < 270_000  # regencies alone, so it opens with all of them
    assert len(body(pages, "perbandingan/kabupaten/")) < 416 * 4_000


def test_a_word_is_explained_once_and_then_plain() -> None:
    istilah = Explained()
    first = istilah("DPA")
    assert 'href="site:metode/#istilah-dpa"' in first
    assert 'aria-describedby="ket-istilah-dpa"' in first
    assert istilah("DPA") == "DPA"
    assert istilah("<kata>") == "&lt;kata&gt;"


def test_robots_name_the_sitemap_only_where_the_address_is_known() -> None:
    assert robots(SITE) == "User-agent: *\nAllow: /\n\nSitemap: https://rencana.example/sitemap.xml\n"
    assert robots(Site()) == "User-agent: *\nAllow: /\n"


def test_the_content_policy_is_the_same_everywhere() -> None:
    head = (ROOT / "site_templates/theme/partials/head.html").read_text(encoding="utf-8")
    guide = (ROOT / "docs/penerbitan.md").read_text(encoding="utf-8")
    assert f'content="{CONTENT_POLICY}"' in head
    for value in HEADERS.values():
        assert guide.count(value) == 2
        assert value in headers()
    assert "unsafe-inline" not in CONTENT_POLICY


def test_linked_data_describes_institution_plan_and_services(edition: Edition) -> None:
    about, plan, address = edition.plan.institution, edition.plan, edition.address
    organisation = json.loads(linked_data.institution(about, "sagara", [(address, plan)], SITE))
    assert organisation["@type"] == "GovernmentOrganization"
    assert organisation["subjectOf"][0]["url"] == "https://rencana.example/sagara/2025-2029/"
    dataset = json.loads(linked_data.dataset(plan, address, SITE))
    assert (dataset["@type"], dataset["temporalCoverage"]) == ("Dataset", "2025/2029")
    assert dataset["publisher"]["@id"] == organisation["@id"]
    provider, service = json.loads(linked_data.services(plan, address, SITE, language()))["@graph"]
    assert service["@type"] == "GovernmentService"
    assert service["url"].endswith("/sagara/2025-2029/layanan/#l-1")
    assert service["provider"] == {"@id": provider["@id"]}
    website, catalogue = json.loads(linked_data.portal(SITE, language(), "Kalimat."))["@graph"]
    assert (website["@type"], catalogue["@type"]) == ("WebSite", "DataCatalog")
    assert "<" not in linked_data.dataset(plan, address, SITE)
