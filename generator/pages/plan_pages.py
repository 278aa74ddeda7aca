"""The pages of one plan, each from its template."""

from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import Environment

from generator.checks.findings import KINDS
from generator.locale import Language, language
from generator.model.terms import SectionKey
from generator.pages import addresses
from generator.pages.change_words import ChangeWords
from generator.pages.dossier import Dossier
from generator.pages.explained import Explained
from generator.pages.front_matter import decree, plan_front_matter
from generator.pages.history_pages import history_context
from generator.pages.links import Links
from generator.pages.page import Page
from generator.pages.plan_contents import PLAN_PAGES, PlanPage
from generator.pages.plan_pictures import PlanPictures
from generator.pages.site import Site
from generator.pages.templates import described
from generator.pages.wording import FILLED

_NOT_PRINTED = (addresses.PRINT, addresses.SUMMARY, addresses.HISTORY)
_PRINTED = tuple(page for page in PLAN_PAGES if page.part not in _NOT_PRINTED)


def plan_pages(dossier: Dossier, site: Site, templates: Environment) -> Iterator[Page]:
    """Every page of a plan."""
    words = language(site.language)
    for page in PLAN_PAGES:
        yield _page(page, dossier, site, templates, words)


def _page(page: PlanPage, dossier: Dossier, site: Site, templates: Environment, words: Language) -> Page:
    links = Links(dossier, site, page.part)
    template = templates.get_template(f"plan/{page.kind}.md.j2")
    context: dict[str, Any] = {
        "dossier": dossier,
        "plan": dossier.plan,
        "references": dossier.references,
        "links": links,
        "site": site,
        "as_of": dossier.as_of,
        "addresses": addresses,
        "enactment": decree(dossier.plan.header.enactment, words),
        "filled": FILLED,
        "kinds": {kind.code: kind for kind in KINDS},
        "section_names": {section.value: section for section in SectionKey},
        "h": _headings(0),
        "istilah": Explained(links.site),
        "told": ChangeWords(words),
        "pictures": PlanPictures(dossier, links, words),
    }
    if page.part == addresses.HISTORY:
        context |= history_context(dossier, links, words)
    if page.part == addresses.PRINT:
        context |= {"h": _headings(1), "printed": _PRINTED}
    rendered = template.make_module(context)
    body = str(rendered)
    front_matter = plan_front_matter(page, described(rendered), body, dossier, site, words)
    return Page(addresses.plan(dossier.edition.address, page.part), front_matter, body)


def _headings(offset: int) -> Callable[[int], str]:
    """Heading marks of a level; the printed page puts every page one level deeper."""
    return lambda level: "#" * (level + offset)
