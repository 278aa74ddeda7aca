"""The pages that every plan has, in the order of its menu."""

from typing import NamedTuple

from generator.locale import Message, say
from generator.pages import addresses


class PlanPage(NamedTuple):
    """A page every plan has. `source` is the key of the plan file that a reader would edit for it."""

    part: str
    kind: str
    title: Message
    source: str


PLAN_PAGES = (
    PlanPage(addresses.SUMMARY, "ringkasan", say("Ringkasan"), "rencana"),
    PlanPage(addresses.FRAMEWORK, "kerangka-pemikiran", say("Kerangka pemikiran"), "kerangka_pemikiran"),
    PlanPage(addresses.BLUEPRINT, "cetak-biru", say("Cetak biru"), "cetak_biru"),
    PlanPage(addresses.DEVELOPMENT, "tahap-pengembangan", say("Tahap pengembangan"), "tahap_pengembangan"),
    PlanPage(addresses.IMPLEMENTATION, "rencana-implementasi", say("Rencana implementasi"), "kegiatan"),
    PlanPage(addresses.BUDGET, "anggaran", say("Anggaran"), "kegiatan"),
    PlanPage(addresses.STAFF, "sdm", say("Sumber daya manusia"), "sdm"),
    PlanPage(addresses.SERVICES, "layanan", say("Layanan dan aplikasi"), "layanan"),
    PlanPage(addresses.EVIDENCE, "bukti", say("Bukti"), "bukti"),
    PlanPage(addresses.FINDINGS, "temuan", say("Temuan"), "kegiatan"),
    PlanPage(addresses.HISTORY, "riwayat", say("Riwayat"), "rencana"),
    PlanPage(addresses.PROPOSE, "usul", say("Usulkan perubahan"), "rencana"),
    PlanPage(addresses.PRINT, "cetak", say("Versi cetak"), "rencana"),
)

_APART = (addresses.PRINT, addresses.PROPOSE, addresses.HISTORY, addresses.EVIDENCE)

CHAPTERS = tuple(page for page in PLAN_PAGES if page.part not in _APART)
"""What the printed page holds, in order."""
