"""The pages of one plan, each from its template."""

from collections.abc import Iterator
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from generator.checks.findings import KINDS
from generator.locale import Language, language
from generator.model.terms import SectionKey
from generator.pages import addresses
from generator.pages.plan.contents import PLAN_PAGES, PlanPage
from generator.pages.plan.dossier import Dossier
from generator.pages.plan.front_matter import decree, plan_front_matter
from generator.pages.plan.history import history_context
from generator.pages.plan.links import Links
from generator.pages.plan.pictures import PlanPictures
from generator.pages.rendering import binding
from generator.pages.rendering.page import Page
from generator.pages.rendering.templates import described
from generator.pages.site import Site
from generator.pages.words.changes import ChangeWords
from generator.pages.words.explained import Explained
from generator.pages.words.values import FILLED

_PRINTED = tuple(page for page in PLAN_PAGES if page.part not in (addresses.PRINT, addresses.HISTORY))
"""The chapters of the printed page, in order."""


def plan_pages(dossier: Dossier, site: Site, templates: Environment) -> Iterator[Page]:
    """Every page of a plan; the printed one comes last, as it is bound from the others."""
    words = language(site.language)
    plan = dossier.edition.address
    parts = [page.part for page in _PRINTED]
    chapters: dict[str, Markup] = {}
    for page in PLAN_PAGES:
        context = _context(page, dossier, site, words)
        if page.part == addresses.PRINT:
            context |= {"printed": _PRINTED, "chapters": chapters}
        rendered = templates.get_template(f"plan/{page.kind}.md.j2").make_module(context)
        written = str(rendered)
        if page in _PRINTED:
            chapters[page.kind] = Markup(binding.on_paper(written, plan, page.part, parts))
        body = binding.on_screen(written)
        if page.part == addresses.PRINT:
            body = binding.without_dead_links(body)
        front_matter = plan_front_matter(page, described(rendered), body, dossier, site, words)
        yield Page(addresses.plan(plan, page.part), front_matter, body)


def _context(page: PlanPage, dossier: Dossier, site: Site, words: Language) -> dict[str, Any]:
    links = Links(dossier, site, page.part)
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
        "h": binding.heading,
        "istilah": Explained(links.site),
        "told": ChangeWords(words),
        "pictures": PlanPictures(dossier, links, words),
    }
    if page.part == addresses.HISTORY:
        context |= history_context(dossier, links, words)
    return context
