"""`id-ganda`: an id stands for one thing in the whole plan, whatever list it is in and its letter case."""

from collections.abc import Iterator

from generator.checks.problems.document import Definition, Document
from generator.diagnostics import Label, Problem
from generator.locale import say


def identifiers(document: Document) -> Iterator[Problem]:
    """Every id that was given before, at the later place, in the order of the file."""
    first: dict[str, Definition] = {}
    for item in sorted(document.items, key=lambda item: item.place):
        known = first.setdefault(item.id.casefold(), item)
        if known is not item:
            yield _repeated(item, known)


def _repeated(item: Definition, first: Definition) -> Problem:
    name = first.kind.called
    message = say("id `{id}` sudah dipakai oleh {jenis} lain", id=item.id, jenis=name)
    if item.id != first.id:
        message = say(
            "id `{id}` sudah dipakai oleh {jenis} `{pertama}`; huruf besar dan kecil dianggap sama",
            id=item.id,
            jenis=name,
            pertama=first.id,
        )
    return Problem(
        "id-ganda",
        item.place,
        message,
        mark=say("dipakai lagi di sini"),
        help=say("beri id lain pada yang baru; id yang sudah terbit tidak diganti"),
        labels=(Label(first.place, say("pertama dipakai di sini")),),
        item=item.id,
    )
