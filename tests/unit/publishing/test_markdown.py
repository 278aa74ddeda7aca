"""The Markdown file of a page: front matter that any YAML reader takes for what it is, headings, and finished HTML."""

import re
from html import escape, unescape
from typing import Any

import pytest
import yaml
from markdown import Markdown
from mkdocs.utils.meta import get_data

from generator.pages.rendering.blocks import blocks
from generator.pages.rendering.page import Page
from generator.publishing.markdown import LostHtml, markdown, markdown_and_html, put_back

HOSTILE = {
    "quotes": "\"dua\" 'satu' \\ \\n",
    "markers": "---\ntitle: lain\n---\n...",
    "yaml": "!!python/object:os.system {a: [b]} &x *x # bukan komentar: |",
    "control characters": "a\x01b\x1bc\x7fd\x08\te",
    "c1 controls": "a\x80b\x9fc\x85 d",
    "emoji": "🏛 é ﷽ \u200f",
    "line separators": "satu\u2028--- dua\u2029 tiga \u2028 empat",
    "byte order mark": "\ufeffa\ufffe\uffff",
    "looks like something else": "no",
}


def page(written: str) -> Page:
    return Page("a/", {"title": "A"}, blocks(written))


def converted(text: str) -> str:
    return Markdown(extensions=["attr_list", "toc"]).convert(text.split("\n---\n", 1)[1])


def without_space(html: str) -> str:
    return re.sub(r">\s+<", "><", html).strip()


def read(page: Page) -> tuple[str, dict[str, Any]]:
    """Body and front matter as the publisher reads them."""
    return get_data(markdown(page))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_front_matter_is_read_back_as_it_was(text: str) -> None:
    given = {"title": text, "plan": {"title": text, text.replace("\n", " "): [text]}, "jsonld": text}
    body, found = read(Page("a/", given, blocks("<p>isi</p>")))
    assert found | {"title": unescape(found["title"])} == given
    assert "title" not in body
    assert "isi" in body


def test_what_a_frame_of_anybody_prints_is_no_markup_there() -> None:
    """MkDocs' templates print these two as they are, and so does Material."""
    text = "\"><script>alert(1)</script> & 'x'"
    _, found = read(Page("a/", {"title": text, "description": text, "full_title": text}, ()))
    for name in ("title", "description"):
        assert not {*found[name]} & {*"<>\"'"}
        assert unescape(found[name]) == text
    assert found["full_title"] == text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_front_matter_is_one_line_a_key_and_has_no_sign_that_yaml_forbids(text: str) -> None:
    made = markdown(Page("a/", {"title": text}, ()))
    head = made.split("\n---\n")[0]
    assert head.count("\n") == 1
    assert not yaml.reader.Reader.NON_PRINTABLE.search(head)


def test_values_that_say_nothing_are_left_out() -> None:
    _, found = read(Page("a/", {"title": "A", "stale": None, "example": False, "jsonld": "", "menu": []}, ()))
    assert found == {"title": "A"}


def test_a_heading_stands_apart_from_the_html_around_it() -> None:
    made = markdown(
        page('<p>satu</p>\n\n\n\n<heading id="dua">Dua</heading>\n<p>tiga</p><heading id="e">Empat</heading>')
    )
    assert made.endswith("\n\n<p>satu</p>\n\n## Dua {#dua}\n\n<p>tiga</p>\n\n## Empat {#e}\n")


def test_the_same_page_is_the_same_text() -> None:
    first, second = (Page("a/", {"b": 1, "a": {"d": 1, "c": 2}}, blocks("isi")) for _ in range(2))
    assert markdown(first) == markdown(second)
    assert markdown(first).index("b:") < markdown(first).index("a:")


HOSTILE_TITLES = [
    "Portal {#lain} {: .kelas }",
    "*tebal* _miring_ `kode` **dua**",
    "[tautan](https://a.example) ![g](x)",
    "<b>tebal</b> &lt;i&gt; &amp;",
    "# satu ## dua #",
    "1. satu - dua + tiga",
    "a | b | c",
    "\\*lolos\\* ~~coret~~ ^atas^",
    "kutip \"dua\" dan 'satu' = ==",
    "baris\nbaru\n\n---",
    "https://a.example www.a.example a@b.example",
    "🏛 é ﷽",
]


@pytest.mark.parametrize("title", HOSTILE_TITLES)
def test_the_text_of_a_heading_is_read_as_it_was_written(title: str) -> None:
    shown = converted(markdown(page(f'<heading id="jangkar">{escape(title)}</heading><p>teks</p>')))
    match = re.fullmatch(r'<h2 id="jangkar">(.*)</h2>\n<p>teks</p>', shown)
    assert match, shown
    assert "<" not in match[1]
    assert unescape(match[1]) == " ".join(title.split())


BODIES = [
    '<p class="lead">Satu.</p><heading id="dua">Dua</heading><div><table><tr><td>3</td></tr></table></div>',
    '<heading id="satu">Satu</heading><heading id="dua">Dua</heading><ul><li>a<br>b</li></ul>\n\n<p>c</p>',
    '<div class="prose"><pre><code>a\n\n## bukan judul\n</code></pre></div><heading id="judul">Judul</heading>',
    '<figure><svg viewBox="0 0 1 1"><rect width="1"/><path d="M0 0"/></svg></figure>',
    '<section><heading level="3">Dalam</heading><p title="a > b">a --&gt; b</p></section>',
]


@pytest.mark.parametrize("written", BODIES)
def test_a_page_is_the_same_when_its_html_comes_back(written: str) -> None:
    whole = converted(markdown(page(written)))
    text, aside = markdown_and_html(page(written))
    assert aside
    assert without_space(put_back(converted(text), aside)) == without_space(whole)


def test_no_tag_is_left_to_the_publisher() -> None:
    text, aside = markdown_and_html(page(BODIES[0]))
    assert text.endswith("\n\n<!--html 0-->\n\n## Dua {#dua}\n\n<!--html 1-->\n")
    assert aside == ['<p class="lead">Satu.</p>', "<div><table><tr><td>3</td></tr></table></div>"]


@pytest.mark.parametrize(
    "published", ["<p></p>", "<!--html 0-->", "<!--html 0--><!--html 1--><!--html 1-->", "<!--html 7-->"]
)
def test_html_that_does_not_come_back_is_told(published: str) -> None:
    with pytest.raises(LostHtml):
        put_back(published, ["<p>a</p>", "<p>b</p>"])
