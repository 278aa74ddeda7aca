"""`kerangka-tidak-dikenal`: a national frame, or an indicator of one, that the program does not know."""

import re
from collections.abc import Iterable, Iterator

from generator.checks.problems.document import Document, PlacedScalar
from generator.checks.problems.fields import inside
from generator.diagnostics import Problem
from generator.locale import Message, say
from generator.model.frame import NationalFrame, load_frame
from generator.model.value_type import ValueType
from generator.reading.nodes import Scalar

_FILLERS = re.compile(r"\b(?:tahun|nomor|no|tentang|republik|indonesia|ri)\b\.?")
_LONGEST = 80
_LISTED = 4


def national_frame(document: Document) -> Iterator[Problem]:
    """Every national frame and every indicator of one that is named, wherever it is."""
    frame = load_frame()
    # A regulation's id ends in its year; the program's own lists are no frame to follow.
    regulations = [id for id in frame.sources if id[-4:].isdigit()]
    for written in document.of_type(ValueType.NATIONAL_FRAME):
        word = written.scalar.strip()
        if word not in regulations:
            message = say("kerangka nasional `{kata}` tidak dikenal", kata=word)
            yield _problem(written, message, _nearest(document, written.scalar, regulations))
    for written in document.of_type(ValueType.NATIONAL_INDICATOR):
        word = written.scalar.strip()
        if frame.indicator(word) is None:
            message = say("indikator nasional `{kata}` tidak dikenal", kata=word)
            yield _problem(written, message, _help(document, written.scalar, frame))


def _problem(written: PlacedScalar, message: Message, help: Message) -> Problem:
    kind = written.table.within
    labels = inside(written.item, kind) if written.item and kind else ()
    return Problem("kerangka-tidak-dikenal", written.scalar.place, message, help=help, labels=labels, item=written.id)


def _help(document: Document, scalar: Scalar, frame: NationalFrame) -> Message:
    written = scalar.strip()
    having = [id for id in frame.indicators if written.isdigit() and id.rpartition("/")[2] == written.lstrip("0")]
    if having:
        return say("tulis juga kerangkanya: {daftar}", daftar=", ".join(f"`{id}`" for id in having[:_LISTED]))
    index = frame.indexes.get(written.partition("/")[0])
    if index:
        return say("`{indeks}` memuat indikator 1 sampai {akhir}", indeks=index.id, akhir=len(index.indicators))
    return _nearest(document, scalar, frame.indicators)


def _nearest(document: Document, scalar: Scalar, known: Iterable[str]) -> Message:
    words = list(known)
    plain = re.sub(r"[\W_]+", "-", _FILLERS.sub(" ", scalar[:_LONGEST].lower())).strip("-")
    near = document.guesses.nearest(plain, words, 0.7)
    if near:
        return say("mungkin maksudnya `{kata}`", kata=near)
    if "/" in words[0]:
        return say("tulis kerangka dan nomor indikatornya, misalnya `{contoh}`", contoh=words[-1])
    return say("yang dikenal: {daftar}", daftar=", ".join(words))
