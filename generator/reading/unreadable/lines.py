"""A line of a broken file, taken apart as its author will have meant it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, overload

from generator.reading.text import TextFile
from generator.reading.vocabulary import vocabulary

_LINE = re.compile(
    r"(?P<indent>[ \t\u00a0]*)(?P<dashes>(?:-[ \t]+)*)"
    r"(?P<key>[^\s:#'\"\[\]{},&*!|>%@`–•-](?:[^:#\"'\[\]{}]*[^ \t:#\"'\[\]{}])?)?"
    r"(?P<colon>(?(key)[ \t]*:(?=[ \t]|$)|))(?P<gap>[ \t]*)(?P<value>.*)"
)

LONGEST = 2_000
"""Characters of a line that is taken apart."""


class TypedLine(NamedTuple):
    """One line: its number from 1, what stands before its first word, its key if it has one, and the rest."""

    number: int
    text: str
    indent: str
    dashes: str
    key: str
    value: str
    value_column: int
    """Of the first character of `value`, from 1."""

    @property
    def depth(self) -> int:
        """How many characters stand before the first one that is seen."""
        return len(self.indent)

    @property
    def key_column(self) -> int:
        """Of the first character of the key, from 0: where its brothers have to stand."""
        return len(self.indent) + len(self.dashes)

    @property
    def is_blank(self) -> bool:
        """Nothing to read: empty, or a comment."""
        return not self.text.strip() or self.text.lstrip().startswith("#")

    @property
    def has_known_key(self) -> bool:
        """Whether its key is one of the plan format."""
        return self.key in vocabulary()


class TypedLines(Sequence[TypedLine]):
    """Every line of a file, each taken apart when it is looked at: few are near the mistake. A line without `key: ` is
    all value, one that nobody can have written by hand has none."""

    def __init__(self, file: TextFile) -> None:
        self._texts = file.lines

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, at: int) -> TypedLine: ...
    @overload
    def __getitem__(self, at: slice) -> list[TypedLine]: ...
    def __getitem__(self, at: int | slice) -> TypedLine | list[TypedLine]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        number, text = range(1, len(self) + 1)[at], self._texts[at]
        return _line(number, text) if len(text) <= LONGEST else TypedLine(number, text, "", "", "", "", 1)


@lru_cache(maxsize=4 * LONGEST)
def _line(number: int, text: str) -> TypedLine:
    match = _LINE.match(text)
    if match is None or not match["colon"]:
        lead = re.match(r"[ \t\u00a0]*(?:-[ \t]+)*", text)
        start = lead.end() if lead else 0
        indent = re.match(r"[ \t\u00a0]*", text)
        depth = indent.end() if indent else 0
        return TypedLine(number, text, text[:depth], text[depth:start], "", text[start:].rstrip(), start + 1)
    return TypedLine(
        number,
        text,
        match["indent"],
        match["dashes"],
        match["key"],
        match["value"].rstrip(" \t"),
        match.start("value") + 1,
    )
