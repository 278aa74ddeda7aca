"""An activity that spent more in a year than was planned for it.

Rule: of a year the actual figure (`realisasi`) is above the plan figure (the latest phase before it). A year whose plan
is not recorded or not whole is not compared; unknown actual amounts are left out, so the figure is at least what is
said. Nor is a year of a stretch whose money is not divided among its years. Source: the activity's own budget lines.

Seen in: `fase: dpa, jumlah: 100` and `fase: realisasi, jumlah: 120` of one year. Not in: `realisasi` of 100.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import rupiah
from generator.locale import say
from generator.model.money import Total, actual, by_year, planned
from generator.model.values import YearRange

KIND = FindingKind(
    "realisasi-melebihi-rencana",
    say("Realisasi melebihi rencana"),
    say("Kegiatan yang realisasinya dalam suatu tahun lebih besar daripada rencananya."),
)


def find(about: Subject) -> Iterator[Observation]:
    for activity in about.plan.activities:
        plans, spending = by_year(planned(activity)), actual(activity)
        # Of the ranges that begin in a year the one that goes furthest.
        stretches = dict(sorted({money.year for money in planned(activity) if isinstance(money.year, YearRange)}))
        first = {money.year: money.position for money in reversed(spending)}
        for year, spent in by_year(spending).items():
            plan = plans.get(year, Total())
            if not isinstance(year, int) or any(year in YearRange(*stretch) for stretch in stretches.items()):
                continue
            if not plan.known or not plan.complete or spent.amount <= plan.amount:
                continue
            message = say(
                "Realisasi tahun {tahun} {realisasi}, di atas rencana {rencana}",
                tahun=year,
                realisasi=rupiah(spent.amount),
                rencana=rupiah(plan.amount),
            )
            yield about.saw(activity, message, "budget", first[year])
