"""From plans to pages in Markdown, for any publisher: `pages`."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.build.building import quiet
from generator.build.finishing import OF_A_SITE
from generator.build.institutions import Institutions, country
from generator.build.jobs import BuildInputs
from generator.build.last_good import banner
from generator.build.open_data import in_list, national, plans_among
from generator.build.ownership import refuse_what_is_read
from generator.build.portal import portal_docs
from generator.build.shards import pages_of
from generator.build.site_files import FOLDER as SITE_FILES
from generator.build.site_files import LeftOut, read_site_files
from generator.build.stand_ins import days, of_today, reasons
from generator.build.workers import Workers
from generator.pages.rendering.page import Page
from generator.pages.rendering.site_file import SiteFile
from generator.publishing.docs_folder import path_of, write_pages
from generator.publishing.frame_files import frame_files
from generator.reading.apart import apart_from_cache
from generator.store.processes import Here


class Written(NamedTuple):
    """What came of writing pages only: what was read, how many files changed, which of `site_files/` are not among
    them, and why institutions have none of today: `stale` are made of plans of an earlier day, and what was there of
    those that are `kept` stays."""

    country: Institutions
    changed: int
    left_out: Sequence[LeftOut]
    failures: Mapping[str, str]
    stale: Mapping[str, tuple[date, str]]
    kept: Mapping[str, str]


def pages(root: Path, making: BuildInputs, folder: Path) -> Written:
    """Write every page in Markdown to a folder, for any publisher.

    Where Git tells of no sound version of an institution's plans either, what is there of it stays.
    """
    refuse_what_is_read(folder, root, making)
    whole = country(root, making, Workers(Here(), 1), quiet)
    tried = {
        order.unit.slug: apart_from_cache(partial(pages_of, order, making), making.limit, making.base)
        for order in whole.orders
    }
    failures = whole.failures | {slug: failure for slug, (_, failure) in tried.items() if failure}
    made = {slug: each for slug, (each, _) in tried.items() if each}
    why = reasons(whole, making)
    stale = {slug: (day, why[slug]) for slug, day in days(whole, making).items() if slug in made}
    today = {f"{slug}/{period}" for slug in stale for period in of_today(whole, slug)}
    kept = {slug: reason for slug, reason in why.items() if slug not in {*whole.remembered.decided, *failures}}
    portraits = [portrait for _, portrait in made.values()]
    own = [page for slug, (pages, _) in made.items() for page in _told_stale(pages, stale.get(slug), today, making)]
    data: list[SiteFile] = []
    files, _ = national(portraits, plans_among(own), making.site, making.as_of, in_list(data))
    every = [*own, *portal_docs(whole, portraits, making, files), *data]
    taken = [*map(path_of, every), *frame_files(making.configuration.theme), *OF_A_SITE]
    beside, left_out = read_site_files(making.base / SITE_FILES, taken, whole.institutions)
    there = {slug: reason for slug, reason in kept.items() if slug not in made and (folder / slug).is_dir()}
    changed = write_pages([*every, *beside], folder, keep={*failures, *kept})
    return Written(whole, changed, left_out, failures, stale, there)


def _told_stale(
    pages: Iterable[Page | SiteFile], stale: tuple[date, str] | None, today: Container[str], making: BuildInputs
) -> Iterable[Page | SiteFile]:
    """The pages; where they are `stale`, of a day and for a reason, they say so, but those of the plans of `today`."""
    if not stale:
        return pages
    told = banner(*stale, making)
    return (
        replace(page, front_matter=page.front_matter | told)
        if isinstance(page, Page) and "/".join(page.address.split("/")[:2]) not in today
        else page
        for page in pages
    )
