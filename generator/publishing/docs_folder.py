"""The folder of Markdown files that the publisher reads."""

import os
from collections.abc import Container, Iterable
from pathlib import Path, PurePosixPath

from generator.pages.addresses import document
from generator.pages.rendering.page import Page
from generator.pages.rendering.site_file import SiteFile
from generator.publishing.markdown import markdown, markdown_and_html
from generator.reading.past.committed import vouched
from generator.store.atomic import write_whole
from generator.store.opening import LARGEST, content
from generator.store.paths import lands_in, real

LIST = ".rencana-halaman"
"""In the folder: the files that were written there, one a line. A publisher leaves hidden files out."""


class ForeignFile(Exception):
    """A file that somebody else wrote stands where a page would be; it was left as it is."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def write_pages(pages: Iterable[Page | SiteFile], folder: Path, keep: Container[str] = ()) -> int:
    """Make `folder` hold these pages; the number of files that changed. Raises `ForeignFile` before it writes any.

    A file that is the same already keeps its time, so that a watching publisher does not stir; a file
    that no page makes any more is removed, if it was written here: nothing else in the folder is ours, not even what
    somebody else wrote just so. What was written below the folders `keep` stays.
    """
    ours = _listed(folder)
    planned = {folder / path_of(page): _content(page) for page in pages}
    kept = {path for path in ours - planned.keys() if path.relative_to(folder).parts[0] in keep}
    inside = real(folder)
    for path, wanted in planned.items():
        # A link would lead what is written out of the folder.
        if not lands_in(path, inside) or not (path in ours or _is_free(path, wanted)):
            raise ForeignFile(path)
    others = {path for path in planned.keys() - ours if os.path.lexists(path)}
    # First what will be there too: what a killed command has written is ours as well.
    _write_list(folder, {*ours, *planned} - others)
    changed = sum([_write(path, wanted) for path, wanted in planned.items()])
    for path in ours - planned.keys() - kept:
        path.unlink(missing_ok=True)
        changed += 1
    _write_list(folder, {*planned, *kept} - others)
    return changed


def _is_free(path: Path, wanted: bytes) -> bool:
    """Whether nothing stands there, or the same already."""
    try:
        return not os.path.lexists(path) or (path.is_file() and not path.is_symlink() and path.read_bytes() == wanted)
    except OSError:
        return False


def _listed(folder: Path) -> set[Path]:
    """The files that were written to `folder` and are there; whatever the list says, none outside of it."""
    try:
        names = content(folder / LIST, LARGEST).decode("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    inside, ours = real(folder), vouched(names, folder / LIST)
    paths = (folder / name for name in ours if PurePosixPath(name).as_posix() == name and ".." not in name.split("/"))
    return {path for path in paths if path.is_file() and real(path).is_relative_to(inside)}


def _write_list(folder: Path, written: Iterable[Path]) -> None:
    names = sorted(path.relative_to(folder).as_posix() for path in written)
    _write(folder / LIST, "".join(f"{name}\n" for name in names).encode("utf-8"))


def write_for_publisher(pages: Iterable[Page | SiteFile], folder: Path) -> dict[str, list[str]]:
    """Write pages that only the publisher will read; their finished HTML, which it does not get, by address."""
    aside: dict[str, list[str]] = {}
    for page in pages:
        if isinstance(page, SiteFile):
            _write(folder / path_of(page), page.content)
        else:
            text, aside[page.address] = markdown_and_html(page)
            _write(folder / path_of(page), text.encode("utf-8"))
    return aside


def path_of(page: Page | SiteFile) -> str:
    """Where a page or file stands in the folder."""
    return page.address if isinstance(page, SiteFile) else document(page.address)


def _content(page: Page | SiteFile) -> bytes:
    return page.content if isinstance(page, SiteFile) else markdown(page).encode("utf-8")


def _write(path: Path, wanted: bytes) -> bool:
    try:
        if content(path, LARGEST) == wanted:
            return False
    except OSError:
        path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, wanted)
    return True
