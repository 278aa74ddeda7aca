"""What can change between two states of a plan, as typed facts; their words live elsewhere.

`kind` is the fact's permanent name in data and feeds. A fact that has `before` and `after` is its own
opposite with the two exchanged; the others come in pairs that name each other.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import ClassVar, NamedTuple

from generator.model.money import Total
from generator.model.terms import ActivityStatus, Phase, PlanStatus, RegulationStatus, SectionKey, Stage
from generator.model.values import Quarter, Unknown
from generator.source.plan_files import PlanAddress


class Goal(NamedTuple):
    """A value to be reached and the year to reach it: of a gap, an indicator, or a service (its stage)."""

    value: Decimal | Stage | Unknown | None
    year: int | Unknown | None


class Report(NamedTuple):
    """The newest progress entry of an activity: its day and percentage."""

    day: date | Unknown | None
    percent: int | Unknown | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference. `item` is the id it is about, or a section's key, or empty when it is the plan itself.

    `name` is how the item is called now; a renamed item is still the same item, so names do not count
    when facts are compared.
    """

    kind: ClassVar[str] = ""
    plan: PlanAddress
    item: str = ""
    name: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPublished(Change):
    """A plan appeared, with so many activities and so much money over all years."""

    kind: ClassVar[str] = "rencana-terbit"
    activities: int
    money: Total


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRemoved(Change):
    """A plan is no longer there."""

    kind: ClassVar[str] = "rencana-dihapus"
    activities: int
    money: Total


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStatusChanged(Change):
    kind: ClassVar[str] = "status-rencana"
    before: PlanStatus
    after: PlanStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityAdded(Change):
    """`money` is the plan figure over all years."""

    kind: ClassVar[str] = "kegiatan-ditambah"
    money: Total


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRemoved(Change):
    """`money` is the plan figure over all years."""

    kind: ClassVar[str] = "kegiatan-dihapus"
    money: Total


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRenamed(Change):
    kind: ClassVar[str] = "kegiatan-berganti-nama"
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StartMoved(Change):
    kind: ClassVar[str] = "mulai-bergeser"
    before: Quarter | Unknown
    after: Quarter | Unknown

    @property
    def quarters(self) -> int | None:
        """By how many quarters it is later; `None` when one of the two is unknown."""
        return quarters_between(self.before, self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndMoved(Change):
    kind: ClassVar[str] = "selesai-bergeser"
    before: Quarter | Unknown
    after: Quarter | Unknown

    @property
    def quarters(self) -> int | None:
        """By how many quarters it is later; `None` when one of the two is unknown."""
        return quarters_between(self.before, self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetChanged(Change):
    """The sum of one phase of one year; `None` as a sum when no such line stands there."""

    kind: ClassVar[str] = "anggaran-berubah"
    year: int | None
    phase: Phase | None
    before: Total | None
    after: Total | None

    @property
    def difference(self) -> int:
        """By how many rupiah the known amounts differ."""
        return (self.after or Total()).amount - (self.before or Total()).amount


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChanged(Change):
    kind: ClassVar[str] = "status-kegiatan"
    before: ActivityStatus | Unknown
    after: ActivityStatus | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressReported(Change):
    kind: ClassVar[str] = "kemajuan"
    before: Report | None
    after: Report | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerChanged(Change):
    """`before` and `after` are names of units."""

    kind: ClassVar[str] = "penanggung-jawab"
    before: str | Unknown
    after: str | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class StageChanged(Change):
    kind: ClassVar[str] = "tahap-kegiatan"
    before: Stage | Unknown
    after: Stage | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class GapOpened(Change):
    """A gap is recorded that was not, or the last activity that closes it is gone."""

    kind: ClassVar[str] = "kesenjangan-dibuka"
    recorded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GapClosed(Change):
    """A gap is no longer recorded, or an activity now closes it."""

    kind: ClassVar[str] = "kesenjangan-ditutup"
    recorded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetMoved(Change):
    """The target of a gap, an indicator or a service; of an indicator one fact for each year."""

    kind: ClassVar[str] = "sasaran-bergeser"
    before: Goal | None
    after: Goal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulationMoved(Change):
    """The year in which a regulation is, or is to be, issued."""

    kind: ClassVar[str] = "peraturan-bergeser"
    before: int | Unknown | None
    after: int | Unknown | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulationStatusChanged(Change):
    kind: ClassVar[str] = "status-peraturan"
    before: RegulationStatus | Unknown | None
    after: RegulationStatus | Unknown | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionFilled(Change):
    kind: ClassVar[str] = "bagian-diisi"
    section: SectionKey


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionEmptied(Change):
    kind: ClassVar[str] = "bagian-dikosongkan"
    section: SectionKey


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAdded(Change):
    """An item of any other list; `collection` is the list's key (`indikator_kinerja`)."""

    kind: ClassVar[str] = "butir-ditambah"
    collection: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRemoved(Change):
    """An item of any other list; `collection` is the list's key (`indikator_kinerja`)."""

    kind: ClassVar[str] = "butir-dihapus"
    collection: str


def as_sum(money: Total) -> Total:
    """A total regardless of the number of lines that make it: one amount written as two is no change."""
    return Total(money.amount, min(money.known, 1), money.missing)


def quarters_between(before: Quarter | Unknown, after: Quarter | Unknown) -> int | None:
    """How many quarters the second is later than the first; `None` when one is unknown."""
    if isinstance(before, Quarter) and isinstance(after, Quarter):
        return after.ordinal - before.ordinal
    return None
