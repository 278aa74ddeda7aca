"""On which page of a PDF each named destination lies, for files as Chromium writes them.

Its PDF library, Skia, writes plain PDF 1.4: a cross-reference table, and dictionaries that are not compressed
(PDF 1.7, ISO 32000-1: 7.5.4 cross-reference table, 7.7.3 page tree, 12.3.2.3 named destinations).
"""

import re
from collections.abc import Iterator

_REFERENCE = rb" (\d+) 0 R"
_DESTINATION = re.compile(rb"/([^\s/\[<>]+) \[(\d+) 0 R /XYZ ")
_KIDS = re.compile(rb"/Kids \[([\d R]*)\]")
_ENTRY = 20
"""Length of an entry of the cross-reference table."""


def destinations(pdf: bytes) -> dict[str, int]:
    """Page numbers, from 1, by the name of the destination; nothing for a file that is written in another way."""
    try:
        objects = _Objects(pdf)
        catalogue = objects.text(objects.root)
        sheets = {number: page for page, number in enumerate(_leaves(objects, _link(catalogue, b"/Pages")), 1)}
        named = _DESTINATION.findall(objects.text(_link(catalogue, b"/Dests")))
        return {name.decode("ascii"): sheets[int(number)] for name, number in named}
    except (ValueError, KeyError, IndexError):
        return {}


class _Objects:
    """The objects of a file, found by its cross-reference table. A missing part raises `ValueError`."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        table = int(pdf[pdf.rindex(b"startxref") :].split()[1])
        if not pdf.startswith(b"xref\n0 ", table):
            raise ValueError("no cross-reference table")
        self._entries = pdf.index(b"\n", table + len(b"xref\n")) + 1
        self.root = _link(pdf[pdf.rindex(b"trailer") :], b"/Root")

    def text(self, number: int) -> bytes:
        """The text of an object that holds no stream."""
        entry = self._entries + _ENTRY * number
        start = int(self._pdf[entry : entry + 10])
        return self._pdf[start : self._pdf.index(b"endobj", start)]


def _link(text: bytes, key: bytes) -> int:
    found = re.search(re.escape(key) + _REFERENCE, text)
    if found is None:
        raise ValueError(key)
    return int(found[1])


def _leaves(objects: _Objects, number: int) -> Iterator[int]:
    """The pages below a node of the page tree, in order."""
    kids = _KIDS.search(objects.text(number))
    if kids is None:
        yield number
        return
    for kid in re.findall(rb"(\d+) 0 R", kids[1]):
        yield from _leaves(objects, int(kid))
