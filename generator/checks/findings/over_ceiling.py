"""A year whose activities cost more than its ceiling.

Rule: the plan figure of a year (its latest phase before `realisasi`, of every activity, as the budget page
sums it) is above the ceiling in `pendanaan.pagu`. Unknown amounts are left out, so the figure is at least what
is said; an unknown ceiling is not compared. Source: the blueprint's section on funding.

Seen in: `pagu: {2026: 500000000}` and Rp600 juta planned. Not in: Rp500 juta planned.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import rupiah
from generator.locale import say
from generator.model.money import Total, by_year, planned
from generator.model.terms import SectionKey

KIND = FindingKind(
    "melebihi-pagu",
    say("Melebihi pagu"),
    say("Anggaran kegiatan dalam suatu tahun yang lebih besar daripada pagu tahun itu."),
)


def find(about: Subject) -> Iterator[Observation]:
    funding = about.plan.blueprint.funding
    if funding is None or not funding.ceilings:
        return
    years = by_year([money for activity in about.plan.activities for money in planned(activity)])
    for year, ceiling in sorted(funding.ceilings.items()):
        amount = years.get(year, Total()).amount
        if isinstance(ceiling, int) and amount > ceiling:
            message = say(
                "Anggaran kegiatan tahun {tahun} berjumlah {jumlah}, di atas pagu {pagu}",
                tahun=year,
                jumlah=rupiah(amount),
                pagu=rupiah(ceiling),
            )
            path = ("blueprint", "funding", "ceilings", str(year))
            yield about.saw_at(path, message, SectionKey.FUNDING.value)
