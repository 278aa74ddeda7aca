"""What can change between two states of a plan, as typed facts; their words live elsewhere.

`kind` is the fact's permanent name in data and feeds.
"""

from dataclasses import dataclass

from generator.model.address import PlanAddress
from generator.model.changes.shapes import (
    ActivityFact,
    Change,
    EntryFact,
    Exchange,
    FieldFact,
    GapFact,
    ItemFact,
    PlanFact,
    ProgressReport,
    SectionFact,
    TargetValue,
)
from generator.model.money import BudgetYear, Total
from generator.model.quarter import quarters_between
from generator.model.terms import ActivityStatus, Phase, PlanStatus, RegulationStatus, Stage
from generator.model.values import Quarter, Unknown


class Rescheduled(Exchange[Quarter | Unknown]):
    """The start or the end of an activity is another quarter."""

    @property
    def quarters(self) -> int | None:
        """By how many quarters it is later; `None` when one of the two is unknown."""
        return quarters_between(self.before, self.after)


class PlanPublished(PlanFact):
    """A plan appeared."""

    kind = "rencana-terbit"


class PlanRemoved(PlanFact):
    """A plan is no longer there."""

    kind = "rencana-dihapus"


class PlanMoved(Exchange[PlanAddress]):
    """A plan has another address: its folder got another name, or its period another year."""

    kind = "rencana-pindah"


class PlanStatusChanged(Exchange[PlanStatus]):
    kind = "status-rencana"


class ActivityAdded(ActivityFact):
    kind = "kegiatan-ditambah"


class ActivityRemoved(ActivityFact):
    kind = "kegiatan-dihapus"


class ActivityRenamed(Exchange[str]):
    kind = "kegiatan-berganti-nama"


class StartMoved(Rescheduled):
    kind = "mulai-bergeser"


class EndMoved(Rescheduled):
    kind = "selesai-bergeser"


@dataclass(frozen=True, kw_only=True)
class BudgetChanged(Exchange[Total | None]):
    """The sum of one phase of one year; `None` as a sum when no such line stands there."""

    kind = "anggaran-berubah"
    year: BudgetYear
    phase: Phase | None


class StatusChanged(Exchange[ActivityStatus | Unknown]):
    kind = "status-kegiatan"


class ProgressReported(Exchange[ProgressReport | None]):
    kind = "kemajuan"


class OwnerChanged(Exchange[str | Unknown]):
    """`before` and `after` are names of units."""

    kind = "penanggung-jawab"


class StageChanged(Exchange[Stage | Unknown | None]):
    kind = "tahap-kegiatan"


@dataclass(frozen=True, kw_only=True)
class TargetMoved(Exchange[TargetValue | None]):
    """The target of a gap, an indicator or a service; of an indicator one fact for each `year`."""

    kind = "sasaran-bergeser"
    year: int | None = None


class GapOpened(GapFact):
    """A gap is recorded that was not, or the last activity that closes it is gone."""

    kind = "kesenjangan-dibuka"


class GapClosed(GapFact):
    """A gap is no longer recorded, or an activity now closes it."""

    kind = "kesenjangan-ditutup"


class RegulationMoved(Exchange[int | Unknown | None]):
    """The year in which a regulation is, or is to be, issued."""

    kind = "peraturan-bergeser"


class RegulationStatusChanged(Exchange[RegulationStatus | Unknown | None]):
    kind = "status-peraturan"


class SectionFilled(SectionFact):
    kind = "bagian-diisi"


class SectionEmptied(SectionFact):
    kind = "bagian-dikosongkan"


class ItemAdded(ItemFact):
    kind = "butir-ditambah"


class ItemRemoved(ItemFact):
    kind = "butir-dihapus"


class MilestoneAdded(EntryFact):
    kind = "tonggak-ditambah"


class MilestoneRemoved(EntryFact):
    kind = "tonggak-dihapus"


class MilestoneMoved(FieldFact):
    """The day by which something is to be seen."""

    kind = "tonggak-bergeser"


class OutputAdded(EntryFact):
    kind = "keluaran-ditambah"


class OutputRemoved(EntryFact):
    kind = "keluaran-dihapus"


class OutputMoved(FieldFact):
    """How much an activity is to deliver, in all or in a year."""

    kind = "keluaran-berubah"


class CeilingMoved(FieldFact):
    """The most that may be spent in a year."""

    kind = "pagu-berubah"


class DecreeChanged(FieldFact):
    """What made the plan binding: its form, number, year or day."""

    kind = "penetapan-berubah"


class FieldChanged(FieldFact):
    """A field that no other kind of fact is about."""

    kind = "isian-berubah"


class EntryAdded(EntryFact):
    kind = "baris-ditambah"


class EntryRemoved(EntryFact):
    kind = "baris-dihapus"


KINDS: tuple[type[Change], ...] = (
    PlanPublished,
    PlanRemoved,
    PlanMoved,
    PlanStatusChanged,
    DecreeChanged,
    ActivityAdded,
    ActivityRemoved,
    ActivityRenamed,
    StartMoved,
    EndMoved,
    MilestoneRemoved,
    MilestoneMoved,
    MilestoneAdded,
    BudgetChanged,
    CeilingMoved,
    OutputRemoved,
    OutputMoved,
    OutputAdded,
    StatusChanged,
    ProgressReported,
    OwnerChanged,
    StageChanged,
    TargetMoved,
    GapOpened,
    GapClosed,
    RegulationMoved,
    RegulationStatusChanged,
    SectionFilled,
    SectionEmptied,
    ItemAdded,
    ItemRemoved,
    FieldChanged,
    EntryAdded,
    EntryRemoved,
)
"""Every kind of fact, in the order in which a reader is told them."""
