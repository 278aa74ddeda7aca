"""Staff: there, needed, planned."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.model.inventory import StaffCount
from generator.model.plan import Plan
from generator.model.terms import StaffRole
from generator.model.values import UNKNOWN, Maybe, Unknown
from generator.views.grouping import grouped


@dataclass(frozen=True)
class Head:
    """A count of people, told by `known` records; `missing` is the number of records that do not tell it.

    A count of nothing is not zero people: see `is_empty`.
    """

    people: int = 0
    known: int = 0
    missing: int = 0

    @property
    def complete(self) -> bool:
        return not self.missing

    @property
    def is_empty(self) -> bool:
        """Whether nobody was counted at all."""
        return not self.known and not self.missing


@dataclass(frozen=True)
class Staffing:
    """The counts of one role, unit or year."""

    key: Hashable
    present: Head
    needed: Head
    with_degree: Head
    certified: Head

    @property
    def shortfall(self) -> int | None:
        """How many are lacking, 0 when there are enough, `None` when a count is unknown or was not made."""
        if not (self.present.complete and self.needed.complete and self.present.known and self.needed.known):
            return None
        return max(0, self.needed.people - self.present.people)


@dataclass(frozen=True)
class Workload:
    """Person-months that activities need from a role in a year; role and year may be unknown.

    `missing` activities do not say how many; where none does the sum is unknown, never 0.
    """

    role: Maybe[StaffRole]
    year: Maybe[int]
    person_months: Decimal | Unknown
    missing: int
    activities: tuple[str, ...]


@dataclass(frozen=True)
class StaffView:
    """The staff of a plan; `latest` is the newest year counted, which the tables by role and unit are of."""

    latest: int | None
    counts: tuple[StaffCount, ...]
    total: Staffing
    by_role: tuple[Staffing, ...]
    by_unit: tuple[Staffing, ...]
    by_year: tuple[Staffing, ...]
    workload: tuple[Workload, ...]


def staffing(plan: Plan) -> StaffView:
    """The staff of a plan, by role, unit and year, and the work its activities need."""
    years = [count.year for count in plan.staff if isinstance(count.year, int)]
    latest = max(years, default=None)
    newest = [count for count in plan.staff if count.year == latest or not isinstance(count.year, int)]
    units = [unit.id for unit in plan.units]
    return StaffView(
        latest=latest,
        counts=plan.staff,
        total=_staffing(None, newest),
        by_role=_by(lambda count: count.role, newest, StaffRole),
        by_unit=_by(lambda count: count.unit, newest, units),
        by_year=_by(lambda count: count.year, plan.staff, sorted(set(years))),
        workload=_workload(plan),
    )


def _by(
    key: Callable[[StaffCount], Hashable], counts: Iterable[StaffCount], order: Iterable[Hashable]
) -> tuple[Staffing, ...]:
    groups = grouped(counts, lambda count: [key(count)], order)
    return tuple(_staffing(which, members) for which, members in groups.items())


def _staffing(key: Hashable, counts: Iterable[StaffCount]) -> Staffing:
    counts = list(counts)
    return Staffing(
        key,
        _head(count.present for count in counts),
        _head(count.needed for count in counts),
        _head(count.with_degree for count in counts),
        _head(count.certified for count in counts),
    )


def _head(numbers: Iterable[int | Unknown | None]) -> Head:
    people = known = missing = 0
    for number in numbers:
        if isinstance(number, int):
            people += number
            known += 1
        else:
            missing += 1
    return Head(people, known, missing)


def _workload(plan: Plan) -> tuple[Workload, ...]:
    needs: dict[tuple[Maybe[StaffRole], Maybe[int]], list[tuple[str, Maybe[Decimal]]]] = {}
    for activity in plan.activities:
        for need in activity.staff:
            needs.setdefault((need.role, need.year), []).append((activity.id, need.person_months))
    order = {role: rank for rank, role in enumerate(StaffRole)}
    keys = sorted(needs, key=lambda key: (str(key[1]), order.get(key[0], 99) if isinstance(key[0], StaffRole) else 99))
    return tuple(_work(role, year, needs[role, year]) for role, year in keys)


def _work(role: Maybe[StaffRole], year: Maybe[int], needs: list[tuple[str, Maybe[Decimal]]]) -> Workload:
    known = [months for _, months in needs if isinstance(months, Decimal)]
    return Workload(
        role,
        year,
        sum(known, Decimal(0)) if known else UNKNOWN,
        len(needs) - len(known),
        tuple(dict.fromkeys(identifier for identifier, _ in needs)),
    )
