"""The folder of Markdown files that the publisher reads."""

import os
from collections.abc import Container, Iterable, Mapping
from pathlib import Path, PurePosixPath
from zlib import crc32

from generator.pages.addresses import document
from generator.pages.rendering.page import Page
from generator.pages.rendering.site_file import SiteFile
from generator.publishing.markdown import markdown, markdown_and_html
from generator.reading.past.vouched import as_told, read_told, vouched
from generator.store.atomic import write_whole
from generator.store.files import Print
from generator.store.opening import LARGEST, content
from generator.store.paths import lands_in, real

LIST = ".rencana-halaman"
"""In the folder: what was written there, a file a line. A publisher leaves hidden files out."""


class ForeignFile(Exception):
    """A file that somebody else wrote or `changed` stands where a page would be or was; it was left as it is."""

    def __init__(self, path: Path, *, changed: bool = False) -> None:
        super().__init__(str(path))
        self.path = path
        self.changed = changed


def write_pages(pages: Iterable[Page | SiteFile], folder: Path, keep: Container[str] = ()) -> int:
    """Make `folder` hold these pages; the number of files that changed. Raises `ForeignFile` before it writes any.

    A file that is the same already keeps its time, so that a watching publisher does not stir. One that no page makes
    any more is removed, if it was written here and holds that still: nothing else in the folder is ours, not even what
    somebody else wrote just so. What was written below the folders `keep` stays.
    """
    listed, changed = _listed(folder)
    planned = {folder / path_of(page): _content(page) for page in pages}
    kept = {path for path in listed.keys() - planned.keys() if path.relative_to(folder).parts[0] in keep}
    inside = real(folder)
    for path, wanted in planned.items():
        # A link would lead what is written out of the folder.
        if not lands_in(path, inside) or not (path in listed or _is_free(path, wanted)):
            raise ForeignFile(path)
    for path in sorted(changed - kept):
        if path not in planned or not _is_free(path, planned[path]):
            raise ForeignFile(path, changed=True)
    others = {path for path in planned.keys() - listed.keys() if os.path.lexists(path)}
    made = {path: Print(len(wanted), crc32(wanted)) for path, wanted in planned.items() if path not in others}
    # First what will be there too: what a killed command has written is ours as well.
    # What an earlier version wrote stays without its print until all is written.
    both = {path: [*prints, made[path]] if prints and path in made else prints for path, prints in listed.items()}
    _write_list(folder, {path: [each] for path, each in made.items()} | both)
    written = sum([_write(path, wanted) for path, wanted in planned.items()])
    for path in listed.keys() - planned.keys() - kept:
        path.unlink(missing_ok=True)
        written += 1
    _write_list(folder, {path: [made[path]] if path in made else listed[path] for path in {*made, *kept}})
    return written


def _is_free(path: Path, wanted: bytes) -> bool:
    """Whether nothing stands there, or the same already."""
    try:
        return not os.path.lexists(path) or (path.is_file() and not path.is_symlink() and path.read_bytes() == wanted)
    except OSError:
        return False


def _listed(folder: Path) -> tuple[dict[Path, list[Print]], set[Path]]:
    """The files that were written to `folder` and are there, with what was written, and those of them that somebody
    changed; whatever the list says, none outside of it."""
    told: dict[str, list[Print]] = {}
    try:
        for line in content(folder / LIST, LARGEST).decode("utf-8").splitlines():
            made = read_told(line.partition(" ")[0])
            told.setdefault(line.partition(" ")[2] if made else line, []).extend([made] if made else [])
    except (OSError, UnicodeDecodeError):
        return {}, set()
    inside, known = real(folder), vouched(told, folder / LIST)
    paths = {folder / name: told[name] for name in known.ours | known.changed if PurePosixPath(name).as_posix() == name}
    there = {
        path: made
        for path, made in paths.items()
        # Of a name that no disk can hold `Path.is_file` is no answer.
        if os.path.isfile(path) and real(path).is_relative_to(inside)  # noqa: PTH113
    }
    return there, {folder / name for name in known.changed} & there.keys()


def _write_list(folder: Path, written: Mapping[Path, Iterable[Print]]) -> None:
    """A line for each content of each file; of one of an earlier version, whose content was not told, its name."""
    names = ((path.relative_to(folder).as_posix(), made) for path, made in written.items())
    lines = sorted((name, told) for name, made in names for told in [f"{as_told(each)} " for each in made] or [""])
    _write(folder / LIST, "".join(f"{told}{name}\n" for name, told in lines).encode("utf-8"))


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
