"""An activity that is said to be done while the rest of the document says otherwise.

Rule: the status is `selesai`, and the newest progress entry up to the day of the build has less than 100 per cent, or
the first day of the quarter in `mulai` is after the day of the build. An unknown percentage or start is not compared.
One observation an activity. Source: the document against itself.

Seen in: `status: selesai` with `kemajuan: [{tanggal: 2026-09-30, persen: 35}]`. Not in: `persen: 100`.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import quarter
from generator.locale import say
from generator.model.terms import ActivityStatus
from generator.model.timeliness import latest_progress
from generator.model.values import Quarter

KIND = FindingKind(
    "selesai-tanpa-kemajuan",
    say("Selesai tanpa kemajuan"),
    say("Kegiatan yang tercatat selesai, padahal kemajuan atau jadwal mulainya menyatakan belum."),
)


def find(about: Subject) -> Iterator[Observation]:
    for activity in about.activities:
        if activity.status is not ActivityStatus.DONE:
            continue
        report = latest_progress(activity, about.as_of)
        if report and isinstance(report.percent, int) and report.percent < 100:
            message = say("Tercatat selesai, sedangkan laporan terakhirnya {persen}%", persen=report.percent)
            yield about.saw(activity, message, "progress", activity.progress.index(report), "percent")
        elif isinstance(activity.start, Quarter) and activity.start.first_day > about.as_of:
            message = say("Tercatat selesai, sedangkan jadwal mulainya {mulai}", mulai=quarter(activity.start))
            yield about.saw(activity, message, "start")
