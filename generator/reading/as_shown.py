"""Texts as a reader sees them, where the lines of a file hold them otherwise: other blanks and dashes between figures,
a value over several lines, or one with escapes.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model.description import Field
from generator.reading.expected import values
from generator.reading.nodes import Node, Scalar
from generator.reading.text import TextFile

_TYPED = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f", " "),
        **dict.fromkeys("\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"),
        **{chr(0xFF10 + figure): str(figure) for figure in range(10)},
    }
)
_BETWEEN_FIGURES = re.compile(rf"[\d)][{''.join(map(chr, _TYPED))}]|[\uff10-\uff19]")
_FOLDED = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?=[\w(])")


def as_typed(file: TextFile) -> TextFile:
    """The file with blanks, dashes and figures as a keyboard gives them, each in its place: a word processor sets its
    own."""
    if file.text.isascii() or not _BETWEEN_FIGURES.search(file.text):
        return file
    return replace(file, text=file.text.translate(_TYPED))


def folded(text: str) -> str:
    """A text whose line ends are blanks, but before what begins a list, a heading or the row of a table."""
    return _FOLDED.sub(" ", text)


def shown_otherwise(root: Node, files: Iterable[TextFile]) -> Iterator[tuple[Field, Scalar]]:
    """The values of a plan that no line of its files holds as they are shown."""
    escaped = {file.path: file for file in files if "\\" in file.text}
    for field, value in values(root):
        file = None if value.plain else escaped.get(value.place.path)
        if value.place.line != value.place.end_line or (file and "\\" in file.between(value.place)):
            yield field, value
