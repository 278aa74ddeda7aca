"""An activity whose start has passed and that the document does not say to have begun.

Rule: the last day of the quarter in `mulai` is before the day of the build and the status is `direncanakan` or
`dianggarkan`. An unknown start or status is not compared; a postponed activity says so itself. Source: the promise of
the schedule.

Seen in: `mulai: 2026-T2`, `status: direncanakan` on 1 July 2026. Not in: on 30 June 2026.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import quarter
from generator.locale import say
from generator.model.terms import ActivityStatus
from generator.model.values import Quarter

KIND = FindingKind(
    "belum-mulai",
    say("Belum mulai"),
    say("Kegiatan yang melewati jadwal mulainya dan belum tercatat berjalan."),
)

_NOT_BEGUN = (ActivityStatus.PLANNED, ActivityStatus.BUDGETED)


def find(about: Subject) -> Iterator[Observation]:
    for activity in about.activities:
        start = activity.start
        if activity.status in _NOT_BEGUN and isinstance(start, Quarter) and start.last_day < about.as_of:
            message = say("Dijadwalkan mulai {mulai} dan belum tercatat berjalan", mulai=quarter(start))
            yield about.saw(activity, message, "start")
