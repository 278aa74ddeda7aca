"""Finished HTML on its way through Markdown: in a comment, which the theme opens (`partials/content.html`).

A Markdown parser reads every tag of an HTML block, and MkDocs does so twice: three quarters of the time of a
build went into HTML that stays as it is. A comment is one piece to them. Headings stay outside, as Markdown:
the publisher gives them their anchors and makes the table of contents.
"""

import re
from collections.abc import Iterator

OPENING, CLOSING = "<!--[", "]-->"

_HEADING = re.compile(r"^#{1,6} .*$", re.MULTILINE)
_BLOCKS = re.compile(
    r"<(?:article|aside|details|div|dl|figure|form|h[1-6]|nav|ol|p|pre|section|table|ul)[\s>]", re.IGNORECASE
)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_VOID = ("<br", "<hr", "<img", "<input", "<col ", "<wbr")

# A sign of a tag inside an attribute would make the counting of tags wrong; the end of a comment would end ours.
_DOUBTFUL = re.compile(r'="[^"]*[<>]|<!|--!?>')


def wrapped(body: str) -> str:
    """The body of a page with its finished HTML in comments, as far as that is certain to change nothing.

    What is not HTML blocks from its first to its last character stays as it is.
    """
    if _DOUBTFUL.search(body):
        return body
    return "\n\n".join(part if is_heading else _hidden(part) for is_heading, part in _parts(body))


def _parts(body: str) -> Iterator[tuple[bool, str]]:
    """Headings, and what stands between them; a line inside an element is no heading."""
    start, depth, seen = 0, 0, 0
    for heading in _HEADING.finditer(body):
        depth += _depth(body[seen : heading.start()])
        seen = heading.start()
        if depth == 0:
            if between := body[start : heading.start()].strip():
                yield False, between
            yield True, heading[0]
            start = heading.end()
    if rest := body[start:].strip():
        yield False, rest


def _hidden(html: str) -> str:
    depth = 0
    for chunk in _BLANK_LINE.split(html):
        if depth == 0 and not _BLOCKS.match(chunk):
            return html
        depth += _depth(chunk)
    return f"{OPENING}\n{html}\n{CLOSING}" if depth == 0 else html


def _depth(html: str) -> int:
    """By how many elements the end lies deeper than the start. Text has no `<`: it is escaped."""
    closing = html.count("</")
    opening = html.count("<") - closing - html.count("/>") - sum(html.count(void) for void in _VOID)
    return opening - closing
