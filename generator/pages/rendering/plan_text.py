"""A plan's own text on a page: escaped, or Markdown turned into HTML of a short list of elements, in one line.

The text is untrusted. What may be formatted is rendered and sanitised here, and stands on the page as finished HTML
without a line end: no line of a page begins with words of a plan, which a publisher could take for its own marks.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import Any

import nh3
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup

from generator.model import prose

_TAGS = {"p", "strong", "em", "s", "ul", "ol", "li", "a", "code", "pre", "blockquote", "br", "hr", "div"}
_TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {
    "a": {"href"},
    "ol": {"start"},
    "li": {"value"},
    "th": {"scope", "class"},
    "td": {"class"},
    "div": {"class", "tabindex"},
}
_SCHEMES = {"http", "https", "mailto"}
_GAP = re.compile(r"(?:\r\n?|\n)\s*(?:\r\n?|\n)")
# What the sanitiser writes has no bare `<`, and no `>` in an attribute.
_QUOTE = re.compile(r"<[^<>]*>|[^<]+")
_CODE = re.compile("<pre>.*?</pre>", re.DOTALL)


def formatted(text: str) -> Markup:
    """Markdown of a plan as safe HTML; headings become bold paragraphs, so that the page's outline stays ours."""
    if prose.is_plain(text):
        paragraphs = (" ".join(paragraph.split()) for paragraph in _GAP.split(text))
        return Markup("".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs if paragraph))
    return Markup(_rendered(text))


@lru_cache(maxsize=4096)
def _rendered(text: str) -> str:
    html = nh3.clean(
        _RENDERER.render(prose.parsed(text), _OPTIONS, {}),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel="noopener nofollow ugc",
        url_relative="deny",
    )
    html = _QUOTE.sub(lambda part: part[0].replace('"', "&#34;") if part[0][0] != "<" else part[0], html)
    return _CODE.sub(lambda code: code[0].replace("\n", "&#10;"), html.strip()).replace("\n", " ")


class _PlanRenderer(RendererHTML):
    """HTML and pictures in a plan are text, and a link that may not be followed is its words."""

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return escape(tokens[idx].content)

    def html_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return f"<p>{self.html_inline(tokens, idx, options, env)}</p>"

    def html_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return escape(" ".join(tokens[idx].content.split()))

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return "<p><strong>"

    def heading_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return "</strong></p>"

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return '<div class="table-scroll" tabindex="0"><table>'

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return "</table></div>"

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return f'<th scope="col"{_alignment(tokens[idx])}>'

    def td_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return f"<td{_alignment(tokens[idx])}>"

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        link = tokens[idx]
        return f'<a href="{escape(normalizeLink(str(link.attrs["href"])))}">' if prose.leads(link) else ""

    def link_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """With the title, which a finger, a keyboard and paper would not show."""
        link = next(token for token in reversed(tokens[:idx]) if token.type == "link_open")  # links hold no links
        title = f" ({escape(str(link.attrs['title']))})" if link.attrs.get("title") else ""
        return ("</a>" if prose.leads(link) else "") + title


def _alignment(cell: Token) -> str:
    """Numbers stand to the right; an inline style would be refused by the content policy."""
    return ' class="num"' if cell.attrGet("style") == "text-align:right" else ""


_RENDERER = _PlanRenderer()
_OPTIONS = OptionsDict(
    {
        "maxNesting": 0,
        "html": True,
        "linkify": False,
        "typographer": False,
        "quotes": "",
        "xhtmlOut": False,
        "breaks": False,
        "langPrefix": "",
        "highlight": None,
    }
)
