"""The table of contents: one short function a command, each a sequence of stages."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.checks.findings import elsewhere, findings
from generator.checks.problems import problems
from generator.diagnostics import Problem, Severity, in_order
from generator.model.portfolio import Portfolio
from generator.model.reading import Reading, read_plan
from generator.report import Report
from generator.source.plan_files import on_disk
from generator.source.selection import Selection


@dataclass(frozen=True)
class Check:
    """Every plan that was read, and all that is wrong with the files."""

    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...]

    @property
    def held_back(self) -> frozenset[str]:
        """The addresses of the plans that an error keeps from being published."""
        return frozenset(problem.plan for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def portfolio(self) -> Portfolio:
        """The plans without errors."""
        return Portfolio.of(
            reading.edition
            for reading in self.readings
            if reading.edition and str(reading.address) not in self.held_back
        )


def check(root: Path, base: Path) -> Check:
    """Read and check all plans below `root`; paths in diagnostics are relative to `base`."""
    files, misplaced = on_disk(root, base)
    return _check(map(read_plan, files), misplaced)


def examine(selections: Sequence[Selection], as_of: date) -> Report:
    """Check the selected plans, and tell what the sound ones leave open on a day.

    What plans repeat of each other is found among the selected ones alone.
    """
    misplaced: list[Problem] = []
    readings: dict[str, Reading] = {}
    for selection in selections:
        files, elsewhere_placed = on_disk(selection.root, selection.base)
        misplaced += (problem for problem in elsewhere_placed if selection.covers_path(problem.place.path))
        for plan in files:
            # A folder and a file in it may both be named.
            if selection.covers(plan.address) and plan.files[0].path not in readings:
                readings[plan.files[0].path] = read_plan(plan)
    checked = _check(readings.values(), misplaced)
    portfolio = checked.portfolio
    others = elsewhere(portfolio)
    found = [finding for edition in portfolio.editions for finding in findings(edition, as_of, others)]
    sources = (file for reading in checked.readings for file in reading.source.files)
    return Report.of(checked.problems, found, sources, len(checked.readings))


def _check(readings: Iterable[Reading], misplaced: Collection[Problem]) -> Check:
    read = tuple(readings)
    told = [*misplaced, *(problem for reading in read for problem in problems(reading))]
    return Check(read, tuple(in_order(told)))
