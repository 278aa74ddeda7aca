"""`selesai-sebelum-mulai` and `di-luar-periode`: the days a plan promises, against each other and its years.

What is measured or reported (baselines, progress, clearance) may lie outside the plan's years.
"""

from collections.abc import Iterator

from generator.checks.problems.document import (
    Document,
    Read,
    day,
    elements,
    end,
    identifier,
    inside,
    start,
    year,
    years,
)
from generator.diagnostics import Label, Problem
from generator.locale import Message, say
from generator.model.activity import Activity
from generator.reading.nodes import Group, find


def schedule(document: Document) -> Iterator[Problem]:
    """The plan's period, every activity with its milestones, every stage, and the years of the ceilings."""
    yield from _reversed_period(document)
    for activity in elements(document.root, "kegiatan"):
        yield from _span(document, activity, _activity(activity))
        for milestone in elements(activity, "tonggak"):
            if (promised := day(milestone, "tanggal")) and _outside(document, promised.value.year):
                yield _beyond(document, activity, promised, say("tonggak"), promised.value.isoformat())
    for stage in elements(document.root, "tahap_pengembangan", "tahapan"):
        yield from _span(document, stage, say("tahap"))
    for ceiling in years(document.root, "cetak_biru", "pendanaan", "pagu"):
        if _outside(document, ceiling.value):
            yield _beyond(document, document.root, ceiling, say("pagu"), str(ceiling.value))


def _reversed_period(document: Document) -> Iterator[Problem]:
    period = find(document.root, ("rencana", "periode"))
    if isinstance(period, Group):
        first, last = year(period, "mulai"), year(period, "selesai")
        if first and last and first.value > last.value:
            yield _reversed(say("masa rencana"), first, last, document.root)


def _span(document: Document, node: Group, what: Message) -> Iterator[Problem]:
    first, last = start(node), end(node)
    if first and _outside(document, first.value.year):
        yield _beyond(document, node, first, say("{apa} mulai", apa=what), str(first.value))
    if last and _outside(document, last.value.year):
        yield _beyond(document, node, last, say("{apa} selesai", apa=what), str(last.value))
    if first and last and first.value > last.value:
        yield _reversed(what, first, last, node)


def _activity(node: Group) -> Message:
    own = identifier(node, "id")
    return say("kegiatan `{id}`", id=own.value) if own else say("kegiatan")


def _outside(document: Document, when: int) -> bool:
    first, last = document.bounds
    return not first <= when <= last


def _reversed(what: Message, first: Read, last: Read, node: Group) -> Problem:
    own = identifier(node, "id")
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


def _beyond(document: Document, node: Group, when: Read, what: Message, written: str) -> Problem:
    first, last = document.period
    own = identifier(node, "id")
    labels = inside(node, Activity)  # stages and ceilings have no id
    if last.place != document.root.place:
        labels += (Label(first.place.until(last.place), say("masa rencana")),)
    return Problem(
        "di-luar-periode",
        when.place,
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
