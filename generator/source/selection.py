"""Which plans a path on the command line means."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.source.plan_files import PERIOD, PlanAddress

PLANS = "plans"


@dataclass(frozen=True)
class Selection:
    """Plans below `root`, told relative to `base`: all of them, those of `institution`, or the one at `address`.

    `path` is the file that was named, if one was: it is meant even where no plan can stand.
    """

    root: Path
    institution: str = ""
    address: PlanAddress | None = None
    path: str = ""

    @property
    def base(self) -> Path:
        """The folder of the repository."""
        return self.root.parent

    def covers(self, address: PlanAddress) -> bool:
        """Whether the plan with this address is meant."""
        if self.address:
            return address == self.address
        return self.institution in ("", address.institution)

    def covers_path(self, path: str) -> bool:
        """Whether a file that belongs to no plan is meant."""
        if self.address:
            return path == self.path
        return not self.institution or path.startswith(f"{self.root.name}/{self.institution}/")


def select(paths: Iterable[Path], start: Path) -> list[Selection]:
    """The plans that paths mean: a plan's file or folder, an institution's folder, `plans`, or what holds it.

    Without a path all plans of the nearest folder that holds `plans`, from `start` upwards; empty when there is
    none. A plan that is meant twice is in two selections.
    """
    named = {_selected(path.resolve()): None for path in paths}
    if not named:
        above = (folder for folder in (start.resolve(), *start.resolve().parents) if (folder / PLANS).is_dir())
        return [Selection(folder / PLANS) for folder in above][:1]
    return list(named)


def _selected(path: Path) -> Selection:
    if path.is_file():
        folder = path.parent
        if PERIOD.fullmatch(folder.name):
            return _one(folder.parent.parent, PlanAddress(folder.parent.name, folder.name), path)
        return _one(folder.parent, PlanAddress(folder.name, path.stem), path)
    if (path / PLANS).is_dir():
        return Selection(path / PLANS)
    if PERIOD.fullmatch(path.name):
        return _one(path.parent.parent, PlanAddress(path.parent.name, path.name))
    holds_plans = any(PERIOD.fullmatch(child.name.split(".")[0]) for child in path.iterdir())
    if path.name != PLANS and (holds_plans or path.parent.name == PLANS):
        return Selection(path.parent, institution=path.name)
    return Selection(path)


def _one(root: Path, address: PlanAddress, file: Path | None = None) -> Selection:
    path = f"{root.name}/{file.relative_to(root).as_posix()}" if file else ""
    return Selection(root, address=address, path=path)
