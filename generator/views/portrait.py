"""One plan in a few numbers and words: all that the pages over every institution need of it.

The portal of a country looks at some 640 institutions. It never holds their plans: each unit of work
sends back a portrait, which is small, frozen and can be pickled, and the portal reduces over those.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from generator.diagnostics import Finding
from generator.model.address import PlanAddress
from generator.model.completeness import Facts, facts
from generator.model.description import item_lists
from generator.model.edition import Edition
from generator.model.institution import Institution
from generator.model.money import BudgetYear, Total
from generator.model.progress_counts import Standing
from generator.model.regions import provinces, region
from generator.model.terms import ActivityStatus, CodeScheme, InstitutionKind, PlanStatus, SectionKey, Stage
from generator.model.validity import Validity, validity
from generator.reading.addresses import PERIOD
from generator.views.coverage import Filled
from generator.views.overdue import LatePromise, SlippedPromise, late_promises, slipped_promises
from generator.views.sight import Sight
from generator.views.staffing import Head
from generator.views.withdrawn import Withdrawn

LED_TO = ("selesai", "terlambat", "temuan-", "bagian-")
"""How the anchors begin that pages over many institutions lead to on a plan's own."""


class PlanTitle(NamedTuple):
    """A plan by its address, title and status."""

    address: PlanAddress
    title: str
    status: PlanStatus
    updated: date


class StageCounts(NamedTuple):
    """Services in a national stage now and at the end, and the activities of it with those done."""

    stage: Stage
    services_now: int
    services_target: int
    activities: int
    done: int


class UnplacedCounts(NamedTuple):
    """Services and activities that the plan puts in no stage."""

    services_now: int
    services_target: int
    activities: int


class FindingCount(NamedTuple):
    """Findings of one kind, and how many of them the institution has answered."""

    kind: str
    found: int
    answered: int


class YearMoney(NamedTuple):
    """Plan and actual of a year; the ceiling, if one is known."""

    year: BudgetYear
    planned: Total
    actual: Total
    ceiling: int | None


@dataclass(frozen=True, slots=True)
class Portrait:
    """The current plan of an institution, and the titles of all its plans, the newest first.

    Counts are of activities unless named otherwise. `province_code` is Kemendagri's, empty where the
    institution belongs to no province that Kemendagri knows. `gaps` is the share of facts that are said
    to be unknown; `filled` holds the 17 sections of the blueprint in order. Nothing `slipped` and
    nothing `withdrawn` where the history is not known; `begins_late` is its first day where the plan was in force
    before. `taken` are the anchors
    that such pages would lead to (`LED_TO`) and that are items' of the plan.
    """

    slug: str
    name: str
    kind: InstitutionKind
    code: str
    province: str
    province_code: str
    site: str
    address: PlanAddress
    title: str
    status: PlanStatus
    is_example: bool
    updated: date
    plans: tuple[PlanTitle, ...]
    standing: Standing
    planned: Total
    actual: Total
    money: tuple[YearMoney, ...]
    sections: tuple[tuple[SectionKey, Filled], ...]
    stages: tuple[StageCounts, ...]
    services: int
    findings: tuple[FindingCount, ...]
    staff_present: Head
    staff_needed: Head
    staff_year: int | None
    unknown: Facts
    late: tuple[LatePromise, ...]
    slipped: tuple[SlippedPromise, ...]
    history_known: bool
    applications: tuple[str, ...]
    taken: frozenset[str] = frozenset()
    # A portrait of an earlier version has none of these.
    unplaced: UnplacedCounts = field(default=UnplacedCounts(0, 0, 0))
    withdrawn: tuple[Withdrawn, ...] = ()
    begins_late: date | None = None

    def validity(self, day: date) -> Validity:
        """How the plan stands on a day."""
        return validity(self.status, self.address.years, day)

    @property
    def is_whole(self) -> bool:
        """Whether it has an entry of everything that pages ask for, and addresses that are some: what was kept of
        another version of the program, or changed since, may not."""
        addresses = (self.address, *(plan.address for plan in self.plans))
        return (
            set(self.standing.by_status) == set(ActivityStatus)
            and [key for key, _ in self.sections] == list(SectionKey)
            and [counts.stage for counts in self.stages] == list(Stage)
            and all(each.institution == self.slug and PERIOD.fullmatch(each.period) for each in addresses)
        )

    @property
    def filled(self) -> int:
        """Sections that say something of today or of the ideal, or why they do not apply; of 17."""
        return sum(filled.tells for _, filled in self.sections)

    @property
    def finding_count(self) -> int:
        return sum(kind.found for kind in self.findings)

    def found(self, kind: str) -> int:
        """Findings of a kind."""
        return next((count.found for count in self.findings if count.kind == kind), 0)

    def planned_in(self, year: int) -> Total | None:
        """The plan figure of a year; None for a year outside the plan and its money."""
        return next((money.planned for money in self.money if money.year == year), None)

    @property
    def has_money(self) -> bool:
        """Whether any amount is recorded."""
        return self.planned.known > 0


def portrait(sight: Sight) -> Portrait:
    """The portrait of a plan; see `Portrait`."""
    plan, institution = sight.edition.plan, sight.edition.plan.institution
    money = sight.budget
    return Portrait(
        slug=sight.edition.address.institution,
        name=institution.name,
        kind=institution.kind,
        code=institution.code,
        province=institution.province or "",
        province_code=_province_code(institution),
        site=institution.site or "",
        address=sight.edition.address,
        title=plan.header.title,
        status=plan.header.status,
        is_example=plan.header.is_example,
        updated=plan.header.updated,
        plans=tuple(_title(edition) for edition in sight.institution.editions),
        standing=sight.standing,
        planned=money.all_years.planned,
        actual=money.all_years.actual,
        money=tuple(
            YearMoney(year, money.by_year[year].planned, money.by_year[year].actual, _ceiling(money.ceilings, year))
            for year in money.years
        ),
        sections=tuple((section.key, section.filled) for section in sight.sections),
        stages=tuple(
            StageCounts(view.stage, len(view.services_now), len(view.services_target), len(view.activities), view.done)
            for view in sight.stages
        ),
        unplaced=UnplacedCounts(*map(len, sight.unplaced)),
        services=len(plan.services),
        findings=_counted(sight.findings),
        staff_present=sight.staffing.total.present,
        staff_needed=sight.staffing.total.needed,
        staff_year=sight.staffing.latest,
        unknown=_all(facts(plan).values()),
        late=late_promises(sight.late, sight.references),
        slipped=slipped_promises(sight.slipped, sight.references),
        withdrawn=sight.withdrawn,
        begins_late=sight.late_beginning.day if sight.late_beginning else None,
        history_known=sight.history.known,
        applications=tuple(application.name for application in plan.applications),
        taken=frozenset(
            item.id.lower() for _, items in item_lists(plan) for item in items if item.id.lower().startswith(LED_TO)
        ),
    )


def _title(edition: Edition) -> PlanTitle:
    header = edition.plan.header
    return PlanTitle(edition.address, header.title, header.status, header.updated)


def _province_code(institution: Institution) -> str:
    if institution.code_scheme is CodeScheme.KEMENDAGRI:
        found = region(institution.code)
        return found.province if found else ""
    named = (institution.province or "").casefold()
    return next((each.code for each in provinces() if each.name.casefold() == named), "") if named else ""


def _ceiling(ceilings: Mapping[int, object], year: BudgetYear) -> int | None:
    amount = ceilings.get(year) if isinstance(year, int) else None
    return amount if isinstance(amount, int) else None


def _counted(findings: Sequence[Finding]) -> tuple[FindingCount, ...]:
    counts: dict[str, list[int]] = {}
    for finding in findings:
        count = counts.setdefault(finding.kind, [0, 0])
        count[0] += 1
        count[1] += finding.answer is not None
    return tuple(FindingCount(kind, *count) for kind, count in counts.items())


def _all(parts: Iterable[Facts]) -> Facts:
    parts = tuple(parts)
    return Facts(sum(part.total for part in parts), sum(part.unknown for part in parts))
