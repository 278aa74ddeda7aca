"""Whatever an institution is called and writes in one line, its pages and its neighbours' have the elements they would
have had with harmless words, in any publisher that reads the Markdown that `rencana pages` writes.
"""

import json
from collections.abc import Iterable
from functools import cache
from html.parser import HTMLParser
from itertools import zip_longest
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.checks.findings import Elsewhere, findings
from generator.model.address import PlanAddress
from generator.model.edition import Edition
from generator.model.portfolio import Portfolio
from generator.pages.plan.dossier import Dossier
from generator.pages.plan.pages import plan_pages
from generator.pages.portal.pages import portal_pages
from generator.pages.rendering.page import Page
from generator.publishing.markdown import markdown
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan
from generator.views.portrait import portrait
from tests.unit.conftest import SMALL_PLAN

from .days import AS_OF
from .test_pages import SITE, templates

OURS = ("attr_list", "tables", "toc")
ANY = (
    *(
        "attr_list",
        "tables",
        "toc",
        "abbr",
        "admonition",
        "def_list",
        "footnotes",
        "md_in_html",
        "smarty",
        "sane_lists",
    ),
    *("pymdownx.superfences", "pymdownx.details", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.inlinehilite"),
    *("pymdownx.blocks.admonition", "pymdownx.blocks.html", "pymdownx.magiclink", "pymdownx.caret", "pymdownx.mark"),
)
PARTS = (
    *(
        "```",
        "~~~",
        "``` { .x onclick=y #search }",
        "{#x}",
        "{: .y #z }",
        "# ",
        "## a",
        "---",
        "===",
        "> ",
        "- ",
        "1. ",
    ),
    *("    ", "\t", "|", "| a | b |", "!!! note", "???+ x", "=== 'tab'", "/// html | div", "///", "*[b]: c", "[^1]: d"),
    *(
        "[^1]",
        "[x](y)",
        "![x](y)",
        "[x]: y",
        "<b>",
        "</td></tr></table>",
        "<div markdown>",
        "<!--",
        "-->",
        "<!--html 0-->",
    ),
    *(
        "]]>",
        "{{ 7*7 }}",
        "{% x %}",
        "[TOC]",
        ": a",
        "`",
        "**",
        "&lt;",
        "&amp;",
        "\\",
        "--8<--",
        "<script>",
        "<heading>",
    ),
    *("<screen>", "</paper>", "wzxhzdk:0", "klzzwxh:0001", "@x", "https://a.example/", "a", "Kabupaten", "é", "עברית"),
)


def hostile() -> st.SearchStrategy[str]:
    """Words of a line with every publisher's marks among them, one of which often begins it."""
    line = st.lists(st.sampled_from(PARTS), min_size=1, max_size=6).map(" ".join)
    return line.map(lambda text: " ".join(text.split())).filter(bool)


def edition(slug: str, words: str) -> Edition:
    """The small plan of an institution with `words` for each text that is one line."""
    values = _worded(json.loads(json.dumps(SMALL_PLAN)), words)
    file = RawFile(f"plans/{slug}/2025-2029.yaml", json.dumps(values, ensure_ascii=False).encode())
    read = read_plan(PlanFiles(PlanAddress(slug, "2025-2029"), (file,))).edition
    assert read is not None
    return read


def _worded(value: Any, words: str, key: str = "") -> Any:
    if isinstance(value, dict):
        return {each: _worded(inner, words, each) for each, inner in value.items()}
    if isinstance(value, list):
        return value if key == "kesenjangan" else [_worded(each, words, key) for each in value]  # theirs is Markdown
    return words if key in ("nama", "judul", "lisensi", "uraian", "anggaran_sdm") else value


def pages(words: str) -> dict[str, Page]:
    """The pages of three institutions of which the first and the last use these words, and of the portal."""
    editions = [edition(slug, words) for slug in ("a", "z")] + [edition("m", "Kabupaten Biasa")]
    made: dict[str, Page] = {}
    portraits = []
    for institution in Portfolio.of(editions).institutions:
        read = institution.current
        dossier = Dossier(read, institution, AS_OF, tuple(findings(read, AS_OF, Elsewhere())))
        portraits.append(portrait(dossier))
        made |= {page.address: page for page in plan_pages(dossier, SITE, templates("id"))}
    portal = portal_pages(portraits, [], SITE, templates("id"), AS_OF)
    return made | {page.address: page for page in portal if isinstance(page, Page)}


class _Skeleton(HTMLParser):
    """The elements of a page and their ends in order, but for what a picture draws by the length of words."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self._drawn = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._drawn and tag != "bdi":
            told = sorted(f"{name}={value}" if name in ("id", "class", "scope") else name for name, value in attrs)
            self.elements.append(f"<{tag} {' '.join(told)}>")
        self._drawn += tag == "svg"

    def handle_endtag(self, tag: str) -> None:
        self._drawn -= tag == "svg"
        if not self._drawn and tag != "bdi":
            self.elements.append(f"</{tag}>")

    def handle_comment(self, data: str) -> None:
        self.elements.append("<!---->")


def skeleton(page: Page, extensions: Iterable[str]) -> list[str]:
    """The elements of a page as a publisher with these extensions makes it."""
    reader = _Skeleton()
    reader.feed(Markdown(extensions=list(extensions)).convert(markdown(page).split("\n---\n", 1)[1]))
    reader.close()
    return reader.elements


@cache
def harmless(extensions: tuple[str, ...]) -> dict[str, list[str]]:
    return {address: skeleton(page, extensions) for address, page in pages("Kabupaten Biasa").items()}


@pytest.mark.parametrize("extensions", [OURS, ANY], ids=["ours", "any"])
def test_no_words_of_a_plan_are_an_element_of_a_page(extensions: tuple[str, ...]) -> None:
    @given(hostile())
    @settings(max_examples=6, deadline=None)
    def stays_text(words: str) -> None:
        for address, page in pages(words).items():
            expected = harmless(extensions)[address]
            made = skeleton(page, extensions)
            pairs = zip_longest(made, expected)
            # The first difference only: telling all of a page takes longer than making it.
            assert next(((address, one, other) for one, other in pairs if one != other), None) is None

    stays_text()
