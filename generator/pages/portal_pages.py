"""The pages over all institutions: the portal, the register, the comparison, the method, the search."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from jinja2 import Environment

from generator.checks.findings import KINDS, thresholds
from generator.locale import Language, Message, language, say
from generator.model.frame import load_frame
from generator.pages import addresses
from generator.pages.dossier import Dossier
from generator.pages.page import Page
from generator.pages.site import Site


class PortalPage(NamedTuple):
    """A page of the portal."""

    address: str
    kind: str
    title: Message


PORTAL_PAGES = (
    PortalPage(addresses.PORTAL, "portal", say("Rencana induk e-government Indonesia")),
    PortalPage(addresses.INSTITUTIONS, "lembaga", say("Lembaga")),
    PortalPage(addresses.METHOD, "metode", say("Metode")),
)


def portal_pages(
    current: Sequence[Dossier], held_back: Sequence[str], site: Site, templates: Environment, as_of: date
) -> Iterator[Page]:
    """Every page of the portal; `current` holds the current plan of each institution."""
    words = language(site.language)
    for page in PORTAL_PAGES:
        yield _page(page, current, held_back, site, templates, as_of, words)


def _page(
    page: PortalPage,
    current: Sequence[Dossier],
    held_back: Sequence[str],
    site: Site,
    templates: Environment,
    as_of: date,
    words: Language,
) -> Page:
    context = {
        "current": current,
        "held_back": held_back,
        "as_of": as_of,
        "addresses": addresses,
        "kinds": KINDS,
        "thresholds": thresholds(),
        "frame": load_frame(),
        "link": lambda to: addresses.relative(to, page.address),
    }
    rendered = templates.get_template(f"portal/{page.kind}.md.j2").make_module(context)
    title = words.word(page.title)
    front_matter = {
        "title": title,
        "description": str(getattr(rendered, "description", "")).strip(),
        "kind": page.kind,
        "as_of": words.formats.date(as_of),
        "breadcrumbs": page.address
        and [
            {"title": words.gettext("Beranda"), "address": addresses.PORTAL},
            {"title": title, "address": page.address},
        ],
        "search": {"index": False},
        "canonical": True,
    }
    return Page(page.address, front_matter, str(rendered))
