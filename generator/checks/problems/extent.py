"""`melebihi-batas` of a whole plan: what makes its pages larger than the files they are made from.

A list may be continued in several files. A page shows the name of a thing wherever it is referred to, in both
directions, and again where it is printed. A table has a column for each year, and a row for each item.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.checks.problems.document import Document, PlacedScalar
from generator.checks.problems.fields import Read, scalars, years
from generator.diagnostics import Place, Problem
from generator.locale import say
from generator.model.activity import Activity
from generator.model.control import Indicator
from generator.model.description import tables
from generator.model.program import Program
from generator.model.terms import SectionKey
from generator.model.value_type import ValueType
from generator.reading.limits import MAXIMUM_ITEMS, MAXIMUM_REFERENCES, MAXIMUM_YEARS, beyond
from generator.reading.lone_file import EVERY_YEAR
from generator.reading.nodes import Group, Listing, find

_NAMING = (ValueType.REFERENCE, ValueType.NATIONAL_INDICATOR, ValueType.CHOICE)


def extent(document: Document) -> Iterator[Problem]:
    """More items than a list may have, in several files; more references or years than a plan may have."""
    for table in tables():
        listed = None if table.parent else find(document.root, table.path)
        if isinstance(listed, Listing) and len(listed) > MAXIMUM_ITEMS:
            told = say("daftar `{daftar}` memuat lebih dari {batas} butir", daftar=table.name, batas=MAXIMUM_ITEMS)
            yield beyond(listed[MAXIMUM_ITEMS].place, told)
    naming = [each for each in document.of_type(*_NAMING) if _names_something(each)]
    if place := _first_beyond(naming, document):
        told = say("butir rencana ini saling merujuk lebih dari {batas} kali", batas=MAXIMUM_REFERENCES)
        yield beyond(place, told)
    start, end = document.bounds
    is_told = document.period[1].place != document.root.place
    if end - start >= MAXIMUM_YEARS and (is_told or document.address.years != EVERY_YEAR):
        told = say("masa rencana ini lebih dari {batas} tahun", batas=MAXIMUM_YEARS)
        yield beyond(document.period[1].place, told)
    measured = [year for item in document.items if item.kind is Indicator for year in _measured(item.node)]
    many = sorted({year.value for year in measured})[2 * MAXIMUM_YEARS :]
    if place := next((year.place for year in measured if year.value in many), None):
        yield beyond(place, say("semua indikator menyebut lebih dari {batas} tahun", batas=2 * MAXIMUM_YEARS))


def _measured(indicator: Group) -> Iterator[Read]:
    yield from years(indicator, Indicator, "targets")
    yield from years(indicator, Indicator, "achievements")


def _names_something(written: PlacedScalar) -> bool:
    field = written.column.field
    return field.value_type is not ValueType.CHOICE or field.choices is SectionKey


def _first_beyond(naming: Sequence[PlacedScalar], document: Document) -> Place | None:
    """The reference with which there are too many. That of an activity to its programme counts the strategies of the
    programme too: a page tells which activities serve them."""
    through = Counter(
        {item.id: len(scalars(item.node, Program, "strategies")) for item in document.items if item.kind is Program}
    )
    count = 0
    for each in naming:
        of_activity = each.table.item is Activity and each.column.field.target is Program
        count += 1 + (through[each.scalar.strip()] if of_activity else 0)
        if count > MAXIMUM_REFERENCES:
            return each.scalar.place
    return None
