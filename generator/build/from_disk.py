"""A site that opens from a folder by a double click: there a link to a folder would show a list of its files.

What needs a server does not work then: the search, whose page says so, and what else a script loads.
"""

import re
from pathlib import Path

from generator.locale import language, say
from generator.store.atomic import write_whole
from generator.store.files import files

_SLASH = "&#x2f;"
"""How Zensical's templates write a `/`."""
_LINK = re.compile(rf'(<a\b[^<>]*?\shref=")((?:{_SLASH}|[^"#?:])+)((?:[?#][^"]*)?")')
_LANGUAGE = re.compile(r'<html lang="(id|en)"')
_SEARCH = '<form class="filters search-page"'
_NO_SEARCH = say(
    "Situs percobaan ini dibuka dari folder: pencarian baru bekerja setelah situs terbit, atau dengan `rencana serve`."
)


def open_from_disk(site: Path) -> None:
    """Name the page in every link of a finished site that leads to a folder, and say where no search can be."""
    for page in (site / path for path in files(site) if path.endswith(".html")):
        text = page.read_text(encoding="utf-8")
        named = _LINK.sub(_with_page, text).replace(_SEARCH, f"<p><strong>{_no_search(text)}</strong></p>\n{_SEARCH}")
        if named != text:
            # A new file: the old one has a second name on the last site.
            write_whole(page, named.encode("utf-8"))


def _no_search(page: str) -> str:
    told = _LANGUAGE.search(page)
    return re.sub("`([^`]*)`", r"<code>\1</code>", language(told[1] if told else "id").word(_NO_SEARCH))


def _with_page(link: re.Match[str]) -> str:
    before, path, after = link[1], link[2].replace(_SLASH, "/"), link[3]
    if path.startswith("/") or path.rpartition("/")[2] not in ("", ".", ".."):
        return link[0]
    return f"{before}{path.rstrip('/') or '.'}/index.html{after}"
