"""A year whose activities cost more than its ceiling.

Rule: the plan figure of a year (its latest phase before `realisasi`, of every activity, as the budget page
sums it) is above the ceiling in `pendanaan.pagu`. Unknown amounts are left out, so the figure is at least what
is said; an unknown ceiling is not compared. Money of a range of years that is not divided among them yet is
compared, with what those years have of their own, to all their ceilings together, where none of them is above its
own. Source: the blueprint's section on funding.

Seen in: `pagu: {2026: 500000000}` and Rp600 juta planned. Not in: Rp500 juta planned.
"""

from collections.abc import Iterator, Mapping, Sequence

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import rupiah
from generator.locale import say
from generator.model.money import Money, Total, by_year, planned, total
from generator.model.terms import SectionKey
from generator.model.values import Known, YearRange

KIND = FindingKind(
    "melebihi-pagu",
    say("Melebihi pagu"),
    say("Anggaran kegiatan dalam suatu tahun yang lebih besar daripada pagu tahun itu."),
)


def find(about: Subject) -> Iterator[Observation]:
    funding = about.plan.blueprint.funding
    if funding is None or not funding.ceilings:
        return
    lines = [money for activity in about.plan.activities for money in planned(activity)]
    years = by_year(lines)
    over: set[int] = set()
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
            over.add(year)
            yield about.saw_at(path, message, SectionKey.FUNDING.value)
    together = _together(lines, funding.ceilings)
    for stretch in sorted(years for years in together if years.first < years.last):
        allowed = total(funding.ceilings.get(year) for year in range(stretch.first, stretch.last + 1))
        if not allowed.complete or any(year in stretch for year in over):
            continue
        amount = sum(amount for years, amount in together.items() if years.first in stretch and years.last in stretch)
        if amount > allowed.amount:
            message = say(
                "Anggaran kegiatan tahun {awal}–{akhir} berjumlah {jumlah}, di atas pagunya bersama-sama, {pagu}",
                awal=stretch.first,
                akhir=stretch.last,
                jumlah=rupiah(amount),
                pagu=rupiah(allowed.amount),
            )
            yield about.saw_at(("blueprint", "funding", "ceilings"), message, SectionKey.FUNDING.value)


def _together(lines: Sequence[Money], ceilings: Mapping[int, Known[int]]) -> Mapping[YearRange, int]:
    """What is known of the money of each year, and of each range of years, from one with a ceiling to another."""
    sums: dict[YearRange, int] = {}
    for money in lines:
        if isinstance(money.year, int | YearRange) and isinstance(money.amount, int):
            years = YearRange.of(money.year)
            if years.first in ceilings and years.last in ceilings:
                sums[years] = sums.get(years, 0) + money.amount
    return sums
