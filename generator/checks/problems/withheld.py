"""`data-pribadi` and `rahasia`: what must not be published, in a plan's files and so in its comments and names too."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice
from pathlib import PurePosixPath

from generator.checks.problems.document import Document
from generator.diagnostics import Place, Problem
from generator.locale import say
from generator.reading.text import TextFile
from generator.reading.withheld import withheld as withheld_of


def withheld(document: Document) -> Iterator[Problem]:
    """Each, with the item around it."""
    for problem in withheld_of(document.files, document.root):
        yield replace(problem, item=document.item_at(problem.place))
    for file in document.files:
        path = PurePosixPath(file.path)
        names = (*path.parent.parts, path.stem)  # an ending is no domain
        for problem in islice(chain.from_iterable(withheld_of([TextFile(name, name)]) for name in names), 1):
            yield Problem(
                problem.code,
                Place(file.path, 1, 1, 1, 1),
                say("nama berkas atau foldernya ikut terbit dalam tautan, dan {sebab}", sebab=problem.message),
                help=say("ganti namanya menurut isinya, misalnya `layanan.yaml`"),
            )
