"""The table of contents: one short function a command, each a sequence of stages."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Problem, in_order
from generator.model.portfolio import Portfolio
from generator.model.reading import Reading, read_plan
from generator.source.plan_files import on_disk


@dataclass(frozen=True)
class Check:
    """Every plan that was read, and all that is wrong with the files."""

    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...]

    @property
    def portfolio(self) -> Portfolio:
        """The plans without errors."""
        return Portfolio.of(reading.edition for reading in self.readings if reading.edition)


def check(root: Path, base: Path, only: Sequence[Path] = ()) -> Check:
    """Read and check the plans below `root`; paths in diagnostics are relative to `base`."""
    files, misplaced = on_disk(root, base)
    readings = tuple(read_plan(plan) for plan in files)
    problems = [*misplaced, *(problem for reading in readings for problem in reading.problems)]
    return Check(readings, tuple(in_order(problems)))
