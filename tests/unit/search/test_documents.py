"""What the index program reads of a page."""

import json
from pathlib import Path

import pytest

from generator.pages.rendering.blocks import blocks
from generator.pages.rendering.page import Page, SearchFields
from generator.pages.rendering.site_file import SiteFile
from generator.search.documents import FILE, documents, read_documents, read_file, write_documents

FIELDS = SearchFields("rencana", {"jenis": ["kabupaten"], "tahun": ["2025", "2026"]}, "k-001 berjalan 2026")


def document(written: str, fields: SearchFields = FIELDS, title: str = "Anggaran") -> str:
    front_matter = {"title": title, "full_title": f"{title} – Sagara 2025–2029"}
    ((address, html),) = documents([Page("sagara/", front_matter, blocks(written), fields)])
    assert address == "sagara/"
    return html


def test_what_is_marked_is_not_there_and_the_name_of_a_row_is_a_place() -> None:
    html = document(
        '<p>a</p><heading id="b">B</heading><unsearched><table><tr id="l-01"><th>'
        '<searched id="l-01">L-01 Pajak</searched> Tag</th><td>9</td></tr></table>'
        '<heading id="c">C</heading></unsearched>'
        "<paper>kertas</paper><screen>layar</screen>"
    )
    assert html.endswith(
        '<body data-pagefind-body><h1>Anggaran</h1><p>a</p> <h2 id="b">B</h2> <div id="l-01">L-01 Pajak</div>'
        "layar</body></html>"
    )


def test_words_of_two_elements_are_not_one() -> None:
    assert "<dt>Visi:</dt> <dd>Maju</dd>" in document("<dl><div><dt>Visi</dt><dd>Maju</dd></div></dl>")


def test_what_finds_a_page_that_does_not_show_it_is_told_beside_it() -> None:
    html = document("")
    for told in (
        'data-pagefind-meta="title[content]" content="Anggaran – Sagara 2025–2029"',
        'data-pagefind-meta="kata[content]" content="xsemua rencana"',
        'data-pagefind-meta="kegiatan[content]" content="k-001 berjalan 2026"',
        'data-pagefind-filter="jenis[content]" content="kabupaten"',
        'data-pagefind-filter="tahun[content]" content="2026"',
    ):
        assert told in html


def test_what_a_plan_calls_itself_is_text() -> None:
    html = document("", SearchFields("", {"provinsi": ['"><script>']}), "<script>")
    assert "<script>" not in html


def test_pages_that_the_search_does_not_know_have_no_document(tmp_path: Path) -> None:
    write_documents([Page("sagara/", {"title": "A"}, ()), SiteFile("robots.txt", b"")], tmp_path)
    assert read_documents(tmp_path / FILE) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"7", b"{", b'{"a/": 5}', b'{"../a/": "x"}', b'{"/a/": "x"}', b'{"a/": "\xff"}', b'{"\xff/": "x"}'],
)
def test_a_file_that_another_program_wrote_holds_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert read_documents(tmp_path / FILE) == []


def test_a_file_without_end_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / FILE).open("wb") as file:
        file.truncate(1 << 40)
    assert read_file(tmp_path / FILE) == b""


def test_those_of_an_institution_are_of_pages_in_its_folder(tmp_path: Path) -> None:
    """What an earlier site or a share has in that folder may tell of any address."""
    every = dict.fromkeys(("", "a/", "a/2025-2029/", "ab/", "b/", "cari/", "a", "b/a/"), "x")
    (tmp_path / FILE).write_text(json.dumps(every), encoding="utf-8")
    assert [each.address for each in read_documents(tmp_path / FILE, "a")] == ["a/", "a/2025-2029/"]
    assert [each.address for each in read_documents(tmp_path / FILE)] == list(every), "those of the portal"


def test_what_is_written_is_read(tmp_path: Path) -> None:
    page = Page("sagara/", {"title": "A"}, blocks("<p>é</p>"), FIELDS)
    write_documents([page], tmp_path)
    assert read_documents(tmp_path / FILE) == list(documents([page]))
    assert list(json.loads((tmp_path / FILE).read_text(encoding="utf-8"))) == ["sagara/"]
