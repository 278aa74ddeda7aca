"""Every page of one institution: the unit of work, a pure function of its plans, the site and the date."""

from collections.abc import Iterator, Mapping
from functools import partial

from jinja2 import Environment

from generator.locale import language
from generator.model.terms import SectionKey
from generator.pages import addresses
from generator.pages.plan.dossier import Dossier
from generator.pages.plan.embeds import embeds
from generator.pages.plan.front_matter import institution_front_matter
from generator.pages.plan.history import plan_feed_file
from generator.pages.plan.links import Links
from generator.pages.plan.pages import plan_pages
from generator.pages.plan.search_fields import INSTITUTION, search_fields
from generator.pages.rendering.page import Page
from generator.pages.rendering.site_file import SiteFile
from generator.pages.rendering.templates import written
from generator.pages.site import Site
from generator.pages.words.explained import Explained
from generator.pages.words.plan_status import plan_status


def institution_pages(dossiers: Mapping[str, Dossier], site: Site, templates: Environment) -> Iterator[Page | SiteFile]:
    """The page of the institution and those of all its plans; `dossiers` by period, the newest first."""
    yield _overview(dossiers, site, templates)
    for dossier in dossiers.values():
        yield from plan_pages(dossier, site, templates)
        yield plan_feed_file(dossier, site)
        yield from embeds(dossier, site, templates)


def _overview(dossiers: Mapping[str, Dossier], site: Site, templates: Environment) -> Page:
    words = language(site.language)
    institution = next(iter(dossiers.values())).institution
    current = dossiers[institution.current.address.period]
    address = addresses.institution(institution.slug)
    context = {
        "institution": institution,
        "dossiers": list(dossiers.values()),
        "dossier": current,
        "references": current.references,
        "links": Links(current, site),
        "links_of": lambda dossier: Links(dossier, site),
        "addresses": addresses,
        "istilah": Explained(),
        "section_names": {section.value: section for section in SectionKey},
        "plan_status": partial(plan_status, day=next(iter(dossiers.values())).as_of),
        "link": addresses.link,
    }
    body, description = written(templates, "portal/institusi.md.j2", context)
    front_matter = institution_front_matter(current, description, site, words)
    return Page(address, front_matter, body, search_fields(current, INSTITUTION, body))
