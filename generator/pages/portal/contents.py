"""The pages of the portal: those that every site has, and those of the kinds and provinces that this one knows."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.locale import Message, say
from generator.pages import addresses
from generator.pages.words.search import glossary_words
from generator.views.comparison import Peers
from generator.views.provinces import ProvinceView


class PortalPage(NamedTuple):
    """A page of the portal; `above` are the pages that its breadcrumbs lead through after the portal itself.

    `about` is the kind or the province that it is of. `asked_by` are words of the questions that the
    page answers, in whatever language its frame is; the search knows no page without them.
    """

    address: str
    kind: str
    title: Message
    above: tuple[tuple[Message, str], ...] = ()
    asked_by: str = ""
    about: Peers | ProvinceView | None = None


PORTAL_PAGES = (
    PortalPage(addresses.PORTAL, "portal", say("Rencana induk e-government Indonesia")),
    PortalPage(addresses.INSTITUTIONS, "lembaga", say("Lembaga"), asked_by="daftar semua lembaga instansi rencana"),
    PortalPage(
        addresses.LATE,
        "terlambat",
        say("Janji yang terlambat dan bergeser"),
        asked_by="daftar jumlah semua kegiatan proyek rencana janji terlambat bergeser",
    ),
    PortalPage(
        addresses.COMPARISON,
        "perbandingan",
        say("Perbandingan"),
        asked_by="perbandingan antar lembaga kementerian provinsi kabupaten kota anggaran",
    ),
    PortalPage(addresses.DATA, "data", say("Data"), asked_by="unduh data terbuka mentah semua rencana excel csv"),
    PortalPage(addresses.SEARCH, "cari", say("Cari")),
    PortalPage(addresses.METHOD, "metode", say("Metode"), asked_by=glossary_words()),
)

MEASURES: tuple[tuple[str, str, Message], ...] = (
    ("isi/", "cakupan", say("Isi cetak biru")),
    ("anggaran/", "anggaran", say("Anggaran rencana tiap tahun")),
    ("tahap/", "tahap", say("Tahap layanan")),
    ("temuan/", "temuan", say("Temuan menurut jenis")),
)
"""What the institutions of a kind are compared by, beside the glance: the last part of the address, the anchor at which
the page of the kind leads there, and the title."""


def pages_of_kinds(groups: Iterable[Peers]) -> Iterator[PortalPage]:
    """The comparison of each kind, a measure at a time: a page holds one row of every institution."""
    above = (say("Perbandingan"), addresses.COMPARISON)
    for group in groups:
        title, address = say("Perbandingan: {jenis}", jenis=group.kind.label), addresses.comparison(group.kind)
        yield PortalPage(address, "perbandingan-jenis", title, (above,), about=group)
        for part, _, measure in MEASURES:
            yield PortalPage(
                addresses.comparison(group.kind, part),
                f"perbandingan-{part.strip('/')}",
                say("{jenis}: {ukuran}", jenis=group.kind.label, ukuran=measure),
                (above, (group.kind.label, address)),
                about=group,
            )


def pages_of_provinces(views: Iterable[ProvinceView]) -> Iterator[PortalPage]:
    """The page of each of these provinces."""
    above = (say("Lembaga"), addresses.INSTITUTIONS)
    for view in views:
        title = say("Provinsi {nama}", nama=view.region.name)
        yield PortalPage(addresses.province(view.region), "provinsi", title, (above,), about=view)
