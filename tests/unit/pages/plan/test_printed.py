"""The printed page is bound from what was rendered for the screen."""

from generator.model.address import PlanAddress
from generator.pages import addresses
from generator.pages.plan.contents import PLAN_PAGES, PlanPage
from generator.pages.plan.printed import PrintedChapter, bound
from generator.pages.rendering.blocks import Heading, Html, blocks
from generator.pages.rendering.placing import placed

PLAN = PlanAddress("sagara", "2025-2029")
PAGES: dict[str, PlanPage] = {page.kind: page for page in PLAN_PAGES}


def printed(**chapters: str) -> str:
    """The printed page of these chapters, with HTML for each heading, as it stands on the screen."""
    pages = [
        PrintedChapter(PAGES[kind.replace("_", "-")], "Judul", blocks(written)) for kind, written in chapters.items()
    ]
    body = placed(bound(PLAN, (), pages), addresses.plan(PLAN, addresses.PRINT))
    return "".join(part.html if isinstance(part, Heading) else part for part in body)


def test_a_chapter_has_a_heading_and_its_own_lie_a_level_deeper() -> None:
    assert printed(temuan='<heading id="satu">Satu</heading><div><heading level="3">Dua</heading></div>') == (
        '<h2 id="cetak-temuan">Judul</h2><h3 id="satu">Satu</h3><div><h4>Dua</h4></div>'
    )


def test_what_only_the_screen_shows_is_left_out() -> None:
    told = printed(temuan='<screen><heading id="a">A</heading>b</screen><details<paper> open</paper>>c</details>')
    assert told == '<h2 id="cetak-temuan">Judul</h2><details open>c</details>'


def test_what_is_printed_too_is_linked_on_the_page_itself() -> None:
    told = printed(
        ringkasan='<a href="site:sagara/2025-2029/temuan/#t">t</a>',
        temuan='<p id="t"><a href="site:sagara/2025-2029/#cetak-ringkasan">r</a></p>',
    )
    assert '<a href="#t">t</a>' in told
    assert '<a href="#cetak-ringkasan">r</a>' in told


def test_other_links_lead_where_they_did() -> None:
    told = printed(
        temuan='<a href="site:sagara/2025-2029/riwayat/#v">v</a><a href="site:sagara/2025-2029/temuan/">t</a>'
        '<a href="site:metode/#m">m</a><a href="https://a.example/#b">b</a>'
    )
    for address in ("../riwayat/#v", "../temuan/", "../../../metode/#m", "https://a.example/#b"):
        assert f'<a href="{address}">' in told


def test_a_link_to_what_paper_leaves_out_keeps_its_words_alone() -> None:
    told = printed(temuan='<a href="site:sagara/2025-2029/temuan/#u">Unit</a><screen><p id="u">Unit</p></screen>')
    assert told.endswith("<a>Unit</a>")


def test_a_line_of_a_file_is_named_without_a_link() -> None:
    assert printed(temuan='<source-line href="https://forge.example/a#L9">a:9</source-line>').endswith(
        '<span class="source">a:9</span>'
    )


def test_the_opening_stays_as_it_is() -> None:
    opening = blocks("<nav><h2>Daftar isi</h2></nav>")
    assert bound(PLAN, opening, []) == (Html("<nav><h2>Daftar isi</h2></nav>"),)
