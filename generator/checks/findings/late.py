"""An activity past its end that is not done.

Rule: the last day of the quarter in `selesai` is before the day of the build and the status is neither
`selesai` nor `dibatalkan`. With an unknown end or status nothing is late. Source: the promise of the schedule.

Seen in: `selesai: 2026-T2`, `status: berjalan` on 1 July 2026. Not in: on 30 June 2026.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import quarter
from generator.locale import say
from generator.model.timeliness import is_late
from generator.model.values import Quarter

KIND = FindingKind(
    "terlambat",
    say("Terlambat"),
    say("Kegiatan yang melewati jadwal selesainya dan belum tercatat selesai."),
)


def find(about: Subject) -> Iterator[Observation]:
    for activity in about.activities:
        if is_late(activity, about.as_of) and isinstance(activity.end, Quarter):
            message = say("Dijadwalkan selesai {selesai} dan belum tercatat selesai", selesai=quarter(activity.end))
            yield about.saw(activity, message, "end")
