"""A page as the publisher reads it: front matter, headings in Markdown, and between them finished HTML or its marks.

A Markdown parser reads every tag of an HTML block, and MkDocs does so twice: three quarters of the time of a
build went into HTML that stays as it is. So a mark stands for it on the way through the publisher. Headings go
through: the publisher gives them their links and makes the table of contents.
"""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from generator.pages.rendering.blocks import Heading
from generator.pages.rendering.page import Page
from generator.pages.rendering.placing import placed
from generator.publishing.written import yaml_of

_MARK = "<!--html {}-->"
_MARKS = re.compile(r"<!--html ([0-9]+)-->")
_INDENTATION = re.compile(r"\n\s+")
_BLANK_LINES = re.compile(r"\n{3,}")

# What Markdown or HTML could take for its own, in a heading.
_SIGNS = re.compile(r"[\\`*_{}\[\]<>&#!~|^=]")


_PRINTED = ("title", "description")
"""The keys that every frame of MkDocs prints, as the HTML that it takes a title for."""


class LostHtml(Exception):
    """The publisher did not give back every mark, or one of them twice."""


def markdown(page: Page) -> str:
    """The whole page, for a publisher of one's own."""
    return _file(page, (_heading(part) if isinstance(part, Heading) else part for part in _placed(page)))


def markdown_and_html(page: Page) -> tuple[str, list[str]]:
    """The page with marks for its finished HTML, and that HTML."""
    aside: list[str] = []
    parts = []
    for part in _placed(page):
        if isinstance(part, Heading):
            parts.append(_heading(part))
        else:
            parts.append(_MARK.format(len(aside)))
            aside.append(part)
    return _file(page, parts), aside


def put_back(published: str, aside: list[str]) -> str:
    """The published page with the finished HTML in the place of the marks; raises `LostHtml`.

    The frame around it loses the white space that its templates leave, a third of a short page; a page with text
    whose lines count keeps it. Tables lose that between their cells.
    """
    if "<pre" not in published:
        published = _INDENTATION.sub("\n", published)
    published, count = _MARKS.subn(lambda mark: aside[int(mark[1])] if int(mark[1]) < len(aside) else "", published)
    if count != len(aside):
        raise LostHtml(f"{count} of {len(aside)}")
    for end in ("</td>", "</th>", "</tr>"):
        published = published.replace(f"{end}\n<", f"{end}<")
    return published


def _placed(page: Page) -> Iterable[Heading | str]:
    return placed(page.body, page.address)


def _heading(heading: Heading) -> str:
    text = _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", Markup(heading.text).striptags())
    anchor = f" {{#{heading.anchor}}}" if heading.anchor else ""
    return f"{'#' * heading.level} {text}{anchor}"


def _file(page: Page, parts: Iterable[str]) -> str:
    """JSON is YAML: a value of the front matter is quoted whatever the plan's text holds."""
    printed = {name: str(escape(page.front_matter[name])) for name in _PRINTED if name in page.front_matter}
    lines = (f"{name}: {yaml_of(value)}" for name, value in (page.front_matter | printed).items() if value)
    body = _BLANK_LINES.sub("\n\n", "\n\n".join(parts))
    return "---\n" + "\n".join(lines) + f"\n---\n\n{body}\n"
