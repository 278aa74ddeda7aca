"""Which plans a path on the command line means."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from generator.model.address import PlanAddress
from generator.reading.addresses import PERIOD, address_of
from generator.store.paths import real

PLANS = "plans"
_LOOKED_AT = 1000
"""Files and folders in which plans are looked for, at most."""


@dataclass(frozen=True)
class Selection:
    """Plans below `root`, told relative to `base`: all of them, those of `institution`, or the one at `address`.

    `stray` is a file that was named and stands where no plan can be; it is then all that is meant. One that
    stands in no folder of plans at all is `lone`: it is read as a plan of its own.
    """

    root: Path
    institution: str = ""
    address: PlanAddress | None = None
    stray: Path | None = None
    lone: bool = False

    @property
    def base(self) -> Path:
        """The folder of the repository; for a lone file the one that `root` says."""
        return self.root if self.lone else self.root.parent

    @property
    def within(self) -> Path:
        """All that has to be looked at: a file that is checked alone must not cost a walk over a whole disk."""
        institution = self.address.institution if self.address else self.institution
        return self.stray or (self.root / institution if institution else self.root)

    @property
    def is_whole(self) -> bool:
        """Whether all plans of a repository are meant."""
        return not (self.institution or self.address or self.stray)

    def covers(self, address: PlanAddress) -> bool:
        """Whether the plan with this address is meant."""
        if self.stray:
            return False
        return address == self.address if self.address else self.institution in ("", address.institution)


def select(paths: Iterable[Path], start: Path) -> list[Selection]:
    """The plans that paths mean: a plan's file or folder, an institution's folder, `plans`, or what holds it.

    Without a path all plans of the nearest folder that holds `plans`, from `start` upwards; empty when there is
    none. A plan that is meant twice is in two selections.
    """
    named = {_selected(real(path), real(start)): None for path in paths}
    if not named:
        above = (folder for folder in (real(start), *real(start).parents) if (folder / PLANS).is_dir())
        return [Selection(folder / PLANS) for folder in above][:1]
    return list(named)


def misnamed_root(folder: Path) -> str:
    """The name of a folder in this one that holds plans, and no pages of them, and is not called `plans`; empty without
    one."""
    plans = (child for child in islice(folder.glob("*/*/*"), _LOOKED_AT) if PERIOD.fullmatch(child.name.split(".")[0]))
    return next((child.parents[1].name for child in plans if not (child / "index.html").exists()), "")


def _selected(path: Path, start: Path) -> Selection:
    if not path.is_dir():
        return _of_file(path, start)
    if (path / PLANS).is_dir():
        return Selection(path / PLANS)
    if PERIOD.fullmatch(path.name):
        return Selection(path.parent.parent, address=PlanAddress(path.parent.name, path.name))
    try:
        holds_plans = any(PERIOD.fullmatch(child.name.split(".")[0]) for child in path.iterdir())
    except OSError:  # who reads it tells why
        holds_plans = False
    if path.name != PLANS and (holds_plans or path.parent.name == PLANS):
        return Selection(path.parent, institution=path.name)
    return Selection(path)


def _of_file(path: Path, start: Path) -> Selection:
    depth = 3 if PERIOD.fullmatch(path.parent.name) else 2
    plans = next((folder for folder in path.parents if folder.name == PLANS), None)
    root = plans or path.parents[min(depth, len(path.parents)) - 1]
    if address := address_of(path.relative_to(root).parts):
        return Selection(root, address=address)
    if plans:
        return Selection(root, stray=path)
    return Selection(start if path.is_relative_to(start) else path.parent, stray=path, lone=True)
