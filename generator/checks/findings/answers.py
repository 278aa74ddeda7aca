"""What the institution answers to its findings (`tanggapan`)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from generator.diagnostics import Answer, Finding, Place, Problem, Severity
from generator.locale import Message, say
from generator.model.control import FindingAnswer
from generator.model.edition import Edition

_SHOWN = 6
_SEEN_ELSEWHERE = frozenset(("perubahan-dasar", "janji-berubah-tanpa-alasan", "kemungkinan-duplikasi"))
"""Kinds that a check of some plans alone cannot see: they come from Git, or from other institutions."""


def answered(edition: Edition, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each with the answer to its kind and item; of several answers the newest.

    An answer without `item` answers only a finding about the whole plan.
    """
    known: dict[tuple[str, str], FindingAnswer] = {}
    places: dict[tuple[str, str], Place] = {}
    for position, answer in enumerate(edition.plan.answers):
        subject = (answer.finding, answer.item or "")
        if subject not in known or _day(answer) >= _day(known[subject]):
            known[subject] = answer
            places[subject] = edition.place_of(edition.plan, "answers", position)
    return tuple(
        replace(finding, answer=_answer(known[subject], places[subject])) if subject in known else finding
        for finding in found
        for subject in [(finding.kind, finding.item)]
    )


class GivenAnswer(NamedTuple):
    """An answer: the kind of finding it names, the item or nothing, and its place."""

    kind: str
    item: str
    place: Place


def given(edition: Edition) -> tuple[GivenAnswer, ...]:
    """The answers of a plan."""
    return tuple(
        GivenAnswer(answer.finding, answer.item or "", edition.place_of(edition.plan, "answers", position))
        for position, answer in enumerate(edition.plan.answers)
    )


def unmatched(answers: Iterable[GivenAnswer], found: Iterable[Finding], plan: str = "") -> Iterator[Problem]:
    """A warning at each answer to nothing that was found: to what was mended since, or to an item in another word."""
    subjects = {(finding.kind, finding.item) for finding in found}
    items: dict[str, list[str]] = {}
    for kind, item in sorted(subjects):
        items.setdefault(kind, []).append(item)
    for kind, item, place in answers:
        if (kind, item) not in subjects and kind not in _SEEN_ELSEWHERE:
            about = say("`{item}`", item=item) if item else say("seluruh rencana")
            yield Problem(
                "tanggapan-tidak-cocok",
                place,
                say(
                    "tidak ada temuan `{temuan}` tentang {hal}; tanggapan ini tidak ditampilkan", temuan=kind, hal=about
                ),
                help=_help(items.get(kind, [])),
                severity=Severity.WARNING,
                plan=plan,
                item=item,
            )


def _help(items: list[str]) -> Message:
    if not items:
        return say("hapus tanggapan ini bila temuannya sudah diperbaiki")
    if items == [""]:
        return say("hapus `item`: temuan ini tentang seluruh rencana")
    shown = ", ".join(f"`{item}`" for item in items[:_SHOWN] if item) + (", …" if len(items) > _SHOWN else "")
    return say("tulis `item` yang bertemuan itu: {daftar}", daftar=shown)


def _day(answer: FindingAnswer) -> date:
    return answer.day if isinstance(answer.day, date) else date.min


def _answer(answer: FindingAnswer, place: Place) -> Answer:
    return Answer(answer.explanation, answer.day if isinstance(answer.day, date) else None, place)
