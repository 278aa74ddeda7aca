"""`alasan-tidak-cocok`: a reason for a change of something that the plan does not have, which would never be shown."""

from collections.abc import Iterator

from generator.checks.problems.document import Document
from generator.checks.problems.fields import Read, entries, text
from generator.diagnostics import Problem, Severity
from generator.locale import Message, say
from generator.model.blueprint import FundingSection
from generator.model.control import ChangeReason
from generator.model.description import fields
from generator.model.institution import Enactment, PlanHeader
from generator.model.plan import Plan
from generator.model.terms import SectionKey

_WITHOUT_ID = frozenset(
    (
        *(section.value for section in SectionKey),
        *(field.key for entity in (PlanHeader, Enactment, FundingSection) for field in fields(entity)),
        *("rencana", "cetak_biru"),
    )
)
"""What else a promise that moves is named by; see `history.plan_reasons.subjects`."""


def reasons(document: Document) -> Iterator[Problem]:
    """A warning at every `item` of `alasan_perubahan` that the plan does not have.

    One that it had once is right, for a removal needs its reason: who knows the plan's past takes those warnings out,
    see `checks.past_items`. What a file that could not be read defines is not known to be missing.
    """
    if not document.complete:
        return
    ids = {id.casefold() for id in document.by_id}
    for reason in entries(document.root, Plan, "change_reasons"):
        named = text(reason, ChangeReason, "item")
        if named and named.value.casefold() not in ids and named.value.lower() not in _WITHOUT_ID:
            yield Problem(
                "alasan-tidak-cocok",
                named.place,
                say("alasan ini tentang `{id}`, yang tidak pernah ada dalam rencana ini", id=named.value[:60]),
                mark=say("alasan ini tidak ditampilkan"),
                help=_nearest(document, named),
                severity=Severity.WARNING,
                item=named.value,
            )


def _nearest(document: Document, named: Read) -> Message:
    near = document.guesses.nearest(named.value, document.by_id, 0.6)
    if near:
        return say("mungkin maksudnya `{kata}`", kata=near)
    return say("tulis id dari yang berubah, misalnya id kegiatan")
