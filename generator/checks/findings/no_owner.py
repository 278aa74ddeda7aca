"""An activity whose owner is not known.

Rule: an activity that is not cancelled has `penanggung_jawab: tidak_diketahui` (a missing one is an error of
the file). Source: the implementation plan names who is responsible for each activity.

Seen in: `penanggung_jawab: tidak_diketahui`. Not in: `penanggung_jawab: diskominfo`.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.locale import say
from generator.model.values import UNKNOWN

KIND = FindingKind(
    "tanpa-penanggung-jawab",
    say("Tanpa penanggung jawab"),
    say("Kegiatan yang penanggung jawabnya belum diketahui."),
)


def find(about: Subject) -> Iterator[Observation]:
    for activity in about.activities:
        if activity.owners is UNKNOWN:
            yield about.saw(activity, say("Penanggung jawab tertulis belum diketahui"), "owners")
