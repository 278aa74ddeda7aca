"""An activity that ends after the years of its plan.

Rule: an activity that is not cancelled has a `selesai` in a year after the plan's last one. One that ends more than
ten years later is taken for a mistyped year (`checks/problems/schedule.py`). Source: the schedule of a plan stays
within its period; a planner who tells that an activity will not is published with it.

Seen in: `selesai: 2030-T1` in a plan until 2029. Not in: `selesai: 2029-T4`.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import quarter
from generator.locale import say
from generator.model.values import Quarter

KIND = FindingKind(
    "melewati-masa-rencana",
    say("Melewati masa rencana"),
    say("Kegiatan yang dijadwalkan selesai sesudah tahun terakhir rencana."),
)


def find(about: Subject) -> Iterator[Observation]:
    last = about.plan.header.period.end
    for activity in about.activities:
        if isinstance(activity.end, Quarter) and activity.end.year > last:
            message = say(
                "Dijadwalkan selesai {selesai}, sesudah masa rencana berakhir pada tahun {tahun}",
                selesai=quarter(activity.end),
                tahun=last,
            )
            yield about.saw(activity, message, "end")
