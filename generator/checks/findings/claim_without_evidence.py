"""A status or a progress that the document does not prove.

Rule: an activity is `selesai` and none of its progress entries and milestones links to evidence; or its newest
progress entry up to the day of the build claims more than 0 per cent without its own `bukti`; or it is
`berjalan` with neither a progress entry nor evidence. One observation an activity. Source: the rule is ours;
only what can be looked up is counted as verified.

Seen in: `status: selesai` with `kemajuan: [{persen: 100}]`. Not in: the same entry with a `bukti`.
"""

from collections.abc import Iterator
from datetime import date

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.locale import say
from generator.model.activity import Activity
from generator.model.progress_counts import has_evidence
from generator.model.terms import ActivityStatus
from generator.model.timeliness import latest_progress

KIND = FindingKind(
    "klaim-tanpa-bukti",
    say("Belum disertai bukti"),
    say("Status atau kemajuan yang dinyatakan tanpa tautan ke bukti."),
)


def find(about: Subject) -> Iterator[Observation]:
    for activity in about.activities:
        if activity.status is ActivityStatus.DONE:
            if not has_evidence(activity):
                yield about.saw(activity, say("Tercatat selesai tanpa tautan ke bukti"), "status")
        elif (position := _unproven(activity, about.as_of)) is not None:
            message = say("Kemajuan {persen}% dinyatakan tanpa tautan ke bukti", persen=_percent(activity, position))
            yield about.saw(activity, message, "progress", position)
        elif activity.status is ActivityStatus.RUNNING and not activity.progress and not has_evidence(activity):
            yield about.saw(activity, say("Tercatat berjalan tanpa laporan kemajuan"), "status")


def _unproven(activity: Activity, as_of: date) -> int | None:
    newest = latest_progress(activity, as_of)
    if newest is None or isinstance(newest.evidence, str):
        return None
    claims = isinstance(newest.percent, int) and newest.percent > 0
    return next(at for at, entry in enumerate(activity.progress) if entry is newest) if claims else None


def _percent(activity: Activity, position: int) -> int:
    percent = activity.progress[position].percent
    return percent if isinstance(percent, int) else 0
