"""Finished HTML does not go through the publisher: a mark stands for it there, and it is put back into the page.

A Markdown parser reads every tag of an HTML block, and MkDocs does so twice: three quarters of the time of a
build went into HTML that stays as it is. Headings go through, as Markdown: the publisher gives them their
anchors and makes the table of contents.
"""

import re
from collections.abc import Iterator

_MARK = "<!--html {}-->"
_MARKS = re.compile(r"<!--html ([0-9]+)-->")

_HEADING = re.compile(r"#{1,6} .*")
_BLOCKS = re.compile(r"<(?:article|aside|details|div|dl|figure|form|h[2-6]|header|nav|ol|p|pre|section|table|ul)[\s>]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_INDENTATION = re.compile(r"\n\s+")
_VOID = ("<br", "<hr", "<img", "<input", "<col ", "<wbr")

# A sign of a tag inside an attribute would make the counting of tags wrong. Our templates and nh3 write none.
_SIGN_IN_ATTRIBUTE = re.compile(r'="[^"]*[<>]')


class LostHtml(Exception):
    """The publisher did not give back every mark, or one of them twice."""


def set_aside(body: str, aside: list[str]) -> str:
    """The body of a page with a mark for each stretch of finished HTML, which is added to `aside`.

    What is not HTML blocks from its first to its last character stays as it is; so does what holds the page's
    main heading, since the theme looks for it.
    """
    if "<!" in body or _SIGN_IN_ATTRIBUTE.search(body):
        return body
    voids = tuple(void for void in _VOID if void in body)
    parts = []
    for part, is_finished in _parts(body, voids):
        if is_finished and "<h1" not in part:
            parts.append(_MARK.format(len(aside)))
            aside.append(part)
        else:
            parts.append(part)
    return "\n\n".join(parts)


def put_back(page: str, aside: list[str]) -> str:
    """The published page with the finished HTML in the place of the marks; raises `LostHtml`.

    The frame around it loses the white space that its templates leave, a third of a short page; a page with text
    whose lines count keeps it. Tables lose that between their cells.
    """
    if "<pre" not in page:
        page = _INDENTATION.sub("\n", page)
    page, count = _MARKS.subn(lambda mark: aside[int(mark[1])] if int(mark[1]) < len(aside) else "", page)
    if count != len(aside):
        raise LostHtml(f"{count} of {len(aside)}")
    for end in ("</td>", "</th>", "</tr>"):
        page = page.replace(f"{end}\n<", f"{end}<")
    return page


def _parts(body: str, voids: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """Headings, and what stands between them with whether it is finished HTML: every piece between blank lines
    is a block or inside one, and all elements end in it. A line inside an element is no heading.
    """
    start, depth, is_finished = 0, 0, True
    for at, end in _pieces(body):
        piece = body[at:end]
        if depth == 0 and (heading := _HEADING.match(piece)):
            if between := body[start:at].strip():
                yield between, is_finished
            yield heading[0], False
            start, is_finished = at + heading.end(), True
            piece = piece[heading.end() :].lstrip("\n")
            if not piece:
                continue
        if depth == 0 and not _BLOCKS.match(piece):
            is_finished = False
        depth += _depth(piece, voids)
    if rest := body[start:].strip():
        yield rest, is_finished and depth == 0


def _pieces(body: str) -> Iterator[tuple[int, int]]:
    """From where to where each piece between blank lines goes."""
    start = 0
    for gap in _BLANK_LINE.finditer(body):
        yield start, gap.start()
        start = gap.end()
    yield start, len(body)


def _depth(html: str, voids: tuple[str, ...]) -> int:
    """By how many elements the end lies deeper than the start. Text has no `<`: it is escaped."""
    closing = html.count("</")
    opening = html.count("<") - closing - html.count("/>") - sum(html.count(void) for void in voids)
    return opening - closing
