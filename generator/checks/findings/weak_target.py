"""An indicator whose target promises nothing that can be judged.

Rule: an indicator has no target for the plan's last year, or an unknown one; or that target equals the
baseline, or goes against the direction (`arah`). For `arah: tetap` equality is the aim and any difference is
against it. Without a known baseline nothing is compared, without a known direction only equality is.
Source: the guideline asks for measures of success; the rule is ours.

Seen in: `dasar: {nilai: 45}`, `arah: turun`, `sasaran: {2029: 45}`. Not in: `sasaran: {2029: 20}`.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.locale import Message, say
from generator.model.control import Indicator
from generator.model.terms import Direction
from generator.model.values import UNKNOWN

KIND = FindingKind(
    "sasaran-lemah",
    say("Sasaran lemah"),
    say("Indikator tanpa sasaran tahun akhir, atau dengan sasaran yang sama dengan nilai awal atau berlawanan arah."),
)


def find(about: Subject) -> Iterator[Observation]:
    final = about.plan.header.period.end
    for indicator in about.plan.indicators:
        target = indicator.targets.get(final)
        if target is None:
            message = say("Belum ada sasaran untuk tahun akhir {tahun}", tahun=final)
            yield about.saw(indicator, message, "targets")
            continue
        weakness = (
            say("Sasaran tahun akhir {tahun} tertulis belum diketahui", tahun=final)
            if target is UNKNOWN
            else _weakness(indicator, target, final)
        )
        if weakness:
            yield about.saw(indicator, weakness, "targets", str(final))


def _weakness(indicator: Indicator, target: Decimal, final: int) -> Message | None:
    start = indicator.baseline.value if indicator.baseline else None
    if not isinstance(start, Decimal):
        return None
    if target == start and indicator.direction is not Direction.STEADY:
        return say("Sasaran tahun akhir {tahun} sama dengan nilai awal", tahun=final)
    against = {
        Direction.UP: target < start,
        Direction.DOWN: target > start,
        Direction.STEADY: target != start,
    }
    if isinstance(indicator.direction, Direction) and against[indicator.direction]:
        return say(
            "Sasaran tahun akhir {tahun} tidak sejalan dengan arah “{arah}” dari nilai awal",
            tahun=final,
            arah=indicator.direction.label,
        )
    return None
