"""A budget line or ceiling too small to be a year's money: nothing, or an amount in thousands or millions.

Rule: the amount of a line in a phase before `realisasi`, or of a year's ceiling, is below the threshold. A line of Rp0
is not told where another line of that year names money: what was cut is told by its phases. Source: amounts are whole
rupiah, and budget documents are often printed in thousands; unknown is `tidak_diketahui` and never 0.

Seen in: `{tahun: 2026, jumlah: 750000}`, meant as Rp750 million. Not in: `{tahun: 2026, jumlah: tidak_diketahui}`.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import rupiah
from generator.locale import Message, say
from generator.model.terms import Phase, SectionKey

KIND = FindingKind(
    "jumlah-sangat-kecil",
    say("Jumlah sangat kecil"),
    say("Baris anggaran atau pagu yang nol, atau yang tampaknya ditulis dalam ribuan atau jutaan rupiah."),
)


def find(about: Subject) -> Iterator[Observation]:
    smallest = about.limits.smallest_rupiah
    for activity in about.activities:
        funded = {line.year for line in activity.budget if line.amount != 0}
        for position, line in enumerate(activity.budget):
            if line.phase is Phase.REALISED or not isinstance(line.amount, int) or line.amount >= smallest:
                continue
            if line.amount or line.year not in funded:
                yield about.saw(activity, _message(line.amount), "budget", position, "amount")
    funding = about.plan.blueprint.funding
    for year, ceiling in funding.ceilings.items() if funding else ():
        if isinstance(ceiling, int) and ceiling < smallest:
            path = ("blueprint", "funding", "ceilings", str(year))
            yield about.saw_at(path, _message(ceiling), SectionKey.FUNDING.value)


def _message(amount: int) -> Message:
    if amount:
        return say("Jumlahnya {jumlah}; mungkin ditulis dalam ribuan atau jutaan rupiah", jumlah=rupiah(amount))
    return say("Jumlahnya Rp0; yang belum diketahui ditulis `tidak_diketahui`")
