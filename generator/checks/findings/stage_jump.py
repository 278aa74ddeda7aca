"""A service that is to climb more than one stage a year.

Rule: the stages between `tahap_sekarang` and `tahap_sasaran` are more than the years from the plan's first
year to `tahun_sasaran` (at least one) times `stages_per_year`. Today's stage is taken to be that of the first
year; unknown stages and years are not compared. Source: the order of the four stages of Inpres 3/2003; the
pace is ours.

Seen in: `persiapan` to `pemanfaatan` by 2027 in a plan from 2025. Not in: by 2028.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.locale import say
from generator.model.terms import Stage

KIND = FindingKind(
    "lompatan-tahap",
    say("Lompatan tahap"),
    say("Layanan yang dijanjikan naik lebih dari satu tahap dalam setahun."),
)


def find(about: Subject) -> Iterator[Observation]:
    start = about.plan.header.period.start
    for service in about.plan.services:
        now, target, year = service.stage_now, service.stage_target, service.target_year
        if not (isinstance(now, Stage) and isinstance(target, Stage) and isinstance(year, int)):
            continue
        steps, years = target.number - now.number, max(1, year - start)
        if steps > years * about.limits.stages_per_year:
            message = say(
                "Dijanjikan naik {langkah} tahap, dari “{dari}” ke “{ke}”, dari tahun {awal} sampai {tahun}",
                langkah=steps,
                dari=now.label,
                ke=target.label,
                awal=start,
                tahun=year,
            )
            yield about.saw(service, message, "stage_target")
