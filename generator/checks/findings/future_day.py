"""A day on which something is said to have happened that has not come yet, often a mistyped year.

Rule: `rencana.diperbarui`, the day of a progress report, of a reached milestone, of a clearance or of a reason for a
change lies after the day of the build. Until then the report, the milestone and the clearance count as not there.
Source: the rule is ours: a plan that was updated next year looks fresh for ever, and a reason of next year explains
every move until then.

Seen in: `diperbarui: 2027-09-30` on 20 November 2026. Not in: `diperbarui: 2026-11-20`.
"""

from collections.abc import Iterator
from datetime import date

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import day
from generator.locale import say

KIND = FindingKind(
    "tanggal-belum-tiba",
    say("Tanggal belum tiba"),
    say("Pembaruan, laporan kemajuan, tonggak tercapai, klirens atau alasan yang bertanggal sesudah hari ini."),
)


def find(about: Subject) -> Iterator[Observation]:
    updated = about.plan.header.updated
    if updated > about.as_of:
        message = say("Dokumen tertulis diperbarui {tanggal}, yang belum tiba", tanggal=day(updated))
        yield about.saw_at(("header", "updated"), message)
    for position, reason in enumerate(about.plan.change_reasons):
        if isinstance(reason.day, date) and reason.day > about.as_of:
            message = say("Alasan perubahan bertanggal {tanggal}, yang belum tiba", tanggal=day(reason.day))
            yield about.saw_at(("change_reasons", position, "day"), message, reason.item)
    for activity in about.activities:
        for position, report in enumerate(activity.progress):
            if isinstance(report.day, date) and report.day > about.as_of:
                message = say("Laporan kemajuan bertanggal {tanggal}, yang belum tiba", tanggal=day(report.day))
                yield about.saw(activity, message, "progress", position, "day")
        for position, milestone in enumerate(activity.milestones):
            if isinstance(milestone.reached, date) and milestone.reached > about.as_of:
                message = say("Tonggak tertulis tercapai {tanggal}, yang belum tiba", tanggal=day(milestone.reached))
                yield about.saw(activity, message, "milestones", position, "reached")
        clearance = activity.clearance
        if clearance and isinstance(clearance.day, date) and clearance.day > about.as_of:
            message = say("Klirens bertanggal {tanggal}, yang belum tiba", tanggal=day(clearance.day))
            yield about.saw(activity, message, "clearance", "day")
