"""A page as text for a test: its body as the publisher gets it, and its front matter."""

from html.parser import HTMLParser

from generator.pages.rendering.page import Page
from generator.publishing.markdown import markdown


def body(page: object) -> str:
    """The body of a page, headings as Markdown and links as they stand on the screen."""
    assert isinstance(page, Page)
    return markdown(page).split("\n---\n", 1)[1]


def bare_text(html: str) -> str:
    """Text that stands in no element: a template's mistake, as nothing makes a paragraph of it."""
    reader = _Outside()
    reader.feed(html)
    reader.close()
    assert reader.depth == 0, html[:200]
    return reader.text.strip()


class _Outside(HTMLParser):
    VOID = ("br", "hr", "input", "rect", "use", "path", "line", "circle", "meta", "img", "wbr")

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag not in self.VOID

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag not in self.VOID

    def handle_data(self, data: str) -> None:
        self.text += "" if self.depth else data
