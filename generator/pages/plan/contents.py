"""The pages that every plan has, in the order of its menu."""

from typing import NamedTuple

from generator.locale import Message, say
from generator.pages import addresses


class PlanPage(NamedTuple):
    """A page every plan has. `source` is the field of the plan that a reader would edit for it."""

    part: str
    kind: str
    title: Message
    source: str


PLAN_PAGES = (
    PlanPage(addresses.SUMMARY, "ringkasan", say("Ringkasan"), "header"),
    PlanPage(addresses.FRAMEWORK, "kerangka-pemikiran", say("Kerangka pemikiran"), "framework"),
    PlanPage(addresses.BLUEPRINT, "cetak-biru", say("Cetak biru"), "blueprint"),
    PlanPage(addresses.DEVELOPMENT, "tahap-pengembangan", say("Tahap pengembangan"), "development"),
    PlanPage(addresses.IMPLEMENTATION, "rencana-implementasi", say("Rencana implementasi"), "activities"),
    PlanPage(addresses.BUDGET, "anggaran", say("Anggaran"), "activities"),
    PlanPage(addresses.STAFF, "sdm", say("Sumber daya manusia"), "staff"),
    PlanPage(addresses.SERVICES, "layanan", say("Layanan dan aplikasi"), "services"),
    PlanPage(addresses.EVIDENCE, "bukti", say("Bukti"), "evidence"),
    PlanPage(addresses.FINDINGS, "temuan", say("Temuan"), "activities"),
    PlanPage(addresses.HISTORY, "riwayat", say("Riwayat"), "header"),
    PlanPage(addresses.PROPOSE, "usul", say("Usulkan perubahan"), "header"),
    PlanPage(addresses.PRINT, "cetak", say("Versi cetak"), "header"),
)

_APART = (addresses.PRINT, addresses.PROPOSE, addresses.HISTORY, addresses.EVIDENCE)

CHAPTERS = tuple(page for page in PLAN_PAGES if page.part not in _APART)
"""What the printed page holds, in order."""
