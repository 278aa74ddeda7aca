"""The folder of Markdown files that the publisher reads."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from generator.pages.addresses import document
from generator.pages.rendering.page import Page
from generator.pages.rendering.text_file import TextFile
from generator.publishing.markdown import markdown, markdown_and_html

LIST = ".rencana-halaman"
"""In the folder: the files that were written there, one a line. A publisher leaves hidden files out."""


class ForeignFile(Exception):
    """A file that somebody else wrote stands where a page would be; it was left as it is."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def write_pages(pages: Iterable[Page | TextFile], folder: Path) -> int:
    """Make `folder` hold these pages; the number of files that changed. Raises `ForeignFile`.

    A file that is the same already keeps its time, so that a watching publisher does not stir; a file
    that no page makes any more is removed, if it was written here: nothing else in the folder is ours.
    """
    ours = _listed(folder)
    written: set[Path] = set()
    changed = 0
    try:
        for page in pages:
            path = _path(page, folder)
            if path not in ours and path.exists() and path.read_bytes() != _text(page).encode("utf-8"):
                raise ForeignFile(path)
            changed += _write(path, _text(page))
            written.add(path)
    except ForeignFile:
        _write_list(folder, ours | written)
        raise
    for path in ours - written:
        path.unlink(missing_ok=True)
        changed += 1
    _write_list(folder, written)
    return changed


def _listed(folder: Path) -> set[Path]:
    """The files that were written to `folder` and are there; whatever the list says, none outside of it."""
    try:
        names = (folder / LIST).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    inside = folder.resolve()
    paths = (folder / name for name in names)
    return {path for path in paths if path.is_file() and path.resolve().is_relative_to(inside)}


def _write_list(folder: Path, written: Iterable[Path]) -> None:
    names = sorted(path.relative_to(folder).as_posix() for path in written)
    _write(folder / LIST, "".join(f"{name}\n" for name in names))


def write_for_publisher(pages: Iterable[Page | TextFile], folder: Path) -> dict[str, list[str]]:
    """Write pages that only the publisher will read; their finished HTML, which it does not get, by address."""
    aside: dict[str, list[str]] = {}
    for page in pages:
        if isinstance(page, TextFile):
            _write(_path(page, folder), page.text)
        else:
            text, aside[page.address] = markdown_and_html(page)
            _write(_path(page, folder), text)
    return aside


def _path(page: Page | TextFile, folder: Path) -> Path:
    return folder / (page.address if isinstance(page, TextFile) else document(page.address))


def _text(page: Page | TextFile) -> str:
    return page.text if isinstance(page, TextFile) else markdown(page)


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
