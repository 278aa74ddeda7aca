"""The unit of work: one institution, and what a first look at its files tells."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from generator.checks.findings import Inventory
from generator.checks.verdict import Verdict, verdict
from generator.diagnostics import Problem, in_order
from generator.model.edition import Edition
from generator.model.portfolio import Portfolio
from generator.reading.library import Library
from generator.reading.plan_files import PlanFiles


@dataclass(frozen=True)
class BuildUnit:
    """The plan files of one institution, by the name of its folder."""

    slug: str
    plans: tuple[PlanFiles, ...]

    @cached_property
    def digest(self) -> str:
        """Of the names and the bytes of its files."""
        return " ".join(plan.digest for plan in self.plans)


@dataclass(frozen=True)
class Survey:
    """What everybody else needs to know of an institution; small, and sent between processes.

    `failure` tells instead why nothing is known of it.
    """

    slug: str
    verdicts: tuple[Verdict, ...]
    failure: str = ""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong with its files."""
        return tuple(in_order(problem for each in self.verdicts for problem in each.problems))

    @property
    def held_back(self) -> frozenset[str]:
        """The addresses of the plans that an error keeps from being published."""
        return frozenset(str(each.address) for each in self.verdicts if each.held_back)

    @property
    def covers(self) -> tuple[Edition, ...]:
        """The sound plans without their lists."""
        return tuple(each.cover.edition for each in self.verdicts if each.cover)

    @property
    def names(self) -> frozenset[tuple[str, ...]]:
        """What its findings ask the others about."""
        return frozenset(name for each in self.verdicts if each.inventory for name in each.inventory.names)

    def inventory(self, as_of: date) -> Inventory | None:
        """What the plan that is current on a day tells others; `None` without a sound plan."""
        sound = {each.address: each for each in self.verdicts if each.cover}
        current = Portfolio.of((each.cover.edition for each in sound.values() if each.cover), as_of).institutions
        return sound[current[0].current.address].inventory if current else None


def units(plans: Iterable[PlanFiles]) -> tuple[BuildUnit, ...]:
    """Plans by institution, in order."""
    ordered = sorted(plans, key=lambda plan: plan.address)
    return tuple(
        BuildUnit(slug, tuple(own)) for slug, own in groupby(ordered, key=lambda plan: plan.address.institution)
    )


def survey(unit: BuildUnit, library: Library) -> Survey:
    """Look at the plans of an institution."""
    return Survey(unit.slug, tuple(verdict(plan, library) for plan in unit.plans))
