"""The pages of a plan: what stands on them, and that a hostile plan is only text there."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from markdown import Markdown

from generator.pages.plan.pages import PLAN_PAGES
from generator.pages.rendering.page import Page
from generator.pages.site import Site
from generator.publishing.markdown import markdown_and_html
from tests.unit.activities import activity_values
from tests.unit.pages.reading import bare_text, body

Pages = Callable[..., dict[str, Page]]

HOSTILE = (
    "<zq onclick=x> </div></section></td></table> {{ 7*7 }} {#peta-jalan} {: .banner } # satu\n## dua {#jangkar}\n\n"
    "[x](javascript:alert(1)) ![g](https://a.example/x.png)\n\n    kode <zq>\n\n-->\n<script>x</script>&lt;zq&gt;"
)


def activity(**changed: Any) -> dict[str, Any]:
    return activity_values(selesai="2026-T4", status="direncanakan") | changed


class _Balanced(HTMLParser):
    """Fails on an element that is not closed where it was opened."""

    VOID = ("br", "hr", "input", "rect", "use", "path", "line", "circle", "meta", "img", "wbr")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.anchors: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.anchors += [value or "" for name, value in attrs if name == "id"]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open, f"</{tag}> closes nothing"
            assert self.open.pop() == tag, tag


def published(page: Page) -> _Balanced:
    """A page as the publisher turns it into HTML."""
    reader = _Balanced()
    reader.feed(Markdown(extensions=["attr_list", "tables", "toc"]).convert(body(page)))
    reader.close()
    return reader


def test_a_plan_has_all_its_pages(pages_of: Pages) -> None:
    pages = pages_of()
    assert list(pages) == [page.kind for page in PLAN_PAGES]
    assert pages["ringkasan"].address == "sagara/2025-2029/"
    assert pages["anggaran"].address == "sagara/2025-2029/anggaran/"


def test_a_hostile_plan_is_text_for_the_publisher_too(
    pages_of: Pages, small_plan: Callable[[], dict[str, Any]]
) -> None:
    plain = pages_of(Site())
    values = small_plan()
    line = " ".join(HOSTILE.split())
    values["lembaga"]["nama"] = values["rencana"]["judul"] = line
    values["kerangka_pemikiran"]["konsep"] = values["kerangka_pemikiran"]["kondisi_saat_ini"] = HOSTILE
    values["kerangka_pemikiran"]["strategi"][0]["uraian"] = line
    for section in values["cetak_biru"].values():
        section["kondisi"] = section["sasaran"] = HOSTILE
    for items, name in (("unit", "nama"), ("layanan", "nama"), ("peraturan", "judul"), ("program", "nama")):
        values[items][0][name] = line
    values["kesenjangan"][0]["uraian"] = HOSTILE
    values["indikator_kinerja"][0]["nama"] = line
    for each in values["kegiatan"]:
        each["nama"] = each["uraian"] = line
    ours = {"p", "strong", "pre", "code", "em", "ul", "li", "a", "span"}
    for kind, page in pages_of(Site(), **values).items():
        made, before = published(page), published(plain[kind])
        assert not made.open, f"{kind}: {made.open}"
        assert made.tags - before.tags <= ours, kind
        assert made.anchors == before.anchors, kind


def test_the_printed_page_holds_every_other_one_a_level_deeper(pages_of: Pages) -> None:
    pages = pages_of()
    printed = body(pages["cetak"])
    assert "## Anggaran {#cetak-anggaran}" in printed
    assert re.search(r"^## .*\{#anggaran-tiap-tahun\}$", body(pages["anggaran"]), re.MULTILINE)
    assert '<h3 id="anggaran-tiap-tahun">' in printed


def test_money_that_is_not_known_is_nowhere_zero(pages_of: Pages) -> None:
    line = {"tahun": 2026, "jumlah": "tidak_diketahui", "fase": "dpa", "sumber": "apbd"}
    pages = pages_of(kegiatan=[activity(anggaran=[line])])
    for kind in ("ringkasan", "anggaran", "rencana-implementasi", "tahap-pengembangan", "cetak"):
        page = pages[kind]
        assert not re.search(r"Rp0(?!\d)", body(page) + page.front_matter["description"]), kind
    assert "anggaran tidak diketahui" in pages["ringkasan"].front_matter["description"]


def test_money_that_is_not_recorded_is_nowhere_zero(pages_of: Pages) -> None:
    pages = pages_of(kegiatan=[activity()])
    for kind, page in pages.items():
        assert not re.search(r"Rp0(?!\d)", body(page) + page.front_matter["description"]), kind
    assert "anggaran belum tercatat" in pages["ringkasan"].front_matter["description"]


def test_a_programme_and_a_unit_without_activities_are_still_told(pages_of: Pages) -> None:
    programs = [{"id": "P-1", "nama": "Aplikasi"}, {"id": "P-2", "nama": "Belum dipakai"}]
    told = body(pages_of(program=programs, kegiatan=[activity()])["rencana-implementasi"])
    assert '<span id="p-2">P-2 Belum dipakai</span>' in told
    assert '<tr id="kominfo">\n<th scope="row">Dinas Kominfo</th>' in told


def test_a_number_of_late_activities_links_to_their_list_only_where_there_is_one(pages_of: Pages) -> None:
    late = pages_of(kegiatan=[activity(selesai="2026-T1")])
    assert 'href="rencana-implementasi/#terlambat"' in body(late["ringkasan"])
    assert "{#terlambat}" in body(late["rencana-implementasi"])
    in_time = pages_of(kegiatan=[activity(selesai="2029-T4")])
    assert "#terlambat" not in body(in_time["ringkasan"])
    assert "{#terlambat}" not in body(in_time["rencana-implementasi"])


def test_a_stage_the_plan_says_nothing_of_is_told_and_has_no_link(pages_of: Pages) -> None:
    told = body(pages_of(kegiatan=[activity()])["tahap-pengembangan"])
    assert 'href="#tahap-persiapan"' in told
    assert "#tahap-pemanfaatan" not in told
    assert told.count("tidak direncanakan") == 3


def test_a_stage_with_activities_and_no_dates_is_not_told_as_unplanned(pages_of: Pages) -> None:
    undated = {"tahap": "persiapan", "mulai": "tidak_diketahui", "selesai": "tidak_diketahui"}
    stages = {"tahapan": [undated]}
    told = body(pages_of(kegiatan=[activity()], tahap_pengembangan=stages, layanan=[])["tahap-pengembangan"])
    assert told.count("tidak direncanakan") == 3


def test_done_without_evidence_is_never_told_as_proven(pages_of: Pages) -> None:
    proven = [{"tanggal": "2026-09-30", "persen": 100, "bukti": "https://a.example/"}]
    done = [activity(id="K-001", status="selesai", kemajuan=proven), activity(id="K-002", status="selesai")]
    told = pages_of(kegiatan=done)["ringkasan"].front_matter["description"]
    assert told.endswith(
        ": 2 selesai (1 dengan bukti), 0 berjalan, 0 lainnya; di antaranya 0 terlambat, 1 belum diverifikasi."
    )
    told = pages_of(kegiatan=done[:1])["ringkasan"].front_matter["description"]
    assert told.endswith(": 1 selesai, 0 berjalan, 0 lainnya; di antaranya 0 terlambat, 0 belum diverifikasi.")


def test_an_activity_of_no_known_stage_is_listed_all_the_same(pages_of: Pages) -> None:
    unknown = activity(id="K-001", tahap="tidak_diketahui")
    told = body(pages_of(kegiatan=[unknown, activity(id="K-002")])["rencana-implementasi"])
    (listed,) = re.findall(r'<details id="kegiatan-tanpa-tahap">.*?</details>', told, re.DOTALL)
    assert re.findall(r'href="#(k-\d+)"', listed) == ["k-001"]
    assert "tidak diketahui" in listed.partition("</summary>")[0]


@pytest.mark.parametrize("emptied", [{}, {"layanan": [], "aplikasi": [], "sdm": [], "kesenjangan": []}])
def test_between_its_headings_every_page_is_finished_html(pages_of: Pages, emptied: dict[str, Any]) -> None:
    """The publisher gets none of it, and takes none of it for Markdown where it gets the whole page."""
    for kind, page in pages_of(**emptied).items():
        assert [html for html in markdown_and_html(page)[1] if bare_text(html)] == [], kind
