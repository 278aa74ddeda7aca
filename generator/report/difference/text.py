"""The difference for a terminal."""

from collections.abc import Iterator

from generator.locale import Language, say
from generator.report.difference.outline import Outline
from generator.report.difference.result import Difference


def text(difference: Difference, words: Language) -> str:
    """Totals, then each plan with its changes and its findings that came (`+`) or went (`-`)."""
    return "\n".join(_lines(difference, Outline(difference, words)))


def _lines(difference: Difference, outline: Outline) -> Iterator[str]:
    before, after = outline.states()
    yield f"{before} → {after}"
    totals = list(outline.totals())
    yield from (f"{line.subject}: {line.text}" for line in totals)
    plans = list(difference.plans())
    if not plans and not difference.broken:
        yield outline.word(say("Tidak ada perubahan pada isi rencana."))
    for address, title in plans:
        yield ""
        yield f"{outline.title(address, title)} ({address})"
        yield from (f"  {line.subject}: {line.text}" for line in outline.changes(address))
        yield from (f"  + {line.subject}: {line.text}" for line in outline.new(address))
        yield from (f"  - {line.subject}: {line.text}" for line in outline.gone(address))
    for broken in difference.broken:
        yield outline.word(
            say("{rencana}: ada kesalahan pada salah satu sisi, jadi tidak dibandingkan", rencana=broken)
        )
