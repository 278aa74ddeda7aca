"""The pages over all institutions: the portal, the register, the comparison, the method, the data.

They are made from portraits alone, so that a whole country fits: no plan is held here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import Any

from jinja2 import Environment

from generator.checks.findings import KINDS, thresholds, word_lists
from generator.locale import Language, language
from generator.locale.glossary import glossary
from generator.model.frame import load_frame
from generator.model.terms import SectionKey
from generator.model.timeliness import FRESH_FOR
from generator.pages import addresses
from generator.pages.plan.feeds import late_feed
from generator.pages.portal.comparison import CHOSEN, OPENING, cells, cover_letter, cover_letters
from generator.pages.portal.contents import MEASURES, PORTAL_PAGES, PortalPage, pages_of_kinds, pages_of_provinces
from generator.pages.portal.downloads import NO_DOWNLOADS, Downloads
from generator.pages.portal.front_matter import portal_front_matter
from generator.pages.portal.host_files import headers, robots
from generator.pages.portal.provinces import provinces_map
from generator.pages.portal.search import asked, search_choices
from generator.pages.rendering import linked_data
from generator.pages.rendering.anchors import own_anchor
from generator.pages.rendering.page import Page
from generator.pages.rendering.site_file import SiteFile
from generator.pages.rendering.templates import written
from generator.pages.site import Site
from generator.pages.words.explained import Explained, term_anchor
from generator.pages.words.plan_status import plan_status
from generator.views.comparison import TWINS, Peers, glance, groups, opening, twins, years
from generator.views.late_of_all import (
    LateOf,
    SlippedOf,
    WithdrawnOf,
    late_of_all,
    slipped_of_all,
    withdrawn_of_all,
)
from generator.views.overview import MOSTLY_EMPTY, Overview, completeness, overview
from generator.views.portrait import Portrait
from generator.views.provinces import ProvinceView, province_views, with_pages

FOLDED_FROM = 100
"""Institutions from which the register is folded by province: more rows are no table any more."""

MOST_ROWS = 100
"""Promises that a page over many institutions lists; the provinces and the institutions have the rest."""


@dataclass(frozen=True)
class _Gathered:
    """What the templates look at, reduced once for all pages."""

    portraits: tuple[Portrait, ...]
    downloads: Downloads
    as_of: date

    @cached_property
    def overview(self) -> Overview:
        return overview(self.portraits, self.as_of)

    @cached_property
    def groups(self) -> tuple[Peers, ...]:
        return groups(self.portraits, self.as_of)

    @cached_property
    def late(self) -> tuple[LateOf, ...]:
        return late_of_all(self.portraits, self.as_of)

    @cached_property
    def slipped(self) -> tuple[SlippedOf, ...]:
        return slipped_of_all(self.portraits, self.as_of)

    @cached_property
    def withdrawn(self) -> tuple[WithdrawnOf, ...]:
        return withdrawn_of_all(self.portraits, self.as_of)

    @cached_property
    def provinces(self) -> tuple[ProvinceView, ...]:
        return province_views(self.portraits, self.overview.published, self.as_of)

    @cached_property
    def shown_provinces(self) -> tuple[ProvinceView, ...]:
        return with_pages(self.provinces)

    @cached_property
    def years(self) -> tuple[int, ...]:
        return years(self.portraits)


def portal_pages(
    portraits: Sequence[Portrait],
    held_back: Sequence[str],
    site: Site,
    templates: Environment,
    as_of: date,
    downloads: Downloads = NO_DOWNLOADS,
) -> Iterator[Page | SiteFile]:
    """Every page of the portal, and the files that go with them.

    `portraits` are of the current plan of each institution, in any order; `held_back` are the addresses of
    the plans that an error keeps from being published; `downloads` are the files of `/data/`.
    """
    gathered = _Gathered(
        tuple(sorted(portraits, key=lambda portrait: (portrait.name.casefold(), portrait.slug))), downloads, as_of
    )
    words = language(site.language)
    every = (*PORTAL_PAGES, *pages_of_kinds(gathered.groups), *pages_of_provinces(gathered.shown_provinces))
    for page in every:
        yield _page(page, gathered, held_back, site, templates, as_of, words)
    feed = late_feed(gathered.late, site, words, as_of)
    yield SiteFile.of_text(addresses.feed(addresses.LATE), feed)
    similar = twins(gathered.portraits)
    for portrait in gathered.portraits:
        yield SiteFile.of_text(
            addresses.comparison_data(portrait.slug), cells(portrait, similar[portrait.slug], as_of, words)
        )
    yield SiteFile.of_text("robots.txt", robots(site))
    yield SiteFile.of_text("_headers", headers(site.trees))


def _page(
    page: PortalPage,
    gathered: _Gathered,
    held_back: Sequence[str],
    site: Site,
    templates: Environment,
    as_of: date,
    words: Language,
) -> Page:
    context = _context(page, gathered, held_back, site, as_of, words)
    body, description = written(templates, f"portal/{page.kind}.md.j2", context)
    steps = [(words.word(title), address) for title, address in (*page.above, (page.title, page.address))]
    front_matter = portal_front_matter(
        page.kind,
        steps,
        description,
        as_of,
        words,
        jsonld=linked_data.portal(site, words, description) if page.address == addresses.PORTAL else "",
    )
    return Page(page.address, front_matter, body, asked(body, page.asked_by))


def _context(
    page: PortalPage, gathered: _Gathered, held_back: Sequence[str], site: Site, as_of: date, words: Language
) -> dict[str, Any]:
    """The names that the templates of the portal know."""
    return {
        "gathered": gathered,
        "portraits": gathered.portraits,
        "late": gathered.late,
        "slipped": gathered.slipped,
        "withdrawn": gathered.withdrawn,
        "overview": gathered.overview,
        "about": page.about,
        "provinces_map": lambda: provinces_map(gathered.provinces, gathered.shown_provinces, words),
        "measures": MEASURES,
        "folded_from": FOLDED_FROM,
        "most_rows": MOST_ROWS,
        "downloads": gathered.downloads,
        "held_back": held_back,
        "site": site,
        "as_of": as_of,
        "addresses": addresses,
        "kinds": KINDS,
        "kind_labels": {kind.code: kind.label for kind in KINDS},
        "thresholds": thresholds(),
        "word_lists": word_lists(),
        "frame": load_frame(),
        "section_names": {section.value: section for section in SectionKey},
        "glossary": glossary(),
        "term_anchor": term_anchor,
        "years": years,
        "chosen": CHOSEN,
        "opening": lambda: opening(gathered.groups, OPENING),
        "glance": glance,
        "anchor": lambda portrait, name: own_anchor(name, portrait.taken),
        "cover_letter": cover_letter,
        "cover_letters": cover_letters,
        "completeness": completeness,
        "mostly_empty": MOSTLY_EMPTY,
        "twins": TWINS,
        "fresh_days": FRESH_FOR.days,
        "plan_status": partial(plan_status, day=as_of),
        "istilah": Explained(),
        "search_choices": search_choices,
        "link": addresses.link,
    }
