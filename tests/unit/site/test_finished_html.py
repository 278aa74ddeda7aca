"""HTML that is finished passes the publisher untouched, and what is Markdown stays Markdown."""

import re

import pytest
from markdown import Markdown

from generator.site.finished_html import CLOSING, OPENING, wrapped


def published(body: str) -> str:
    """What the publisher and the theme make of a body, without the spaces between elements."""
    html = Markdown(extensions=["attr_list", "toc"]).convert(body).replace(OPENING, "").replace(CLOSING, "")
    return re.sub(r">\s+<", "><", html).strip()


BODIES = [
    '<p class="lead">Satu.</p>\n\n## Dua {#dua}\n\n<div><table><tr><td>3</td></tr></table></div>',
    "## Satu {#satu}\n\n## Dua {#dua}\n\n<ul><li>a<br>b</li></ul>\n\n<p>c</p>",
    '<div class="prose"><pre><code>a\n\n## bukan judul\n</code></pre></div>\n\n## Judul {#judul}',
    '<figure><svg viewBox="0 0 1 1"><rect width="1"/><path d="M0 0"/></svg></figure>',
]


@pytest.mark.parametrize("body", BODIES)
def test_a_wrapped_body_gives_the_same_page(body: str) -> None:
    assert OPENING in wrapped(body)
    assert published(wrapped(body)) == published(body)


def test_no_tag_is_left_to_the_parser() -> None:
    outside = re.sub(rf"{re.escape(OPENING)}.*?{re.escape(CLOSING)}", "", wrapped(BODIES[0]), flags=re.DOTALL)
    assert outside.split() == ["##", "Dua", "{#dua}"]


@pytest.mark.parametrize(
    "body",
    [
        "Hanya *Markdown*.",
        "<span>bukan blok</span>",
        "<p>satu</p>\n\n*miring* di antara blok\n\n<p>dua</p>",
        "<div><p>tidak ditutup</p>",
        '<p title="a > b">tanda dalam atribut</p>',
        "<p>a --> b</p>",
        "<p>a</p>\n\n<!-- catatan -->",
    ],
)
def test_what_is_not_surely_finished_is_left_as_it_is(body: str) -> None:
    assert wrapped(body) == body


def test_a_line_in_an_element_is_no_heading() -> None:
    body = '<div class="prose"><pre>a\n## {#x}\nb</pre></div>'
    assert wrapped(body) == f"{OPENING}\n{body}\n{CLOSING}"
