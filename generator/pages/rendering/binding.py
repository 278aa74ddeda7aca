"""The printed page is bound from the other pages of its plan: each is rendered once, for the screen and for paper.

A template marks what only one of the two shows, and which lines are headings:

    <screen>…</screen>   not on paper: what only a hand on a screen can use, or what paper says elsewhere
    <paper>…</paper>     not on the screen
    {{ h(2) }}           a Markdown heading of the second level; on paper, where its page is a chapter, one of the third

Marks do not lie inside each other. Only templates write them: a `<` of the plan's own is escaped.
"""

import re
from collections.abc import Iterable

from markupsafe import Markup

from generator.model.address import PlanAddress
from generator.pages import addresses

_MARK = "<heading>"
_MARKED = re.compile(rf"^{_MARK}(#+) (.*?)(?: \{{#([^}}]+)\}})?$", re.MULTILINE)
_HEADING = re.compile(r"(</?h)([2-5])(?=[ >])")
# A mark on a line of its own takes the line along; so does what is left out.
_KEPT = {name: re.compile(f"<{name}>(\n)?(.*?)</{name}>(?(1)\n?)", re.DOTALL) for name in ("screen", "paper")}
_DROPPED = {name: re.compile(f"<{name}>.*?</{name}>\n?", re.DOTALL) for name in ("screen", "paper")}
_ELSEWHERE = re.compile(r'(<a [^<>]*?href=")(?![a-z]+:)([^"#]+)(#[^"]*)?"')
_HERE = re.compile(r'<a href="#([^"]*)">(.*?)</a>', re.DOTALL)
_LINE = re.compile(r'<a class="source" href="[^"]*">(.*?)</a>')
_TERM = re.compile(r'<span class="term"><a [^>]*>(.*?)</a><span class="term__note".*?</span></span>', re.DOTALL)
_ANCHOR = re.compile(r'(?: id="|\{#)([^"}]+)["}]')


def heading(level: int) -> Markup:
    """The signs of a Markdown heading, as `h` in the templates."""
    return Markup(_MARK + "#" * level)


def on_screen(written: str) -> str:
    """The body of a page as a template wrote it, for the site."""
    return _shown(written, on="screen", off="paper").replace(_MARK, "")


def on_paper(written: str, plan: PlanAddress, part: str, printed: Iterable[str]) -> str:
    """The body of the page at `part` as a chapter of the printed page; `printed` are the parts that are chapters.

    Headings lie a level deeper, and are finished HTML: the menu of the printed page lists its chapters. Nobody can
    follow a link on paper: one that leads to a line of a file or to an explanation becomes its words.
    """
    chapter = _shown(written, on="paper", off="screen")
    chapter = _MARKED.sub(_finished_heading, chapter)
    chapter = _HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", chapter)
    chapter = _LINE.sub(r'<span class="source">\1</span>', _TERM.sub(r"\1", chapter))
    page = addresses.plan(plan, part)
    bound = {addresses.relative(addresses.plan(plan, each), page) for each in printed}
    # The printed page is as deep as all pages of a plan but the summary, which is above them.
    upwards = "../" if part == addresses.SUMMARY else ""

    def moved(link: re.Match[str]) -> str:
        begin, address, anchor = link[1], link[2], link[3] or ""
        return f'{begin}{anchor}"' if anchor and address in bound else f'{begin}{upwards}{address}{anchor}"'

    return _ELSEWHERE.sub(moved, chapter)


def without_dead_links(printed: str) -> str:
    """The printed page, with the words in place of each link to what was left out."""
    anchors = set(_ANCHOR.findall(printed))
    return _HERE.sub(lambda link: link[0] if link[1] in anchors else link[2], printed)


def _finished_heading(found: re.Match[str]) -> str:
    level, text, anchor = len(found[1]), found[2], f' id="{found[3]}"' if found[3] else ""
    return f"<h{level}{anchor}>{text}</h{level}>"


def _shown(written: str, on: str, off: str) -> str:
    return _KEPT[on].sub(r"\2", _DROPPED[off].sub("", written))
