"""A budget line that stands twice in an activity, so that its money is counted twice.

Rule: two lines of an activity have the same year, phase, source, code, cost kind and amount, the year and the amount
known. Each line after the first is told. Source: a line is one phase of one year's money; several sources, codes and
cost kinds have lines of their own.

Seen in: `{tahun: 2026, jumlah: 500, sumber: apbd}` twice. Not in: the second with `sumber: dak`.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import rupiah
from generator.locale import say
from generator.model.costs import BudgetLine
from generator.model.values import YearRange

KIND = FindingKind(
    "baris-anggaran-ganda",
    say("Baris anggaran ganda"),
    say("Baris anggaran yang sama persis dengan baris lain, sehingga uangnya terhitung dua kali."),
)


def find(about: Subject) -> Iterator[Observation]:
    for activity in about.activities:
        seen: set[BudgetLine] = set()
        for position, line in enumerate(activity.budget):
            if not isinstance(line.amount, int) or not isinstance(line.year, int | YearRange):
                continue
            if line in seen:
                message = say(
                    "Baris {jumlah} tahun {tahun} sama dengan baris sebelumnya, sehingga terhitung dua kali",
                    jumlah=rupiah(line.amount),
                    tahun=str(line.year),
                )
                yield about.saw(activity, message, "budget", position)
            seen.add(line)
