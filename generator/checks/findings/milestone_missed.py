"""A milestone whose day has passed without a word that it was reached.

Rule: `tanggal` of a milestone is before the day of the build and it has no `tercapai` by then. One whose `tercapai` or
`tanggal` is unknown is not told, nor those of an activity that is done or cancelled. Source: the milestone itself.

Seen in: `tanggal: 2026-06-30` on 1 July 2026. Not in: the same milestone with `tercapai: 2026-06-20`.
"""

from collections.abc import Iterator
from datetime import date

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import day
from generator.locale import say
from generator.model.terms import ActivityStatus
from generator.model.timeliness import is_missed

KIND = FindingKind(
    "tonggak-terlewat",
    say("Tonggak terlewat"),
    say("Tonggak yang tanggalnya sudah lewat dan belum tercatat tercapai."),
)


def find(about: Subject) -> Iterator[Observation]:
    for activity in about.activities:
        if activity.status is ActivityStatus.DONE:
            continue
        for position, milestone in enumerate(activity.milestones):
            if is_missed(milestone, about.as_of) and isinstance(milestone.day, date):
                message = say("Tonggak {tanggal} belum tercatat tercapai", tanggal=day(milestone.day))
                yield about.saw(activity, message, "milestones", position, "when")
