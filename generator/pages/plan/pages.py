"""The pages of one plan, each from its template."""

from collections.abc import Iterator
from typing import Any

from jinja2 import Environment

from generator.checks.findings import KINDS
from generator.locale import Language, language
from generator.model.terms import SectionKey
from generator.model.timeliness import days_late, is_missed, is_reached
from generator.pages import addresses
from generator.pages.plan.contents import CHAPTERS, PLAN_PAGES
from generator.pages.plan.dossier import Dossier
from generator.pages.plan.front_matter import decree, plan_front_matter
from generator.pages.plan.history import history_context
from generator.pages.plan.links import Links
from generator.pages.plan.pictures import PlanPictures
from generator.pages.plan.printed import PrintedChapter, bound
from generator.pages.plan.search_fields import UNSEARCHED, search_fields
from generator.pages.rendering.page import Page
from generator.pages.rendering.placing import on_screen
from generator.pages.rendering.templates import written
from generator.pages.site import Site
from generator.pages.words.changes import ChangeWords
from generator.pages.words.explained import Explained
from generator.pages.words.plan_status import plan_status
from generator.pages.words.values import FILLED


def plan_pages(dossier: Dossier, site: Site, templates: Environment) -> Iterator[Page]:
    """Every page of a plan; the printed one comes last, as it is bound from the others."""
    words = language(site.language)
    plan = dossier.edition.address
    links = Links(dossier, site)
    shared = plan_context(dossier, site, links, words)
    is_searched = dossier.institution.superseded_by(dossier.edition) is None
    chapters = []
    for page in PLAN_PAGES:
        context = shared | {"istilah": Explained()}
        if page.part == addresses.HISTORY:
            context |= history_context(dossier, links, words)
        # The form's script finds its own parts by their anchors, and no item stands there.
        taken = frozenset[str]() if page.part == addresses.PROPOSE else links.taken
        body, description = written(templates, f"plan/{page.kind}.md.j2", context, taken)
        if page in CHAPTERS:
            chapters.append(PrintedChapter(page, words.word(page.title), body))
        if page.part == addresses.PRINT:
            body = bound(plan, body, chapters, links.taken)
        front_matter = plan_front_matter(page, description, dossier, site, words)
        found = is_searched and page.part not in UNSEARCHED
        body = on_screen(body, is_searched=found)
        yield Page(
            addresses.plan(plan, page.part),
            front_matter,
            body,
            search_fields(dossier, page.kind, body) if found else None,
        )


def plan_context(dossier: Dossier, site: Site, links: Links, words: Language) -> dict[str, Any]:
    """The names that every template of a plan knows, beside `istilah`, which explains a word once a page."""
    return {
        "dossier": dossier,
        "plan": dossier.plan,
        "references": dossier.references,
        "links": links,
        "site": site,
        "as_of": dossier.as_of,
        "addresses": addresses,
        "is_reached": is_reached,
        "days_late": days_late,
        "is_missed": is_missed,
        "status": plan_status(dossier.plan.header.status, dossier.edition.address, dossier.as_of),
        "enactment": decree(dossier.plan.header.enactment, words),
        "filled": FILLED,
        "kinds": {kind.code: kind for kind in KINDS},
        "section_names": {section.value: section for section in SectionKey},
        "printed": CHAPTERS,
        "told": ChangeWords(words),
        "pictures": PlanPictures(dossier, links, words),
    }
