"""The chain of a plan in both directions: section, gap, activity, owner, service, indicator, risk, regulation."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from generator.model.activity import Activity
from generator.model.blueprint import Gap
from generator.model.control import Evidence, Indicator, Risk
from generator.model.framework import Strategy
from generator.model.institution import Unit
from generator.model.inventory import Application, Regulation, Service
from generator.model.plan import Plan
from generator.model.program import ParentActivity, Program
from generator.model.terms import SectionKey
from generator.model.values import Unknown

Name = TypeVar("Name")
Value = TypeVar("Value")


class References:
    """Look-ups in one plan. A reference that names nothing is left out: the checks have told of it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        return {unit.id: unit for unit in self.plan.units}

    @cached_property
    def activities(self) -> Mapping[str, Activity]:
        return {activity.id: activity for activity in self.plan.activities}

    @cached_property
    def gaps(self) -> Mapping[str, Gap]:
        return {gap.id: gap for gap in self.plan.gaps}

    @cached_property
    def services(self) -> Mapping[str, Service]:
        return {service.id: service for service in self.plan.services}

    @cached_property
    def strategies(self) -> Mapping[str, Strategy]:
        return {strategy.id: strategy for strategy in self.plan.framework.strategies}

    @cached_property
    def programs(self) -> Mapping[str, Program]:
        return {program.id: program for program in self.plan.programs}

    @cached_property
    def parent_activities(self) -> Mapping[str, ParentActivity]:
        return {parent.id: parent for parent in self.plan.parent_activities}

    @cached_property
    def regulations(self) -> Mapping[str, Regulation]:
        return {regulation.id: regulation for regulation in self.plan.regulations}

    @cached_property
    def activities_of_section(self) -> Mapping[SectionKey, list[Activity]]:
        """Activities by every section they name."""
        return _many((section, activity) for activity in self.plan.activities for section in activity.sections)

    @cached_property
    def gaps_of_section(self) -> Mapping[SectionKey, list[Gap]]:
        return _many((gap.section, gap) for gap in self.plan.gaps if isinstance(gap.section, SectionKey))

    @cached_property
    def gaps_without_section(self) -> Sequence[Gap]:
        return [gap for gap in self.plan.gaps if not isinstance(gap.section, SectionKey)]

    @cached_property
    def programs_without_activity(self) -> Sequence[Program]:
        used = {activity.program for activity in self.plan.activities}
        return [program for program in self.plan.programs if program.id not in used]

    @cached_property
    def activities_of_gap(self) -> Mapping[str, list[Activity]]:
        """The activities that close a gap."""
        return _many((gap, activity) for activity in self.plan.activities for gap in activity.closes)

    @cached_property
    def activities_of_service(self) -> Mapping[str, list[Activity]]:
        return _many((service, activity) for activity in self.plan.activities for service in activity.services)

    @cached_property
    def activities_of_strategy(self) -> Mapping[str, list[Activity]]:
        """Activities that serve a strategy themselves or through their programme."""
        pairs: list[tuple[str, Activity]] = []
        for activity in self.plan.activities:
            program = self.programs.get(_text(activity.program))
            through = program.strategies if program else ()
            pairs += [(strategy, activity) for strategy in dict.fromkeys((*activity.strategies, *through))]
        return _many(pairs)

    @cached_property
    def activities_of_regulation(self) -> Mapping[str, list[Activity]]:
        return _many((item, activity) for activity in self.plan.activities for item in activity.needs_regulations)

    @cached_property
    def successors(self) -> Mapping[str, list[Activity]]:
        """The activities that wait for one."""
        return _many((before, activity) for activity in self.plan.activities for before in activity.depends_on)

    @cached_property
    def indicators_of_activity(self) -> Mapping[str, list[Indicator]]:
        return _many((activity, indicator) for indicator in self.plan.indicators for activity in indicator.activities)

    @cached_property
    def risks_of_activity(self) -> Mapping[str, list[Risk]]:
        return _many((activity, risk) for risk in self.plan.risks for activity in risk.activities)

    @cached_property
    def activities_of_parent(self) -> Mapping[str, list[Activity]]:
        """The activities under an activity of the budget."""
        return _many((_text(activity.parent), activity) for activity in self.plan.activities)

    @cached_property
    def evidence_of_activity(self) -> Mapping[str, list[Evidence]]:
        return _many((activity, proof) for proof in self.plan.evidence for activity in proof.activities)

    @cached_property
    def applications_of_service(self) -> Mapping[str, list[Application]]:
        return _many(
            (service, application) for application in self.plan.applications for service in application.services
        )

    def known(self, identifiers: Iterable[str]) -> list[Activity]:
        """The activities with these ids, in this order."""
        return [self.activities[identifier] for identifier in identifiers if identifier in self.activities]


def _many(pairs: Iterable[tuple[Name, Value]]) -> Mapping[Name, list[Value]]:
    grouped: defaultdict[Name, list[Value]] = defaultdict(list)
    for name, value in pairs:
        # A reference written twice is one reference.
        if not grouped[name] or grouped[name][-1] is not value:
            grouped[name].append(value)
    return grouped


def _text(reference: str | Unknown | None) -> str:
    return reference if isinstance(reference, str) else ""
