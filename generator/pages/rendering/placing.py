"""A page gets its place: on the screen at its address, or in the search."""

import re
from collections.abc import Iterator

from markupsafe import Markup

from generator.pages import addresses
from generator.pages.rendering.blocks import CONTENTS, Block, Body, Heading, Html, Medium

_LINK = re.compile(f'"{addresses.SITE}([^"]*)"')


def on_screen(body: Body, *, is_searched: bool) -> Body:
    """What a screen shows of a page, in as few blocks as the search and the page's contents need."""
    shown: list[Block] = []
    stretch: list[str] = []
    was_searched = is_searched
    for block in body:
        if block.shown_on is Medium.PAPER:
            continue
        is_alone = block.level == CONTENTS if isinstance(block, Heading) else is_searched and bool(_anchor(block))
        searched = is_searched and block.searched
        if stretch and (is_alone or searched is not was_searched):
            shown.append(Html("".join(stretch), None, was_searched))
            stretch = []
        if is_alone:
            shown.append(block)
        else:
            stretch.append(block.html)
            was_searched = searched
    if stretch:
        shown.append(Html("".join(stretch), None, was_searched))
    return tuple(shown)


def _anchor(block: Block) -> str:
    return block.anchor if isinstance(block, Html) else ""


def placed(body: Body, address: str) -> Iterator[Heading | str]:
    """The headings of a page's contents and the HTML between them, with links as the page at `address` has them."""
    stretch: list[str] = []
    for block in body:
        if block.shown_on is Medium.PAPER:
            continue
        if isinstance(block, Heading) and block.level == CONTENTS:
            yield from _html(stretch, address)
            stretch = []
            yield block
        else:
            stretch.append(block.html)
    yield from _html(stretch, address)


def _html(stretch: list[str], address: str) -> Iterator[str]:
    if text := "".join(stretch).strip():
        yield _LINK.sub(lambda link: f'"{addresses.relative(link[1], address)}"', text)


def searched(body: Body) -> str:
    """The HTML of a page that the search reads: all text is found in it, and every anchor leads to what follows it."""
    return "".join(
        f'<div id="{block.anchor}">{block.text}</div>' if isinstance(block, Html) and block.anchor else block.html
        for block in body
        if block.searched and block.shown_on is not Medium.PAPER
    )


def apart(html: str) -> str:
    """Finished HTML with a space between elements that touch: else the last word of one and the first of the next
    are a single one to whoever leaves the tags out."""
    return html.replace("><", "> <")


def text_of(html: str) -> str:
    """The text of finished HTML without its tags."""
    return Markup(apart(html)).striptags()
