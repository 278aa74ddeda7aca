"""The reduction: from the pages of every institution to the one site that takes the place of the last."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from generator.build.assembly import assemble, write_sitemap
from generator.build.ingredients import Ingredients
from generator.build.last_good import copy_with_banner
from generator.build.open_data import digests
from generator.build.portal import portal_made, publish_portal
from generator.build.provenance import ADDRESS as PROVENANCE
from generator.pages import addresses
from generator.publishing.guide.making import publish_guide
from generator.publishing.leftovers import drop_leftovers
from generator.search.documents import FILE as DOCUMENTS
from generator.search.documents import write_documents
from generator.search.index import FOLDER as SEARCH
from generator.search.index import Indexed, index
from generator.store.files import copy_all, fill_in

OF_A_SITE = (SEARCH, addresses.GUIDE.rstrip("/"), PROVENANCE)
"""What a build alone adds to the pages: no file of anybody else stands in for it where there is none."""

_PORTAL = ".portal"
_GUIDE = ".panduan"


class Finished(NamedTuple):
    """A finished site; `unordered` says why its search index has an order that the next build may not give."""

    site: Path
    unordered: str = ""


def finish(what: Ingredients, work: Path, last: Path, *, search: bool = True) -> Finished:
    """The finished site, in `work`, that will take the place of the site `last`.

    The guide and the search index are made beside the portal, which one process publishes.
    """
    shelf = what.making.shelf
    portal = shelf.get(_PORTAL, what.mark)
    with shelf.bench() as bench, ThreadPoolExecutor(2) as beside:
        guide = beside.submit(_guide, what)
        made = None if portal else portal_made(what, bench)
        if made:
            write_documents(made.pages, bench)
        found = beside.submit(_index, what, portal or bench, work / SEARCH, last / SEARCH) if search else None
        if made:
            portal = shelf.put(_PORTAL, what.mark, publish_portal(made, what))
    assert portal is not None
    site = work / "site"
    assemble(what.pages, portal, site, last)
    drop_leftovers(site)
    copy_all(guide.result(), site / addresses.GUIDE, last / addresses.GUIDE)
    for slug, stale in what.stale.items():
        own = (site / slug).rename(work / f"banner-{slug}")  # the portal's: the banner, and pages at former addresses
        copy_with_banner(stale, own / "index.html", site / slug)
        fill_in(own, site / slug)
    write_sitemap(site, what.making.configuration.url, {left.address for left in what.country.left})
    unordered = ""
    if found:
        unordered = found.result().unordered
        (work / SEARCH).rename(site / SEARCH)
    (site / PROVENANCE).write_text(what.provenance_with(digests(site)), encoding="utf-8")
    return Finished(site, unordered)


def _index(what: Ingredients, portal: Path, target: Path, last: Path) -> Indexed:
    """Make the search index of all pages; `portal` is the folder with the documents of the portal's own."""
    folders = {"": portal, **what.folders}
    files = {name: file for name, folder in folders.items() if (file := folder / DOCUMENTS).is_file()}
    return index(files, target, what.making.shelf, last)


def _guide(what: Ingredients) -> Path:
    shelf = what.making.shelf
    found = shelf.get(_GUIDE, what.guide_key)
    if found is None:
        with shelf.bench() as bench:
            found = shelf.put(_GUIDE, what.guide_key, publish_guide(what.making.configuration, bench))
    return found
