"""Everything the templates of one plan look at, computed once however many pages ask for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.diagnostics import Finding
from generator.locale import say
from generator.model.activity import Activity
from generator.model.edition import Edition
from generator.model.frame import NationalFrame, load_frame
from generator.model.history import History, LateBeginning, late_beginning
from generator.model.inventory import Service
from generator.model.money import Total, plan_total
from generator.model.plan import Plan
from generator.model.portfolio import InstitutionPlans
from generator.model.progress_counts import Standing, standing
from generator.model.quarter import quarters_between
from generator.model.terms import ActivityStatus
from generator.model.validity import Validity, validity
from generator.views.benefits import Benefit, benefits
from generator.views.budget import Budget, budget
from generator.views.coming import Coming, coming
from generator.views.costs import Costs, costs
from generator.views.coverage import PartCoverage, SectionView, coverage
from generator.views.evidence import FrameEvidence, evidence
from generator.views.found import Found, found_by_kind
from generator.views.highlights import Highlight, foremost, highlights
from generator.views.late import Late, late
from generator.views.parents import ParentView, parents
from generator.views.references import References
from generator.views.roadmap import Roadmap, RoadmapRow, roadmap
from generator.views.slipped import Slipped, slipped
from generator.views.staffing import StaffView, staffing
from generator.views.stages import StageView, Unplaced, climbing, stages, unplaced
from generator.views.told_versions import ToldVersion, told_version
from generator.views.withdrawn import Withdrawn, withdrawn

NOT_ASKED = History(False, say("riwayat tidak dibaca ketika halaman ini dibuat"))


@dataclass(frozen=True)
class Dossier:
    """One plan of an institution on one day.

    `findings` are those of this plan; `history` is what Git tells of it, not known when Git was not asked.
    """

    edition: Edition
    institution: InstitutionPlans
    as_of: date
    findings: tuple[Finding, ...] = ()
    history: History = field(default=NOT_ASKED, hash=False)

    @property
    def plan(self) -> Plan:
        return self.edition.plan

    @cached_property
    def frame(self) -> NationalFrame:
        return load_frame()

    @cached_property
    def references(self) -> References:
        return References(self.plan)

    @cached_property
    def roadmap(self) -> Roadmap:
        return roadmap(self.plan, self.as_of)

    @cached_property
    def rows(self) -> Mapping[str, RoadmapRow]:
        """Roadmap rows by activity."""
        return {row.activity.id: row for row in self.roadmap.rows}

    @cached_property
    def owned(self) -> Mapping[str, int]:
        """How many activities a unit is responsible for; units without any are left out."""
        return {group.key: len(group.rows) for group in self.roadmap.by_owner if isinstance(group.key, str)}

    @cached_property
    def standing(self) -> Standing:
        return standing(self.plan, self.as_of)

    @cached_property
    def indicator_years(self) -> tuple[int, ...]:
        """The years for which any indicator has a target or an achievement."""
        return tuple(sorted({year for each in self.plan.indicators for year in (*each.targets, *each.achievements)}))

    @cached_property
    def budget(self) -> Budget:
        return budget(self.plan)

    def costs(self, activity: Activity) -> Costs | None:
        return costs(activity)

    @cached_property
    def cancelled_money(self) -> Total:
        """The part of the budget that belongs to cancelled activities: the document still holds it."""
        return plan_total(each for each in self.plan.activities if each.status is ActivityStatus.CANCELLED)

    @cached_property
    def parents(self) -> tuple[ParentView, ...]:
        return parents(self.references)

    @cached_property
    def evidence(self) -> tuple[FrameEvidence, ...]:
        return evidence(self.plan)

    @cached_property
    def staffing(self) -> StaffView:
        return staffing(self.plan)

    @cached_property
    def coverage(self) -> tuple[PartCoverage, ...]:
        return coverage(self.references)

    @cached_property
    def sections(self) -> tuple[SectionView, ...]:
        """The 17 sections in order."""
        return tuple(section for part in self.coverage for section in part.sections)

    @cached_property
    def filled(self) -> int:
        """Sections that say something of today or of the ideal, or why they do not apply; of 17."""
        return sum(section.filled.tells for section in self.sections)

    @cached_property
    def stages(self) -> tuple[StageView, ...]:
        return stages(self.plan, self.as_of)

    @property
    def planned_stages(self) -> int:
        """The national stages, of four, for which the plan has a time."""
        return sum(bool(view.periods) for view in self.stages)

    @cached_property
    def unplaced(self) -> Unplaced:
        return unplaced(self.plan)

    @cached_property
    def unstaged(self) -> int:
        """Services of which nobody can say whether they are to climb, for a stage of theirs is not known."""
        left_out = self.unplaced
        return len({service.id for service in (*left_out.services_now, *left_out.services_target)})

    @cached_property
    def climbing(self) -> tuple[Service, ...]:
        return climbing(self.plan)

    @cached_property
    def benefits(self) -> tuple[Benefit, ...]:
        return benefits(self.climbing, self.references)

    @cached_property
    def late(self) -> tuple[Late, ...]:
        return late(self.roadmap.rows, self.as_of)

    @cached_property
    def slipped(self) -> tuple[Slipped, ...]:
        return slipped(self.plan.activities, self.history)

    @cached_property
    def withdrawn(self) -> tuple[Withdrawn, ...]:
        return withdrawn(self.history, self.plan)

    @cached_property
    def last_changes(self) -> ToldVersion | None:
        """The newest version that changed something."""
        return next((told_version(each, self.history.entries) for each in self.history.changed[-1:]), None)

    @cached_property
    def late_beginning(self) -> LateBeginning | None:
        return late_beginning(self.history, self.plan)

    @cached_property
    def highlights(self) -> tuple[Highlight, ...]:
        return highlights(self.roadmap, self.late, self.slipped, self.as_of)

    @cached_property
    def foremost_by_stage(self) -> tuple[Highlight, ...]:
        return foremost(self.roadmap.by_stage, self.roadmap, self.late, self.slipped, self.as_of)

    @property
    def in_force(self) -> bool:
        """Whether the plan is counted as in force on the day of the pages."""
        return validity(self.plan.header.status, self.edition.address.years, self.as_of) is Validity.IN_FORCE

    @cached_property
    def _promised(self) -> tuple[Coming, ...]:
        return coming(self.plan, self.as_of)

    @property
    def missed(self) -> tuple[Coming, ...]:
        """What was to begin or to be reached by now, and of which no document says that it was."""
        return tuple(each for each in self._promised if each.missed)

    @property
    def coming(self) -> tuple[Coming, ...]:
        """What is still ahead."""
        return tuple(each for each in self._promised if not each.missed)

    @cached_property
    def moved(self) -> tuple[RoadmapRow, ...]:
        """The roadmap rows of activities whose end is not the one that was first published."""
        first = {item: end for item, (_, end) in self.history.schedules.items()}
        return tuple(
            row
            for row in self.roadmap.rows
            if first.get(row.activity.id, row.end) != row.end and quarters_between(first[row.activity.id], row.end) != 0
        )

    @cached_property
    def findings_of(self) -> Mapping[str, Sequence[Finding]]:
        """Findings by the item they are about; those about the whole plan stand under the empty text."""
        grouped: dict[str, list[Finding]] = {}
        for finding in self.findings:
            grouped.setdefault(finding.item, []).append(finding)
        return grouped

    @cached_property
    def found(self) -> tuple[Found, ...]:
        return found_by_kind(self.findings)

    @property
    def answered(self) -> int:
        """Findings to which the institution has said something."""
        return sum(each.answered for each in self.found)
