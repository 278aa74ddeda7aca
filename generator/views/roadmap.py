"""Activities against years and quarters, grouped the four ways a reader asks for."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.activity import Activity
from generator.model.money import Total, actual_total, plan_total
from generator.model.natural_order import Natural, natural
from generator.model.plan import Plan
from generator.model.terms import ActivityStatus, SectionKey, Stage
from generator.model.timeliness import is_late, latest_progress, unverified_since
from generator.model.values import UNKNOWN, Known, Quarter, Unknown
from generator.views.grouping import grouped


@dataclass(frozen=True)
class RoadmapRow:
    """One activity on the roadmap. `percent` is the newest reported progress, `None` when none is reported."""

    activity: Activity
    start: Known[Quarter]
    end: Known[Quarter]
    percent: int | None
    late: bool
    unverified_since: date | None
    planned: Total
    actual: Total


@dataclass(frozen=True)
class RoadmapGroup:
    """Activities that share a programme, stage, owner or section; `key` is that thing, in the plan's terms."""

    key: Hashable
    rows: tuple[RoadmapRow, ...]
    planned: Total
    actual: Total

    @property
    def done(self) -> int:
        """How many are done."""
        return sum(row.activity.status is ActivityStatus.DONE for row in self.rows)

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(row.late for row in self.rows)


@dataclass(frozen=True)
class Roadmap:
    """The roadmap of a plan. `quarters` run without a gap from the first of the period to the end of its last year,
    or of that in which the last activity ends.

    `by_section` lists an activity under every section it names, so its sums are not to be added up. `by_owner` lists
    it under each of its joint owners and counts its money under the first; the others hold each activity once, in
    `by_stage` one without a recorded stage with those whose stage is unknown.
    """

    quarters: tuple[Quarter, ...]
    rows: tuple[RoadmapRow, ...]
    by_program: tuple[RoadmapGroup, ...]
    by_stage: tuple[RoadmapGroup, ...]
    by_owner: tuple[RoadmapGroup, ...]
    by_section: tuple[RoadmapGroup, ...]
    by_start: tuple[RoadmapGroup, ...]
    planned: Total
    actual: Total

    @property
    def done(self) -> tuple[RoadmapRow, ...]:
        """The activities that are done."""
        return tuple(row for row in self.rows if row.activity.status is ActivityStatus.DONE)

    @property
    def has_joint_owners(self) -> bool:
        """Whether any activity has more than one owner."""
        return any(len(row.activity.responsible) > 1 for row in self.rows)


def roadmap(plan: Plan, as_of: date) -> Roadmap:
    """The roadmap as it stands on a day."""
    rows = tuple(_row(activity, as_of) for activity in plan.activities)
    units = [unit.id for unit in plan.units]
    programs = [program.id for program in plan.programs]
    ends = [activity.end.year for activity in plan.activities if isinstance(activity.end, Quarter)]
    years = range(plan.header.period.start, max([plan.header.period.end, *ends]) + 1)

    def by(
        keys: Callable[[Activity], Iterable[Hashable]],
        order: Iterable[Hashable],
        counts: Callable[[Activity, Hashable], bool] = lambda activity, key: True,
    ) -> tuple[RoadmapGroup, ...]:
        return _groups(rows, keys, order, counts)

    return Roadmap(
        quarters=tuple(Quarter(year, number) for year in years for number in range(1, 5)),
        rows=rows,
        by_program=by(lambda activity: [activity.program], programs),
        by_stage=by(lambda activity: [activity.stage or UNKNOWN], Stage),
        by_owner=by(lambda activity: activity.responsible, units, lambda activity, key: activity.owner == key),
        by_section=by(lambda activity: activity.sections or [None], SectionKey),
        by_start=by(lambda activity: [_start_year(activity)], years),
        planned=plan_total(plan.activities),
        actual=actual_total(plan.activities),
    )


def _start_year(activity: Activity) -> int | Unknown:
    return activity.start.year if isinstance(activity.start, Quarter) else UNKNOWN


def _row(activity: Activity, as_of: date) -> RoadmapRow:
    last = latest_progress(activity, as_of)
    return RoadmapRow(
        activity=activity,
        start=activity.start,
        end=activity.end,
        percent=last.percent if last and isinstance(last.percent, int) else None,
        late=is_late(activity, as_of),
        unverified_since=unverified_since(activity, as_of),
        planned=plan_total([activity]),
        actual=actual_total([activity]),
    )


def _groups(
    rows: Sequence[RoadmapRow],
    keys: Callable[[Activity], Iterable[Hashable]],
    order: Iterable[Hashable],
    counts: Callable[[Activity, Hashable], bool],
) -> tuple[RoadmapGroup, ...]:
    return tuple(
        RoadmapGroup(
            key,
            tuple(sorted(members, key=_by_time)),
            plan_total(row.activity for row in members if counts(row.activity, key)),
            actual_total(row.activity for row in members if counts(row.activity, key)),
        )
        for key, members in grouped(rows, lambda row: keys(row.activity), order).items()
    )


def _by_time(row: RoadmapRow) -> tuple[int, int, Natural]:
    """By start, then end; an unknown one comes last."""
    late = 9999 * 4
    start = row.start.ordinal if isinstance(row.start, Quarter) else late
    end = row.end.ordinal if isinstance(row.end, Quarter) else late
    return start, end, natural(row.activity.id)
