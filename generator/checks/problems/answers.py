"""`tanggapan-tidak-cocok`: an answer to a kind of finding that does not exist, which would never be shown."""

from collections.abc import Iterator

from generator.checks.findings import KINDS
from generator.checks.problems.document import Document
from generator.checks.problems.fields import entries, text
from generator.diagnostics import Problem, Severity
from generator.locale import say
from generator.model.control import FindingAnswer
from generator.model.plan import Plan


def answers(document: Document) -> Iterator[Problem]:
    """A warning at every `temuan` of `tanggapan` that is no code of a finding."""
    codes = [kind.code for kind in KINDS]
    for answer in entries(document.root, Plan, "answers"):
        named = text(answer, FindingAnswer, "finding")
        if named and named.value not in codes:
            near = document.guesses.nearest(named.value, codes, 0.6)
            item = text(answer, FindingAnswer, "item")
            yield Problem(
                "tanggapan-tidak-cocok",
                named.place,
                say("temuan `{kata}` tidak dikenal, jadi tanggapan ini tidak ditampilkan", kata=named.value[:60]),
                help=say("mungkin maksudnya `{kata}`", kata=near)
                if near
                else say("salin kode temuan dari `rencana check` atau halaman temuan"),
                severity=Severity.WARNING,
                item=item.value if item else "",
            )
