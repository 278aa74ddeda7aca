"""`id-ganda`: an id stands for one thing in the whole plan, whatever list it is in and its letter case."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.checks.problems.document import Definition, Document
from generator.diagnostics import Label, Place, Problem
from generator.locale import say
from generator.reading.customary import is_copy, lateness


def identifiers(document: Document) -> Iterator[Problem]:
    """Every id that was given before; a file that repeats those of another one is told once.

    Of two files the one that looks like a copy, or has no customary name, is held to be the later one: an id that
    others already refer to is not to be changed.
    """
    first: dict[str, Definition] = {}
    own: dict[str, list[tuple[Definition, Definition]]] = {}
    count: dict[str, int] = {}
    for item in sorted(document.items, key=lambda item: (lateness(item.place.path), item.place)):
        known = first.setdefault(item.id.casefold(), item)
        count[item.place.path] = count.get(item.place.path, 0) + 1
        if known is not item:
            own.setdefault(item.place.path, []).append((item, known))
    for path, repeated in own.items():
        others = {known.place.path for _, known in repeated}
        whole = len(repeated) == count[path] and len(others) == 1 and path not in others
        if whole and (is_copy(path) or len(repeated) > 1):
            yield _copy(path, others.pop(), len(repeated))
        else:
            yield from (_repeated(item, known) for item, known in repeated)


def _copy(path: str, original: str, count: int) -> Problem:
    return Problem(
        "id-ganda",
        Place(path, 1, 1, 1, 1),
        say(
            "berkas ini tampaknya salinan `{asal}`: semua id di dalamnya ({jumlah}) ada juga di sana",
            asal=PurePosixPath(original).name,
            jumlah=count,
        ),
        help=say("hapus salinannya, atau pindahkan keluar dari folder rencana"),
        labels=(Label(Place(original, 1, 1, 1, 1), say("berkas asalnya")),),
    )


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
    help_ = say("beri id lain pada yang baru; id yang sudah terbit tidak diganti")
    if item.place.path != first.place.path:
        files = {"ini": PurePosixPath(item.place.path).name, "itu": PurePosixPath(first.place.path).name}
        help_ = say("bila yang di `{ini}` baru, beri id lain; yang di `{itu}` tampaknya lebih lama", **files)
    return Problem(
        "id-ganda",
        item.place,
        message,
        mark=say("dipakai lagi di sini"),
        help=help_,
        labels=(Label(first.place, say("pertama dipakai di sini")),),
        item=item.id,
    )
