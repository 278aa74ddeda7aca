"""The pages over all institutions, and the files of `/data/`."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.build.ingredients import Ingredients
from generator.build.institutions import Institutions
from generator.build.jobs import BuildInputs
from generator.build.last_good import banner_pages
from generator.build.open_data import in_folder, national, plans_in
from generator.data.dictionary import downloads
from generator.data.file_index import File
from generator.locale import language
from generator.pages import addresses
from generator.pages.plan.dossier import NOT_ASKED
from generator.pages.plan.news import news_of_gone
from generator.pages.portal.changes import changes_page
from generator.pages.portal.former import left_feeds, left_pages, left_redirects
from generator.pages.portal.pages import portal_pages
from generator.pages.rendering.page import Page
from generator.pages.rendering.site_file import SiteFile
from generator.pages.rendering.templates import environment
from generator.publishing.publisher import publish_pages
from generator.search.documents import write_documents
from generator.views.portrait import Portrait


class PortalPages(NamedTuple):
    """What is published: pages, and the files of `/data/`, which stand in a folder of that name at `folder`."""

    pages: Sequence[Page | SiteFile]
    files: Sequence[File]
    folder: Path


def portal_made(what: Ingredients, bench: Path) -> PortalPages:
    """The portal before it is published, with its files in the folder `bench`."""
    making, portraits = what.making, what.portraits
    files, _ = national(portraits, plans_in(what.folders), making.site, making.as_of, in_folder(bench / addresses.DATA))
    return PortalPages(list(portal_docs(what.country, portraits, making, files)), files, bench)


def publish_portal(made: PortalPages, what: Ingredients) -> Path:
    """The folder of the published portal, with the banners of last good pages at the addresses of theirs."""
    making, work = what.making, made.folder / "portal"
    work.mkdir()
    every = [*made.pages, *banner_pages(what.stale.values(), making)]
    site = publish_pages(making.publisher, making.configuration, every, work)
    write_documents(made.pages, site)
    for file in made.files:
        path = site / addresses.DATA / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        (made.folder / addresses.DATA / file.name).rename(path)
    return site


def portal_docs(
    country: Institutions, portraits: Sequence[Portrait], making: BuildInputs, files: Sequence[File]
) -> Iterator[Page | SiteFile]:
    """The pages over all institutions, and the small files that go with them; `files` are those of `/data/`."""
    site = making.site_at("")
    templates = environment(making.configuration.templates, site.language)
    shown = {portrait.address.institution for portrait in portraits}
    standing = [cover for cover in country.standing if cover.address.institution in shown]
    known = [(cover, country.past.get(cover.address, NOT_ASKED)) for cover in standing]
    told = downloads(files, language(site.language))
    yield from portal_pages(portraits, sorted(country.held_back), site, templates, making.as_of, told)
    gone = news_of_gone(country.past, country.addresses)
    yield from changes_page(known, gone, site, templates, making.as_of)
    yield from left_pages(country.left, site, templates, making.as_of)
    yield from left_redirects(country.left, site)
    yield from left_feeds(known, gone, country.left, site, making.as_of)
