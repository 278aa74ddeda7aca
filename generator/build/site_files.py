"""What people put beside our pages: a domain's name, a proof of ownership, `.well-known/`."""

import stat
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from generator.build.jobs import mark
from generator.build.ownership import MARKER
from generator.locale import Message, say
from generator.pages.rendering.site_file import SiteFile
from generator.publishing.docs_folder import LIST
from generator.store.files import LONGEST_PATH, files, walk
from generator.store.opening import content
from generator.store.seal import digest

FOLDER = "site_files"
"""In the repository; copied into every site."""

MAXIMUM_FILES = 1_000
MAXIMUM_BYTES = 50 * 1024 * 1024


class LeftOut(NamedTuple):
    """A file below the folder, or the folder itself (`""`), that is on no site, and why."""

    path: str
    reason: Message


_TAKEN = say("situs sudah memuat berkas di alamat itu")
_MISNAMED = say("namanya memuat yang bukan huruf, angka, atau tanda biasa; ganti nama berkasnya")
_PAGE = ".md"
_PAGES = (_PAGE, ".markdown", ".mdown", ".mkdn", ".mkd")
"""How the names of files end that MkDocs makes pages of (`mkdocs.utils.markdown_extensions`)."""

_OURS = frozenset((MARKER, LIST))
_REPOSITORY = ".git"
"""Of a clone that somebody put here: its settings may hold the token it was fetched with."""


def copy_site_files(source: Path, site: Path, institutions: Collection[str]) -> tuple[str, list[LeftOut]]:
    """Copy every file below `source` into a finished site, but not into the folders of `institutions`; the mark of what
    was copied, as `site_files_mark` tells it, and what was not, in order."""
    taken = _Taken(files(site), institutions)
    left, copied = [], []
    for path, reason in _each(source):
        if reason := reason or taken.reason(path):
            left.append(LeftOut(path, reason))
            continue
        target, told = site / path, _content(source, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(told)
        target.chmod(0o644)
        copied.append(_mark(path, told))
    return mark(*copied), left


def read_site_files(
    source: Path, paths: Collection[str], institutions: Collection[str]
) -> tuple[list[SiteFile], list[LeftOut]]:
    """Every file below `source` for who makes pages only, beside those and the files at these `paths`, of which all in
    Markdown become pages; and what is left out."""
    pages = (f"{path.removesuffix(_PAGE)}.html" for path in paths if path.endswith(_PAGE))
    taken = _Taken([*paths, *pages], institutions)
    told = [(path, reason or taken.reason(path) or _as_page(path)) for path, reason in _each(source)]
    found = [SiteFile(path, _content(source, path)) for path, reason in told if not reason]
    return found, [LeftOut(path, reason) for path, reason in told if reason]


class _Taken:
    """What a site has already, by the paths of its files, and the folders that are an institution's alone: what stood
    in one yesterday would stay with its last good pages, whatever becomes of the file."""

    def __init__(self, paths: Collection[str], institutions: Collection[str]) -> None:
        self._files = _OURS.union(paths)
        self._folders = frozenset(parent for path in paths for parent in _above(path))
        self._institutions = frozenset(institutions)

    def reason(self, path: str) -> Message | None:
        above = _above(path)
        if self._institutions.intersection(above):
            return say("folder itu milik halaman sebuah lembaga; pilih folder lain")
        return _TAKEN if path in self._files or path in self._folders or self._files.intersection(above) else None


def _above(path: str) -> list[str]:
    return [path[:at] for at, sign in enumerate(path) if sign == "/"]


def _as_page(path: str) -> Message | None:
    """Publishers make a page of Markdown, while `build` publishes what a file holds."""
    return say("penerbit akan menjadikannya halaman; ganti akhiran namanya") if path.endswith(_PAGES) else None


def site_files_mark(source: Path) -> str:
    """Changes with any name, content or reason below `source`."""
    return mark(*(_mark(path, reason or _content(source, path)) for path, reason in _each(source)))


def _mark(path: str, told: Message | bytes) -> str:
    return f"{path} {digest(told).hex() if isinstance(told, bytes) else told}"


def _content(source: Path, path: str) -> bytes:
    """What a file holds that was a regular one just now."""
    return content(source / path, MAXIMUM_BYTES, follow=False)


def _each(source: Path) -> Iterator[tuple[str, Message | None]]:
    """Every file below a folder, in order, with the reason why it may not be on a site.

    A link, of the folder too, would publish whatever it leads to. Raises `OSError` for a folder that cannot be opened:
    a site without its `CNAME` is no site at its address.
    """
    if source.is_symlink():
        yield "", say("folder ini tautan, yang tidak diikuti")
        return
    size = 0
    for number, path in enumerate(_paths(source)):
        found = (source / path).lstat()
        size += found.st_size
        if not path.isprintable():  # bytes that are no text, a line end
            yield path, _MISNAMED
        elif len(path.encode()) > LONGEST_PATH:
            yield path, say("jalurnya lebih panjang dari {batas} bita", batas=LONGEST_PATH)
        elif path.rpartition("/")[2] == _REPOSITORY:
            yield path, say("folder repositori Git, yang dapat memuat kata sandi; taruh berkasnya saja di sini")
        elif not stat.S_ISREG(found.st_mode):
            yield path, say("tautan, pipa atau perangkat, bukan berkas biasa")
        elif number >= MAXIMUM_FILES or size > MAXIMUM_BYTES:
            yield (
                path,
                say("lebih dari {jumlah} berkas atau {besar} MiB", jumlah=MAXIMUM_FILES, besar=MAXIMUM_BYTES >> 20),
            )
        else:
            yield path, None


def _paths(source: Path) -> list[str]:
    def closed(error: OSError) -> None:
        if source.exists():
            raise error

    found = (
        Path(parent, name)
        for parent, folders, names in walk(source, closed)
        for name in (*names, *(folder for folder in folders if Path(parent, folder).is_symlink()))
    )
    return sorted({_told_as(path.relative_to(source)) for path in found})


def _told_as(path: Path) -> str:
    """The path, or that of the whole repository that the file is of."""
    within = path.parts[: path.parts.index(_REPOSITORY) + 1] if _REPOSITORY in path.parts else path.parts
    return "/".join(within)
