"""What search engines read: schema.org in JSON-LD, made from the same facts as the page."""

import json
from collections.abc import Sequence
from typing import Any

from generator.locale import Language
from generator.model.address import PlanAddress
from generator.model.institution import Institution
from generator.model.plan import Plan
from generator.model.terms import Audience
from generator.pages import addresses
from generator.pages.site import Site

LICENCES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}


def portal(site: Site, words: Language, description: str) -> str:
    """The site with its search, and its plans as one catalogue of data."""
    website = {
        "@type": "WebSite",
        "@id": f"{site.url}#situs",
        "name": site.name,
        "url": site.url,
        "inLanguage": words.code,
        "description": description,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{site.url}{addresses.SEARCH}?q={{q}}"},
            "query-input": "required name=q",
        },
    }
    catalogue = {
        "@type": "DataCatalog",
        "@id": f"{site.url}{addresses.DATA}#katalog",
        "name": site.name,
        "url": f"{site.url}{addresses.DATA}",
        "inLanguage": "id",
        "isPartOf": {"@id": website["@id"]},
    }
    return _written({"@context": "https://schema.org", "@graph": [website, catalogue]}, site)


def institution(about: Institution, slug: str, plans: Sequence[tuple[PlanAddress, Plan]], site: Site) -> str:
    """The institution, and each of its plans by its title."""
    organisation = _organisation(about, slug, site) | {
        "@context": "https://schema.org",
        "subjectOf": [
            {"@type": "Dataset", "name": plan.header.title, "url": f"{site.url}{addresses.plan(address)}"}
            for address, plan in plans
        ],
    }
    return _written(organisation, site)


def dataset(plan: Plan, address: PlanAddress, site: Site) -> str:
    """A plan as a dataset with its period and licence."""
    return _written(
        {
            "@context": "https://schema.org",
            "@type": "Dataset",
            "name": plan.header.title,
            "url": f"{site.url}{addresses.plan(address)}",
            "inLanguage": "id",
            "temporalCoverage": f"{plan.header.period.start}/{plan.header.period.end}",
            "dateModified": plan.header.updated.isoformat(),
            "license": LICENCES.get(plan.header.licence, plan.header.licence),
            "publisher": _organisation(plan.institution, address.institution, site),
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": name,
                    "encodingFormat": media_type,
                    "contentUrl": f"{site.url}{addresses.plan_data(address, name)}",
                }
                for name, media_type in addresses.DOWNLOADS.items()
            ],
        },
        site,
    )


def services(plan: Plan, address: PlanAddress, site: Site, words: Language) -> str:
    """The services of a plan; empty when it lists none."""
    if not plan.services:
        return ""
    page = f"{site.url}{addresses.plan(address, addresses.SERVICES)}"
    provider = _organisation(plan.institution, address.institution, site)
    entries = [
        {
            "@type": "GovernmentService",
            "name": service.name,
            "url": f"{page}#{addresses.item_anchor(service.id)}",
            "provider": {"@id": provider["@id"]},
        }
        | (
            {"audience": {"@type": "Audience", "audienceType": words.word(service.audience.label)}}
            if isinstance(service.audience, Audience)
            else {}
        )
        for service in plan.services
    ]
    return _written({"@context": "https://schema.org", "@graph": [provider, *entries]}, site)


def _organisation(about: Institution, slug: str, site: Site) -> dict[str, Any]:
    address = f"{site.url}{addresses.institution(slug)}"
    found = {"@type": "GovernmentOrganization", "@id": f"{address}#lembaga", "name": about.name}
    return found | {"url": about.site or address}


def _written(graph: dict[str, Any], site: Site) -> str:
    told = graph if site.url else _without_addresses(graph)
    # "<" could close the script element it is put in.
    return json.dumps(told, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")


def _without_addresses(value: Any) -> Any:
    """What is known of a thing where nobody told the site's address: none of its own is invented."""
    if isinstance(value, list):
        return [_without_addresses(each) for each in value]
    if not isinstance(value, dict):
        return value
    kept = {
        name: _without_addresses(each)
        for name, each in value.items()
        if name != "potentialAction" and not (name in ("@id", "url") and "://" not in str(each))
    }
    return {name: each for name, each in kept.items() if each != {}}
