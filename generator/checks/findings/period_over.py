"""A plan that is past its period and still says to be in force.

Rule: the day of the build is after the last year of the plan and its status is `ditetapkan`, `berlaku` or `direviu`.
Source: the period is the plan's own; past it nothing in it is promised any more.

Seen in: 2025-2029, `status: berlaku` on 1 January 2030. Not in: on 31 December 2029.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.locale import say
from generator.model.validity import Validity

KIND = FindingKind(
    "masa-berakhir",
    say("Masa berakhir"),
    say("Rencana yang masanya sudah lewat, sedangkan statusnya masih menyatakan berlaku."),
)


def find(about: Subject) -> Iterator[Observation]:
    status = about.plan.header.status
    if status.binds and about.edition.validity(about.as_of) is Validity.PAST:
        message = say(
            "Masa rencana berakhir pada {tahun}, sedangkan statusnya masih “{status}”",
            tahun=str(about.edition.address.years[1]),
            status=status.label,
        )
        yield about.saw_at(("header", "status"), message)
