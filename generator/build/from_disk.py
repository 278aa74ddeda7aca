"""A site that opens from a folder by a double click: there a link to a folder would show a list of its files.

What needs a server does not work then: the search, and what else a script loads.
"""

import re
from pathlib import Path

from generator.store.atomic import write_whole

_LINK = re.compile(r'(<a\b[^<>]*?\shref=")([^"#?:]+)((?:[?#][^"]*)?")')


def open_from_disk(site: Path) -> None:
    """Name the page in every link of a finished site that leads to a folder."""
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        named = _LINK.sub(_with_page, text)
        if named != text:
            # A new file: the old one has a second name on the shelf.
            write_whole(page, named.encode("utf-8"))


def _with_page(link: re.Match[str]) -> str:
    before, path, after = link.groups()
    if path.startswith("/") or path.rpartition("/")[2] not in ("", ".", ".."):
        return link[0]
    return f"{before}{path.rstrip('/') or '.'}/index.html{after}"
