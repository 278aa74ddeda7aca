"""Pages of an institution that are not of its plans of today, and a banner that says so.

They may be of an earlier build, in the cache or on any earlier site, so they are finished HTML, and come with a
portrait for the pages over all institutions.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from generator.build.countable import Countable
from generator.build.jobs import BuildInputs, origin
from generator.build.published import Published, own_portrait
from generator.locale import language
from generator.pages import addresses
from generator.pages.rendering.page import Page
from generator.reading.output_limit import MOST
from generator.reading.past.committed import may_be_committed
from generator.reading.past.repository import repository_at
from generator.reading.past.unavailable import Unavailable
from generator.store.files import LONGEST_PATH, files
from generator.store.opening import Unopened, content
from generator.store.paths import real

_BANNER, _BANNER_END = '<div class="banner banner--stale"', "</div>"
_ARTICLE, _MAIN = re.compile(r"<article\b"), re.compile(r"<main\b[^<>]*>")


@dataclass(frozen=True)
class Stale:
    """Pages in a folder, and why there are none of today; `version` is the day of the plans that they were made of, of
    which only Git tells. Those of the plans `of_today`, by their periods, are as new as they can be."""

    published: Published
    folder: Path
    reason: str
    version: date | None = None
    of_today: frozenset[str] = frozenset()

    @property
    def day(self) -> date:
        """The day of which they say that they are."""
        return self.version or self.published.as_of

    @property
    def slug(self) -> str:
        return self.published.portrait.slug


def last_good(
    failed: Mapping[str, str], sites: Iterable[Path], making: BuildInputs, counts: Countable
) -> dict[str, Stale]:
    """The last pages of institutions that failed, with the reason of each: from the first site that has them,
    else from the cache. An institution that was never published is left out.

    A site that the repository itself holds is not believed: who proposes a plan could propose its page too. In the
    cache lies whatever was made last, be it of a proposal: where there is Git, only what was made of a commit that
    `HEAD` came from is believed, with the templates and settings of today. Nothing is that Git speaks against.
    """
    earlier = [site for site in sites if failed and not may_be_committed(real(site), making.base)]
    found = {}
    for slug, reason in failed.items():
        on_sites = ((told, site / slug) for site in earlier if (told := own_portrait(slug, site / slug)))
        for published, folder in chain(on_sites, _on_shelf(slug, making)):
            if published.as_of <= making.as_of and counts(slug, published.commit) is not False:
                found[slug] = Stale(published, folder, reason)
                break
    return found


def _on_shelf(slug: str, making: BuildInputs) -> Iterator[tuple[Published, Path]]:
    repository = repository_at(making.base)
    for key, folder in making.shelf.newest(slug):
        made_with, commit = origin(key)
        if isinstance(repository, Unavailable):
            is_of_this_line = repository.is_new
        else:
            is_of_this_line = made_with == making.site_mark and bool(commit) and repository.came_from(commit)
        published = own_portrait(slug, folder) if is_of_this_line else None
        if published:
            yield published, folder


def banner_pages(stale: Iterable[Stale], making: BuildInputs) -> Iterator[Page]:
    """A page for each, that is nothing but its banner: the theme alone knows how one looks."""
    for one in stale:
        told = {"title": one.published.portrait.name} | banner(one.day, one.reason, making)
        yield Page(addresses.institution(one.slug), told, ())


def banner(day: date, reason: str, making: BuildInputs) -> dict[str, object]:
    """What tells the theme to draw one."""
    return {"stale": {"reason": reason, "date": language(making.site.language).formats.date(day)}}


def copy_with_banner(stale: Stale, banner: Path, target: Path) -> None:
    """Copy the pages with the banner of the page `banner`, in the place of one that they may have."""
    drawn = banner.read_text(encoding="utf-8")
    mark = f"{drawn[_banner(drawn)]}\n"
    # An earlier site may come from anywhere, and have been changed there.
    for path in (path for path in files(stale.folder) if path.isprintable() and len(path.encode()) <= LONGEST_PATH):
        place = target / path
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            found = content(stale.folder / path, MOST, follow=False)
        except Unopened:
            continue
        if len(found) > MOST:  # no institution's pages are as large together
            continue
        if not path.endswith(".html") or path.partition("/")[0] in stale.of_today:
            place.write_bytes(found)
            continue
        text = found.decode("utf-8", "replace")
        old = _banner(text)
        text = text[: old.start] + text[old.stop :].removeprefix("\n")
        at = _beginning(text)
        place.write_text(text if at is None else text[:at] + mark + text[at:], encoding="utf-8")


def _banner(page: str) -> slice:
    """Where the first banner of a page is; an empty place where there is none."""
    start = page.find(_BANNER)
    end = page.find(_BANNER_END, start)
    return slice(start, end + len(_BANNER_END)) if 0 <= start < end else slice(0, 0)


def _beginning(page: str) -> int | None:
    """Where a banner stands: before the article or, on a page that others embed, first in what there is."""
    if article := _ARTICLE.search(page):
        return article.start()
    main = _MAIN.search(page)
    return main and main.end()
