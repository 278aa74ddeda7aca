"""`data-pribadi` and `rahasia`: what must not be published, in a plan's files and so in its comments and names too."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from generator.checks.problems.document import Document
from generator.diagnostics import Place, Problem
from generator.locale import say
from generator.reading.text import TextFile
from generator.reading.withheld import withheld as withheld_of


def withheld(document: Document) -> Iterator[Problem]:
    """Each, with the item around it."""
    for problem in withheld_of(document.files, document.root):
        yield replace(problem, item=document.item_at(problem.place))
    for path in (file.path for file in document.files):
        for problem in islice(withheld_of([TextFile(path, path)]), 1):
            yield Problem(
                problem.code,
                Place(path, 1, 1, 1, 1),
                say("nama berkas atau foldernya memuat yang tidak boleh terbit: tautan ke sumbernya menyebut nama itu"),
                help=say("ganti namanya menurut isinya, misalnya `layanan.yaml`"),
            )
