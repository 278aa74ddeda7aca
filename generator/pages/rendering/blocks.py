"""A page is blocks until it gets its place: headings, and the finished HTML between them.

A template writes HTML, and marks in it what only it can know. Here the text is divided at the marks, once:

    <heading id="peta-jalan">Peta jalan</heading>   a heading of the page: it stands in its contents
    <heading level="3">Sasaran</heading>            one inside an element, which does not
    <screen>…</screen>   not on paper: what only a hand on a screen can use, or what paper says elsewhere
    <paper>…</paper>     not on the screen

A mark may stand inside a tag. Nobody but a template can write one: a `<` of the plan's own is escaped.
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

    @property
    def html(self) -> str:
        """The heading as an element."""
        anchor = f' id="{self.anchor}"' if self.anchor else ""
        return f"<h{self.level}{anchor}>{self.text}</h{self.level}>"


class Html(NamedTuple):
    """Finished HTML; a piece of an element too, as a mark may stand inside one."""

    text: str
    shown_on: Medium | None = None


Body: TypeAlias = tuple[Heading | Html, ...]

_MARK = re.compile(r'<(/?)(heading|screen|paper)(?: level="([2-6])")?(?: id="([^"]*)")?>')


class WrongMark(ValueError):
    """A template closes a mark that it did not open, leaves one open, or shows something on no medium."""


def blocks(written: str) -> Body:
    """What a template wrote, divided at its marks. Raises `WrongMark`: a mistake of the template."""
    divided: list[Heading | Html] = []
    media: list[Medium] = []
    heading: re.Match[str] | None = None
    at = 0
    for mark in _MARK.finditer(written):
        shown_on = media[-1] if media else None
        name, is_end, text = mark[2], bool(mark[1]), written[at : mark.start()]
        at = mark.end()
        if name != "heading":
            _mark_medium(media, Medium(name), is_end)
            # A mark on a line of its own takes the line along.
            if written.startswith("\n", at) and mark.start() == written.rfind("\n", 0, at) + 1:
                at += 1
        elif is_end is (heading is None):
            raise WrongMark(mark[0])
        if heading:
            if name != "heading":
                raise WrongMark(f"{heading[0]}{text}{mark[0]}")
            divided.append(Heading(int(heading[3] or CONTENTS), text.strip(), heading[4] or "", shown_on))
        elif text:
            divided.append(Html(text, shown_on))
        if name == "heading":
            heading = None if is_end else mark
    if heading or media:
        raise WrongMark(heading[0] if heading else f"<{media[-1].value}>")
    if rest := written[at:]:
        divided.append(Html(rest))
    return tuple(divided)


def _mark_medium(media: list[Medium], medium: Medium, is_end: bool) -> None:
    """Open or close a medium; one may lie inside its like, as a line of a macro in a group for the screen."""
    if is_end:
        if not media or media.pop() is not medium:
            raise WrongMark(f"</{medium.value}>")
    elif media and media[-1] is not medium:
        raise WrongMark(f"<{medium.value}>")
    else:
        media.append(medium)
