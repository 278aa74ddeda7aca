"""A plan's own text on a page: escaped, or Markdown turned into HTML of a short list of elements.

The text is untrusted. It never reaches the publisher as Markdown: what may be formatted is rendered
and sanitised here, and stands on the page as finished HTML.
"""

import re
from functools import lru_cache
from html import escape
from typing import Any
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown as Renderer
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

_TAGS = {"p", "strong", "em", "ul", "ol", "li", "a", "code", "pre", "blockquote", "br", "hr"}
_TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}

# Text with none of these has no Markdown in it: most of a plan, at a hundredth of the cost.
_MARKUP = re.compile(r"[*_`\[\]<>#&\\~|]|^\s*(?:[-+=]|\d+[.)])|^ {4}|^\t|  $", re.MULTILINE)


def formatted(text: str) -> Markup:
    """Markdown of a plan as safe HTML; headings become bold paragraphs, so that the page's outline stays ours."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _MARKUP.search(text):
        paragraphs = (escape(paragraph.strip()) for paragraph in re.split(r"\n\s*\n", text))
        return Markup("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph))
    return Markup(_rendered(text))


@lru_cache(maxsize=4096)
def _rendered(text: str) -> str:
    html = nh3.clean(
        Renderer(extensions=[_PlanMarkdown(), "sane_lists", "tables"], output_format="html").convert(text),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel="noopener nofollow ugc",
        url_relative="deny",
    )
    html = html.replace("<th>", '<th scope="col">').replace("<table>", '<div class="table-scroll" tabindex="0"><table>')
    html = html.replace("</table>", "</table></div>")
    # A blank line inside would let the publisher take the rest for Markdown, and a line of code its sign for a heading.
    return re.sub(r"\n\s*\n+", "\n", html).replace("\n#", "\n&#35;")


class _PlanMarkdown(Extension):
    """HTML in a plan is text: only Markdown's own marks format it."""

    def extendMarkdown(self, md: Renderer) -> None:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.deregister("entity")
        md.treeprocessors.register(_BoldHeadings(md), "headings-as-paragraphs", 5)


class _BoldHeadings(Treeprocessor):
    def run(self, root: Element) -> Any:
        for heading in [element for element in root.iter() if re.fullmatch("h[1-6]", element.tag)]:
            strong = Element("strong")
            strong.text, heading.text = heading.text, None
            strong.extend(list(heading))
            for child in list(heading):
                heading.remove(child)
            heading.tag = "p"
            heading.append(strong)
