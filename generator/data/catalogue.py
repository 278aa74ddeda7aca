"""What there is to take: an index for programs, a Data Package of the national tables, a catalogue for data portals.

The catalogue is DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/) in JSON-LD, with checksums by SPDX.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from generator.data.file_index import File, ListedPlan
from generator.data.national import NATIONAL_TABLES
from generator.data.package import PROFILE, licences
from generator.data.plan_object import encoded
from generator.locale import language
from generator.pages import addresses
from generator.pages.rendering.linked_data import LICENCES
from generator.pages.site import Site

PACKAGE = "datapackage.json"
CATALOGUE = "catalog.jsonld"
INDEX = "indeks.json"

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def index(plans: Iterable[ListedPlan], national: Sequence[File], site: Site, as_of: date) -> bytes:
    """`indeks.json`: the national files, and every plan with its files, by addresses below the site's root."""
    return encoded(
        {
            "situs": site.url or None,
            "per_tanggal": as_of.isoformat(),
            "berkas": [_entry(f"{addresses.DATA}{file.name}", file) for file in national],
            "rencana": [
                {
                    "lembaga": plan.institution,
                    "nama_lembaga": plan.institution_name,
                    "periode": plan.period,
                    "judul": plan.title,
                    "lisensi": plan.licence,
                    "diperbarui": plan.updated,
                    "contoh": plan.is_example,
                    "alamat": addresses.plan(plan.address),
                    "berkas": [_entry(addresses.plan_data(plan.address, file.name), file) for file in plan.files],
                }
                for plan in plans
            ],
        }
    )


def _entry(address: str, file: File) -> dict[str, Any]:
    return {"alamat": address, "byte": file.size, "sha256": file.sha256}


def data_package(national: Sequence[File], site: Site, as_of: date, licence: str) -> bytes:
    """`datapackage.json`: the national tables as resources with sizes, checksums and schemas."""
    words = language()
    files = {file.name: file for file in national}
    told: dict[str, Any] = {
        "$schema": PROFILE,
        "name": "rencana-induk",
        "title": site.name,
        "created": f"{as_of.isoformat()}T00:00:00Z",
        "resources": [
            {
                "name": table.name,
                "title": words.word(table.title),
                "description": words.word(table.what),
                "path": table.file,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": files[table.file].size,
                "hash": f"sha256:{files[table.file].sha256}",
                "schema": table.schema,
            }
            for table in NATIONAL_TABLES
        ],
    }
    if site.url:
        told["homepage"] = f"{site.url}{addresses.DATA}"
    if known := licences(licence):
        told["licenses"] = known
    return encoded(told)


def catalogue(plans: Sequence[ListedPlan], national: Sequence[File], site: Site, as_of: date) -> bytes:
    """`catalog.jsonld`: a dataset of the country and one of each plan. Without a site's address, relative ones."""
    datasets = [_national(plans, national, site, as_of), *(_plan(plan, site) for plan in plans)]
    return encoded(
        {
            "@context": _CONTEXT,
            "@id": f"{site.url}{addresses.DATA}#katalog",
            "@type": "dcat:Catalog",
            "dct:title": _text(site.name),
            "dct:language": "id",
            "dct:modified": _day(as_of.isoformat()),
            "dct:publisher": _agent(site.url or "./", site.name),
            "dcat:dataset": datasets,
        }
    )


def _national(plans: Sequence[ListedPlan], national: Sequence[File], site: Site, as_of: date) -> dict[str, Any]:
    files = [file for file in national if not file.name.startswith("skema/")]
    licence = common_licence(plans)
    return {
        "@id": f"{site.url}{addresses.DATA}#nasional",
        "@type": "dcat:Dataset",
        "dct:identifier": "rencana-induk",
        "dct:title": _text(site.name),
        "dct:modified": _day(as_of.isoformat()),
        "dct:publisher": _agent(site.url or "./", site.name),
        "dcat:landingPage": {"@id": f"{site.url}{addresses.DATA}"},
        "dcat:distribution": [_distribution(addresses.DATA, file, licence, site) for file in files],
    }


def _plan(plan: ListedPlan, site: Site) -> dict[str, Any]:
    address = plan.address
    start, end = plan.period.split("-")
    page = f"{site.url}{addresses.plan(address)}"
    folder = addresses.plan(address, addresses.PLAN_DATA)
    return {
        "@id": f"{page}#dataset",
        "@type": "dcat:Dataset",
        "dct:identifier": str(address),
        "dct:title": _text(plan.title),
        "dct:modified": _day(plan.updated),
        "dct:language": "id",
        "dct:publisher": _agent(f"{site.url}{addresses.institution(plan.institution)}#lembaga", plan.institution_name),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(f"{start}-01-01"),
            "dcat:endDate": _day(f"{end}-12-31"),
        },
        "dct:license": _licence(plan.licence),
        "dcat:landingPage": {"@id": page},
        "dcat:distribution": [_distribution(folder, file, plan.licence, site) for file in plan.files],
    }


def _distribution(folder: str, file: File, licence: str, site: Site) -> dict[str, Any]:
    address = f"{site.url}{folder}{file.name}"
    told = {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": _text(file.name),
        "dcat:downloadURL": {"@id": address},
        "dcat:accessURL": {"@id": address},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{file.media_type}"},
        "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
        },
    }
    return told | ({"dct:license": _licence(licence)} if licence else {})


def common_licence(plans: Iterable[ListedPlan]) -> str:
    """The licence that all plans share; empty where they differ: then each row's plan tells its own."""
    found = {plan.licence for plan in plans}
    return found.pop() if len(found) == 1 else ""


def _licence(licence: str) -> dict[str, str] | str:
    return {"@id": LICENCES[licence]} if licence in LICENCES else licence


def _agent(identifier: str, name: str) -> dict[str, Any]:
    return {"@id": identifier, "@type": "foaf:Organization", "foaf:name": _text(name)}


def _text(value: str) -> dict[str, str]:
    return {"@value": value, "@language": "id"}


def _day(value: str) -> dict[str, str]:
    return {"@value": value, "@type": "xsd:date"}


def files(
    plans: Sequence[ListedPlan], national: Sequence[File], site: Site, as_of: date
) -> Iterator[tuple[str, bytes]]:
    """The three files by their names below `/data/`."""
    package = data_package(national, site, as_of, common_licence(plans))
    yield PACKAGE, package
    yield CATALOGUE, catalogue(plans, national, site, as_of)
    yield INDEX, index(plans, national, site, as_of)
