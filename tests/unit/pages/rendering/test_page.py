"""The Markdown file of a page: front matter that any YAML reader takes for what it is, and a body."""

import re
from typing import Any

import pytest
import yaml
from mkdocs.utils.meta import get_data

from generator.pages.rendering.page import Page

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


def read(page: Page) -> tuple[str, dict[str, Any]]:
    """Body and front matter as the publisher reads them."""
    return get_data(page.markdown())


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_front_matter_is_read_back_as_it_was(text: str) -> None:
    given = {"title": text, "plan": {"title": text, text.replace("\n", " "): [text]}, "jsonld": text}
    body, found = read(Page("a/", given, "<p>isi</p>"))
    assert found == given
    assert "title" not in body
    assert "isi" in body


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_front_matter_is_one_line_a_key_and_has_no_sign_that_yaml_forbids(text: str) -> None:
    markdown = Page("a/", {"title": text}, "").markdown()
    head = markdown.split("\n---\n")[0]
    assert head.count("\n") == 1
    assert not yaml.reader.Reader.NON_PRINTABLE.search(head)


def test_values_that_say_nothing_are_left_out() -> None:
    _, found = read(Page("a/", {"title": "A", "stale": None, "example": False, "jsonld": "", "menu": []}, ""))
    assert found == {"title": "A"}


def test_a_heading_stands_apart_from_the_html_before_it() -> None:
    markdown = Page(
        "a/", {"title": "A"}, "<p>satu</p>\n## Dua {#dua}\n<p>tiga</p>\n\n\n\n## Empat {#empat}\n"
    ).markdown()
    assert re.search(r"\n\n## Dua \{#dua\}\n", markdown)
    assert "\n\n\n" not in markdown
    assert markdown.endswith("## Empat {#empat}\n")


def test_the_same_page_is_the_same_text() -> None:
    first, second = (Page("a/", {"b": 1, "a": {"d": 1, "c": 2}}, "isi") for _ in range(2))
    assert first.markdown() == second.markdown()
    assert first.markdown().index("b:") < first.markdown().index("a:")
