"""An activity that starts before what it depends on ends.

Rule: an activity starts in an earlier quarter than the one in which an activity of its `bergantung_pada`
ends. In the same quarter the order of days is not known, so nothing is said; unknown quarters and cancelled
activities are not compared. Source: the schedule of the implementation plan.

Seen in: `mulai: 2026-T1`, predecessor `selesai: 2026-T2`. Not in: `mulai: 2026-T2`.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import quarter
from generator.locale import say
from generator.model.values import Quarter

KIND = FindingKind(
    "urutan-terbalik",
    say("Urutan terbalik"),
    say("Kegiatan yang dijadwalkan mulai sebelum kegiatan pendahulunya selesai."),
)


def find(about: Subject) -> Iterator[Observation]:
    ends = {each.id: each.end for each in about.activities if isinstance(each.end, Quarter)}
    for activity in about.activities:
        if not isinstance(activity.start, Quarter):
            continue
        for position, predecessor in enumerate(activity.depends_on):
            end = ends.get(predecessor)
            if end is not None and activity.start.last_day < end.first_day:
                message = say(
                    "Dijadwalkan mulai {mulai}, sedangkan `{pendahulu}` baru selesai {selesai}",
                    mulai=quarter(activity.start),
                    pendahulu=predecessor,
                    selesai=quarter(end),
                )
                yield about.saw(activity, message, "depends_on", position)
