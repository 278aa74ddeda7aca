"""The printed page is bound from the other pages of its plan: each is rendered once, for the screen and for paper."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from generator.model.address import PlanAddress
from generator.pages import addresses
from generator.pages.plan.contents import PlanPage
from generator.pages.rendering.anchors import own_anchor
from generator.pages.rendering.blocks import CONTENTS, Block, Body, Heading, Html, Medium, SourceLine

# Only a template writes a quotation mark: those of a plan are escaped.
_ANCHOR = re.compile(r' id="([^"]*)"')
_LINK = re.compile(f' href="{addresses.SITE}([^"#]*)(#[^"]*)"')


class PrintedChapter(NamedTuple):
    """A page as a chapter of the printed one."""

    page: PlanPage
    title: str
    body: Body


def bound(plan: PlanAddress, opening: Body, chapters: Sequence[PrintedChapter], taken: Set[str] = frozenset()) -> Body:
    """The body of the printed page: what its template wrote, then the chapters, whose headings lie a level deeper.

    What is printed too is linked on the page itself; a link to what paper leaves out keeps its words alone.
    """
    printed = [*opening, *(block for chapter in chapters for block in _on_paper(chapter, taken))]
    anchors = set(_anchors(printed))
    page = addresses.plan(plan, addresses.PRINT)
    parts = {addresses.plan(plan, chapter.page.part) for chapter in chapters}

    def moved(link: re.Match[str]) -> str:
        if link[1] not in parts:
            return link[0]
        return f' href="{addresses.link(page)}{link[2]}"' if link[2][1:] in anchors else ""

    return tuple(
        block._replace(text=_LINK.sub(moved, block.text)) if addresses.SITE in block.text else block
        for block in printed
    )


def _on_paper(chapter: PrintedChapter, taken: Set[str]) -> Iterator[Block]:
    yield Heading(CONTENTS, chapter.title, own_anchor(f"cetak-{chapter.page.kind}", taken))
    for block in chapter.body:
        if block.shown_on is Medium.SCREEN:
            continue
        if isinstance(block, Heading):
            yield block._replace(level=block.level + 1, shown_on=None)
        elif isinstance(block, SourceLine):
            if block.address:  # nobody can follow it on paper, and without a forge nowhere
                yield Html(f'<span class="source">{block.text}</span>', searched=False)
        elif block.shown_on:
            yield block._replace(shown_on=None)
        else:
            yield block


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block.anchor
        elif isinstance(block, Html):
            yield from _ANCHOR.findall(block.text)
