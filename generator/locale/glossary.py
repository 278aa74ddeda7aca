"""The glossary: official words and abbreviations with their long form, a plain explanation and its source.

Pages explain a word with it where a reader meets it, search finds a page by the long form or a synonym, and
the planner's guide prints it. The words are Indonesian in every language: they are terms of Indonesian law.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A word as it is written in running text. `long_form` is empty when the word is not an abbreviation."""

    term: str
    long_form: str
    explanation: str
    synonyms: tuple[str, ...]
    source: str
    """The citation the explanation rests on."""


@cache
def glossary() -> tuple[GlossaryTerm, ...]:
    """Every term, in alphabetical order without regard to letter case."""
    data = json.loads(files("generator.locale").joinpath("glossary.json").read_text(encoding="utf-8"))
    return tuple(
        GlossaryTerm(
            term=entry["term"],
            long_form=entry["long_form"],
            explanation=entry["explanation"],
            synonyms=tuple(entry["synonyms"]),
            source=data["sources"][entry["source"]],
        )
        for entry in data["terms"]
    )


@cache
def by_name() -> dict[str, GlossaryTerm]:
    """Every term under its own word, its long form and its synonyms, in small letters; the own word wins."""
    own = [(term.term, term) for term in glossary()]
    others = [(name, term) for term in glossary() for name in (term.long_form, *term.synonyms) if name]
    found: dict[str, GlossaryTerm] = {}
    for name, term in (*own, *others):
        found.setdefault(name.casefold(), term)
    return found
