"""Where plans live: `<root>/<institution>/<start>-<end>/*.yaml`, or the single file `<start>-<end>.yaml`.

Addresses come from here and nowhere else, so that a plan's text is never part of a path.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import NamedTuple

from generator.diagnostics import Place, Problem
from generator.locale import say
from generator.model.address import PlanAddress
from generator.reading.misplaced import is_disguised, misplaced

INSTITUTION = re.compile(r"(?!.{101})[a-z0-9]+(?:-[a-z0-9]+)*")
"""The folder of an institution: at most 100 signs, as names of files are made of it and a system takes 255."""
PERIOD = re.compile(r"([0-9]{4})-([0-9]{4})")
_SUFFIXES = (".yaml", ".yml")

# First part of an address that the portal keeps for itself (and what the publisher writes beside it).
RESERVED = frozenset(
    {
        "lembaga",
        "perbandingan",
        "perubahan",
        "terlambat",
        "provinsi",
        "en",
        "id",
        "data",
        "metode",
        "cari",
        "assets",
        "pagefind",
        "sitemap",
        "search",
        "panduan",
    }
)


class RawFile(NamedTuple):
    """A file as bytes; `path` is relative to the repository, with `/`."""

    path: str
    content: bytes


@dataclass(frozen=True)
class PlanFiles:
    """The files of one plan, in the order of their names; `unread` says which could not be read, and why."""

    address: PlanAddress
    files: tuple[RawFile, ...]
    unread: tuple[Problem, ...] = ()

    @property
    def path(self) -> str:
        """Of the first file, as far as is known."""
        return self.files[0].path if self.files else self.unread[0].place.path

    @cached_property
    def digest(self) -> str:
        """Of the address, the names and bytes of the files, and of what kept one from being read."""
        whole = blake2b(f"{self.address}{self.unread or ''}".encode("utf-8", "surrogatepass"), digest_size=16)
        for path, content in self.files:
            whole.update(f"\0{path}\0{len(content)}\0".encode("utf-8", "surrogatepass"))
            whole.update(content)
        return whole.hexdigest()


def group(paths: Iterable[str], root: str) -> tuple[dict[PlanAddress, list[str]], list[Problem]]:
    """The YAML paths below `root` by the plan they belong to, and those that stand where no plan can be.

    Works on names alone, so that it serves the disk and a Git revision alike. Hidden files and folders
    are not looked at. A problem that tells its plan holds that plan back: a file of it is not read.
    """
    plans: dict[PlanAddress, list[str]] = {}
    problems: list[Problem] = []
    astray: list[str] = []
    prefix = PurePosixPath(root)
    for path in sorted(paths):
        parts = PurePosixPath(path).relative_to(prefix).parts
        # The folder itself may have been a file once, in a commit.
        if not parts or not may_be_plan_file(path) or any(part.startswith(".") for part in parts):
            continue
        address = address_of(parts)
        if not path.isprintable():
            problems.append(_misnamed(path, address))
        elif address is None or is_disguised(path):
            astray.append(path)
        else:
            plans.setdefault(address, []).append(path)
    return dict(sorted(plans.items())), problems + misplaced(astray, root, plans.keys(), address_of)


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


def is_plan_file(name: str) -> bool:
    """Whether a file of this name is read."""
    return name.lower().endswith(_SUFFIXES)


def may_be_plan_file(name: str) -> bool:
    """Whether a file of this name is read, or should have been."""
    return is_plan_file(name) or is_disguised(name)


def shown(path: str) -> str:
    """A path as it can be printed: what is no character of a text stands as its number."""
    text = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return text if text.isprintable() else "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def _misnamed(path: str, address: PlanAddress | None) -> Problem:
    return Problem(
        "letak-berkas",
        Place(shown(path), 1, 1, 1, 1),
        say("nama berkas `{berkas}` memuat yang bukan huruf, angka, atau tanda biasa", berkas=shown(path)),
        help=say("ganti nama berkasnya; pakai huruf kecil, angka, dan tanda hubung saja"),
        plan=str(address or ""),
    )
