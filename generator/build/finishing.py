"""The reduction: from the pages of every institution to the one site that takes the place of the last."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from generator.pages import addresses
from generator.pages.plan.dossier import NOT_ASKED
from generator.pages.plan.history import changes_page
from generator.pages.rendering.page import Page
from generator.pages.portal.pages import portal_pages
from generator.pages.rendering.templates import environment
from generator.pages.rendering.site_file import SiteFile
from generator.build.assembly import assemble, write_sitemap
from generator.build.institutions import Institutions
from generator.build.last_good import FILE as PORTRAIT
from generator.build.last_good import Stale, banner_pages, copy_with_banner, read_portrait
from generator.publishing.leftovers import drop_leftovers
from generator.build.jobs import BuildInputs, mark
from generator.build.provenance import ADDRESS as PROVENANCE
from generator.build.provenance import provenance
from generator.publishing.guide.making import guide_mark, publish_guide
from generator.build.open_data import digests, in_folder, national, plans_in
from generator.data.dictionary import downloads
from generator.data.file_index import File
from generator.locale import language
from generator.pages import addresses
from generator.publishing.publisher import publish_pages
from generator.search.documents import write_documents
from generator.search.index import FOLDER as SEARCH
from generator.search.index import index
from generator.store.shelf import link_all
from generator.views.portrait import Portrait

_PORTAL = ".portal"
_SEARCH = ".cari"
_GUIDE = ".panduan"


@dataclass(frozen=True)
class Ingredients:
    """What a site is put together from: the institutions' pages and last good pages, by name."""

    making: BuildInputs
    country: Institutions
    pages: Mapping[str, Path]
    stale: Mapping[str, Stale]

    @property
    def portraits(self) -> list[Portrait]:
        """Of every institution; raises `FileNotFoundError` for pages without one."""
        found = [read_portrait(folder) for folder in self.pages.values()]
        if None in found:
            raise FileNotFoundError(PORTRAIT)
        return [each.portrait for each in (*found, *(stale.published for stale in self.stale.values())) if each]

    @cached_property
    def mark(self) -> str:
        """Changes with anything that shapes a page of the portal, or any other page but last good ones."""
        return mark(
            self.country.mark(self.making),
            repr(sorted(self.pages)),
            *(f"{slug} {stale.published} {stale.reason}" for slug, stale in sorted(self.stale.items())),
        )

    @cached_property
    def guide_key(self) -> str:
        """Changes with anything that shapes the guide, which depends on no plan."""
        return guide_mark(self.making.configuration)

    @cached_property
    def provenance(self) -> str:
        """What the site tells of its making."""
        return self.provenance_with({})

    def provenance_with(self, downloads: Mapping[str, str]) -> str:
        """`provenance`, with the SHA-256 of every download by its address."""
        return provenance(self.country.covers, self.making.site, self.making.as_of, downloads)

    @property
    def folders(self) -> list[Path]:
        """The folder of each institution, those of an earlier day too, by name."""
        return [folder for _, folder in sorted({**self.pages, **{s: e.folder for s, e in self.stale.items()}}.items())]


def finish(what: Ingredients, work: Path, previous: Path, *, search: bool = True) -> Path:
    """The finished site, in `work`; `previous` is the one it will replace, whose search index may still be good."""
    making, key = what.making, what.mark
    shelf = making.shelf
    with ThreadPoolExecutor(1) as beside:
        guide = beside.submit(_guide, what)
        portal = shelf.get(_PORTAL, key)
        if portal is None:
            with shelf.bench() as bench:
                portal = shelf.put(_PORTAL, key, _portal(what, bench))
    site = work / "site"
    assemble(what.pages, portal, site)
    drop_leftovers(site)
    link_all(guide.result(), site / addresses.GUIDE)
    for slug, stale in what.stale.items():
        (site / slug).rename(work / f"banner-{slug}")
        copy_with_banner(stale, work / f"banner-{slug}" / "index.html", site / slug)
    write_sitemap(site, making.configuration.url)
    ready = shelf.get(_SEARCH, key) if search and not what.stale else None
    if ready:
        link_all(ready, site / SEARCH)
    elif search:
        index(site, work, previous if previous.is_dir() else None)
        with shelf.bench() as bench:
            link_all(site / SEARCH, bench / SEARCH)
            shelf.put(_SEARCH, key, bench / SEARCH)
    (site / PROVENANCE).write_text(what.provenance_with(digests(site)), encoding="utf-8")
    return site


def _guide(what: Ingredients) -> Path:
    shelf = what.making.shelf
    found = shelf.get(_GUIDE, what.guide_key)
    if found is None:
        with shelf.bench() as bench:
            found = shelf.put(_GUIDE, what.guide_key, publish_guide(what.making.configuration, bench))
    return found


def _portal(what: Ingredients, bench: Path) -> Path:
    """The pages over all institutions and the files of `/data/`, published in the folder `bench`."""
    making, portraits = what.making, what.portraits
    files, _ = national(portraits, plans_in(what.folders), making.site, making.as_of, in_folder(bench / addresses.DATA))
    pages = list(portal_docs(what.country, portraits, making, files))
    every = chain(pages, banner_pages(what.stale.values(), making))
    (bench / "portal").mkdir()
    site = publish_pages(making.publisher, making.configuration, every, bench / "portal")
    write_documents(pages, site)
    for file in files:
        path = site / addresses.DATA / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        (bench / addresses.DATA / file.name).rename(path)
    return site


def portal_docs(
    country: Institutions, portraits: Sequence[Portrait], making: BuildInputs, files: Sequence[File]
) -> Iterator[Page | SiteFile]:
    """The pages over all institutions, and the small files that go with them; `files` are those of `/data/`."""
    site = making.site_at("")
    templates = environment(making.configuration.templates, site.language)
    known = [(cover, country.past.get(cover.address, NOT_ASKED)) for cover in country.covers]
    told = downloads(files, language(site.language))
    yield from portal_pages(portraits, sorted(country.held_back), site, templates, making.as_of, told)
    yield from changes_page(known, site, templates, making.as_of)
