"""What the theme needs to frame a page of a plan; the contract stands in `docs/theme.md`."""

from datetime import date
from typing import Any

from generator.diagnostics import Place
from generator.locale import Language, say
from generator.model.address import PlanAddress
from generator.model.edition import Edition
from generator.model.institution import Enactment, Institution
from generator.model.values import UNKNOWN
from generator.pages import addresses
from generator.pages.plan.contents import PLAN_PAGES, PlanPage
from generator.pages.plan.dossier import Dossier
from generator.pages.rendering import linked_data
from generator.pages.site import Site
from generator.pages.words.plan_status import plan_status
from generator.pages.words.told import period


def plan_front_matter(
    page: PlanPage, description: str, dossier: Dossier, site: Site, words: Language
) -> dict[str, Any]:
    """The front matter of one page of a plan."""
    edition, plan = dossier.edition, dossier.plan
    own, home = addresses.plan(edition.address), addresses.institution(edition.address.institution)
    address = addresses.plan(edition.address, page.part)
    newer = dossier.institution.superseded_by(edition)
    steps = [(plan.institution.name, home), (period(edition.address), own)]
    title = plan.header.title
    if page.part != addresses.SUMMARY:
        title = words.word(page.title)
        steps.append((title, address))
    return {
        "title": title,
        "full_title": plan.header.title
        if page.part == addresses.PRINT
        else f"{title} – {plan.institution.name} {period(edition.address)}",
        "description": description,
        "kind": page.kind,
        "own_title": page.part == addresses.PRINT,
        "as_of": words.formats.date(dossier.as_of),
        "institution": _institution(plan.institution, home),
        "plan": _plan(edition, dossier.as_of, words),
        "example": plan.header.is_example,
        "superseded_by": newer and {"title": newer.plan.header.title, "address": addresses.plan(newer.address)},
        "breadcrumbs": breadcrumbs(words, *steps),
        "menu": _menu(edition.address, page.part, words),
        "source": _source(edition.place_of(plan, page.source), site),
        "citation": _citation(title, dossier, site, words, address),
        "jsonld": _json_ld(page.part, dossier, site, words),
        "canonical": True,
    }


def institution_front_matter(dossier: Dossier, description: str, site: Site, words: Language) -> dict[str, Any]:
    """The front matter of the page of an institution, from its current plan."""
    edition = dossier.edition
    institution = edition.plan.institution
    slug = edition.address.institution
    address = addresses.institution(slug)
    plans = [(each.address, each.plan) for each in dossier.institution.editions]
    return {
        "title": institution.name,
        "description": description,
        "kind": "institusi",
        "as_of": words.formats.date(dossier.as_of),
        "institution": _institution(institution, address),
        "example": edition.plan.header.is_example,
        "breadcrumbs": breadcrumbs(
            words, (words.gettext("Lembaga"), addresses.INSTITUTIONS), (institution.name, address)
        ),
        "source": _source(edition.place_of(edition.plan, "institution"), site),
        "citation": _citation(institution.name, dossier, site, words, address),
        "jsonld": linked_data.institution(institution, slug, plans, site),
        "canonical": True,
    }


def breadcrumbs(words: Language, *steps: tuple[str, str]) -> list[dict[str, str]]:
    """The way from the portal to a page, by title and address."""
    home = (words.gettext("Beranda"), addresses.PORTAL)
    return [{"title": title, "address": address} for title, address in (home, *steps)]


def decree(enactment: Enactment | None, words: Language) -> str:
    """`Peraturan Bupati Nomor 12 Tahun 2025`, as far as it is known; empty when nothing is."""
    if enactment is None:
        return ""
    parts = [words.word(enactment.form.label)] if enactment.form and enactment.form is not UNKNOWN else []
    if isinstance(enactment.number, str):
        parts.append(words.word(say("Nomor {nomor}", nomor=enactment.number)))
    if isinstance(enactment.year, int):
        parts.append(words.word(say("Tahun {tahun}", tahun=str(enactment.year))))
    return " ".join(parts)


def _institution(institution: Institution, address: str) -> dict[str, Any]:
    return {
        "name": institution.name,
        "address": address,
        "ppid": institution.information_officer,
        "site": institution.site,
    }


def _plan(edition: Edition, as_of: date, words: Language) -> dict[str, Any]:
    header = edition.plan.header
    return {
        "title": header.title,
        "address": addresses.plan(edition.address),
        "period": period(edition.address),
        "status": words.word(plan_status(header.status, edition.address, as_of)),
        "decree": decree(header.enactment, words),
        "decree_link": _link(header.enactment.link if header.enactment else None),
        "licence": header.licence,
        "licence_link": linked_data.LICENCES.get(header.licence),
    }


def _menu(address: PlanAddress, part: str, words: Language) -> list[dict[str, Any]]:
    return [
        {"title": words.word(page.title), "address": addresses.plan(address, page.part), "current": page.part == part}
        for page in PLAN_PAGES
    ]


def _source(place: Place, site: Site) -> dict[str, Any]:
    return {"path": place.path, "line": place.line, "view": site.view(place), "edit": site.edit(place)}


def _link(link: object) -> str | None:
    return link if isinstance(link, str) else None


def _citation(heading: str, dossier: Dossier, site: Site, words: Language, address: str) -> dict[str, str]:
    told = say(
        "{lembaga}, “{judul}”, data per {tanggal}",
        lembaga=dossier.plan.institution.name,
        judul=heading,
        tanggal=words.formats.date(dossier.as_of),
    )
    if site.url:
        told = say("{kutipan}, {alamat}", kutipan=told, alamat=f"{site.url}{address}")
    commit = site.commit[:12]
    if commit:
        told = say("{kutipan}, versi {versi}", kutipan=told, versi=commit)
    return {"text": words.word(told), "commit": commit}


def _json_ld(part: str, dossier: Dossier, site: Site, words: Language) -> str:
    if part == addresses.SUMMARY:
        return linked_data.dataset(dossier.plan, dossier.edition.address, site)
    if part == addresses.SERVICES:
        return linked_data.services(dossier.plan, dossier.edition.address, site, words)
    return ""
