"""The difference as a comment on a pull request.

Whatever comes from plans is shown as the text it is: no markup, no link, nobody called by `@`, no issue
referred to. Forges look for such references after Markdown is gone, so a backslash does not stop them and
an invisible word joiner does.
"""

import re
from collections.abc import Iterable, Iterator

from generator.locale import Language, say
from generator.report.difference.outline import Outline, OutlineLine
from generator.report.difference.result import Difference

# GitHub refuses a comment of more than 65,536; counted in bytes, so that no forge counts more.
LONGEST = 65_000
_JOINER = "\u2060"
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&$!^=])")
_REFERENCES = re.compile(r"(?<=[@#!~%&$:])(?=[\w/])|(?<=www)(?=\.)|(?<=\bGH)(?=-\d)", re.IGNORECASE)


def markdown(difference: Difference, words: Language) -> str:
    """Totals as a table, then each plan; cut at a line, with a word about it, where the forge would refuse it."""
    outline = Outline(difference, words)
    rest = outline.word(say("Selebihnya tidak muat di sini; jalankan `rencana diff` untuk melihat semuanya."))
    kept: list[str] = []
    room = LONGEST - len(rest.encode()) - 2
    for line in _lines(difference, outline):
        room -= len(line.encode()) + 1
        if room < 0:
            return "\n".join([*kept, "", rest])
        kept.append(line)
    return "\n".join(kept)


def escaped(text: str) -> str:
    """A text that no forge reads as markup or as a reference."""
    return _MARKUP.sub(r"\\\1", _REFERENCES.sub(_JOINER, text))


def _lines(difference: Difference, outline: Outline) -> Iterator[str]:
    before, after = map(escaped, outline.states())
    title = outline.word(say("Perubahan rencana"))
    yield f"### {title}"
    yield ""
    yield f"{before} → {after}"
    totals = list(outline.totals())
    if totals:
        yield ""
        what, change = outline.word(say("Hal")), outline.word(say("Perubahan"))
        yield f"| {what} | {change} |"
        yield "| --- | --- |"
        yield from (f"| {escaped(line.subject)} | {escaped(line.text)} |" for line in totals)
    plans = list(difference.plans())
    if not plans and not difference.broken:
        yield ""
        yield outline.word(say("Tidak ada perubahan pada isi rencana."))
    for plan in difference.broken:
        yield ""
        yield outline.word(
            say(
                "{rencana}: ada kesalahan pada salah satu sisi, jadi tidak dibandingkan",
                rencana=escaped(plan),
            )
        )
    for address, title in plans:
        yield ""
        yield f"#### {escaped(outline.title(address, title))} ({escaped(str(address))})"
        yield from _listed("", outline.changes(address))
        yield from _listed(outline.word(say("Temuan baru")), outline.new(address))
        yield from _listed(outline.word(say("Temuan yang hilang")), outline.gone(address))


def _listed(heading: str, lines: Iterable[OutlineLine]) -> Iterator[str]:
    told = [f"- **{escaped(line.subject)}**: {escaped(line.text)}" for line in lines]
    if told:
        yield ""
        if heading:
            yield f"{heading}:"
            yield ""
        yield from told
