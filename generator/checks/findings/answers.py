"""What the institution answers to its findings (`tanggapan`)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.diagnostics import Answer, Finding, Place
from generator.model.control import FindingAnswer
from generator.model.edition import Edition


def answered(edition: Edition, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each with the answer to its kind and item; of several answers the newest.

    An answer without `item` is about the whole plan: it answers every finding of its kind that is not about
    an item with an id, unless one of its own is given.
    """
    given: dict[tuple[str, str], FindingAnswer] = {}
    places: dict[tuple[str, str], Place] = {}
    for position, answer in enumerate(edition.plan.answers):
        subject = (answer.finding, answer.item or "")
        if subject not in given or _day(answer) >= _day(given[subject]):
            given[subject] = answer
            places[subject] = edition.place("tanggapan", position)
    return tuple(
        replace(finding, answer=_answer(given[subject], places[subject])) if subject in given else finding
        for finding in found
        for subject in [next((each for each in _subjects(edition, finding) if each in given), ("", ""))]
    )


def unmatched_answers(edition: Edition, found: Iterable[Finding]) -> tuple[tuple[FindingAnswer, Place], ...]:
    """Answers to nothing that was found, with their places: a finding mended since, or a slip in its name."""
    subjects = {subject for finding in found for subject in _subjects(edition, finding)}
    return tuple(
        (answer, edition.place("tanggapan", position))
        for position, answer in enumerate(edition.plan.answers)
        if (answer.finding, answer.item or "") not in subjects
    )


def _subjects(edition: Edition, finding: Finding) -> Iterator[tuple[str, str]]:
    """What an answer may name to answer this finding, the closest first."""
    yield finding.kind, finding.item
    if not edition.places.knows(finding.item):
        yield finding.kind, ""


def _day(answer: FindingAnswer) -> date:
    return answer.day if isinstance(answer.day, date) else date.min


def _answer(answer: FindingAnswer, place: Place) -> Answer:
    return Answer(answer.explanation, answer.day if isinstance(answer.day, date) else None, place)
