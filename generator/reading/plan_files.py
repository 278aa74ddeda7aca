"""Where plans live: `<root>/<institution>/<start>-<end>/*.yaml`, or the single file `<start>-<end>.yaml`.

Addresses come from here and nowhere else, so that a plan's text is never part of a path.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.diagnostics import Place, Problem
from generator.locale import say
from generator.model.address import PlanAddress

INSTITUTION = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
PERIOD = re.compile(r"([0-9]{4})-([0-9]{4})")
_SUFFIXES = (".yaml", ".yml")

# First part of an address that the portal keeps for itself (and what the publisher writes beside it).
RESERVED = frozenset(
    {
        "lembaga",
        "perbandingan",
        "perubahan",
        "data",
        "metode",
        "cari",
        "assets",
        "pagefind",
        "sitemap",
        "search",
    }
)


class RawFile(NamedTuple):
    """A file as bytes; `path` is relative to the repository, with `/`."""

    path: str
    content: bytes


@dataclass(frozen=True)
class PlanFiles:
    """The files of one plan, in the order of their names."""

    address: PlanAddress
    files: tuple[RawFile, ...]


def group(paths: Iterable[str], root: str) -> tuple[dict[PlanAddress, list[str]], list[Problem]]:
    """The YAML paths below `root` by the plan they belong to, and those that stand where no plan can be.

    Works on names alone, so that it serves the disk and a Git revision alike. Hidden files and folders
    are not looked at.
    """
    plans: dict[PlanAddress, list[str]] = {}
    problems: list[Problem] = []
    prefix = PurePosixPath(root)
    for path in sorted(paths):
        parts = PurePosixPath(path).relative_to(prefix).parts
        if not path.lower().endswith(_SUFFIXES) or any(part.startswith(".") for part in parts):
            continue
        address = address_of(parts)
        if address is None:
            problems.append(_misplaced(path, root))
        else:
            plans.setdefault(address, []).append(path)
    return dict(sorted(plans.items())), problems


def on_disk(root: Path, base: Path, within: Path | None = None) -> tuple[list[PlanFiles], list[Problem]]:
    """Every plan below `root`, and what cannot be read as one; paths are told relative to `base`, the folder of
    the repository.

    Only the folder `within`, or that one file, is looked at where it is given; it stands below `root`.
    """
    try:
        prefix = root.resolve().relative_to(base.resolve()).as_posix()
    except ValueError:
        prefix = root.as_posix()
    inside = root.resolve()
    found = {
        f"{prefix}/{path.relative_to(root).as_posix()}": path
        for path in ([within] if within and within.is_file() else (within or root).rglob("*.[yY]*[mM][lL]"))
        if path.is_file() or (path.is_symlink() and not path.exists())
    }
    # A link out of the folder would publish, line by line, whatever file it names. Folders that are links are not
    # gone into, so that a file that is none, found from `root` on, is inside; to resolve each would take a second.
    astray = {
        path
        for path, file in found.items()
        if (within or file.is_symlink()) and not (file.is_file() and file.resolve().is_relative_to(inside))
    }
    plans, problems = group(found.keys() - astray, prefix)
    problems += [_astray(path) for paths in group(astray, prefix)[0].values() for path in paths]
    told: list[PlanFiles] = []
    for address, paths in plans.items():
        files = []
        for path in paths:
            try:
                files.append(RawFile(path, found[path].read_bytes()))
            except OSError as error:
                files.append(RawFile(path, b""))
                problems.append(_closed(path, address, error))
        told.append(PlanFiles(address, tuple(files)))
    return told, problems


def address_of(parts: tuple[str, ...]) -> PlanAddress | None:
    """The plan that a file belongs to, by the parts of its path below the folder of plans; none where it cannot be."""
    if len(parts) == 2:
        institution, period = parts[0], parts[1].rsplit(".", 1)[0]
    elif len(parts) == 3:
        institution, period = parts[:2]
    else:
        return None
    match = PERIOD.fullmatch(period)
    if not match or not INSTITUTION.fullmatch(institution) or institution in RESERVED or match[1] > match[2]:
        return None
    return PlanAddress(institution, period)


def _astray(path: str) -> Problem:
    return Problem(
        "letak-berkas",
        Place(path, 1, 1, 1, 1),
        say("`{berkas}` hanya menunjuk ke berkas di luar folder rencana, atau ke yang tidak ada", berkas=path),
        help=say("simpan berkasnya sendiri di tempat ini"),
    )


def _closed(path: str, address: PlanAddress, error: OSError) -> Problem:
    return Problem(
        "yaml-tidak-terbaca",
        Place(path, 1, 1, 1, 1),
        say("berkas tidak dapat dibuka: {sebab}", sebab=error.strerror or str(error)),
        help=say("periksa izin berkas ini"),
        plan=str(address),
    )


def _misplaced(path: str, root: str) -> Problem:
    return Problem(
        "letak-berkas",
        Place(path, 1, 1, 1, 1),
        say("berkas `{berkas}` tidak berada di tempat rencana", berkas=path),
        help=say(
            "simpan sebagai `{akar}/<lembaga>/<tahun awal>-<tahun akhir>.yaml` atau dalam folder"
            " `{akar}/<lembaga>/<tahun awal>-<tahun akhir>/`; nama lembaga berhuruf kecil dengan tanda hubung,"
            " dan bukan nama halaman portal",
            akar=root,
        ),
    )
