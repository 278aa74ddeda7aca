"""From plans to a site: `build`, a share of a build, and `merge`."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.build.building import BuildOptions, Built, on_shelf, room
from generator.build.finishing import finish
from generator.build.from_disk import open_from_disk
from generator.build.ingredients import Ingredients, ingredients
from generator.build.institutions import country, make_all
from generator.build.jobs import BuildInputs, mark
from generator.build.languages import together
from generator.build.ownership import left_beside, mark_as_ours, refuse_what_is_not_ours
from generator.build.shares import Share, ShareRecord, read_parts, write_part
from generator.build.site_files import FOLDER as SITE_FILES
from generator.build.site_files import LeftOut, copy_site_files, site_files_mark
from generator.build.stand_ins import from_earlier, from_git, not_made
from generator.build.unchanged import LastSite
from generator.build.without_cache import despite_cache
from generator.locale import language, say
from generator.pdf.printing import print_plans
from generator.pdf.unprinted import leave_unprinted
from generator.reading.past.committed import may_be_committed
from generator.store.atomic import put_in_place
from generator.store.paths import real


@despite_cache
def build(
    root: Path, making: BuildInputs, output: Path, how: BuildOptions, *, only: Iterable[str] = (), search: bool = True
) -> Built:
    """Publish the site to `output`, in the place of the last one and only when it is finished."""
    with room(root, making, output, how) as (making, work, crew):
        whole = country(root, making, crew, how.progress, only)
        trees = []
        for tree in making.trees:
            sites = how.sites(output, tree.configuration.tree)
            stale = from_earlier(whole, sites, tree)
            wanted = [order for order in whole.orders if order.unit.slug not in stale]
            pages, failures = on_shelf(make_all(wanted, tree, crew, how.progress), tree)
            stale |= from_git(whole, pages, tree) | not_made(failures, whole, sites, tree)
            trees.append((ingredients(tree, whole, pages, stale), failures))
        return _published(trees, root, output, how, work, search=search)


@despite_cache
def build_share(root: Path, making: BuildInputs, output: Path, how: BuildOptions, share: Share) -> Built:
    """Make the pages of a share of the institutions into the folder `output`, for `merge`."""
    with room(root, making, output, how) as (making, work, crew):
        whole = country(root, making, crew, how.progress)
        pages: dict[str, dict[str, Path]] = {}
        failures: dict[str, str] = {}
        for tree in making.trees:
            made = make_all(share.of_all(whole.orders), tree, crew, how.progress)
            pages[tree.configuration.tree], failed = on_shelf(made, tree)
            failures |= failed
        keys = {tree.configuration.tree: whole.keys(tree) for tree in making.trees}
        part = write_part(ShareRecord(share, whole.source_mark(making), failures), pages, keys, work / "part")
        _put_in_place(part, root, making, output)
    return Built(whole, {}, whole.failures | failures)


@despite_cache
def merge(
    root: Path, making: BuildInputs, output: Path, how: BuildOptions, folders: Sequence[Path], *, search: bool = True
) -> Built:
    """Publish the site whose pages were made in shares: the same, byte for byte, as one built at once."""
    with room(root, making, output, how) as (making, work, crew):
        whole = country(root, making, crew, how.progress)
        keys = {tree.configuration.tree: whole.keys(tree) for tree in making.trees}
        pages, failures = read_parts(folders, whole.source_mark(making), keys, whole.institutions)
        trees = []
        for tree in making.trees:
            name = tree.configuration.tree
            sites = how.sites(output, name)
            stale = from_earlier(whole, sites, tree) | not_made(failures, whole, sites, tree)
            lacking = [order for order in whole.orders if order.unit.slug not in {*pages[name], *failures, *stale}]
            made, failed = on_shelf(make_all(lacking, tree, crew, how.progress), tree)
            every = pages[name] | made
            stale |= from_git(whole, every, tree) | not_made(failed, whole, sites, tree)
            trees.append((ingredients(tree, whole, every, stale), failures | failed))
        return _published(trees, root, output, how, work, search=search)


def _published(
    trees: Sequence[tuple[Ingredients, Mapping[str, str]]],
    root: Path,
    output: Path,
    how: BuildOptions,
    work: Path,
    *,
    search: bool,
) -> Built:
    """Make the site of these trees, each with what failed in it, and put it in place."""
    first, _ = trees[0]
    stale = {slug: each for what, _ in reversed(trees) for slug, each in what.stale.items()}
    failures = {slug: told for _, failed in trees for slug, told in failed.items()}
    made = _publish([what for what, _ in trees], root, output, how, work, search=search)
    failures = {**first.country.failures, **failures, **made.unprinted}
    return Built(first.country, stale, failures, made.left_out, made.unordered)


class _Made(NamedTuple):
    """What there is to tell of a site: which of `site_files/` are not in it, what of its search index was unknown, and
    of which institutions no PDF could be printed, and why."""

    left_out: Sequence[LeftOut] = ()
    unordered: str = ""
    unprinted: Mapping[str, str] = {}


def _publish(
    trees: Sequence[Ingredients], root: Path, output: Path, how: BuildOptions, work: Path, *, search: bool
) -> _Made:
    """Make the site and put it in place."""
    making = trees[0].making
    program = how.chromium if making.site.pdf else None
    own = making.base / SITE_FILES
    told = (
        *(part for what in trees for part in (what.mark, what.guide_key, what.provenance)),
        str(search),
        str(program),
        str(how.from_disk),
    )
    last = LastSite(making.shelf.folder)
    # Last good pages and printed plans are made from more than a mark tells.
    if not (any(what.stale for what in trees) or program) and last.stands(output, mark(*told, site_files_mark(own))):
        return _Made()
    made: dict[str, Path] = {}
    unordered = ""
    unprinted: dict[str, str] = {}
    for what in trees:
        how.progress("finish", 0, 1)
        tree = what.making
        bench = work / (tree.configuration.tree or "akar")
        bench.mkdir()
        finished, why = finish(what, bench, output / tree.configuration.tree, search=search)
        unordered = unordered or why
        if program:
            how.progress("print", 0, 1)
            unprinted = _print(program, finished, what, bench, output, how) | unprinted  # in the site's own language
        made[tree.configuration.tree] = finished
    site = together(made, [what.making.configuration for what in trees])
    if how.from_disk:
        open_from_disk(site)
    slugs = trees[0].country.institutions
    folders = [f"{what.making.configuration.tree}/{slug}".lstrip("/") for what in trees for slug in slugs]
    copied, left_out = copy_site_files(own, site, folders)
    _put_in_place(site, root, making, output)
    if not left_out:  # or the next build would not tell of it
        last.note(output, mark(*told, copied))
    return _Made(left_out, unordered, unprinted)


def _print(
    program: Path, site: Path, what: Ingredients, bench: Path, output: Path, how: BuildOptions
) -> dict[str, str]:
    """Print the plans of a finished site; by institution, what could not be printed and why."""
    making = what.making
    words = language(making.site.language)
    failed = print_plans(program, site, making.site.url, making.as_of, bench, how.jobs or 2, making.limit, what.brought)
    # As with last good pages, a site that the repository itself holds is not believed.
    sites = how.sites(output, making.configuration.tree) if failed else ()
    earlier = [each for each in sites if not may_be_committed(real(each), making.base)]
    told: dict[str, list[str]] = {}
    for plan, reason in failed.items():
        leave_unprinted(plan, site, earlier, words)
        said = say("PDF rencana {periode} tidak dapat dibuat: {sebab}", periode=plan.period, sebab=reason)
        told.setdefault(plan.institution, []).append(words.word(said))
    return {institution: "; ".join(each) for institution, each in told.items()}


def _put_in_place(finished: Path, root: Path, making: BuildInputs, output: Path) -> None:
    mark_as_ours(finished)
    # A build takes minutes.
    kept = put_in_place(real(output), finished, lambda: refuse_what_is_not_ours(output, root, making))
    if kept:
        raise left_beside(kept, output)
