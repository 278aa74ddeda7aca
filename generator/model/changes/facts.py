"""What can change between two states of a plan, as typed facts; their words live elsewhere.

`kind` is the fact's permanent name in data and feeds. An `Exchange` is its own opposite with `before` and
`after` exchanged; the other facts come in pairs of the same shape.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import ClassVar, Generic, NamedTuple, TypeVar

from generator.model.address import PlanAddress
from generator.model.money import Total
from generator.model.terms import ActivityStatus, Phase, PlanStatus, RegulationStatus, SectionKey, Stage
from generator.model.values import Quarter, Unknown

Value = TypeVar("Value")


class Goal(NamedTuple):
    """A value to be reached and the year to reach it: of a gap, an indicator, or a service (its stage)."""

    value: Decimal | Stage | Unknown | None
    year: int | Unknown | None


class Report(NamedTuple):
    """The newest progress entry of an activity: its day and percentage."""

    day: date | Unknown | None
    percent: int | Unknown | None


@dataclass(frozen=True, kw_only=True)
class Change:
    """One difference. `item` is the id it is about, or a section's key, or empty when it is the plan itself.

    `name` is how the item is called now; a renamed item is still the same item, so names do not count
    when facts are compared.
    """

    kind: ClassVar[str]
    plan: PlanAddress
    item: str = ""
    name: str = field(default="", compare=False)


@dataclass(frozen=True, kw_only=True)
class Exchange(Change, Generic[Value]):
    """One value in the place of another."""

    before: Value
    after: Value


@dataclass(frozen=True, kw_only=True)
class PlanFact(Change):
    """About a whole plan: so many activities, and so much money over all years."""

    activities: int
    money: Total


@dataclass(frozen=True, kw_only=True)
class ActivityFact(Change):
    """About a whole activity; `money` is its plan figure over all years."""

    money: Total


@dataclass(frozen=True, kw_only=True)
class GapFact(Change):
    """About a gap: `recorded` if the plan's list tells it, else the activities that close the gap do."""

    recorded: bool


@dataclass(frozen=True, kw_only=True)
class SectionFact(Change):
    """About a section of the blueprint."""

    section: SectionKey


@dataclass(frozen=True, kw_only=True)
class ItemFact(Change):
    """About an item of any other list; `collection` is the name of its table (`indikator_kinerja`)."""

    collection: str


class Rescheduled(Exchange[Quarter | Unknown]):
    """The start or the end of an activity is another quarter."""

    @property
    def quarters(self) -> int | None:
        """By how many quarters it is later; `None` when one of the two is unknown."""
        if isinstance(self.before, Quarter) and isinstance(self.after, Quarter):
            return self.after.ordinal - self.before.ordinal
        return None


class PlanPublished(PlanFact):
    """A plan appeared."""

    kind = "rencana-terbit"


class PlanRemoved(PlanFact):
    """A plan is no longer there."""

    kind = "rencana-dihapus"


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
    year: int | None
    phase: Phase | None


class StatusChanged(Exchange[ActivityStatus | Unknown]):
    kind = "status-kegiatan"


class ProgressReported(Exchange[Report | None]):
    kind = "kemajuan"


class OwnerChanged(Exchange[str | Unknown]):
    """`before` and `after` are names of units."""

    kind = "penanggung-jawab"


class StageChanged(Exchange[Stage | Unknown]):
    kind = "tahap-kegiatan"


class TargetMoved(Exchange[Goal | None]):
    """The target of a gap, an indicator or a service; of an indicator one fact for each year."""

    kind = "sasaran-bergeser"


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


KINDS: tuple[type[Change], ...] = (
    PlanPublished,
    PlanRemoved,
    PlanStatusChanged,
    ActivityAdded,
    ActivityRemoved,
    ActivityRenamed,
    StartMoved,
    EndMoved,
    BudgetChanged,
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
)
"""Every kind of fact, in the order in which a reader is told them."""


def as_sum(money: Total) -> Total:
    """A total regardless of the number of lines that make it: one amount written as two is no change."""
    return Total(money.amount, min(money.known, 1), money.missing)
