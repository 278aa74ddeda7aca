"""A promise that was changed and nobody said why.

Rule: what the format counts as a promise reads differently from what was promised first, and its newest move has no
reason in the ledger, and no `alasan_perubahan` about it that is dated on the day of the move or later. Source: the
plan's history.

Seen in: `selesai: 2027-T4` where the first version said `2026-T4`, without `alasan_perubahan`. Not in: with one.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import day
from generator.locale import Message, say
from generator.locale.message import Argument
from generator.model.activity import Activity
from generator.model.baseline_change import Promise, UnexplainedMove
from generator.model.blueprint import Gap
from generator.model.control import Indicator
from generator.model.description import Field, fields, item_lists
from generator.model.entity import Item
from generator.model.plan import Plan
from generator.model.program import ParentActivity
from generator.model.terms import SectionKey

KIND = FindingKind(
    "janji-berubah-tanpa-alasan",
    say("Janji berubah tanpa alasan"),
    say("Jadwal, anggaran, sasaran atau janji lain yang berubah sejak pertama dijanjikan, tanpa alasan yang tercatat."),
)

_FIELDS: dict[tuple[type[Item], Promise], str] = {
    (Activity, Promise.START): "start",
    (Activity, Promise.END): "end",
    (Activity, Promise.BUDGET): "budget",
    (Activity, Promise.OWNER): "owners",
    (Activity, Promise.MILESTONE): "milestones",
    (Activity, Promise.OUTPUT): "outputs",
    (Activity, Promise.ORIGIN): "continues",
    (Gap, Promise.TARGET): "target",
    (Indicator, Promise.TARGET): "targets",
    (ParentActivity, Promise.CEILING): "ceilings",
}
_SAID: dict[Promise, Message] = {
    Promise.START: say("Jadwal mulai"),
    Promise.END: say("Jadwal selesai"),
    Promise.BUDGET: say("Anggaran"),
    Promise.OWNER: say("Penanggung jawab"),
    Promise.MILESTONE: say("Tonggak"),
    Promise.OUTPUT: say("Keluaran"),
    Promise.ORIGIN: say("Lanjutan dari"),
    Promise.CEILING: say("Pagu"),
    Promise.TARGET: say("Sasaran"),
    Promise.DECREE: say("Penetapan"),
    Promise.ACTIVITY: say("Kegiatan"),
}


def find(about: Subject) -> Iterator[Observation]:
    items = {item.id: item for _, own in item_lists(about.plan) for item in own}
    for move in about.changes:
        if not isinstance(move, UnexplainedMove):
            continue
        words = _words(move)
        if item := items.get(move.item):
            field = _FIELDS.get((type(item), move.what))
            yield about.saw(item, words, *((field,) if field else ()))
        elif move.what is Promise.CEILING:
            yield about.saw_at(("blueprint", "funding", "ceilings"), words, SectionKey.FUNDING.value)
        elif move.what is Promise.DECREE:
            yield about.saw_at(("header", "enactment"), words)
        else:
            yield about.saw_at((_list(move).name,), words, move.item)


def _list(move: UnexplainedMove) -> Field:
    """The list that something was removed from."""
    key = move.collection or "kegiatan"
    return next(field for field in fields(Plan) if field.key == key)


def _words(move: UnexplainedMove) -> Message:
    what, since = _SAID.get(move.what) or say(_list(move).title), day(move.day)
    values: dict[str, Argument] = {"hal": what, "nama": move.name, "tanggal": since}
    if move.removed:
        return say("{hal} “{nama}” dihapus pada {tanggal} tanpa alasan yang tercatat", **values)
    if move.name:
        return say("{hal} “{nama}” berubah pada {tanggal} tanpa alasan yang tercatat", **values)
    return say("{hal} berubah pada {tanggal} tanpa alasan yang tercatat", hal=what, tanggal=since)
