"""The folders `site_templates/` and `site_files/` of a repository: what is in them is rendered or published, so neither
leads out of it."""

import errno
import os
import stat
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from generator.diagnostics import Place
from generator.locale import say
from generator.publishing.unusable import Unusable, of_file, unusable
from generator.reading.past.sparse import left_out, not_checked_out
from generator.reading.past.submodules import not_fetched
from generator.reading.plan_files import shown
from generator.store.files import LONGEST_PATH, files, walk
from generator.store.opening import Unopened, content
from generator.store.paths import real
from generator.store.refusals import why

MOST = 10_000
_OWN = ("site_templates", "site_files")
_LINKED = say("hanya tautan, yang tidak diikuti; simpan foldernya sendiri di sana")
_TEMPLATES, _LARGEST = (".j2", ".html", "sitemap.xml"), 10 << 20
"""How the names of templates end, and their bytes."""
_POINTER, _LONGEST_POINTER = b"version https://git-lfs.github.com/spec/", 1024


def look_through(base: Path) -> None:
    """Raise `Unusable` for what keeps a site from being made of these folders of a repository as they are meant: one
    without its `CNAME` is none at its address."""
    _refuse_what_leads_out(base / _OWN[0])
    _refuse_what_is_closed(base / _OWN[1])
    if absent := not_checked_out(base, *_OWN, "mkdocs.yml"):
        names = " ".join(sorted({path.partition("/")[0] for path in absent}))
        told = say("ambil dengan `git sparse-checkout add {nama}`", nama=names)  # the others were left out on purpose
        raise Unusable(replace(left_out(absent[:1]), help=told))
    for path in not_fetched(base, *_OWN):
        told = say("submodul Git yang isinya belum diambil; jalankan `git submodule update --init --recursive`")
        raise of_file(shown(path), told)


def _refuse_what_leads_out(templates: Path) -> None:
    """Raise `Unusable` for a link that leads out of the folder or nowhere, and for what is no file.

    The folder itself may be none either: a link out of the repository would publish whatever it leads to. Nor may one
    in it: it could lead to itself.
    """
    _refuse_what_is_closed(templates)
    inside, seen = real(templates), 0
    for parent, folders, names in walk(templates):
        seen += len(folders) + len(names)
        if seen > MOST:
            raise of_file(templates.name, say("folder ini memuat lebih dari {batas} berkas", batas=MOST))
        for path in (Path(parent, name) for name in (*folders, *names)):
            name = _named(path, templates)
            if len(os.fsencode(path.relative_to(templates))) > LONGEST_PATH:
                raise of_file(name, say("jalurnya lebih panjang dari {batas} bita", batas=LONGEST_PATH))
            if not path.name.isprintable():
                raise of_file(name, say("namanya memuat yang bukan huruf, angka, atau tanda biasa; ganti namanya"))
            if path.is_symlink() and not (path.exists() and real(path).is_relative_to(inside)):
                raise of_file(
                    name, say("hanya tautan ke luar site_templates/, yang tidak diikuti; simpan isinya sendiri")
                )
            if path.is_symlink() and path.is_dir():
                raise of_file(name, _LINKED)
            if not path.is_dir() and not stat.S_ISREG(path.stat().st_mode):
                raise of_file(name, say("bukan berkas biasa; hapus atau pindahkan dari site_templates/"))
            if path.name.endswith(_TEMPLATES) and path.is_file():
                _refuse_what_is_no_text(path, name)


def _refuse_what_is_closed(folder: Path) -> None:
    """Raise `Unusable` for a folder of the repository's that is only a link, before anything of what it leads to is
    looked at, and for a file or folder below that may not be read, or whose content is not there: what is published of
    it would lack something."""
    if folder.is_symlink():
        raise of_file(folder.name, _LINKED)

    def closed(error: OSError) -> None:
        raise of_file(_named(Path(str(error.filename)), folder), say("tidak dapat dibuka: {sebab}", sebab=why(error)))

    for parent, _, names in walk(folder, closed) if os.path.lexists(folder) else ():
        for path in (Path(parent, name) for name in names):
            if not os.access(path, os.R_OK, follow_symlinks=False):
                denied = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
                raise of_file(_named(path, folder), say("tidak dapat dibuka: {sebab}", sebab=why(denied)))
            if _is_pointer(path):
                told = say("isinya belum diambil dari Git LFS; jalankan `git lfs pull` (alur kerja: `lfs: true`)")
                raise of_file(_named(path, folder), told)


def _is_pointer(path: Path) -> bool:
    """Whether a file stands for one that Git keeps elsewhere, as its specification says."""
    with suppress(OSError):
        found = path.lstat()
        if stat.S_ISREG(found.st_mode) and found.st_size < _LONGEST_POINTER:
            return content(path, _LONGEST_POINTER, follow=False).startswith(_POINTER)
    return False


def own_templates(folder: Path) -> dict[str, str]:
    """The texts of the templates below a folder in which nothing is refused, by their paths from the folder around."""
    names = (name for name in files(folder) if name.endswith(_TEMPLATES))
    return {_named(folder / name, folder): content(folder / name, _LARGEST).decode("utf-8") for name in names}


def _named(path: Path, folder: Path) -> str:
    return shown(path.relative_to(folder.parent).as_posix())


def _refuse_what_is_no_text(template: Path, name: str) -> None:
    try:
        content(template, _LARGEST).decode("utf-8")
    except Unopened as unopened:
        raise of_file(name, say("tidak dapat dibuka: {sebab}", sebab=unopened.reason)) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        told = unusable(Place(name, line, 1, line, 1), say("berkas ini tidak tersimpan sebagai UTF-8"))
        raise Unusable(told) from None
