"""`anggaran-di-luar-kegiatan`: money in a year in which its activity does not run; of a range, in any of its years."""

from collections.abc import Iterator

from generator.checks.problems.document import Document
from generator.checks.problems.fields import Read, end, entries, identifier, start, years_of
from generator.diagnostics import Label, Problem
from generator.locale import say
from generator.model.activity import Activity
from generator.model.costs import BudgetLine
from generator.model.plan import Plan
from generator.model.values import YearRange


def budget_years(document: Document) -> Iterator[Problem]:
    """Every budget line whose years all lie before the start, or all after the end, of its activity."""
    for activity in entries(document.root, Plan, "activities"):
        first, last = start(activity, Activity), end(activity, Activity)
        if first and last and first.value > last.value:
            continue  # a reversed schedule says nothing about the money
        own = identifier(activity)
        for line in entries(activity, Activity, "budget"):
            when = years_of(line, BudgetLine)
            if when and first and YearRange.of(when.value).last < first.value.year:
                yield _outside(own, when, first, early=True)
            elif when and last and YearRange.of(when.value).first > last.value.year:
                yield _outside(own, when, last, early=False)


def _outside(own: Read | None, when: Read, limit: Read, *, early: bool) -> Problem:
    id = own.value if own else "…"
    words = {"id": id, "tahun": str(when.value), "batas": str(limit.value)}
    return Problem(
        "anggaran-di-luar-kegiatan",
        when.place,
        say("anggaran tahun {tahun} mendahului kegiatan `{id}`, yang mulai {batas}", **words)
        if early
        else say("anggaran tahun {tahun} sesudah kegiatan `{id}`, yang selesai {batas}", **words),
        mark=say("kegiatan tidak berjalan pada tahun ini"),
        help=say("perbaiki tahun anggaran, atau jadwal kegiatan"),
        labels=(Label(limit.place, say("mulai di sini") if early else say("selesai di sini")),),
        item=own.value if own else "",
    )
