"""An activity whose reported progress is far behind the time that has passed, before its end.

Rule: of an activity that is neither done nor cancelled nor past its end, the newest progress entry up to the day of the
build is `pace_points` or more percentage points below the share of its time, from the first day of `mulai` to the last
of `selesai`, that had passed on the day of that entry. Unknown times and percentages are not compared. Source: the
schedule and the institution's own report.

Seen in: `mulai: 2026-T1`, `selesai: 2026-T4`, 20 % on 30 September 2026. Not in: 50 % on that day.
"""

from collections.abc import Iterator
from datetime import date

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import day
from generator.locale import say
from generator.model.activity import Activity
from generator.model.terms import ActivityStatus
from generator.model.timeliness import latest_progress
from generator.model.values import Quarter

KIND = FindingKind(
    "laju-lambat",
    say("Laju lambat"),
    say("Kegiatan yang kemajuannya jauh tertinggal dari waktu yang sudah terpakai."),
)


def find(about: Subject) -> Iterator[Observation]:
    for activity in about.activities:
        report = latest_progress(activity, about.as_of)
        if report is None or activity.status is ActivityStatus.DONE or not isinstance(report.day, date):
            continue
        passed = _passed(activity, report.day, about.as_of)
        if passed is None or not isinstance(report.percent, int) or passed - report.percent < about.limits.pace_points:
            continue
        message = say(
            "Kemajuan {persen}% pada {tanggal}, ketika {waktu}% waktunya sudah terpakai",
            persen=report.percent,
            tanggal=day(report.day),
            waktu=passed,
        )
        yield about.saw(activity, message, "progress", activity.progress.index(report))


def _passed(activity: Activity, reported: date, as_of: date) -> int | None:
    """The share of an activity's time that had passed on the day of a report, in whole per cent, rounded down."""
    start, end = activity.start, activity.end
    if not isinstance(start, Quarter) or not isinstance(end, Quarter) or end.last_day < as_of:
        return None
    days = (end.last_day - start.first_day).days
    return max(0, (reported - start.first_day).days) * 100 // days
