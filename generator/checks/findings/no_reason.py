"""An activity that the document gives no reason for.

Rule: an activity that is not cancelled closes no gap (`menutup`) and serves no strategy itself
(`mendukung_strategi`). The strategies of its programme do not count: a programme holds too much to explain one
activity. Source: the chain strategy, section, gap, activity of the plan format.

Seen in: `menutup: []` without `mendukung_strategi`. Not in: `menutup: [G-1]`.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.locale import say

KIND = FindingKind(
    "tanpa-alasan",
    say("Tanpa alasan"),
    say("Kegiatan yang tidak menutup kesenjangan dan tidak mendukung strategi apa pun dalam dokumen."),
)


def find(about: Subject) -> Iterator[Observation]:
    for activity in about.activities:
        if not activity.closes and not activity.strategies:
            yield about.saw(
                activity, say("Belum tercatat kesenjangan yang ditutup atau strategi yang didukung"), "closes"
            )
