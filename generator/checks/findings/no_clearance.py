"""ICT money in the budget that the ICT unit is not said to have cleared.

Rule: an activity whose content is applications, infrastructure or security has money of phase `dpa` or later,
and no `klirens`; or its clearance comes from a unit that is not `pengelola_tik`. Indicative money is not yet
spending and needs none. An unknown giver is not judged, nor is any where no unit of the plan has that role.
Source: clearance of ICT spending (`klirens`) in the plan format; Perpres 132/2022 on one architecture.

Seen in: `muatan: aplikasi`, `fase: dpa`, no `klirens`. Not in: `klirens: {oleh: diskominfo}`.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.locale import say
from generator.model.terms import Content, Phase, UnitRole

KIND = FindingKind(
    "tanpa-klirens",
    say("Tanpa klirens"),
    say("Belanja TIK yang sudah dianggarkan tanpa klirens unit pengelola TIK."),
)

_ICT = (Content.APPLICATIONS, Content.INFRASTRUCTURE, Content.SECURITY)
_SPENDING = (Phase.BUDGETED, Phase.REVISED, Phase.REALISED)


def find(about: Subject) -> Iterator[Observation]:
    ict_units = {unit.id for unit in about.plan.units if UnitRole.ICT in unit.roles}
    for activity in about.activities:
        if activity.content not in _ICT:
            continue
        position = next((at for at, line in enumerate(activity.budget) if line.phase in _SPENDING), None)
        if position is None:
            continue
        clearance = activity.clearance
        if clearance is None:
            message = say("Belanja TIK sudah dianggarkan, dan klirens unit pengelola TIK belum tercatat")
            yield about.saw(activity, message, "budget", position)
        elif isinstance(clearance.by, str) and ict_units and clearance.by not in ict_units:
            message = say(
                "Klirens diberikan oleh `{unit}`, yang tidak tercatat sebagai pengelola TIK", unit=clearance.by
            )
            yield about.saw(activity, message, "clearance", "by")
