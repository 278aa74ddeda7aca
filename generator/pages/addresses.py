"""Every address of the site, and the only maker of links between them.

An address is relative to the root of the site, without a leading slash and with a closing one, so
that the site works in any folder of any host. Templates link to `site:` and an address; where a page gets its
place, links become relative to it.
"""

import re
from functools import lru_cache
from posixpath import relpath

from generator.model.address import PlanAddress
from generator.model.chapter import Chapter
from generator.model.regions import Region
from generator.model.terms import InstitutionKind, SectionKey

SITE = "site:"
"""Begins a link to an address of the site, as long as the page has no place. No plan can write one: it is no scheme
of the web, and stands between quotation marks, which are escaped."""

PORTAL = ""
INSTITUTIONS = "lembaga/"
COMPARISON = "perbandingan/"
CHANGES = "perubahan/"
LATE = "terlambat/"
PROVINCES = "provinsi/"
DATA = "data/"
METHOD = "metode/"
SEARCH = "cari/"
GUIDE = "panduan/"

_NOT_IN_ADDRESS = re.compile(r"[^a-z0-9]+")

SUMMARY = ""
FRAMEWORK = f"{Chapter.FRAMEWORK}/"
BLUEPRINT = f"{Chapter.BLUEPRINT}/"
DEVELOPMENT = "tahap-pengembangan/"
IMPLEMENTATION = f"{Chapter.IMPLEMENTATION}/"
BUDGET = "anggaran/"
STAFF = "sdm/"
SERVICES = f"{Chapter.SERVICES}/"
FINDINGS = "temuan/"
HISTORY = "riwayat/"
PROPOSE = "usul/"
PRINT = "cetak/"
EVIDENCE = "bukti/"
EMBED = "sematan/"
EMBED_SUMMARY = f"{EMBED}ringkasan/"
EMBED_ROADMAP = f"{EMBED}peta-jalan/"
EMBED_BUDGET = f"{EMBED}anggaran/"
PLAN_DATA = "data/"

WORKBOOK = "rencana.xlsx"
PLAN_OBJECT = "rencana.json"
CALENDAR = "tonggak.ics"
PACKAGE = "paket.zip"
FILE_INDEX = "berkas.json"
DOWNLOADS = {
    WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    PLAN_OBJECT: "application/json",
    "kegiatan.csv": "text/csv",
    "anggaran.csv": "text/csv",
    CALENDAR: "text/calendar",
    PACKAGE: "application/zip",
}
"""The files that people take away of a plan, and their media types."""
FORM_FIELDS = f"{DATA}isian.json"
PLAN_SCHEMA = f"{DATA}rencana.schema.json"


def institution(slug: str) -> str:
    """The page of an institution."""
    return f"{slug}/"


def plan(address: PlanAddress, part: str = SUMMARY) -> str:
    """A page of a plan; `part` is one of the constants above."""
    return f"{address.institution}/{address.period}/{part}"


def pdf(address: PlanAddress) -> str:
    """The whole plan as a PDF, beside its printed page; its name tells what it is in a folder of downloads."""
    return plan(address, PRINT) + f"{address.institution}-{address.period}.pdf"


def plan_data(address: PlanAddress, name: str) -> str:
    """A file that a reader takes away of a plan, by its name."""
    return plan(address, PLAN_DATA) + name


def comparison(kind: InstitutionKind, measure: str = "") -> str:
    """The comparison of all institutions of a kind, by a measure such as `anggaran/` or at a glance."""
    return f"{COMPARISON}{kind.value}/{measure}"


def comparison_data(slug: str) -> str:
    """The file with what the comparison shows of an institution."""
    return f"{COMPARISON}{slug}.json"


def compared(slug: str) -> str:
    """The comparison with an institution chosen already."""
    return f"{COMPARISON}?lembaga={slug}"


def province(region: Region) -> str:
    """The page of a province, by its name: `provinsi/jawa-barat/`."""
    return f"{PROVINCES}{_NOT_IN_ADDRESS.sub('-', region.name.casefold()).strip('-')}/"


def explained(code: str) -> str:
    """The page of the guide that explains a code."""
    return f"{GUIDE}kode/{code}/"


def document(address: str) -> str:
    """The Markdown file that becomes the page at an address."""
    return f"{address}index.md"


def link(address: str) -> str:
    """An address, which may end in `#anchor` or in a file name, as a template links to it."""
    return SITE + address


def relative(address: str, page: str) -> str:
    """The link from the page at `page` to `address`, which may end in `#anchor` or in a file name."""
    path, mark, anchor = address.partition("#")
    if mark and path == page:
        return f"#{anchor}"
    return _way(path, page) + mark + anchor


@lru_cache(maxsize=4096)  # a plan's pages link to each other a thousand times
def _way(path: str, page: str) -> str:
    if path == page:
        return "./"
    link = relpath(f"/{path}", f"/{page}")
    if not path or path.endswith("/"):
        return "./" if link == "." else f"{link}/"
    return link


def item_anchor(identifier: str) -> str:
    """The anchor of an item: its id in lower case, unique in its plan."""
    return identifier.lower()


def section_anchor(section: SectionKey) -> str:
    """The anchor of a section of the blueprint; prefixed, since an item may have the section's word as its id."""
    return f"bagian-{section.value.replace('_', '-')}"


def version_anchor(commit: str) -> str:
    """The anchor of a version on the page of changes."""
    return f"versi-{commit[:10]}"


def feed(page: str) -> str:
    """The Atom feed that belongs to a page of changes."""
    return f"{page}atom.xml"
