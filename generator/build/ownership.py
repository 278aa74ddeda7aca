"""Whose a folder is: what a build replaces, it has made itself, all of it.

A site carries a list of its files and what they hold. Whatever else stands in its folder, or in one of them, belongs
to somebody, and the folder is then refused, as is one that holds the plans or anything else that the build reads,
before any work begins.
"""

import json
import os
from bisect import bisect_left
from pathlib import Path
from typing import NamedTuple

from generator.build.file_managers import is_left_behind
from generator.build.jobs import BuildInputs
from generator.locale import Message, say
from generator.reading.past.vouched import Vouched, as_told, doubted, read_told, vouched
from generator.reading.plan_files import shown
from generator.store.atomic import write_whole
from generator.store.files import prints, walk
from generator.store.opening import LARGEST, content
from generator.store.paths import real

MARKER = ".rencana-situs.json"
"""In a folder that a build made: its files, with size and checksum. A name of our own, which nobody gives to theirs."""

_NOTE = "Dibuat oleh `rencana build`, yang mengganti seluruh folder ini. Berkas sendiri: site_files/ di repositori."
_MOUNTS = Path("/proc/self/mountinfo")
_NAMED = 3
_CACHE = say("singgahan")
_ANOTHER_CACHE = say("pilih folder lain dengan --cache, di luar repositori")
_ELSEWHERE = say("pilih folder lain dengan --output, misalnya build/situs; yang ikut terbit disimpan dalam site_files/")
_BY_HAND = say(
    "isinya dibuat dari rencana, site_templates/ dan site_files/: pindahkan perubahannya ke sana lalu hapus berkas itu,"
    " atau pilih folder lain dengan --output"
)
_OF_A_BUILD = ("site_templates", "site_files", "mkdocs.yml", ".git")


class OutputRefused(Exception):
    """The output may not be replaced; `reason` and `help` are for people."""

    def __init__(self, reason: Message, help: Message) -> None:
        super().__init__(reason.msgid)
        self.reason = reason
        self.help = help


class NotOurs(NamedTuple):
    """What a build did not put into a folder, by path: `foreign` files, links, and folders that hold none of ours, and
    files of ours that somebody `changed`."""

    foreign: list[str]
    changed: list[str]


def mark_as_ours(folder: Path) -> None:
    """Leave the marker in a finished folder."""
    made = {path: as_told(each) for path, each in prints(folder).items() if path != MARKER}
    text = json.dumps({"catatan": _NOTE, "berkas": made}, indent=0)  # in ASCII: a name may be no text
    write_whole(folder / MARKER, f"{text}\n".encode())


def not_ours(folder: Path) -> NotOurs:
    """What stands in a folder and no build left there so."""
    known = _listed(folder)
    ours = known.ours | known.changed | {MARKER}
    in_order = sorted(ours)
    found: list[str] = []
    shut: list[str] = []
    start = len(f"{folder}{os.sep}")
    for parent, folders, names in walk(folder, lambda error: shut.append(str(error.filename)[start:])):
        inside = f"{parent}{os.sep}"[start:]
        found += [path for name in names if (path := inside + name) not in ours and not is_left_behind(folder / path)]
        found += [
            f"{path}/"
            for name in folders
            if not _begins(path := inside + name, in_order) or os.path.islink(f"{parent}{os.sep}{name}")  # noqa: PTH114
        ]
    return NotOurs(sorted([*found, *shut]), sorted(known.changed))


def _listed(folder: Path) -> Vouched:
    """What the marker of a folder tells; one of an earlier version names files only."""
    try:
        told = json.loads(content(folder / MARKER, LARGEST).decode("utf-8"))["berkas"]
        made = told if isinstance(told, dict) else {path: "" for path in told if isinstance(path, str)}
        listed = {path: [each] if (each := read_told(text)) else [] for path, text in made.items()}
        return vouched(listed, folder / MARKER)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Vouched()


def _begins(folder: str, in_order: list[str]) -> bool:
    """Whether one of the paths lies below a folder."""
    at = bisect_left(in_order, f"{folder}/")
    return at < len(in_order) and in_order[at].startswith(f"{folder}/")


def refuse_what_is_read(output: Path, root: Path, making: BuildInputs) -> None:
    """Raise `OutputRefused` for a folder to write to that holds what a build of the plans in `root` reads, or is inside
    it."""
    folder, base = real(output), real(making.base)
    kept = [
        (say("folder rencana"), real(root)),
        (say("folder rencana"), base),
        (say("folder kerja"), real(Path.cwd())),
        *((say("templat situs"), real(templates)) for templates in making.configuration.templates),
        (_CACHE, real(making.cache)),
    ]
    for what, place in kept:
        if folder == place or folder in place.parents:
            raise _refused(output, what)
    for place in (real(root), *(base / name for name in _OF_A_BUILD)):
        if place == folder or place in folder.parents:
            raise _refused(output, say("isi `{folder}`, yang bukan tempat situs", folder=place.name))


def refuse_cache(cache: Path, output: Path, root: Path) -> None:
    """Raise `OutputRefused` for a cache in the folder to write to, in one that is read or published, or among what the
    repository itself holds, before one is made there."""
    if real(cache).is_relative_to(real(output)):
        raise _refused(output, _CACHE)
    if real(cache) == real(root.parent):
        raise OutputRefused(say("singgahan tidak disimpan di folder repositori sendiri"), _ANOTHER_CACHE)
    for place in (root, *(root.parent / name for name in _OF_A_BUILD)):
        if real(cache).is_relative_to(real(place)):
            raise OutputRefused(
                say("singgahan tidak disimpan di `{folder}`: itu isi `{milik}`", folder=str(cache), milik=place.name),
                _ANOTHER_CACHE,
            )


def refuse_what_is_not_ours(output: Path, root: Path, making: BuildInputs) -> None:
    """Raise `OutputRefused` for an output that a build must not replace."""
    refuse_what_is_read(output, root, making)
    folder = real(output)
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        raise _refused(output, say("sebuah berkas"))
    if _is_mount(folder):
        raise OutputRefused(
            say("`{folder}` adalah titik kait (mount), yang tidak dapat diganti sekaligus", folder=str(output)),
            say("sebut folder di dalamnya, misalnya --output {folder}/situs", folder=str(output)),
        )
    foreign, changed = not_ours(folder)
    if foreign or changed:
        doubt = doubted(folder / MARKER)
        elsewhere = doubt and say("{alasan}, atau pilih folder lain dengan --output", alasan=doubt)
        what, remedy = (_foreign(foreign), _ELSEWHERE) if foreign else (_changed(changed), _BY_HAND)
        raise _refused(output, what, elsewhere or remedy)


def left_beside(kept: Path, output: Path) -> OutputRefused:
    """What tells that the last site stays in the folder `kept` beside the new one, for somebody's work in it."""
    return OutputRefused(
        say(
            "situs baru sudah ada di `{folder}`, tetapi situs lama tidak dihapus: isinya diubah orang ketika diganti",
            folder=str(output),
        ),
        say("yang lama ada di `{lama}`: ambil perubahannya dari sana lalu hapus folder itu", lama=str(kept)),
    )


def _foreign(paths: list[str]) -> Message:
    if len(paths) > _NAMED:
        return say("{jumlah} berkas yang bukan buatan program ini ({nama}, …)", jumlah=len(paths), nama=_first(paths))
    return say("berkas yang bukan buatan program ini ({nama})", nama=_first(paths))


def _changed(paths: list[str]) -> Message:
    if len(paths) > _NAMED:
        return say("{jumlah} berkas yang diubah sesudah dibuat ({nama}, …)", jumlah=len(paths), nama=_first(paths))
    return say("berkas yang diubah sesudah dibuat ({nama})", nama=_first(paths))


def _first(paths: list[str]) -> str:
    return ", ".join(shown(path) for path in paths[:_NAMED])


def _refused(output: Path, what: Message, help: Message = _ELSEWHERE) -> OutputRefused:
    return OutputRefused(
        say("situs tidak dibuat di `{folder}`: di sana ada {apa}", folder=str(output), apa=what),
        help,
    )


def _is_mount(folder: Path) -> bool:
    """Whether something is mounted there, a part of the same disk too, which `os.path.ismount` does not see."""
    if folder.is_mount():
        return True
    try:
        places = (line.split(" ")[4] for line in _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines())
        return str(folder) in {place.replace("\\040", " ").replace("\\011", "\t") for place in places}
    except (OSError, IndexError):
        return False
