"""What the theme needs to frame a page of a plan or of the portal; the contract stands in `docs/theme.md`."""

from typing import Any

from generator.locale import Language, Message, say
from generator.model.institution import Enactment
from generator.model.values import UNKNOWN
from generator.pages import addresses, linked_data
from generator.pages.dossier import Dossier
from generator.pages.plan_contents import PLAN_PAGES, PlanPage
from generator.pages.search_fields import INSTITUTION, UNSEARCHED, search_fields
from generator.pages.site import Site
from generator.pages.wording import period


def plan_front_matter(
    kind: str,
    title: str,
    description: str,
    body: str,
    page: PlanPage,
    dossier: Dossier,
    site: Site,
    words: Language,
) -> dict[str, Any]:
    """The front matter of one page of a plan."""
    edition, plan = dossier.edition, dossier.plan
    institution = plan.institution
    home = addresses.institution(edition.address.institution)
    address = addresses.plan(edition.address, page.part)
    place = edition.place(page.source)
    newer = dossier.institution.superseded_by(edition)
    is_summary = page.part == addresses.SUMMARY
    heading = plan.header.title if is_summary else title
    crumbs = [
        {"title": words.gettext("Beranda"), "address": addresses.PORTAL},
        {"title": institution.name, "address": home},
        {"title": period(edition.address), "address": addresses.plan(edition.address)},
    ]
    return {
        "title": heading,
        "description": description,
        "kind": kind,
        "as_of": words.formats.date(dossier.as_of),
        "institution": {
            "name": institution.name,
            "address": home,
            "ppid": institution.information_officer,
            "site": institution.site,
        },
        "plan": {
            "title": plan.header.title,
            "address": addresses.plan(edition.address),
            "period": period(edition.address),
            "status": words.word(plan.header.status.label),
            "decree": decree(plan.header.enactment, words),
            "decree_link": _link(plan.header.enactment.link if plan.header.enactment else None),
            "licence": plan.header.licence,
            "licence_link": linked_data.LICENCES.get(plan.header.licence),
        },
        "example": plan.header.is_example,
        "superseded_by": newer and {"title": newer.plan.header.title, "address": addresses.plan(newer.address)},
        "breadcrumbs": crumbs if is_summary else [*crumbs, {"title": title, "address": address}],
        "menu": [
            {
                "title": words.word(entry.title),
                "address": addresses.plan(edition.address, entry.part),
                "current": entry.part == page.part,
            }
            for entry in PLAN_PAGES
        ],
        "source": {"path": place.path, "line": place.line, "view": site.view(place), "edit": site.edit(place)},
        "citation": {"text": _citation(heading, dossier, site, words, address), "commit": site.commit[:12]},
        "search": search_fields(dossier, kind, body, indexed=page.part not in UNSEARCHED and newer is None),
        "jsonld": _json_ld(page.part, dossier, site, words),
        "canonical": True,
    }


def institution_front_matter(dossier: Dossier, description: str, site: Site, words: Language) -> dict[str, Any]:
    """The front matter of the page of an institution, from its current plan."""
    edition = dossier.edition
    institution = edition.plan.institution
    address = addresses.institution(edition.address.institution)
    place = edition.place("lembaga")
    return {
        "title": institution.name,
        "description": description,
        "kind": "institusi",
        "as_of": words.formats.date(dossier.as_of),
        "institution": {
            "name": institution.name,
            "address": address,
            "ppid": institution.information_officer,
            "site": institution.site,
        },
        "example": edition.plan.header.is_example,
        "breadcrumbs": [
            {"title": words.gettext("Beranda"), "address": addresses.PORTAL},
            {"title": words.gettext("Lembaga"), "address": addresses.INSTITUTIONS},
            {"title": institution.name, "address": address},
        ],
        "source": {"path": place.path, "line": place.line, "view": site.view(place), "edit": site.edit(place)},
        "citation": {"text": _citation(institution.name, dossier, site, words, address), "commit": site.commit[:12]},
        "search": search_fields(dossier, INSTITUTION, ""),
        "jsonld": linked_data.institution(
            institution,
            edition.address.institution,
            [(each.address, each.plan) for each in dossier.institution.editions],
            site,
        ),
        "canonical": True,
    }


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


def _link(link: object) -> str | None:
    return link if isinstance(link, str) else None


def _citation(heading: str, dossier: Dossier, site: Site, words: Language, address: str) -> str:
    message: Message = say(
        "{lembaga}, “{judul}”, data per {tanggal}, {alamat}",
        lembaga=dossier.plan.institution.name,
        judul=heading,
        tanggal=words.formats.date(dossier.as_of),
        alamat=f"{site.url}{address}",
    )
    text = words.word(message)
    return words.word(say("{kutipan}, versi {versi}", kutipan=text, versi=site.commit[:12])) if site.commit else text


def _json_ld(part: str, dossier: Dossier, site: Site, words: Language) -> str:
    if part == addresses.SUMMARY:
        return linked_data.dataset(dossier.plan, dossier.edition.address, site)
    if part == addresses.SERVICES:
        return linked_data.services(dossier.plan, dossier.edition.address, site, words)
    return ""
