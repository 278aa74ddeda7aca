"""The folder of Markdown files that the publisher reads."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from generator.pages.addresses import document
from generator.pages.page import Page
from generator.pages.text_file import TextFile
from generator.site.finished_html import wrapped


def write_pages(pages: Iterable[Page | TextFile], folder: Path) -> int:
    """Make `folder` hold exactly these pages; the number of files that changed.

    A file that is the same already keeps its time, so that a watching publisher does not stir; a file
    that no page makes any more is removed, if it is Markdown: nothing else in the folder is ours.
    """
    written: set[Path] = set()
    changed = 0
    for page in pages:
        path, is_new = write_page(page, folder)
        written.add(path)
        changed += is_new
    for path in folder.rglob("*.md"):
        if path not in written:
            path.unlink()
            changed += 1
    return changed


def write_page(page: Page | TextFile, folder: Path, *, for_people: bool = True) -> tuple[Path, bool]:
    """Write one page or file; where it is, and whether it was not there so already.

    What only the publisher reads takes a shorter way through it; see `finished_html`.
    """
    if isinstance(page, TextFile):
        path, text = folder / page.address, page.text
    else:
        path, text = folder / document(page.address), page.markdown() if for_people else page.markdown(wrapped)
    return path, _write(path, text)


def _write(path: Path, text: str) -> bool:
    content = text.encode("utf-8")
    try:
        if path.read_bytes() == content:
            return False
    except OSError:
        path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(path)
    return True
