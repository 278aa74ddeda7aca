"""What a portrait is made from: the views of one plan on one day."""

from typing import Protocol

from generator.diagnostics import Finding
from generator.model.edition import Edition
from generator.model.history import History, LateBeginning
from generator.model.portfolio import InstitutionPlans
from generator.model.progress_counts import Standing
from generator.views.budget import Budget
from generator.views.coverage import SectionView
from generator.views.late import Late
from generator.views.references import References
from generator.views.slipped import Slipped
from generator.views.staffing import StaffView
from generator.views.stages import StageView, Unplaced
from generator.views.withdrawn import Withdrawn


class Sight(Protocol):
    """The views of one plan on one day that a portrait is made from; `findings` are those of this plan."""

    @property
    def edition(self) -> Edition: ...
    @property
    def institution(self) -> InstitutionPlans: ...
    @property
    def findings(self) -> tuple[Finding, ...]: ...
    @property
    def standing(self) -> Standing: ...
    @property
    def budget(self) -> Budget: ...
    @property
    def sections(self) -> tuple[SectionView, ...]: ...
    @property
    def stages(self) -> tuple[StageView, ...]: ...
    @property
    def unplaced(self) -> Unplaced: ...
    @property
    def staffing(self) -> StaffView: ...
    @property
    def late(self) -> tuple[Late, ...]: ...
    @property
    def slipped(self) -> tuple[Slipped, ...]: ...
    @property
    def withdrawn(self) -> tuple[Withdrawn, ...]: ...
    @property
    def late_beginning(self) -> LateBeginning | None: ...
    @property
    def references(self) -> References: ...
    @property
    def history(self) -> History: ...
