"""A plan that could not be printed: its readers get the last PDF there is, or are told that there is none."""

import re
from collections.abc import Iterable
from pathlib import Path

from generator.locale import Language, say
from generator.model.address import PlanAddress
from generator.pages import addresses
from generator.store.atomic import write_whole
from generator.store.opening import LARGEST, Unopened, content
from generator.store.paths import discard

_BEGINNING = b"%PDF-"
_LINK = re.compile(rb"<a\b([^<>]*)>[^<]*</a>")


def leave_unprinted(plan: PlanAddress, site: Path, earlier: Iterable[Path], words: Language) -> None:
    """Take the PDF of an earlier site, which says on its first page of which day it is; without one the links to it
    give way to words. Pages of another shape, as a changed share may hold, stay as they are."""
    name = addresses.pdf(plan)
    discard(site / name)
    for folder in earlier:
        try:
            found = content(folder / name, LARGEST, follow=False)
        except Unopened:
            continue
        if found.startswith(_BEGINNING):
            write_whole(site / name, found)
            return
    said = words.word(say("PDF tidak dapat dibuat"))
    for part in (addresses.SUMMARY, addresses.PRINT):
        address = addresses.plan(plan, part)
        page = site / address / "index.html"
        try:
            html = content(page, LARGEST, follow=False)
        except Unopened:
            continue
        # A new file: the old one has a second name on the last site.
        write_whole(page, without_link(html, addresses.relative(name, address), said))


def without_link(html: bytes, address: str, said: str) -> bytes:
    """A page whose links to an address have become words."""
    wanted, words = f'href="{address}"'.encode(), f"<span>{said}</span>".encode()
    return _LINK.sub(lambda link: words if wanted in link[1] else link[0], html)
