"""The last published pages of an institution, for the day on which its plans cannot be published.

They may come from the cache or from any earlier site, so they are finished HTML, and come with a portrait for
the pages over all institutions. A banner says that they are not of today.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec
from pydantic import TypeAdapter, ValidationError

from generator.build.jobs import BuildInputs
from generator.locale import language
from generator.pages import addresses
from generator.pages.rendering.page import Page
from generator.reading.past.repository import may_be_committed
from generator.store.files import files
from generator.store.opening import LARGEST, Unopened, content
from generator.store.paths import real
from generator.views.portrait import Portrait

FILE = "lembaga.json"
"""Beside the page of each institution: its portrait, for machines and for later builds."""

_LARGEST_NUMBER = 10**18
"""Above any sum in rupiah of a country, and below where sums of hundreds of them lose digits."""

_BANNER = re.compile(r'<div class="banner banner--stale".*?</div>\n?', re.DOTALL)
_BEGINNING = re.compile(r"(?=<article\b)|<main\b[^<>]*>(?!.*<article\b)", re.DOTALL)
"""Where the banner stands: before the article or, on a page that others embed, first in what there is."""


@dataclass(frozen=True)
class Published:
    """The portrait of an institution, and the day its pages are of."""

    as_of: date
    portrait: Portrait


@dataclass(frozen=True)
class Stale:
    """Pages of an earlier day, in a folder, and why there are none of today."""

    published: Published
    folder: Path
    reason: str

    @property
    def slug(self) -> str:
        return self.published.portrait.slug


_FORM = TypeAdapter(Published)


def write_portrait(published: Published, folder: Path) -> None:
    """Put the portrait beside the pages."""
    (folder / FILE).write_bytes(_FORM.dump_json(published) + b"\n")


def read_portrait(folder: Path) -> Published | None:
    """The portrait beside pages; `None` where there is none of use."""
    try:
        found = _FORM.validate_json(content(folder / FILE, LARGEST))
    except (OSError, ValidationError):
        return None
    return found if found.portrait.is_whole else None


def last_good(failed: Mapping[str, str], sites: Iterable[Path], making: BuildInputs) -> dict[str, Stale]:
    """The last pages of institutions that failed, with the reason of each: from the first site that has them,
    else from the cache. An institution that was never published is left out.

    A site that the repository itself holds is not believed: who proposes a plan could propose its page too.
    """
    earlier = [site for site in sites if failed and not may_be_committed(real(site), making.base)]
    found = {}
    for slug, reason in failed.items():
        kept = making.shelf.newest(slug)
        for folder in (*(site / slug for site in earlier), *([kept] if kept else [])):
            published = read_portrait(folder)
            if published and published.portrait.slug == slug and _is_countable(folder / FILE):
                found[slug] = Stale(published, folder, reason)
                break
    return found


def _is_countable(portrait: Path) -> bool:
    """Whether its numbers are some that can be added up over a country; an earlier site may come from anywhere."""
    waiting, counted = [msgspec.json.decode(content(portrait, LARGEST))], True
    while waiting and counted:
        value = waiting.pop()
        waiting += value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        counted = not isinstance(value, int | float) or abs(value) <= _LARGEST_NUMBER
    return counted


def banner_pages(stale: Iterable[Stale], making: BuildInputs) -> Iterator[Page]:
    """A page for each, that is nothing but its banner: the theme alone knows how one looks."""
    formats = language(making.site.language).formats
    for one in stale:
        told = {"reason": one.reason, "date": formats.date(one.published.as_of)}
        yield Page(addresses.institution(one.slug), {"title": one.published.portrait.name, "stale": told}, ())


def copy_with_banner(stale: Stale, banner: Path, target: Path) -> None:
    """Copy the pages with the banner of the page `banner`, in the place of one that they may have."""
    drawn = _BANNER.search(banner.read_text(encoding="utf-8"))
    mark = drawn[0].strip() if drawn else ""
    # An earlier site may come from anywhere, and have been changed there.
    for path in (path for path in files(stale.folder) if path.isprintable()):
        place = target / path
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            found = content(stale.folder / path, LARGEST, follow=False)
        except Unopened:
            continue
        if not path.endswith(".html"):
            place.write_bytes(found)
            continue
        text = _BANNER.sub("", found.decode("utf-8", "replace"), count=1)
        at = _BEGINNING.search(text)
        place.write_text(f"{text[: at.end()]}{mark}\n{text[at.end() :]}" if at else text, encoding="utf-8")
