"""Words that a page is found by though it does not hold them: roots of its words, long forms of its abbreviations.

The search's own Indonesian stemmer takes *pelayanan* for *melayani*, but not *perencanaan* for *rencana*: it has
no dictionary. Roots come from PySastrawi, which has one (docs/decisions/search.md).
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from generator.locale.glossary import glossary
from generator.locale.pairs import asking, kinds, light, meaning, pairs

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SHORTEST = 6
"""Letters of the shortest word with an affix that is worth a root: *dikaji*."""


def hidden_words(text: str) -> str:
    """Roots and long forms for the searched text of a page, in alphabetical order, without what itself holds."""
    words = _WORD.findall(text)
    held = [word.casefold() for word in words]
    found = {_root(word) for word in held if len(word) >= _SHORTEST}
    for name in _named(words):
        found.update(_other_names()[name])
    return " ".join(sorted(found.difference(held)))


def glossary_words() -> str:
    """Every name of every term, for the page that explains them."""
    names = (name for term in glossary() for name in (term.term, term.long_form, *term.synonyms))
    return " ".join(sorted({word for name in names for word in _words(name)}))


def query_words() -> dict[str, Any]:
    """What the search needs in the browser to take a question apart: `pairs` of names, each a list of words in small
    letters, the glossary's abbreviations among them; the words that are `asking`, and those that ask for a `meaning`.
    """
    terms = ((term.term, term.long_form) for term in glossary() if term.term != term.term.lower())
    named = [[_words(name) for name in names if name] for names in (*(pair.names for pair in pairs()), *terms)]
    return {
        "pairs": [names for names in named if len(names) > 1],
        "asking": list(asking()),
        "meaning": list(meaning()),
        "light": list(light()),
        "kinds": list(kinds()),
    }


@cache
def _stemmer() -> Any:
    return StemmerFactory().create_stemmer()


@lru_cache(maxsize=65536)
def _root(word: str) -> str:
    return str(_stemmer().stem(word))


@cache
def _other_names() -> dict[str, frozenset[str]]:
    """Words to find a text by that holds a name: for a term all its names, for a long form or synonym the term; for one
    of a pair the others.

    Only terms written with a capital letter: a common word such as *kegiatan* is on every page, and so would be
    its synonyms.
    """
    names: dict[str, set[str]] = {}
    for term in glossary():
        if term.term != term.term.lower():
            others = " ".join((term.long_form, *term.synonyms))
            names.setdefault(term.term, set()).update(_words(others))
            for other in (term.long_form, *term.synonyms):
                if other:
                    names.setdefault(_written(other), set()).update(_words(term.term))
    for pair in pairs():
        for name in pair.names:
            others = " ".join(each for each in pair.names if each != name)
            names.setdefault(_written(name), set()).update(_words(others))
    return {name: frozenset(others) for name, others in names.items()}


@cache
def _lengths() -> dict[str, int]:
    """By the first word of a name, as it is written: the most words that a name beginning so has."""
    found: dict[str, int] = {}
    for name in _other_names():
        first, _, rest = name.partition(" ")
        found[first] = max(found.get(first, 0), 1 + len(rest.split()))
    return found


def _named(words: list[str]) -> Iterator[str]:
    """The names of terms in a text; an abbreviation counts only as it is written, other names in any case."""
    names, lengths = _other_names(), _lengths()
    starts = [start for start, word in enumerate(words) if word in lengths or word.casefold() in lengths]
    for start in starts:
        word = words[start]
        longest = max(lengths.get(word, 0), lengths.get(word.casefold(), 0))
        for length in range(1, min(longest, len(words) - start) + 1):
            exact = " ".join(words[start : start + length])
            for name in {exact, exact.casefold()}:
                if name in names:
                    yield name


def _written(name: str) -> str:
    """A name as it is looked for: abbreviations as they are, other names in small letters."""
    return name if name.isupper() else name.casefold()


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
