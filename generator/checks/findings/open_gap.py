"""A serious gap that nothing closes.

Rule: a gap of `tingkat: tinggi` stands in the `menutup` of no activity; a cancelled activity closes nothing.
Source: the implementation plan answers the gaps of the blueprint.

Seen in: gap G-7 is `tinggi` and no activity says `menutup: [G-7]`. Not in: one activity does.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.locale import say
from generator.model.terms import GapSeverity

KIND = FindingKind(
    "kesenjangan-terbuka",
    say("Kesenjangan terbuka"),
    say("Kesenjangan bertingkat tinggi yang tidak ditutup oleh kegiatan mana pun."),
)


def find(about: Subject) -> Iterator[Observation]:
    closed = {gap for activity in about.activities for gap in activity.closes}
    for gap in about.plan.gaps:
        if gap.severity is GapSeverity.HIGH and gap.id not in closed:
            yield about.saw(gap, say("Belum ada kegiatan yang menutup kesenjangan bertingkat tinggi ini"))
