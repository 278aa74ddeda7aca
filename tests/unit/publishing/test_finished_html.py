"""HTML that is finished stays out of the publisher, and what is Markdown stays Markdown."""

import re

import pytest
from markdown import Markdown

from generator.publishing.finished_html import LostHtml, put_back, set_aside

BODIES = [
    '<p class="lead">Satu.</p>\n\n## Dua {#dua}\n\n<div><table><tr><td>3</td></tr></table></div>',
    "## Satu {#satu}\n\n## Dua {#dua}\n\n<ul><li>a<br>b</li></ul>\n\n<p>c</p>",
    '<div class="prose"><pre><code>a\n\n## bukan judul\n</code></pre></div>\n\n## Judul {#judul}',
    '<figure><svg viewBox="0 0 1 1"><rect width="1"/><path d="M0 0"/></svg></figure>',
    "<p>a --&gt; b</p>",
]


def converted(text: str) -> str:
    return Markdown(extensions=["attr_list", "toc"]).convert(text)


def without_space(html: str) -> str:
    return re.sub(r">\s+<", "><", html).strip()


@pytest.mark.parametrize("body", BODIES)
def test_a_page_is_the_same_when_its_html_comes_back(body: str) -> None:
    aside: list[str] = []
    published = put_back(converted(set_aside(body, aside)), aside)
    assert aside
    assert without_space(published) == without_space(converted(body))


def test_no_tag_is_left_to_the_publisher() -> None:
    assert set_aside(BODIES[0], []) == "<!--html 0-->\n\n## Dua {#dua}\n\n<!--html 1-->"


@pytest.mark.parametrize(
    "body",
    [
        "Hanya *Markdown*.",
        "<span>bukan blok</span>",
        "<p>satu</p>\n\n*miring* di antara blok\n\n<p>dua</p>",
        "<div><p>tidak ditutup</p>",
        '<p title="a > b">tanda dalam atribut</p>',
        "<p>a</p>\n\n<!-- catatan -->",
        "<p>a</p>\n\n<!--html 0-->",
        "<header><h1>judul halaman</h1></header>",
    ],
)
def test_what_is_not_surely_finished_is_left_as_it_is(body: str) -> None:
    aside: list[str] = []
    assert set_aside(body, aside) == body
    assert not aside


def test_a_line_in_an_element_is_no_heading() -> None:
    body = '<div class="prose"><pre>a\n## {#x}\nb</pre></div>'
    aside: list[str] = []
    assert set_aside(body, aside) == "<!--html 0-->"
    assert aside == [body]


@pytest.mark.parametrize(
    "page", ["<p></p>", "<!--html 0-->", "<!--html 0--><!--html 1--><!--html 1-->", "<!--html 7-->"]
)
def test_html_that_does_not_come_back_is_told(page: str) -> None:
    with pytest.raises(LostHtml):
        put_back(page, ["<p>a</p>", "<p>b</p>"])
