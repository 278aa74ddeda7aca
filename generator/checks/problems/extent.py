"""`melebihi-batas` of a whole plan: the items of a list that several files continue, and how often items name others.

A page shows the name of a thing wherever it is referred to, in both directions, and again where it is printed: the
references are what makes pages larger than the files they are made from.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.checks.problems.document import Document, PlacedScalar
from generator.checks.problems.fields import scalars
from generator.diagnostics import Place, Problem
from generator.locale import say
from generator.model.activity import Activity
from generator.model.description import tables
from generator.model.program import Program
from generator.model.terms import SectionKey
from generator.model.value_type import ValueType
from generator.reading.limits import MAXIMUM_ITEMS, MAXIMUM_REFERENCES, beyond
from generator.reading.nodes import Listing, find

_NAMING = (ValueType.REFERENCE, ValueType.NATIONAL_INDICATOR, ValueType.CHOICE)


def extent(document: Document) -> Iterator[Problem]:
    """More items than a list may have, in several files; more references than a plan may have."""
    for table in tables():
        listed = None if table.parent else find(document.root, table.path)
        if isinstance(listed, Listing) and len(listed) > MAXIMUM_ITEMS:
            told = say("daftar `{daftar}` memuat lebih dari {batas} butir", daftar=table.name, batas=MAXIMUM_ITEMS)
            yield beyond(listed[MAXIMUM_ITEMS].place, told)
    naming = [each for each in document.of_type(*_NAMING) if _names_something(each)]
    if place := _first_beyond(naming, document):
        told = say("butir rencana ini saling merujuk lebih dari {batas} kali", batas=MAXIMUM_REFERENCES)
        yield beyond(place, told)


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
