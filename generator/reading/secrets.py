"""`rahasia`: passwords, tokens and keys that were left in a plan."""

from collections.abc import Iterable, Iterator
from itertools import islice

from generator.diagnostics import Place, Problem
from generator.locale import say
from generator.reading.as_shown import shown_otherwise
from generator.reading.matching import MOST, count_within, matches
from generator.reading.nodes import Node
from generator.reading.secret_forms import SECRETS
from generator.reading.text import TextFile


def secrets(files: Iterable[TextFile], root: Node | None = None) -> Iterator[Problem]:
    """Every password, token and private key in the files of a plan, whose values are below `root`, as they stand there
    and as they are shown."""
    every = tuple(files)
    told: dict[str, list[tuple[int, int]]] = {}  # in order
    for file in every:
        for place in _places(file):
            told.setdefault(file.path, []).append((place.line, place.column))
            yield _problem(place)
    for _, value, text in shown_otherwise(root, every) if root else ():
        known = count_within(value.place, told.get(value.place.path, ()))
        if sum(1 for _ in _places(TextFile("", text))) > known:
            yield _problem(value.place)


def _places(file: TextFile) -> Iterator[Place]:
    small = file.text.casefold()
    found: set[Place] = set()
    for kind in SECRETS:
        if any(sign in small for sign in kind.signs):
            places = (place for place, *around in matches(kind.pattern, file) if kind.is_one(*around))
            found.update(islice(places, MOST))
    return _outermost(found)


def _outermost(places: Iterable[Place]) -> Iterator[Place]:
    """The places in order, without those that lie within others: two rules may see one secret."""
    line = end = 0
    for place in sorted(places, key=lambda place: (place.line, place.column, -place.end_column)):
        if (place.line, place.end_column) > (line, end):
            yield place
            line, end = place.line, place.end_column


def _problem(place: Place) -> Problem:
    return Problem(
        "rahasia",
        place,
        say("teks ini memuat kata sandi, token atau kunci"),
        mark=say("disamarkan di sini"),
        help=say("hapus, lalu ganti rahasia itu di tempat asalnya: siapa pun dapat membaca riwayat Git"),
    )
