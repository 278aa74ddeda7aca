"""A plan's own text: Markdown is formatted, everything else stays text, whatever it tries."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.model import prose
from generator.pages.rendering.blocks import blocks
from generator.pages.rendering.page import Page
from generator.pages.rendering.plan_text import _rendered, formatted
from generator.publishing.markdown import markdown


def published(body: str) -> str:
    """What the publisher makes of a page."""
    return Markdown(extensions=["attr_list", "tables", "toc"]).convert(body)


def test_the_markdown_that_a_plan_may_use() -> None:
    shown = formatted("Dengan **satu akun** dan *satu* pintu:\n\n- portal\n- `kode`\n\n1. satu\n2. dua")
    for expected in ("<strong>satu akun</strong>", "<em>satu</em>", "<li>portal</li>", "<code>kode</code>", "<ol>"):
        assert expected in shown


def test_plain_text_needs_no_markdown_to_become_paragraphs() -> None:
    assert formatted("Satu baris.\n\nDua “baris”.") == "<p>Satu baris.</p><p>Dua “baris”.</p>"
    assert formatted("Satu\nkalimat.") == "<p>Satu kalimat.</p>"
    assert formatted("'Satu' & \"dua\"") == "<p>'Satu' &amp; &#34;dua&#34;</p>"


LISTS = """\
Layanan yang disatukan:
- perizinan
  1. usaha mikro
  2. lokasi
- pengaduan
"""


def test_a_list_needs_no_blank_line_and_may_hold_another() -> None:
    assert re.sub(r">\s+<", "><", formatted(LISTS)) == (
        "<p>Layanan yang disatukan:</p>"
        "<ul><li>perizinan <ol><li>usaha mikro</li><li>lokasi</li></ol></li><li>pengaduan</li></ul>"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "3. izin\n5. data\n9. kapal",
            '<ol start="3"><li>izin</li><li value="5">data</li><li value="9">kapal</li></ol>',
        ),
        ("1. a\n2. b\n3. c", "<ol><li>a</li><li>b</li><li>c</li></ol>"),
        ("1. a\n1. b\n1. c", "<ol><li>a</li><li>b</li><li>c</li></ol>"),
        (
            "2. a\n   - x\n     1. y\n     9. z\n4. b",
            '<ol start="2"><li>a <ul><li>x <ol><li>y</li><li value="9">z</li></ol></li></ul></li>'
            '<li value="4">b</li></ol>',
        ),
    ],
)
def test_the_items_of_a_list_keep_their_numbers(text: str, shown: str) -> None:
    assert re.sub(r">\s+<", "><", formatted(text)) == shown


def test_signs_that_a_figure_touches_within_a_word_stay() -> None:
    for written in (
        "Volume 12*4*2 unit",
        "6 bulan*2 unit*Rp500",
        "5~7 orang pada 2026, 8~9 pada 2027",
        "3**4**5",
        "(jumlah pegawai)*12*(Rp500.000)",
        "(luas)*(tarif)*(nilai)",
        "50%*7 unit*2",
        "luas*tarif*nilai",
        "tahun*2*an",
    ):
        assert formatted(written) == f"<p>{written}</p>"
    assert formatted("(**12** unit), **3**%, **(4)**") == (
        "<p>(<strong>12</strong> unit), <strong>3</strong>%, <strong>(4)</strong></p>"
    )
    assert formatted("e-**data** **SPBE**(baru)") == "<p>e-<strong>data</strong> <strong>SPBE</strong>(baru)</p>"
    assert formatted("**data**nya ~~batal~~, *3*4*") == "<p><strong>data</strong>nya <s>batal</s>, <em>3*4</em></p>"


def test_the_rest_of_what_the_forge_shows() -> None:
    shown = formatted("~~coret~~ satu  \ndua\\\ntiga, lihat www.sagara.example/a_b dan [q](https://a.example/é)")
    for expected in ("<s>coret</s>", "satu<br> dua<br> tiga", '<a href="http://www.sagara.example/a_b"', "/%C3%A9"):
        assert expected in shown
    table = formatted("| Tahun | Izin |\n|:--|--:|\n| 2026 | 3 |")
    assert '<th scope="col" class="num">Izin</th>' in table
    assert '<td class="num">3</td>' in table


def test_the_title_of_a_link_stands_behind_it() -> None:
    assert "lap</a> (Tahun &lt;2026&gt;)" in formatted('[lap](https://a.example "Tahun <2026>") dan')


@pytest.mark.parametrize("text", ["[x](javascript:a)", "<javascript:a>", "[x](b.pdf)", "[**x**](https://a@b.example)"])
def test_no_link_is_left_without_an_address(text: str) -> None:
    assert "<a" not in formatted(text)


WORDS = st.text(alphabet=st.sampled_from("aé 1.-+=\n\u00a0{}$\"'()/:%"), max_size=40)


@given(WORDS)
def test_text_without_marks_reads_the_same_as_if_it_were_parsed(text: str) -> None:
    text = text.strip()
    if prose.is_plain(text):
        assert [html.unescape(shown).split() for shown in formatted(text).split("</p>")] == [
            html.unescape(shown).split() for shown in _rendered(text).split("</p>")
        ]


@given(
    st.lists(
        st.sampled_from(
            ["```{ .x }", "~~~", "# a", "{#x}", "{: .y }", "    ", "\n", "<div>", "|", "-", "a", "> ", "[TOC]"]
        )
    )
)
def test_it_stands_in_one_line(parts: list[str]) -> None:
    shown = formatted("".join(parts))
    assert "\n" not in shown
    assert not re.search(
        r"<(?!/?(?:p|strong|em|s|ul|ol|li|code|pre|blockquote|br|hr|div|table|thead|tbody|tr|th|td)\b)", shown
    )


def test_a_link_is_kept_and_tells_search_engines_that_it_is_not_ours() -> None:
    shown = formatted("[laporan](https://sagara.example/?a=1&b=2)")
    assert 'href="https://sagara.example/?a=1&amp;b=2"' in shown
    assert 'rel="noopener nofollow ugc"' in shown


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#115;cript:alert(1)", "data:text/html,x", "vbscript:x", "//a"],
)
def test_a_link_with_another_scheme_leads_nowhere(link: str) -> None:
    for text in (f"[x]({link})", f"<{link}>", f"[x][1]\n\n[1]: {link}", f'<a href="{link}">x</a>'):
        assert "href" not in re.sub(r"&\w+;.*?&\w+;", "", formatted(text)), text


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "</div></section><h1>besar</h1>",
        "<!-- tersembunyi -->",
        "<style>*{display:none}</style>",
        "<details open ontoggle=x>",
        "- <b onclick=x>tebal</b>",
        "`<i>`",
        "    <iframe src=x>",
        "```\n<iframe>\n```",
        "[<img src=x>](https://a.example)",
        "<math><mtext><table><mglyph><style><img src=x onerror=x>",
    ],
)
def test_html_is_text(text: str) -> None:
    allowed = {"p", "ul", "li", "code", "pre", "a", "strong"}
    shown = formatted(text)
    assert set(re.findall(r"<\s*([a-zA-Z!]+)", shown)) <= allowed, shown
    assert html.unescape(shown).count("<") > shown.count("<"), "the sign itself is still to be read"


def test_no_picture_is_loaded_from_a_plan() -> None:
    assert "<img" not in formatted("![gambar](https://pelacak.example/x.png)")


def test_an_attribute_list_sets_no_attribute() -> None:
    shown = formatted("Teks **tebal**{: .banner onclick=x }\n{: #peta-jalan }")
    assert not re.search(r"<[^>]*(class|id|onclick)=", shown)
    assert "{: #peta-jalan }" in shown


def test_braces_of_a_template_are_text() -> None:
    assert "{{ 7*7 }} {% raw %}" in formatted("{{ 7*7 }} {% raw %}")


@pytest.mark.parametrize("text", ["# Judul", "Judul\n=====", "###### Judul", "> ## Judul", "- # Judul"])
def test_a_heading_is_a_bold_paragraph_so_that_the_outline_stays_ours(text: str) -> None:
    shown = formatted(text)
    assert "<strong>Judul</strong>" in shown
    assert not re.search(r"<h\d", shown)


def test_a_heading_keeps_what_is_in_it() -> None:
    assert "<strong>Satu <em>dua</em> tiga</strong>" in formatted("## Satu *dua* tiga")


def test_a_table_scrolls_and_names_its_columns() -> None:
    shown = formatted("| a | b |\n|---|---|\n| 1 | 2 |")
    assert shown.startswith('<div class="table-scroll" tabindex="0"><table>')
    assert '<th scope="col">a</th>' in shown
    assert shown.count("<div") == shown.count("</div>") == 1


BLANK = [
    "a\n\n\nb",
    "```\nsatu\n\n\ndua\n```",
    "    satu\n\n    dua",
    "- a\n\n\n- b",
    "> a\n>\n> b",
    "a\r\n\r\nb",
    "a\r\rb",
]


@pytest.mark.parametrize("text", BLANK)
def test_no_blank_line_is_left_for_the_publisher_to_end_the_html_at(text: str) -> None:
    assert not re.search(r"(?:\r\n?|\n)[ \t]*(?:\r|\n)", formatted(text)), formatted(text)


@pytest.mark.parametrize(
    "text", [*BLANK, "# judul {#x}", "    # judul\n\n    ## dua", "```\n# judul\n```", "* a\n# b", "    a\n\n    ## b"]
)
def test_the_publisher_leaves_it_as_it_is(text: str) -> None:
    shown = str(formatted(text))
    body = f'<div class="prose" lang="id">{shown}</div><heading id="berikut">Berikut</heading><p>teks</p>'
    made = published(markdown(Page("a/", {"title": "A"}, blocks(body))).split("\n---\n", 1)[1])
    assert shown.strip() in made
    assert '<h2 id="berikut">Berikut</h2>' in made
    assert made.count("<h") == 1


@pytest.mark.parametrize("sign", ['"site:evil"', ' id="item:x"', 'href="#G-1"', '`"site:evil"`'])
def test_words_in_quotation_marks_are_no_marks_of_ours(sign: str) -> None:
    html = formatted(f"Tebal **x** {sign} [a](https://a.example/) | {sign}\n\n    {sign}")
    assert '"' not in re.sub("<[^<>]*>", "", html)
    assert html.count("&#34;") >= 4
    assert 'href="https://a.example/"' in html
