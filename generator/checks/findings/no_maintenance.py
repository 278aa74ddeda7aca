"""Something built that the document does not keep alive.

Rule: an activity spends on `modal`, the last such year is before the plan's last, and no maintenance of it is
recorded. Recorded maintenance is a budget line of kind `pemeliharaan` (or `operasional`, what runs is paid) in
the activity itself; or an activity that maintains (such a line of `pemeliharaan`, or a name that says so) and
depends on it, serves one of its services, or serves the section `perawatan` with the same content. A line
whose kind of cost is `tidak_diketahui` may be maintenance, so nothing is said. Source: the blueprint's section
on maintenance.

Seen in: `jenis_biaya: modal` in 2026 and nothing after. Not in: a line of `pemeliharaan` in 2027.
"""

from collections.abc import Iterator

from generator.checks.findings.names import line
from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.locale import say
from generator.model.activity import Activity
from generator.model.terms import CostKind, SectionKey
from generator.model.values import UNKNOWN, YearRange

KIND = FindingKind(
    "tanpa-pemeliharaan",
    say("Tanpa pemeliharaan"),
    say("Sesuatu dibangun, tetapi biaya pemeliharaannya belum tercatat sampai akhir rencana."),
)


def find(about: Subject) -> Iterator[Observation]:
    phrases = [line(phrase) for phrase in about.limits.maintenance_words]
    maintaining = [each for each in about.activities if _maintains(each, phrases)]
    predecessors = {id for each in maintaining for id in each.depends_on}
    services = {id for each in maintaining for id in each.services}
    contents = {each.content for each in maintaining if SectionKey.MAINTENANCE in each.sections} - {UNKNOWN, None}
    for activity in about.activities:
        position = _last_capital(activity, about.plan.header.period.end)
        if (
            position is None
            or activity.id in predecessors
            or activity.content in contents
            or services.intersection(activity.services)
        ):
            continue
        message = say("Belum ada biaya pemeliharaan tercatat sesudah pembangunannya")
        yield about.saw(activity, message, "budget", position)


def _maintains(activity: Activity, phrases: list[str]) -> bool:
    name = line(activity.name)
    return any(budget.cost_kind is CostKind.MAINTENANCE for budget in activity.budget) or any(
        phrase in name for phrase in phrases
    )


def _last_capital(activity: Activity, last_year: int) -> int | None:
    """Where the activity's last capital spending stands, if it is known to have ended without upkeep."""
    kinds = {budget.cost_kind for budget in activity.budget}
    if kinds & {UNKNOWN, CostKind.MAINTENANCE, CostKind.OPERATIONAL} or CostKind.CAPITAL not in kinds:
        return None
    capital = [
        (YearRange.of(budget.year).last, position)
        for position, budget in enumerate(activity.budget)
        if budget.cost_kind is CostKind.CAPITAL and isinstance(budget.year, int | YearRange)
    ]
    year, position = max(capital, default=(last_year, 0))
    return position if year < last_year else None
