"""All files of a plan that a reader takes away, at their addresses."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.data import comma_separated
from generator.data.calendar import calendar
from generator.data.events import events
from generator.data.evidence import COLUMNS as EVIDENCE
from generator.data.evidence import evidence_rows
from generator.data.file_index import index
from generator.data.flat import FLAT_TABLES
from generator.data.package import package
from generator.data.plan_object import plan_object
from generator.data.workbook import plan_workbook
from generator.pages import addresses
from generator.pages.plan.dossier import Dossier
from generator.pages.rendering.site_file import SiteFile
from generator.pages.site import Site


def plan_downloads(dossier: Dossier, site: Site) -> Iterator[SiteFile]:
    """The workbook, the JSON, the flat tables, the calendar and the package of a plan; what the files are."""
    made = list(_files(dossier, site))
    address = dossier.edition.address
    for name, content in made:
        yield SiteFile(addresses.plan_data(address, name), content)
    yield SiteFile(addresses.plan_data(address, addresses.FILE_INDEX), index(dossier, made))


def _files(dossier: Dossier, site: Site) -> Iterator[tuple[str, bytes]]:
    edition, as_of = dossier.edition, dossier.as_of
    yield addresses.WORKBOOK, plan_workbook(edition, site, as_of)
    yield addresses.PLAN_OBJECT, plan_object(dossier, site)
    for table in FLAT_TABLES:
        yield f"{table.name}.csv", comma_separated.table(table.keys, table.rows(dossier, site))
    for frame in dossier.evidence:
        name = f"bukti-{frame.index.id}.csv"
        yield name, comma_separated.table([column.key for column in EVIDENCE], evidence_rows(dossier, frame))
    title, address = dossier.plan.header.title, str(edition.address)
    yield addresses.CALENDAR, calendar(title, _domain(site), address, events(dossier, site), as_of)
    yield addresses.PACKAGE, package(edition, site, as_of)


def _domain(site: Site) -> str:
    """What makes the ids of events this site's own."""
    return urlsplit(site.url).hostname or "rencana-induk"
