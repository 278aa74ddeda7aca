"""A promise that was changed and nobody said why.

Rule: a change from the plan as first published (see `perubahan-dasar`) whose newest move has no reason in the ledger,
and no `alasan_perubahan` about the item that is dated on the day of the move or later. Source: the plan's history.

Seen in: `selesai: 2027-T4` where the first version said `2026-T4`, without `alasan_perubahan`. Not in: with one.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import day
from generator.locale import Message, say
from generator.model.baseline_change import BaselineChange, Promise

KIND = FindingKind(
    "janji-berubah-tanpa-alasan",
    say("Janji berubah tanpa alasan"),
    say("Jadwal, anggaran atau kegiatan yang berubah sejak rencana pertama terbit, tanpa alasan yang tercatat."),
)

_FIELDS: dict[Promise, str] = {Promise.END: "end", Promise.BUDGET: "budget"}


def find(about: Subject) -> Iterator[Observation]:
    activities = {activity.id: activity for activity in about.plan.activities}
    for change in about.changes:
        if change.reason or _explained(about, change):
            continue
        if activity := activities.get(change.item):
            yield about.saw(activity, _words(change), _FIELDS[change.what])
        else:
            yield about.saw_at(("activities",), _words(change), change.item)


def _explained(about: Subject, change: BaselineChange) -> bool:
    reasons = about.plan.change_reasons
    return any(each.item.lower() == change.item.lower() and each.day >= change.day for each in reasons)


def _words(change: BaselineChange) -> Message:
    since = day(change.day)
    match change.what:
        case Promise.END:
            return say("Jadwal selesai berubah pada {tanggal} tanpa alasan yang tercatat", tanggal=since)
        case Promise.BUDGET:
            return say("Anggaran berubah pada {tanggal} tanpa alasan yang tercatat", tanggal=since)
        case Promise.ACTIVITY:
            name = str(change.before)
            return say("Kegiatan “{nama}” dihapus pada {tanggal} tanpa alasan yang tercatat", nama=name, tanggal=since)
