"""Reading published pages as a reader's program would."""

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Document:
    """What the tests ask of a page."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    tables: dict[str, list[list[str]]] = field(default_factory=dict)
    text: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Document()
        self._rows: list[list[str]] = []
        self._caption = ""
        self._in_caption = self._in_cell = False
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.document.ids.append(given["id"])
        if tag == "a" and "href" in given:
            self.document.links.append(given["href"])
        for name in ("src", "srcset", "data", "poster"):
            if name in given and tag not in ("object",):
                self.document.resources.append(given[name])
        if tag == "link" and given.get("rel") in ("stylesheet", "icon", "preload", "modulepreload", "manifest"):
            self.document.resources.append(given["href"])
        if tag in ("script", "style"):
            self._hidden += 1
        if tag == "caption":
            self._in_caption, self._caption, self._rows = True, "", []
        elif tag == "tr":
            self._rows.append([])
        elif tag in ("td", "th") and self._rows:
            exact = given.get("title", "") if tag == "td" else ""
            self._in_cell = not exact  # a short sum has the exact one as its title
            self._rows[-1].append(exact)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._hidden -= 1
        if tag == "caption":
            self._in_caption = False
        elif tag in ("td", "th"):
            self._in_cell = False
        elif tag == "table":
            self.document.tables[" ".join(self._caption.split())] = [
                [" ".join(cell.split()) for cell in row] for row in self._rows
            ]

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        self.document.text += data
        if self._in_caption:
            self._caption += data
        elif self._in_cell:
            self._rows[-1][-1] += data


@cache
def read(path: Path) -> Document:
    """A published page."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.document
