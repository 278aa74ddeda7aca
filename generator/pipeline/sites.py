"""From plans to a site: `pages`, `build`, a share of a build, and `merge`."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.build.building import BuildOptions, Built, held_back_but_published, not_made, on_shelf, quiet, room
from generator.build.finishing import finish
from generator.build.from_disk import open_from_disk
from generator.build.ingredients import Ingredients
from generator.build.institutions import Institutions, country, make_all
from generator.build.jobs import BuildInputs, mark
from generator.build.open_data import in_list, national, plans_among
from generator.build.ownership import mark_as_ours, refuse_what_is_not_ours, refuse_what_is_read
from generator.build.portal import portal_docs
from generator.build.shards import pages_of
from generator.build.shares import Share, ShareRecord, read_parts, write_part
from generator.build.site_files import FOLDER as SITE_FILES
from generator.build.site_files import LeftOut, copy_site_files, read_site_files, site_files_mark
from generator.build.unchanged import LastSite
from generator.build.workers import Here, Workers
from generator.pages.rendering.site_file import SiteFile
from generator.pdf.printing import print_plans
from generator.publishing.docs_folder import path_of, write_pages
from generator.reading.apart import apart
from generator.store.atomic import put_in_place


class Written(NamedTuple):
    """What came of writing pages only: what was read, how many files changed, which of `site_files/` are not among
    them, and why institutions have none of today."""

    country: Institutions
    changed: int
    left_out: Sequence[LeftOut]
    failures: Mapping[str, str]


def pages(root: Path, making: BuildInputs, folder: Path) -> Written:
    """Write every page in Markdown to a folder, for any publisher.

    What is there of an institution whose pages cannot be made stays.
    """
    refuse_what_is_read(folder, root, making)
    whole = country(root, making, Workers(Here(), 1), quiet)
    tried = {
        order.unit.slug: apart(partial(pages_of, order, making), making.limit, making.base) for order in whole.orders
    }
    failures = whole.failures | {slug: failure for slug, (_, failure) in tried.items() if failure}
    made = [each for each, _ in tried.values() if each]
    portraits, own = [portrait for _, portrait in made], [page for pages, _ in made for page in pages]
    data: list[SiteFile] = []
    files, _ = national(portraits, plans_among(own), making.site, making.as_of, in_list(data))
    every = [*own, *portal_docs(whole, portraits, making, files), *data]
    beside, left_out = read_site_files(making.base / SITE_FILES, frozenset(map(path_of, every)))
    return Written(whole, write_pages([*every, *beside], folder, keep=failures), left_out, failures)


def build(
    root: Path, making: BuildInputs, output: Path, how: BuildOptions, *, only: Iterable[str] = (), search: bool = True
) -> Built:
    """Publish the site to `output`, in the place of the last one and only when it is finished."""
    with room(root, making, output, how) as (work, crew):
        whole = country(root, making, crew, how.progress, only)
        stale = held_back_but_published(whole, root, how.sites(output), making)
        wanted = [order for order in whole.orders if order.unit.slug not in stale]
        pages, failures = on_shelf(make_all(wanted, making, crew, how.progress), making)
        stale |= not_made(failures, how.sites(output), making)
        told = _publish(Ingredients(making, whole, pages, stale), root, output, how, work, search=search)
    return Built(whole, stale, whole.failures | failures, *told)


def build_share(root: Path, making: BuildInputs, share: Share, output: Path, how: BuildOptions) -> Built:
    """Make the pages of a share of the institutions into the folder `output`, for `merge`."""
    with room(root, making, output, how) as (work, crew):
        whole = country(root, making, crew, how.progress)
        made = make_all(share.of_all(whole.orders), making, crew, how.progress)
        pages, failures = on_shelf(made, making)
        part = write_part(ShareRecord(share, whole.mark(making), failures), pages, work / "part")
        _put_in_place(part, root, making, output)
    return Built(whole, {}, whole.failures | failures)


def merge(
    root: Path, making: BuildInputs, folders: Sequence[Path], output: Path, how: BuildOptions, *, search: bool = True
) -> Built:
    """Publish the site whose pages were made in shares: the same, byte for byte, as one built at once."""
    with room(root, making, output, how) as (work, crew):
        whole = country(root, making, crew, how.progress)
        pages, failures = read_parts(folders, whole.mark(making))
        stale = held_back_but_published(whole, root, how.sites(output), making)
        stale |= not_made(failures, how.sites(output), making)
        fresh = {slug: folder for slug, folder in pages.items() if slug not in stale}
        told = _publish(Ingredients(making, whole, fresh, stale), root, output, how, work, search=search)
    return Built(whole, stale, whole.failures | failures, *told)


def _publish(
    what: Ingredients, root: Path, output: Path, how: BuildOptions, work: Path, *, search: bool
) -> tuple[Sequence[LeftOut], str]:
    """Make the site and put it in place; what was left out of it, and what of its search index was unknown."""
    making = what.making
    program = how.chromium if making.site.pdf else None
    own = making.base / SITE_FILES
    told = (
        what.mark,
        what.guide_key,
        what.provenance,
        str(search),
        str(program),
        str(how.from_disk),
        site_files_mark(own),
    )
    last, key = LastSite(making.shelf.folder), mark(*told)
    # Last good pages and printed plans are made from more than a mark tells.
    if not (what.stale or program) and last.stands(output, key):
        return (), ""
    how.progress("finish", 0, 1)
    finished, unordered = finish(what, work, search=search)
    if program:
        how.progress("print", 0, 1)
        print_plans(program, finished, making.site.url, making.as_of, work, how.jobs or 2)
    if how.from_disk:
        open_from_disk(finished)
    left_out = copy_site_files(own, finished)
    _put_in_place(finished, root, making, output)
    if not left_out:  # or the next build would not tell of it
        last.note(output, key)
    return left_out, unordered


def _put_in_place(finished: Path, root: Path, making: BuildInputs, output: Path) -> None:
    mark_as_ours(finished)
    refuse_what_is_not_ours(output, root, making)  # a build takes minutes
    put_in_place(output.resolve(), finished)
