"""A plan that could not be printed: its readers get the last PDF there is, or are told that there is none."""

from collections.abc import Iterable
from pathlib import Path

from generator.locale import Language, say
from generator.model.address import PlanAddress
from generator.pages import addresses
from generator.store.atomic import write_whole
from generator.store.opening import LARGEST, Unopened, content

_BEGINNING = b"%PDF-"


def leave_unprinted(plan: PlanAddress, site: Path, earlier: Iterable[Path], words: Language) -> None:
    """Take the PDF of an earlier site, which says on its first page of which day it is; without one the links to it
    give way to words."""
    name = addresses.pdf(plan)
    for folder in earlier:
        try:
            found = content(folder / name, LARGEST, follow=False)
        except Unopened:
            continue
        if found.startswith(_BEGINNING):
            (site / name).write_bytes(found)
            return
    said = words.word(say("PDF tidak dapat dibuat"))
    for part in (addresses.SUMMARY, addresses.PRINT):
        address = addresses.plan(plan, part)
        page = site / address / "index.html"
        text = page.read_text(encoding="utf-8")
        # A new file: the old one has a second name on the last site.
        write_whole(page, without_link(text, addresses.relative(name, address), said).encode())


def without_link(html: str, address: str, said: str) -> str:
    """A page whose links to an address have become words."""
    first, *rest = html.split(f'href="{address}"')
    for after in rest:
        first = f"{first[: first.rindex('<a')]}<span>{said}</span>{after.partition('</a>')[2]}"
    return first
