"""Application names as words that can be compared."""

import re

_WORD = re.compile(r"[^\W_]+!?")


def words(text: str) -> tuple[str, ...]:
    """Lower-case words: `e-Office`, `E Office` and `eoffice` are all `eoffice`; `LAPOR!` keeps its mark."""
    found = _WORD.findall(text.casefold())
    joined: list[str] = []
    for word in found:
        if joined and joined[-1] == "e":
            joined[-1] += word
        else:
            joined.append(word)
    return tuple(joined)


def line(text: str) -> str:
    """The words with a space on either side of each, so that `in` finds whole words and phrases."""
    return f" {' '.join(words(text))} "


def forms(name: str) -> tuple[tuple[str, ...], ...]:
    """A name and its short form: `Sistem Perizinan (SIMIZIN)` is known by both."""
    outside, bracket, rest = name.partition("(")
    inside = rest.partition(")")[0]
    return tuple(form for form in (words(outside), words(inside) if bracket else ()) if form)


def is_telling(name: tuple[str, ...], generic: frozenset[str]) -> bool:
    """Whether a name says which application it is: not only words that everyone uses, nor numbers or letters."""
    return any(word not in generic and len(word) > 2 and not word.isdigit() for word in name)
