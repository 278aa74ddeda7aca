"""A promise that no longer reads as it was first published.

Rule: against the plan as first published in Git, an activity's end moved, its money changed, or it was
removed. The facts are found elsewhere and given to the rule. Source: the plan's history; later promises do not
replace the first.

Seen in: `selesai: 2027-T4` where the first version said `2026-T4`. Not in: a changed name.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import day, quarter, rupiah
from generator.locale import Message, say
from generator.model.baseline_change import BaselineChange, Promise
from generator.model.money import Total
from generator.model.values import Quarter

KIND = FindingKind(
    "perubahan-dasar",
    say("Perubahan dari rencana awal"),
    say("Jadwal selesai atau anggaran yang berubah, atau kegiatan yang dihapus, sejak rencana pertama terbit."),
)

_FIELDS: dict[Promise, tuple[str, ...]] = {Promise.END: ("end",), Promise.BUDGET: ("budget",), Promise.ACTIVITY: ()}


def find(about: Subject) -> Iterator[Observation]:
    activities = {activity.id: activity for activity in about.plan.activities}
    for change in (each for each in about.changes if isinstance(each, BaselineChange)):
        if activity := activities.get(change.item):
            yield about.saw(activity, _words(change), *_FIELDS.get(change.what, ()))
        else:
            yield about.saw_at(("activities",), _words(change), change.item)


def _words(change: BaselineChange) -> Message:
    since = day(change.day)
    if change.what is Promise.ACTIVITY:
        return say("Kegiatan “{nama}” tidak ada lagi sejak {tanggal}", nama=str(change.before), tanggal=since)
    before, after = _value(change.before), _value(change.after)
    if change.what is Promise.END:
        return say(
            "Jadwal selesai semula {awal}, menjadi {kini} pada {tanggal}", awal=before, kini=after, tanggal=since
        )
    return say("Anggaran semula {awal}, menjadi {kini} pada {tanggal}", awal=before, kini=after, tanggal=since)


def _value(value: object) -> Message | str:
    if isinstance(value, Quarter):
        return quarter(value)
    if isinstance(value, Total):
        least = say("paling sedikit {jumlah}", jumlah=rupiah(value.amount))
        return rupiah(value.amount) if value.complete else least
    return say("belum diketahui")
