"""`data-pribadi` and `rahasia`: what must not be published, in a plan's files and so in its comments too."""

from collections.abc import Iterator
from dataclasses import replace

from generator.checks.problems.document import Document
from generator.diagnostics import Problem
from generator.reading.withheld import withheld as withheld_of


def withheld(document: Document) -> Iterator[Problem]:
    """Each, with the item around it."""
    for problem in withheld_of(document.files, document.root):
        yield replace(problem, item=document.item_at(problem.place))
