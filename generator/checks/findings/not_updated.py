"""A plan nobody has touched for half a year.

Rule: on the day of the build, `rencana.diperbarui` lies more than 183 days back (`update_days`). Revoked and
ended plans are not updated any more. Source: the rule is ours, and the same half year after which a running
status is no longer believed.

Seen in: `diperbarui: 2026-02-10` on 1 December 2026. Not in: on 12 August 2026.
"""

from collections.abc import Iterator
from datetime import date

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import day
from generator.locale import Message, say
from generator.model.terms import PlanStatus

KIND = FindingKind(
    "tidak-diperbarui",
    say("Tidak diperbarui"),
    say("Rencana yang isinya belum diperbarui dalam enam bulan terakhir."),
)


def find(about: Subject) -> Iterator[Observation]:
    header = about.plan.header
    if header.status in (PlanStatus.REVOKED, PlanStatus.ENDED):
        return
    if (about.as_of - header.updated).days > about.limits.update_days:
        yield about.saw_at(("header", "updated"), _words(about, header.updated))


def _words(about: Subject, updated: date) -> Message:
    if about.changed is None or about.changed <= updated:
        return say("Menurut dokumen, terakhir diperbarui {tanggal}", tanggal=day(updated))
    return say(
        "Menurut dokumen, terakhir diperbarui {tanggal}, sedangkan riwayat mencatat perubahan {perubahan}",
        tanggal=day(updated),
        perubahan=day(about.changed),
    )
