"""The texts of a list in one cell: `Tirta Kota; Bukitlarang`, and a semicolon inside a text as `Blok C\\; lantai 2`."""

import re
from collections.abc import Iterable

BETWEEN = "; "
"""Between the texts of a list."""
_MARKED = re.compile(r"(?<!\\)(\\*);")
_PARTED = re.compile(r"(?<!\\)(\\*)(;|\n)")


def listed(texts: Iterable[str]) -> str:
    """The texts as one, such that `parted` finds them again: `\\` stands before a semicolon that parts nothing."""
    *others, last = [_MARKED.sub(r"\1\1\\;", text) for text in texts] or [""]
    return BETWEEN.join([*(_end_doubled(text) for text in others), last])


def _end_doubled(text: str) -> str:
    """A text before which the next begins: what `\\` it ends with is not a mark of the semicolon behind it."""
    return text + text[len(text.rstrip("\\")) :]


def parted(cell: str) -> tuple[str, ...]:
    """The texts that a cell lists, parted by semicolons or ends of lines; none of them is empty."""
    texts, begun, at = [], "", 0
    for found in _PARTED.finditer(cell):
        marks, sign = found.groups()
        begun += cell[at : found.start()] + (marks if sign == "\n" else marks[: len(marks) // 2])
        at = found.end()
        if sign == ";" and len(marks) % 2:
            begun += sign
        else:
            texts.append(begun)
            begun = ""
    return tuple(filter(None, map(str.strip, (*texts, begun + cell[at:]))))
