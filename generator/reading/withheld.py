"""What must not be published, wherever it was written: personal data and secrets."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from generator.diagnostics import Place, Problem
from generator.reading.as_shown import as_markdown_shows, folded, has_signs
from generator.reading.nodes import Node
from generator.reading.personal_data import personal_data
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.secrets import secrets
from generator.reading.text import TextFile

HIDDEN = "•••"
"""What stands in the place of it."""


def withheld(files: Iterable[TextFile], root: Node | None = None) -> Iterator[Problem]:
    """All of it in the files of a plan, whose values are below `root`."""
    every = tuple(files)
    yield from personal_data(every, root)
    yield from secrets(every, root)


def may_hold_withheld(files: Iterable[TextFile]) -> bool:
    """Whether some of it may be there: an amount can look like a person's number, which only a plan's values tell."""
    return any(_may_hold(file.text) for file in files)


@lru_cache(maxsize=64)  # the versions of a plan have nearly all their files in common
def _may_hold(text: str) -> bool:
    # Whether a value is written over several lines, or what its escapes and signs mean, only a plan's values tell.
    return has_signs(text) or any(withheld((TextFile("", text), TextFile("", folded(text)))))


def withheld_in(text: str) -> Iterator[str]:
    """All of it in a text that is no plan's, as it was written or as a page could show it."""
    shown = [as_markdown_shows(text)] if has_signs(text) else []
    for file in (TextFile("", each) for each in dict.fromkeys((text, folded(text), *shown))):
        yield from (file.between(each.place) for each in withheld((file,)))


@lru_cache(maxsize=1024)  # a proposal's commits, and each look at it, repeat their reasons
def may_be_published(text: str) -> bool:
    """Whether a text that nobody has checked holds none of it. One of 300 characters can take ten milliseconds."""
    return not any(withheld_in(text))


def with_hidden(plan: PlanFiles, files: Iterable[TextFile], found: Iterable[Problem]) -> PlanFiles:
    """The plan without the texts of what was `found` in its `files`."""
    places = sorted({problem.place for problem in found})
    kept = {file.path: RawFile(file.path, _hidden(file, places).encode()) for file in files}
    return replace(plan, files=tuple(kept.get(raw.path, raw) for raw in plan.files))


def _hidden(file: TextFile, places: Iterable[Place]) -> str:
    """The text of a file without what stands at its places, which come in order and may lie in each other; the line end
    behind a block stays."""
    parts: list[str] = []
    until = 0
    for place in (place for place in places if place.path == file.path):
        start, text = file.offset(place.line) + place.column - 1, file.between(place).rstrip()
        if text and start >= until:
            parts += file.text[until:start], HIDDEN
        until = max(until, start + len(text))
    return "".join((*parts, file.text[until:]))
