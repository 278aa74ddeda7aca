"""From today to the ideal: what each national stage holds in this plan."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.model.activity import Activity
from generator.model.framework import StagePeriod
from generator.model.inventory import Service
from generator.model.money import Total, plan_total
from generator.model.plan import Plan
from generator.model.terms import ActivityStatus, Stage
from generator.model.timeliness import is_late


@dataclass(frozen=True)
class StageView:
    """A national stage with its periods, activities and the services that are in it or are to reach it.

    A plan may leave a stage out (`periods` is empty) and still have activities of it.
    """

    stage: Stage
    periods: tuple[StagePeriod, ...]
    activities: tuple[Activity, ...]
    done: int
    late: int
    planned: Total
    services_now: tuple[Service, ...]
    services_target: tuple[Service, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the plan says nothing of this stage."""
        return not (self.periods or self.activities or self.services_now or self.services_target)


def stages(plan: Plan, as_of: date) -> tuple[StageView, ...]:
    """The four national stages in order."""
    return tuple(_view(plan, stage, as_of) for stage in Stage)


class Unplaced(NamedTuple):
    """What is in no stage, for its stage is unknown or was not recorded."""

    services_now: tuple[Service, ...]
    services_target: tuple[Service, ...]
    activities: tuple[Activity, ...]


def unplaced(plan: Plan) -> Unplaced:
    """What the four stages leave out; without it their counts would pass for all there is."""
    return Unplaced(
        tuple(service for service in plan.services if not isinstance(service.stage_now, Stage)),
        tuple(service for service in plan.services if not isinstance(service.stage_target, Stage)),
        tuple(activity for activity in plan.activities if not isinstance(activity.stage, Stage)),
    )


def climbing(plan: Plan) -> tuple[Service, ...]:
    """The services that are promised a higher stage than the one they are in; both stages are known."""
    return tuple(
        service
        for service in plan.services
        if isinstance(service.stage_now, Stage)
        and isinstance(service.stage_target, Stage)
        and service.stage_target.number > service.stage_now.number
    )


def _view(plan: Plan, stage: Stage, as_of: date) -> StageView:
    activities = tuple(activity for activity in plan.activities if activity.stage is stage)
    return StageView(
        stage=stage,
        periods=tuple(period for period in plan.development.stages if period.stage is stage),
        activities=activities,
        done=sum(activity.status is ActivityStatus.DONE for activity in activities),
        late=sum(is_late(activity, as_of) for activity in activities),
        planned=plan_total(activities),
        services_now=tuple(service for service in plan.services if service.stage_now is stage),
        services_target=tuple(service for service in plan.services if service.stage_target is stage),
    )
