"""`selesai-sebelum-mulai` and `di-luar-periode`: the days a plan promises, against each other and its years.

An activity may end after the plan's years, and its milestones with it: `checks/findings/beyond_period.py` tells it.
What is measured or reported (baselines, progress, clearance) may lie outside the plan's years.
"""

from collections.abc import Iterator

from generator.checks.problems.document import Document
from generator.checks.problems.fields import Read, end, entries, identifier, inside, start, when, year, years
from generator.diagnostics import Label, Problem
from generator.locale import Message, say
from generator.model.activity import Activity
from generator.model.delivery import Milestone
from generator.model.entity import Entity
from generator.model.framework import StagePeriod
from generator.model.plan import Plan
from generator.reading.nodes import Group

LONGEST = 10
"""Years by which an activity may outlast its plan, which is a finding; one that ends later still is mistyped."""


def schedule(document: Document) -> Iterator[Problem]:
    """The plan's period, every activity with its milestones, every stage, and the years of the ceilings."""
    yield from _reversed_period(document)
    for activity in entries(document.root, Plan, "activities"):
        yield from _span(document, activity, Activity, _activity(activity), longer=LONGEST)
        longer = _longer(document, activity)
        for milestone in entries(activity, Activity, "milestones"):
            if (promised := when(milestone, Milestone)) and _outside(document, promised.value.year, longer):
                yield _beyond(document, activity, promised, say("tonggak"), str(promised.value))
    for stage in entries(document.root, Plan, "development", "stages"):
        yield from _span(document, stage, StagePeriod, say("tahap"))
    for ceiling in years(document.root, Plan, "blueprint", "funding", "ceilings"):
        if _outside(document, ceiling.value):
            yield _beyond(document, document.root, ceiling, say("pagu"), str(ceiling.value))


def _reversed_period(document: Document) -> Iterator[Problem]:
    first, last = (year(document.root, Plan, "header", "period", bound) for bound in ("start", "end"))
    if first and last and first.value > last.value:
        yield _reversed(say("masa rencana"), first, last, document.root)


def _span(document: Document, node: Group, of: type[Entity], what: Message, longer: int = 0) -> Iterator[Problem]:
    first, last = start(node, of), end(node, of)
    if first and _outside(document, first.value.year):
        yield _beyond(document, node, first, say("{apa} mulai", apa=what), str(first.value))
    if last and _outside(document, last.value.year, longer):
        yield _beyond(document, node, last, say("{apa} selesai", apa=what), str(last.value))
    if first and last and first.value > last.value:
        yield _reversed(what, first, last, node)


def _activity(node: Group) -> Message:
    own = identifier(node)
    return say("kegiatan `{id}`", id=own.value) if own else say("kegiatan")


def _longer(document: Document, activity: Group) -> int:
    """By how many years an activity outlasts the plan."""
    last = end(activity, Activity)
    return min(max(0, last.value.year - document.bounds[1]), LONGEST) if last else 0


def _outside(document: Document, when: int, longer: int = 0) -> bool:
    first, last = document.bounds
    return not first <= when <= last + longer


def _reversed(what: Message, first: Read, last: Read, node: Group) -> Problem:
    own = identifier(node)
    return Problem(
        "selesai-sebelum-mulai",
        last.place,
        say(
            "{apa} selesai {selesai}, sebelum mulai {mulai}",
            apa=what,
            selesai=str(last.value),
            mulai=str(first.value),
        ),
        mark=say("lebih dahulu daripada mulainya"),
        help=say("perbaiki salah satu; mungkin keduanya tertukar"),
        labels=(Label(first.place, say("mulai di sini")),),
        item=own.value if own else "",
    )


def _beyond(document: Document, node: Group, time: Read, what: Message, written: str) -> Problem:
    first, last = document.period
    own = identifier(node)
    labels = inside(node, Activity)  # stages and ceilings have no id
    if last.place != document.root.place:
        labels += (Label(first.place.until(last.place), say("masa rencana")),)
    return Problem(
        "di-luar-periode",
        time.place,
        say(
            "{apa} {waktu}, di luar masa rencana {awal}–{akhir}",
            apa=what,
            waktu=written,
            awal=str(first.value),
            akhir=str(last.value),
        ),
        mark=say("di luar {awal}–{akhir}", awal=str(first.value), akhir=str(last.value)),
        help=say("perbaiki tahunnya, atau pindahkan ke rencana masa berikutnya"),
        labels=labels,
        item=own.value if own else "",
    )
