"""Texts as a reader sees them, where the lines of a file hold them otherwise: other blanks and dashes between figures,
a value over several lines, one with escapes, with signs of Markdown, or with characters that nobody sees.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model.description import Field
from generator.model.prose import is_plain, parsed
from generator.model.value_type import ValueType
from generator.reading.expected import values
from generator.reading.nodes import Node, Scalar
from generator.reading.text import TextFile

_TYPED = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f", " "),
        **dict.fromkeys("\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"),
        **{chr(0xFF10 + figure): str(figure) for figure in range(10)},
        "\uff20": "@",
    }
)
_BETWEEN_FIGURES = re.compile(rf"[\d)] ?[{''.join(map(chr, _TYPED))}]|[\uff10-\uff19\uff20]")
_WIDTHLESS = "\u00ad\u200b-\u200d\u2060\ufeff"
"""What a web page or a messenger leaves in a text that is copied from it, between any two characters."""

_UNSEEN = re.compile(f"[{_WIDTHLESS}]")
_SIGNS = re.compile(
    r"[\d@.:][*_`~]|[*_`~][\d@.:]|@[a-zA-Z0-9.-]*[*_`~]|\\|&#?[a-zA-Z0-9]{1,31};|\][(\[:]|^[ \t]*>"
    f"|[{_WIDTHLESS}]",
    re.MULTILINE,
)
"""Signs of Markdown, what stands for a character and what nobody sees, where a person's number or address may hold
them."""

_IN_A_WORD = re.compile(r"(?<=[^\W_])[*~]{1,8}(?=[^\W_])")
"""Signs that a page shows, as in `12*4`: they may have been meant to make a part of a number bold."""

_BREAKS = ("softbreak", "hardbreak")
_ASIDE = ("href", "src", "title")

_FOLDED = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?=[\w(])")


def as_typed(file: TextFile) -> TextFile:
    """The file with blanks, dashes, figures and `@` as a keyboard gives them, each in its place: a word processor sets
    its own."""
    if file.text.isascii() or not _BETWEEN_FIGURES.search(file.text):
        return file
    return replace(file, text=file.text.translate(_TYPED))


def folded(text: str) -> str:
    """A text whose line ends are blanks, but before what begins a list, a heading or the row of a table."""
    return _FOLDED.sub(" ", text)


def has_signs(text: str) -> bool:
    """Whether a page may show a number or an address that the text holds in parts."""
    return bool(_SIGNS.search(text))


def shown_otherwise(root: Node, files: Iterable[TextFile]) -> Iterator[tuple[Field, Scalar, str]]:
    """The values of a plan that no line of its files holds as they are shown, and how they are."""
    escaped = {file.path: file for file in files if "\\" in file.text}
    for field, value in values(root):
        if field.value_type is ValueType.MARKDOWN and has_signs(value) and not is_plain(value):
            yield field, value, as_markdown_shows(value)
            continue
        file = None if value.plain else escaped.get(value.place.path)
        escapes = file and "\\" in file.between(value.place)
        if escapes or value.place.line != value.place.end_line or _UNSEEN.search(value):
            yield field, value, _UNSEEN.sub("", folded(value))


def as_markdown_shows(text: str) -> str:
    """What Markdown shows and somebody sees, a block a line, and behind it where its links and pictures lead."""
    lines = []
    for token in parsed(text):
        words = [" " if each.type in _BREAKS else each.content for each in token.children or ()]
        lines.append(_IN_A_WORD.sub("", "".join(words)) if words else folded(token.content))
        written = (each for each in token.children or () if each.info != "auto")
        lines += (str(value) for each in written for name, value in each.attrs.items() if name in _ASIDE)
    return _UNSEEN.sub("", "\n".join(lines))
