"""`kerangka-tidak-dikenal`: a national frame, or an indicator of one, that the program does not know."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from generator.checks.problems.document import Document, elements, identifier, inside, scalars
from generator.diagnostics import Problem
from generator.locale import Message, say
from generator.model.activity import Activity
from generator.model.frame import NationalFrame, load_frame
from generator.reading.nodes import Scalar


def national_frame(document: Document) -> Iterator[Problem]:
    """Every entry of `kerangka_nasional` and of the activities' `indikator_nasional`."""
    frame = load_frame()
    # A regulation's id ends in its year; the program's own lists are no frame to follow.
    regulations = [id for id in frame.sources if id[-4:].isdigit()]
    for scalar in scalars(document.root, "rencana", "kerangka_nasional"):
        if scalar.strip() not in regulations:
            yield Problem(
                "kerangka-tidak-dikenal",
                scalar.place,
                say("kerangka nasional `{kata}` tidak dikenal", kata=scalar.strip()),
                help=_nearest(scalar, regulations),
            )
    for activity in elements(document.root, "kegiatan"):
        own = identifier(activity, "id")
        for scalar in scalars(activity, "indikator_nasional"):
            if frame.indicator(scalar.strip()) is None:
                yield Problem(
                    "kerangka-tidak-dikenal",
                    scalar.place,
                    say("indikator nasional `{kata}` tidak dikenal", kata=scalar.strip()),
                    help=_help(scalar, frame),
                    labels=inside(activity, Activity),
                    item=own.value if own else "",
                )


def _help(scalar: Scalar, frame: NationalFrame) -> Message:
    index = frame.indexes.get(scalar.strip().partition("/")[0])
    if index:
        return say("`{indeks}` memuat indikator 1 sampai {akhir}", indeks=index.id, akhir=len(index.indicators))
    return _nearest(scalar, frame.indicators)


def _nearest(scalar: Scalar, known: Iterable[str]) -> Message:
    words = list(known)
    near = get_close_matches(scalar.strip().lower(), words, n=1, cutoff=0.7)
    if near:
        return say("mungkin maksudnya `{kata}`", kata=near[0])
    if "/" in words[0]:
        return say("tulis kerangka dan nomor indikatornya, misalnya `{contoh}`", contoh=words[-1])
    return say("yang dikenal: {daftar}", daftar=", ".join(words))
