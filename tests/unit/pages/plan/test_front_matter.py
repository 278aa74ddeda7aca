"""The frame of a page: the contract with the theme."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from generator.locale import language
from generator.model.edition import Edition
from generator.model.institution import Enactment
from generator.model.portfolio import Portfolio
from generator.pages.plan.dossier import Dossier
from generator.pages.plan.front_matter import decree
from generator.pages.plan.institution import institution_pages
from generator.pages.plan.pages import PLAN_PAGES
from generator.pages.rendering.page import Page
from generator.pages.site import Site
from tests.unit.pages.reading import body

Pages = Callable[..., dict[str, Page]]
ID = language("id")


def test_every_page_names_its_institution_plan_and_day(pages_of: Pages) -> None:
    for kind, page in pages_of().items():
        front = page.front_matter
        assert front["kind"] == kind
        assert front["as_of"] == "24 November 2026"
        assert front["institution"]["address"] == "sagara/"
        assert front["plan"]["address"] == "sagara/2025-2029/"
        assert front["plan"]["period"] == "2025–2029"
        assert front["plan"]["status"] == "Berlaku"
        assert front["example"] is True
        assert front["description"].strip()
        assert "<" not in front["description"]


def test_a_description_is_text_which_the_theme_escapes(
    pages_of: Pages, small_plan: Callable[[], dict[str, Any]]
) -> None:
    institution = small_plan()["lembaga"] | {"nama": "Dinas A & B <i>"}
    uncounted = {"peran": "data", "unit": "kominfo", "tahun": "tidak_diketahui", "ada": 3, "butuh": 4}
    pages = pages_of(lembaga=institution, sdm=[uncounted])
    told = "Dinas A & B <i> memiliki 3 dari 4 pegawai TIK yang dibutuhkan (belum tercatat)."
    assert pages["sdm"].front_matter["description"] == told
    assert '<p class="lead">Dinas A &amp; B &lt;i&gt; memiliki' in body(pages["sdm"])


def test_staff_that_is_not_known_is_not_nobody(pages_of: Pages) -> None:
    count = {"peran": "data", "unit": "kominfo", "tahun": 2026, "ada": "tidak_diketahui", "butuh": 4}
    told = pages_of(sdm=[count])["sdm"].front_matter["description"]
    assert told == "Jumlah pegawai TIK Kabupaten Sagara tidak diketahui."


def test_the_menu_holds_every_page_and_marks_the_current_one(pages_of: Pages) -> None:
    for page in pages_of().values():
        menu = page.front_matter["menu"]
        assert len(menu) == len(PLAN_PAGES)
        assert [entry["address"] for entry in menu if entry["current"]] == [page.address]


def test_the_path_leads_from_the_portal_to_the_page(pages_of: Pages) -> None:
    pages = pages_of()
    assert [crumb["address"] for crumb in pages["anggaran"].front_matter["breadcrumbs"]] == [
        "",
        "sagara/",
        "sagara/2025-2029/",
        "sagara/2025-2029/anggaran/",
    ]
    assert pages["ringkasan"].front_matter["breadcrumbs"][-1]["address"] == "sagara/2025-2029/"


def test_a_page_leads_to_the_file_it_is_edited_in(pages_of: Pages) -> None:
    source = pages_of()["sdm"].front_matter["source"]
    assert source["path"] == "plans/sagara/2025-2029.yaml"
    assert source["view"].endswith(f"#L{source['line']}")
    bare = pages_of(Site())["sdm"].front_matter["source"]
    assert (bare["view"], bare["edit"]) == ("", "")


def test_a_citation_names_the_version_it_was_made_from(pages_of: Pages) -> None:
    citation = pages_of()["anggaran"].front_matter["citation"]
    assert citation["commit"] == "0123456789ab"
    assert "https://rencana.example/sagara/2025-2029/anggaran/" in citation["text"]
    assert citation["text"].endswith("versi 0123456789ab")
    assert "versi" not in pages_of(Site(url="https://a.example/"))["anggaran"].front_matter["citation"]["text"]


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!-- <script>", 'kutip " dan \\'])
def test_the_linked_data_cannot_close_its_script(pages_of: Pages, small_plan: Any, title: str) -> None:
    header = small_plan()["rencana"] | {"judul": title}
    written = pages_of(rencana=header)["ringkasan"].front_matter["jsonld"]
    assert "<" not in written
    assert title in json.dumps(json.loads(written), ensure_ascii=False).replace('\\"', '"').replace("\\\\", "\\")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"bentuk": "perbup", "nomor": "12", "tahun": 2025}, "Peraturan Bupati Nomor 12 Tahun 2025"),
        ({"bentuk": "perbup", "nomor": "tidak_diketahui", "tahun": 2025}, "Peraturan Bupati Tahun 2025"),
        ({"bentuk": "tidak_diketahui", "nomor": "12"}, "Nomor 12"),
        ({"tanggal": "2025-02-14"}, ""),
    ],
)
def test_a_decree_is_told_as_far_as_it_is_known(written: dict[str, Any], told: str) -> None:
    assert decree(Enactment.model_validate(written), ID) == told


def test_no_decree_is_no_words() -> None:
    assert decree(None, ID) == ""


def test_an_older_plan_says_what_took_its_place_and_leaves_the_search(
    small_plan: Callable[[], dict[str, Any]], edition_of: Callable[..., Edition], templates: Any, dossier_of: Any
) -> None:
    older = small_plan()
    older["rencana"] |= {"judul": "Rencana lama", "periode": {"mulai": 2020, "selesai": 2024}}
    (institution,) = Portfolio.of([edition_of(older, period="2020-2024"), edition_of(small_plan())]).institutions
    day = dossier_of().as_of
    dossiers = {each.address.period: Dossier(each, institution, day) for each in institution.editions}
    made = list(institution_pages(dossiers, Site(), templates("id")))
    pages = {page.address: page for page in made if isinstance(page, Page)}
    assert pages["sagara/2020-2024/"].front_matter["superseded_by"] == {
        "title": "Rencana Induk Kabupaten Sagara 2025–2029",
        "address": "sagara/2025-2029/",
    }
    assert not pages["sagara/2025-2029/"].front_matter["superseded_by"]
    assert "2020-2024/" in body(pages["sagara/"])
    assert pages["sagara/"].front_matter["title"] == "Kabupaten Sagara"
    feeds = [file.address for file in made if file.address.endswith(".xml")]
    assert sorted(feeds) == ["sagara/2020-2024/riwayat/atom.xml", "sagara/2025-2029/riwayat/atom.xml"]
