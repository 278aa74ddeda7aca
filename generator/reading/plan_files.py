"""The files of each plan, by their names alone: those that are read, and those that stand where none is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b
from itertools import chain
from pathlib import PurePosixPath
from typing import NamedTuple

from generator.diagnostics import Place, Problem
from generator.locale import Message, say
from generator.model.address import PlanAddress
from generator.reading.addresses import address_of, plan_around
from generator.reading.file_names import is_plan_file
from generator.reading.misplaced import Plans, meant_name, misplaced
from generator.reading.windows_names import alike, not_on_windows


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
    are not looked at. A problem that tells its plan holds that plan back: a file of it is not read, or nobody with
    Windows can have it.
    """
    plans: dict[PlanAddress, list[str]] = {}
    elsewhere: list[str] = []
    for path in sorted(paths):
        parts = PurePosixPath(path).relative_to(root).parts
        if address := read_as_part_of(parts):
            plans.setdefault(address, []).append(path)
        elif may_be_plan_file(parts):
            elsewhere.append(path)
    told: dict[tuple[Message, Message | None], Problem] = {}
    for problem in astray(elsewhere, root, plans).values():
        told.setdefault((problem.message, problem.help), problem)  # a folder with a wrong name is told once
    names = (
        replace(problem, plan=str(address))
        for address, own in plans.items()
        for problem in chain(alike(own), chain.from_iterable(map(not_on_windows, own)))
    )
    return dict(sorted(plans.items())), [*told.values(), *names]


def astray(paths: Iterable[str], root: str, plans: Plans) -> dict[str, Problem]:
    """What is wrong with each file that stands where none of a plan is read, or is called as none; a problem that tells
    a plan says that this file of it is lacking, so that what is read is not the whole plan.
    """
    names = {path: PurePosixPath(path).relative_to(root).parts for path in paths}
    odd = {path: parts for path, parts in names.items() if not path.isprintable()}
    told = {path: _misnamed(path, address_of(parts) or plan_around(parts)) for path, parts in odd.items()}
    return told | misplaced((path for path in names if path not in odd), root, plans)


def read_as_part_of(parts: tuple[str, ...]) -> PlanAddress | None:
    """The plan of which a file is read, by the parts of its path below the folder of plans; none of the others."""
    if not parts or not is_plan_file(parts[-1]) or _is_hidden(parts) or not "".join(parts).isprintable():
        return None
    return address_of(parts)


def may_be_plan_file(parts: tuple[str, ...]) -> bool:
    """Whether a file is read, or should have been. The folder itself may have been a file once, in a commit."""
    return bool(parts) and not _is_hidden(parts) and (is_plan_file(parts[-1]) or bool(meant_name(parts)))


def _is_hidden(parts: tuple[str, ...]) -> bool:
    return any(part.startswith(".") for part in parts)


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
