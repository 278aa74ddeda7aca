"""A review that was due and is not recorded.

Rule: a review dated after the plan's last update (`diperbarui`) was written as an intention; once its day has
passed it is overdue until the plan is updated. And a plan without any `paruh_waktu` review after the end of
its middle year, or any `akhir` one after its last, lacks it; a review with an unknown day counts as recorded.
Drafts and revoked plans need none, and plans shorter than `review_years` no mid-term one. Source: Perpres
132/2022, a Peta Rencana is reviewed at mid-term and in the last year.

Seen in: 2025-2029 without a mid-term review on 1 January 2028. Not in: the same plan on 31 December 2027.
"""

from collections.abc import Iterator
from datetime import date

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.wording import day
from generator.locale import Message, say
from generator.model.terms import PlanStatus, ReviewKind

KIND = FindingKind(
    "reviu-terlambat",
    say("Reviu terlambat"),
    say("Reviu rencana yang sudah jatuh tempo dan belum tercatat."),
)


def find(about: Subject) -> Iterator[Observation]:
    header = about.plan.header
    if header.status in (PlanStatus.DRAFT, PlanStatus.REVOKED):
        return
    for position, review in enumerate(header.reviews):
        if isinstance(review.day, date) and header.updated < review.day < about.as_of:
            yield about.saw_at(("header", "reviews", position), _intended(review.day, about))
    recorded = {review.kind for review in header.reviews}
    for kind, due in _due(header.period.start, header.period.end, about.limits.review_years):
        if due < about.as_of and kind not in recorded:
            message = say(
                "Reviu “{jenis}” jatuh tempo {tanggal} dan belum tercatat", jenis=kind.label, tanggal=day(due)
            )
            yield about.saw_at(("header", "reviews"), message)


def _intended(review: date, about: Subject) -> Message:
    """What became of a review; where Git knows of a later change, the document's own day does not stand alone."""
    told = {"tanggal": day(review), "diperbarui": day(about.plan.header.updated)}
    if about.changed is None or about.changed < review:
        return say("Reviu dijadwalkan {tanggal}; menurut dokumen, pembaruan terakhirnya {diperbarui}", **told)
    return say(
        "Reviu dijadwalkan {tanggal}; menurut dokumen, pembaruan terakhirnya {diperbarui}, sedangkan riwayat mencatat"
        " perubahan {perubahan}",
        perubahan=day(about.changed),
        **told,
    )


def _due(start: int, end: int, shortest: int) -> Iterator[tuple[ReviewKind, date]]:
    if end - start + 1 >= shortest:
        yield ReviewKind.MID_TERM, date((start + end) // 2, 12, 31)
    yield ReviewKind.FINAL, date(end, 12, 31)
