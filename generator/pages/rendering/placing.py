"""A page gets its place: what it is made of, as it stands at its address on the screen."""

import re
from collections.abc import Iterator

from generator.pages import addresses
from generator.pages.rendering.blocks import CONTENTS, Body, Heading, Medium

_LINK = re.compile(f'"{addresses.SITE}([^"]*)"')


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
            stretch.append(block.html if isinstance(block, Heading) else block.text)
    yield from _html(stretch, address)


def _html(stretch: list[str], address: str) -> Iterator[str]:
    if text := "".join(stretch).strip():
        yield _LINK.sub(lambda link: f'"{addresses.relative(link[1], address)}"', text)
