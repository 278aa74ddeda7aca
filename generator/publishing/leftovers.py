"""Files of the publisher's own theme that our frame never loads: 3 MB that a site need not carry."""

from pathlib import Path

from generator.store.paths import discard

_FOLDERS = ("assets/javascripts", "assets/stylesheets", "assets/images")
_INDEX = "search.json"
"""The publisher's own search index, where it makes one."""

_FRAME = "404.html"
"""A page that every site has, and that holds nothing but the frame."""


def drop_leftovers(site: Path) -> None:
    """Remove the folders that the frame of the site's pages does not name; a theme of one's own may load them.

    The search index of the publisher goes too: search is our own.
    """
    page = site / _FRAME
    frame = page.read_text(encoding="utf-8") if page.is_file() else ""
    (site / _INDEX).unlink(missing_ok=True)
    for folder in _FOLDERS:
        if f"{folder}/" not in frame:
            discard(site / folder)
