"""A page is blocks until it gets its place: headings, and the finished HTML between them.

A template writes HTML, and marks in it what only it can know. Here the text is divided at the marks, once:

    <heading id="peta-jalan">…</heading>      a heading of the page: it stands in its contents
    <heading level="3">…</heading>            one inside an element, which does not
    <source-line href="…">…</source-line>     the line a value stands on: a link, words on paper, never searched
    <searched id="l-01">…</searched>          the name of a row, found at its anchor though its table is not
    <unsearched>…</unsearched>                not found by the search: it stands on many pages, or lists others' things
    <screen>…</screen>                        not on paper: what only a hand can use, or what paper says elsewhere
    <paper>…</paper>                          not on the screen

The first four hold no other mark; `<screen>` and `<paper>` may stand inside a tag. Nobody but a template can write
a mark: a `<` of the plan's own is escaped.
"""

import re
from enum import Enum
from typing import NamedTuple, TypeAlias

CONTENTS = 2
"""The level of the headings that a page's contents list."""


class Medium(Enum):
    """What a block may be meant for alone."""

    SCREEN = "screen"
    PAPER = "paper"


class Heading(NamedTuple):
    """A heading; `text` is HTML. It stands wherever its page is shown if `shown_on` names no medium."""

    level: int
    text: str
    anchor: str = ""
    shown_on: Medium | None = None
    searched: bool = True

    @property
    def html(self) -> str:
        """The heading as an element."""
        anchor = f' id="{self.anchor}"' if self.anchor else ""
        return f"<h{self.level}{anchor}>{self.text}</h{self.level}>"


class SourceLine(NamedTuple):
    """The line of a file that a value stands on; nobody can follow its address on paper."""

    text: str
    address: str = ""
    shown_on: Medium | None = None
    searched: bool = False

    @property
    def html(self) -> str:
        """The line as a link; nothing where nobody can follow it."""
        return f'<a class="source" href="{self.address}">{self.text}</a>' if self.address else ""


class Html(NamedTuple):
    """Finished HTML; a piece of an element too, as a mark may stand inside one.

    `anchor` is where a reader finds a text that stands alone among others that are not searched.
    """

    text: str
    shown_on: Medium | None = None
    searched: bool = True
    anchor: str = ""

    @property
    def html(self) -> str:
        """The text, as other blocks have an element."""
        return self.text


Block: TypeAlias = Heading | SourceLine | Html
Body: TypeAlias = tuple[Block, ...]

_MARK = re.compile(
    r'<heading(?: level="(?P<level>[2-6])")?(?: id="(?P<anchor>[^"]*)")?>(?P<heading>.*?)</heading>'
    r'|<source-line(?: href="(?P<address>[^"]*)")?>(?P<line>.*?)</source-line>'
    r'|<searched id="(?P<place>[^"]*)">(?P<searched>.*?)</searched>'
    r"|<(?P<end>/?)(?P<name>unsearched|screen|paper)>"
    r"|</?(?:heading|source-line|searched|unsearched|screen|paper)\b",
    re.DOTALL,
)


class WrongMark(ValueError):
    """A template closes a mark that it did not open, leaves one open, or shows something on no medium; as text it is
    the mark, without what stands in it."""

    def __init__(self, mark: str) -> None:
        super().__init__(re.sub(r"(?s)^(</?[a-z-]+).*", r"\1>", mark))


def blocks(written: str) -> Body:
    """What a template wrote, divided at its marks. Raises `WrongMark`: a mistake of the template."""
    divided: list[Block] = []
    media: list[Medium] = []
    unsearched = at = 0
    for mark in _MARK.finditer(written):
        shown_on = media[-1] if media else None
        if mark.start() > at:
            divided.append(Html(written[at : mark.start()], shown_on, not unsearched))
        at = mark.end()
        match mark.lastgroup:
            case "heading":
                level = int(mark["level"] or CONTENTS)
                divided.append(Heading(level, _plain(mark).strip(), mark["anchor"] or "", shown_on, not unsearched))
            case "line":
                divided.append(SourceLine(_plain(mark), mark["address"] or "", shown_on))
            case "searched":
                divided.append(Html(_plain(mark), shown_on, True, mark["place"]))
            case "name":
                unsearched += _opened(mark, media)
                # A mark on a line of its own takes the line along.
                if written.startswith("\n", at) and mark.start() == written.rfind("\n", 0, at) + 1:
                    at += 1
            case _:
                raise WrongMark(mark[0])
        if unsearched < 0:
            raise WrongMark(mark[0])
    if media or unsearched:
        raise WrongMark(f"<{media[-1].value}>" if media else "<unsearched>")
    if rest := written[at:]:
        divided.append(Html(rest))
    return tuple(divided)


def _plain(mark: re.Match[str]) -> str:
    """The text of a mark that holds no other."""
    text = mark[mark.lastgroup or 0]
    if _MARK.search(text):
        raise WrongMark(mark[0])
    return text


def _opened(mark: re.Match[str], media: list[Medium]) -> int:
    """Open or close a medium, or tell how many more parts are unsearched now.

    A mark may lie inside its like, as a line of a macro in a group for the screen.
    """
    if mark["name"] == "unsearched":
        return -1 if mark["end"] else 1
    medium = Medium(mark["name"])
    if mark["end"]:
        if not media or media.pop() is not medium:
            raise WrongMark(mark[0])
    elif media and media[-1] is not medium:
        raise WrongMark(mark[0])
    else:
        media.append(medium)
    return 0
