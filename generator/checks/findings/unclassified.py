"""An activity, or the plan's staging, that is not told in the guideline's own terms.

Rule: of an activity that is not cancelled `bagian`, `tahap`, `muatan` or `domain` is unknown or not recorded, one
finding an activity; or one of the four conditions of `pentahapan` is, one finding. Source: the guideline's
sections and stages (Inpres 3/2003) and the contents and domains of Perpres 132/2022; no budget document has them.

Seen in: an activity without `tahap`. Not in: `tahap: pemantapan` and the three others.
"""

from collections.abc import Iterator
from functools import reduce

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.locale import Message, say
from generator.model.entity import Entity
from generator.model.values import UNKNOWN

KIND = FindingKind(
    "klasifikasi-kurang",
    say("Klasifikasi kurang"),
    say("Kegiatan yang bagian, tahap, muatan, atau domainnya belum tercatat, atau pentahapan yang belum lengkap."),
)

_OF_ACTIVITY = ("told_sections", "stage", "content", "domain")
STAGING = "pentahapan"
"""The item of the finding about the staging, which has no id."""


def find(about: Subject) -> Iterator[Observation]:
    for activity in about.activities:
        if missing := _missing(activity, _OF_ACTIVITY):
            yield about.saw(activity, _message(activity, missing), missing[0])
    staging = about.plan.framework.staging
    if missing := _missing(staging, tuple(type(staging).model_fields)):
        yield about.saw_at(("framework", "staging"), _message(staging, missing), STAGING)


def _missing(group: Entity, names: tuple[str, ...]) -> list[str]:
    return [name for name in names if getattr(group, name) in (UNKNOWN, None, ())]


def _message(group: Entity, missing: list[str]) -> Message:
    first, *others = (say(str(type(group).model_fields[name].title)) for name in missing)
    listed = reduce(lambda before, title: say("{awal}, {lagi}", awal=before, lagi=title), others, first)
    return say("Belum diketahui atau belum tercatat: {daftar}", daftar=listed)
