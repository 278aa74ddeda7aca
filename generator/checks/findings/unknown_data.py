"""A part of the plan in which much is said to be unknown.

Rule: more than 10 per cent (`unknown_percent`) of the facts recorded under a top-level key are
`tidak_diketahui`. What is not recorded at all is no fact. `item` is the key. Source: the rule is ours; unknown
is an honest answer, and a reader should know where sums rest on few figures.

Seen in: 2 of 10 facts of `aplikasi` unknown. Not in: 1 of 10.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.locale import say
from generator.model.completeness import facts

KIND = FindingKind(
    "data-tidak-diketahui",
    say("Data tidak diketahui"),
    say("Bagian rencana yang banyak isiannya tertulis tidak diketahui."),
)


def find(about: Subject) -> Iterator[Observation]:
    for part, counted in facts(about.plan).items():
        if counted.unknown * 100 > counted.total * about.limits.unknown_percent:
            message = say(
                "{jumlah} dari {semua} isian `{bagian}` tertulis tidak diketahui",
                jumlah=counted.unknown,
                semua=counted.total,
                bagian=part.key,
            )
            yield about.saw_at((part.name,), message, part.key)
