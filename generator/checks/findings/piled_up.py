"""A plan whose weight lies in one year, or at its very end.

Rule: more than half of the planned money falls in one year, as the budget page sums it (`year_money_percent`);
or more than 40 per cent of the activities that are not cancelled end in the last year (`last_year_percent`).
The money is compared only when all of it and its years are known; what is not divided among years yet belongs to
none of them; activities with an unknown end count as not ending in
the last year, so the share is at least what is said. Plans shorter than `spread_years` cannot spread. Source:
the rule is ours, for readers of a schedule.

Seen in: Rp6 miliar of Rp10 miliar in 2026. Not in: Rp5 miliar of Rp10 miliar.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import rupiah
from generator.locale import say
from generator.model.money import Total, by_year, planned
from generator.model.terms import SectionKey
from generator.model.values import Quarter

KIND = FindingKind(
    "beban-menumpuk",
    say("Beban menumpuk"),
    say("Lebih dari separuh anggaran jatuh pada satu tahun, atau terlalu banyak kegiatan selesai pada tahun terakhir."),
)


def find(about: Subject) -> Iterator[Observation]:
    period = about.plan.header.period
    if period.end - period.start + 1 < about.limits.spread_years:
        return
    yield from _money(about)
    ending = sum(isinstance(each.end, Quarter) and each.end.year == period.end for each in about.activities)
    if ending * 100 > len(about.activities) * about.limits.last_year_percent:
        message = say(
            "{jumlah} dari {semua} kegiatan dijadwalkan selesai pada tahun terakhir, {tahun}",
            jumlah=ending,
            semua=len(about.activities),
            tahun=period.end,
        )
        yield about.saw_at(("activities",), message)


def _money(about: Subject) -> Iterator[Observation]:
    years = by_year([money for activity in about.plan.activities for money in planned(activity)])
    whole = sum(years.values(), Total())
    if not whole.complete or None in years:
        return
    for year, part in years.items():
        if isinstance(year, int) and part.amount * 100 > whole.amount * about.limits.year_money_percent:
            message = say(
                "{bagian} dari {semua} anggaran rencana jatuh pada tahun {tahun}",
                bagian=rupiah(part.amount),
                semua=rupiah(whole.amount),
                tahun=year,
            )
            yield about.saw_at(("activities",), message, SectionKey.FUNDING.value)
