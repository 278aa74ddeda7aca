"""What the index program reads of each page: its searched text, and what finds it though the page does not show it.

It stands beside the pages of each institution, for this build and for later ones that take the pages over.
"""

import json
import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.pages.rendering.page import Page
from generator.pages.rendering.placing import apart, searched
from generator.pages.rendering.site_file import SiteFile
from generator.store.opening import content

FILE = "pencarian.json"
"""In the folder of an institution, and in that of the portal: its documents, by address."""

ALL = "xsemua"
"""A word that every page has: asked for no word at all, Pagefind fetches the whole index. As in `search-engine.js`."""

_ADDRESS = re.compile(r"(?:[a-z0-9][a-z0-9_-]{0,199}/){0,9}(?:[a-z0-9][a-z0-9_-]{0,199})?")
"""What addresses look like: a folder is made of each, and a system takes names of 255 bytes."""

_LARGEST = 1 << 28
"""Bytes of the documents of an institution: far more than those of 50 plans."""


class SearchDocument(NamedTuple):
    """The page at an address, as HTML for the index program."""

    address: str
    html: str


def documents(pages: Iterable[Page | SiteFile]) -> Iterator[SearchDocument]:
    """Those of the pages that the search knows."""
    for page in pages:
        if isinstance(page, Page) and page.search is not None:
            yield SearchDocument(page.address, "".join(_lines(page)))


def write_documents(pages: Iterable[Page | SiteFile], folder: Path) -> None:
    """Put the documents of pages beside them."""
    text = json.dumps(dict(documents(pages)), ensure_ascii=False, separators=(",", ":"))
    (folder / FILE).write_text(f"{text}\n", encoding="utf-8")


def read_file(file: Path) -> bytes:
    """What a file of documents holds; nothing when it can not be read, as one of an earlier site may be anything."""
    try:
        found = content(file, _LARGEST, follow=False)
    except OSError:
        return b""
    return found if len(found) <= _LARGEST else b""


def read_documents(file: Path, folder: str = "") -> list[SearchDocument]:
    """The documents in a file, of pages below the address of a `folder` if it has a name: nobody speaks for another.
    None when it holds something else, as another program may have written it."""
    try:
        told = msgspec.json.decode(read_file(file), type=dict[str, str])
    except (UnicodeDecodeError, msgspec.MsgspecError):
        return []
    above = f"{folder}/" if folder else ""
    return [
        SearchDocument(address, html)
        for address, html in told.items()
        if address.startswith(above) and _ADDRESS.fullmatch(address)
    ]


def _lines(page: Page) -> Iterator[str]:
    title, fields = str(page.front_matter["title"]), page.search
    assert fields is not None
    yield f"<!doctype html><html><head><title>{escape(title)}</title>"
    yield _meta("meta", "title", str(page.front_matter.get("full_title") or title))
    yield _meta("meta", "kata", f"{ALL} {fields.words}".strip())
    if fields.asked_by:
        yield _meta("meta", "tanya", fields.asked_by)
    if fields.facts:
        yield _meta("meta", "kegiatan", fields.facts)
    for name, values in fields.filters.items():
        for value in values:
            yield _meta("filter", name, value)
    # A colon after what a list describes: Pagefind shows excerpts without the list.
    text = apart(searched(page.body)).replace("</dt>", ":</dt>")
    yield f"</head><body data-pagefind-body><h1>{escape(title)}</h1>{text}</body></html>"


def _meta(kind: str, name: str, value: str) -> str:
    return f'<meta data-pagefind-{kind}="{name}[content]" content="{escape(value)}">'
