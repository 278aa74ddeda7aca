"""Parts of a plan for the pages of others: no script, a link back, and the only addresses that may be framed."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.locale import language
from generator.pages import addresses
from generator.pages.plan.dossier import Dossier
from generator.pages.plan.links import Links
from generator.pages.plan.pages import plan_context
from generator.pages.rendering.page import Page
from generator.pages.rendering.placing import on_screen, placed
from generator.pages.rendering.site_file import SiteFile
from generator.pages.rendering.templates import written
from generator.pages.site import Site

PARTS = {
    addresses.EMBED_SUMMARY: addresses.SUMMARY,
    addresses.EMBED_ROADMAP: addresses.IMPLEMENTATION,
    addresses.EMBED_BUDGET: addresses.BUDGET,
}
"""Each part that can be embedded, and the page of the plan that it leads to."""


def embeds(dossier: Dossier, site: Site, templates: Environment) -> Iterator[Page | SiteFile]:
    """The pages to frame, and the roadmap as a picture alone."""
    plan = dossier.edition.address
    context = plan_context(dossier, site, Links(dossier, site), language(site.language))
    for part, home in PARTS.items():
        body, description = written(templates, "plan/sematan.md.j2", {**context, "part": part, "home": home})
        front_matter = {
            "title": dossier.plan.header.title,
            "description": description,
            "kind": "sematan",
            "embed": True,
            "hidden": True,
        }
        yield Page(addresses.plan(plan, part), front_matter, on_screen(body, is_searched=False))
    drawn, _ = written(templates, "plan/peta-jalan.svg.j2", context)
    address = addresses.plan(plan, addresses.EMBED_ROADMAP)
    text = "".join(str(part) for part in placed(drawn, address))
    yield SiteFile.of_text(f"{address}peta-jalan.svg", text + "\n")
