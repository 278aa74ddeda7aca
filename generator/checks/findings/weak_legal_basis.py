"""A plan or an activity that stands on rules which do not hold, or not yet.

Rule: the plan itself is a draft or revoked, or said to be in force without a decree (`penetapan`). An activity
that is not cancelled needs a regulation (`memerlukan_peraturan`) that is a draft, revoked, or planned for a
year after the one in which the activity starts; unknown years are not compared. Source: the guideline's first
indicator, the legal basis.

Seen in: an activity from 2025 needs R-3, `status: direncanakan, tahun: 2028`. Not in: `tahun: 2025`.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.locale import Message, say
from generator.model.activity import Activity
from generator.model.inventory import Regulation
from generator.model.terms import PlanStatus, RegulationStatus
from generator.model.values import Quarter

KIND = FindingKind(
    "dasar-hukum-lemah",
    say("Dasar hukum lemah"),
    say("Dasar hukum yang masih rancangan, sudah dicabut, atau direncanakan sesudah diperlukan."),
)


def find(about: Subject) -> Iterator[Observation]:
    header = about.plan.header
    if header.status is PlanStatus.DRAFT:
        yield about.saw_at(("header", "status"), say("Rencana ini masih berupa rancangan"))
    elif header.status is PlanStatus.REVOKED:
        yield about.saw_at(("header", "status"), say("Rencana ini sudah dicabut"))
    elif header.status.binds and header.enactment is None:
        message = say("Rencana tercatat berlaku, tetapi penetapannya belum tercatat")
        yield about.saw_at(("header", "status"), message)
    regulations = {each.id: each for each in about.plan.regulations}
    for activity in about.activities:
        for position, needed in enumerate(activity.needs_regulations):
            reason = _weakness(activity, regulations[needed]) if needed in regulations else None
            if reason:
                yield about.saw(activity, reason, "needs_regulations", position)


def _weakness(activity: Activity, regulation: Regulation) -> Message | None:
    if regulation.status is RegulationStatus.DRAFT:
        return say("`{peraturan}` yang diperlukan masih berupa rancangan", peraturan=regulation.id)
    if regulation.status is RegulationStatus.REVOKED:
        return say("`{peraturan}` yang diperlukan sudah dicabut", peraturan=regulation.id)
    late = (
        regulation.status is RegulationStatus.PLANNED
        and isinstance(regulation.year, int)
        and isinstance(activity.start, Quarter)
        and regulation.year > activity.start.year
    )
    if late and isinstance(regulation.year, int) and isinstance(activity.start, Quarter):
        return say(
            "`{peraturan}` direncanakan terbit tahun {terbit}, sesudah kegiatan mulai tahun {mulai}",
            peraturan=regulation.id,
            terbit=regulation.year,
            mulai=activity.start.year,
        )
    return None
