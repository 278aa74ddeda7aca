"""Some institutions at a time: their Markdown, one run of the publisher, and each one's pages on the shelf."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from generator.build.jobs import BuildInputs, Job
from generator.build.published import Published, read_portrait, write_portrait
from generator.build.survey import BuildUnit, Survey, survey
from generator.checks.check import found
from generator.data.downloads import plan_downloads
from generator.model.history import promise_facts
from generator.model.portfolio import Portfolio
from generator.pages.plan.dossier import NOT_ASKED, Dossier
from generator.pages.plan.institution import institution_pages
from generator.pages.rendering.page import Page
from generator.pages.rendering.site_file import SiteFile
from generator.pages.rendering.templates import environment
from generator.publishing.publisher import PublishingFailed, publish_pages
from generator.reading.apart import apart, apart_from_cache, out_of_memory, too_long
from generator.reading.gc_paused import uncollected
from generator.reading.library import Library
from generator.reading.output_limit import count_made
from generator.reading.time_limit import OutOfTime, at_most
from generator.search.documents import write_documents
from generator.store.cache import Drawer, drawer_of
from generator.store.doubt import doubted, given
from generator.views.portrait import Portrait, portrait

LARGEST_SHARD = 60
"""Institutions a publisher works on at once: all their pages are in memory, some 3 MB each."""

MOST_AT_ONCE = 400 << 20
"""Bytes of pages, or thereabouts, with which a publisher begins before its shard is whole."""

_SECONDS_EACH = 10
"""What the publisher may take for each institution more than for one: a hundred times what it does."""

_LARGEST_NOTE = 1 << 25
"""Bytes of noted pages, unpacked: ten times those of a large plan."""

_BYTES_A_PART = 16
"""Of noted pages, at least, for each list and each comma: ours are texts of a hundred, and many small things would
take thirty times the memory of their bytes."""

Pages: TypeAlias = tuple[tuple[Page | SiteFile, ...], Portrait]

_NOTE: Drawer[Pages] = drawer_of("halaman", Pages)


@dataclass(frozen=True)
class Made:
    """The pages of an institution as they are on the shelf; `failure` tells instead why there are none."""

    slug: str
    key: str
    failure: str = ""


class PortraitLost(ValueError):
    """The portrait of an institution does not come back from its file: a fault of ours, and no other's."""


def look(units: Sequence[BuildUnit], making: BuildInputs) -> list[Survey]:
    """Survey some institutions; one of which nothing can be known tells why and stops no other."""
    done = []
    with uncollected():
        for unit in units:
            surveyed, failure = apart_from_cache(partial(_surveyed, unit, making), making.limit, making.base)
            done.append(surveyed or Survey(unit.slug, (), failure))
    return done


def _surveyed(unit: BuildUnit, making: BuildInputs) -> Survey:
    return survey(unit, Library(making.values))


def make(orders: Sequence[Job], making: BuildInputs) -> list[Made]:
    """Make the pages of some institutions and put them on the shelf.

    An institution that cannot be made, whatever the reason, is told and stops no other. A full disk does:
    `OSError`.
    """
    before = given()
    unmade: list[Made] = []
    done: list[Made] = []
    made: list[tuple[Job, Pages]] = []
    held = 0
    for order in orders:
        pages, failure = apart_from_cache(partial(pages_of, order, making), making.limit, making.base)
        if not pages:
            unmade.append(Made(order.unit.slug, "", failure))
            continue
        made.append((order, pages))
        held += sum(page.size for page in pages[0])
        if held > MOST_AT_ONCE:
            done += _published(made, making)
            made, held = [], 0
    done += _published(made, making) if made else ()
    refused = {each.slug for each in done if each.failure}
    if not refused or given() == before:
        return [*unmade, *done]
    with doubted():  # pages that were noted may be at fault
        again = make([order for order in orders if order.unit.slug in refused], making)
    return [*unmade, *(each for each in done if not each.failure), *again]


def _published(made: Sequence[tuple[Job, Pages]], making: BuildInputs) -> list[Made]:
    """Publish what the publisher takes together; else the halves of it, down to the institution that it refuses.

    Raises `PublishingFailed` when it refuses an empty page too: then no institution is at fault.
    """
    kept = making.shelf
    with kept.bench() as work:
        try:
            every = chain(*(pages for _, (pages, _) in made))
            with at_most(making.limit and making.limit + _SECONDS_EACH * len(made)):
                site = publish_pages(making.publisher, making.configuration, every, work)
        except PublishingFailed as failure:
            refused = failure.output
        except OutOfTime:
            refused = too_long(making.limit)
        except MemoryError as error:
            refused = out_of_memory(error, making.base)
        else:
            return [_shelved(order, pages, site, making) for order, pages in made]
    if len(made) == 1:
        with kept.bench() as work:
            publish_pages(making.publisher, making.configuration, [Page("", {"title": "-"}, ())], work)
        return [Made(order.unit.slug, "", refused) for order, _ in made]
    half = len(made) // 2
    return [*_published(made[:half], making), *_published(made[half:], making)]


def _shelved(order: Job, pages: Pages, site: Path, making: BuildInputs) -> Made:
    made, failure = apart(partial(_put_on_shelf, order, pages, site, making), making.limit, making.base)
    return made or Made(order.unit.slug, "", failure)


def _put_on_shelf(order: Job, pages: Pages, site: Path, making: BuildInputs) -> Made:
    folder, key = site / order.unit.slug, order.site_key(making)
    write_portrait(Published(making.as_of, pages[1], order.commit), folder)
    if read_portrait(folder) is None:  # or the pages over all institutions could not be made
        raise PortraitLost(order.unit.slug)
    write_documents(pages[0], folder)
    making.shelf.put(order.unit.slug, key, folder, _noted(pages))
    return Made(order.unit.slug, key)


def _noted(pages: Pages) -> bytes:
    try:
        written = _NOTE.dump(pages)
    except ValueError:
        return b""  # a text that no file can hold costs time when the theme changes
    return zlib.compress(written, 1) if _may_be_noted(written) else b""


def pages_of(order: Job, making: BuildInputs) -> Pages:
    """The pages of an institution and the portrait of its current plan.

    Where only the theme or the publisher changed, they are noted on the shelf.
    """
    noted = making.shelf.note(order.unit.slug, order.pages_key(making))
    return (noted and _of_note(noted, order.unit.slug)) or _pages_of(order, making)


def _of_note(noted: bytes, slug: str) -> Pages | None:
    """What was noted; nothing where it is no pages of this institution alone, which can be made again."""
    unpacked = zlib.decompressobj()
    try:
        written = unpacked.decompress(noted, _LARGEST_NOTE)
        if not unpacked.eof or not _may_be_noted(written):
            return None
        pages, told = _NOTE.load(written)
    except Exception:  # such as too little memory: whatever the bytes do to who reads them, they are no note
        return None
    own = told.slug == slug and all(_is_below(page.address, slug) for page in pages)
    return (pages, told) if own else None


def _is_below(address: str, slug: str) -> bool:
    return address.startswith(f"{slug}/") and ".." not in address.split("/")


def _may_be_noted(written: bytes) -> bool:
    parts = written.count(b"[") + written.count(b",")
    return len(written) <= _LARGEST_NOTE and parts * _BYTES_A_PART <= len(written)


def _pages_of(order: Job, making: BuildInputs) -> Pages:
    library = Library(making.values)
    sound = {plan.address: plan for plan in order.unit.plans if str(plan.address) not in order.held_back}
    read = (edition for plan in sound.values() if (edition := library.edition(plan)))
    institution = Portfolio.of(read, making.as_of).institutions[0]
    dossiers = {}
    for edition in institution.editions:
        plan = sound[edition.address]
        history = order.past.get(edition.address, NOT_ASKED)
        left = found(plan, making.as_of, order.elsewhere, library, promise_facts(history, edition.plan))
        dossiers[edition.address.period] = Dossier(edition, institution, making.as_of, left, history)
    templates = environment(making.configuration.templates, making.site.language)
    site = making.site_at(order.commit)
    downloads = (file for dossier in dossiers.values() for file in plan_downloads(dossier, site))
    pages: list[Page | SiteFile] = []
    for page in chain(institution_pages(dossiers, site, templates), downloads):
        count_made(page.size)
        pages.append(page)
    return tuple(pages), portrait(dossiers[institution.current.address.period])


def shards(orders: Sequence[Job], jobs: int) -> list[Sequence[Job]]:
    """Orders in as few parts of the same size as memory and the number of jobs allow: each starts a publisher."""
    count = -(-len(orders) // LARGEST_SHARD)
    count = -(-count // jobs) * jobs
    size = max(1, -(-len(orders) // max(1, count)))
    return [orders[at : at + size] for at in range(0, len(orders), size)]
