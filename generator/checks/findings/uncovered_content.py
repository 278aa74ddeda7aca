"""A content of the Peta Rencana that no activity serves.

Rule: no activity that is not cancelled has one of the seven contents as its `muatan`. `item` is that content.
Source: Perpres 132/2022, the seven contents of a Peta Rencana.

Seen in: no activity says `muatan: audit_tik`. Not in: one does.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.locale import say
from generator.model.terms import Content
from generator.model.values import UNKNOWN

KIND = FindingKind(
    "muatan-tidak-tercakup",
    say("Muatan tidak tercakup"),
    say("Salah satu dari tujuh muatan Peta Rencana yang tidak mempunyai kegiatan."),
)


def find(about: Subject) -> Iterator[Observation]:
    covered = {activity.content for activity in about.activities}
    if covered and covered <= {UNKNOWN, None}:
        return  # the plan tells no content at all: `unclassified` says so
    for content in Content:
        if content not in covered:
            message = say("Belum ada kegiatan dengan muatan “{muatan}”", muatan=content.label)
            yield about.saw_at(("activities",), message, content.value)
