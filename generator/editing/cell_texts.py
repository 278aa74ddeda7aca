"""The texts of cells: gathered from their parts, and written anew as one."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from generator.data.xlsx_archive import MAIN
from generator.editing.strict_xml import Attributes, Grammar, keeps_space, read

RUNS = {"t", "r"}
"""A text stands whole, or in runs that are formatted differently. How it sounds (`rPh`) is none of it."""
_SHARED = Grammar({"": {"sst"}, "sst": {"si"}, "si": RUNS, "r": {"t"}}, {"", "sst"}, {"t"})


class Gathered:
    """A text of which each part is told as it is read."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._keeps = False

    def begin(self, attributes: Attributes) -> None:
        self._keeps = keeps_space(attributes)

    def end(self, text: str) -> None:
        self._parts.append(text if self._keeps else text.strip(" \t\r\n"))

    def taken(self) -> str:
        """All of it; what is told next begins another."""
        text = "".join(self._parts)
        self._parts.clear()
        return text


def shared_texts(part: bytes | None) -> list[str]:
    """The texts that the cells of a workbook share. Raises `ExpatError`."""
    found: list[str] = []
    text = Gathered()
    if part is not None:
        end = {"t": text.end, "si": lambda _: found.append(text.taken())}
        read(part, _SHARED, {"t": text.begin}, end)
    return found


def shared_anew(texts: Sequence[str]) -> str:
    """The part of shared texts."""
    return f'<sst xmlns="{MAIN}">{"".join(f"<si>{text_anew(each)}</si>" for each in texts)}</sst>'


def text_anew(text: str) -> str:
    """A text of one part."""
    return f'<t xml:space="preserve">{escaped(text)}</t>'


def escaped(text: str) -> str:
    """A text inside an element; an XML reader would take a bare `\\r` for the end of a line."""
    return escape(text, {"\r": "&#13;"})
