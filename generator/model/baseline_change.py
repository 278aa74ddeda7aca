"""How a plan differs from what it promised first: facts found in Git, worded elsewhere."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from generator.model.money import Total
from generator.model.values import Quarter, Unknown


class Promise(StrEnum):
    """What the plan format counts as promised: of an activity its time, money, owners, milestones, outputs and the
    activity that it goes on with; ceilings, targets and the decree; and that an activity, or another `ITEM` that is
    promised, is there at all.
    """

    START = "mulai"
    END = "selesai"
    BUDGET = "anggaran"
    OWNER = "penanggung_jawab"
    MILESTONE = "tonggak"
    OUTPUT = "keluaran"
    ORIGIN = "lanjutan_dari"
    CEILING = "pagu"
    TARGET = "sasaran"
    DECREE = "penetapan"
    ACTIVITY = "kegiatan"
    ITEM = "butir"


@dataclass(frozen=True, slots=True)
class BaselineChange:
    """One promise that no longer reads as it was first published.

    `item` is the activity's id. `before` and `after` are a `Quarter` for an end and a `Total` for a
    budget; for a removed activity `before` is its name and `after` is `None`. `day`, `commit` and, where one is
    told, `reason` are those of the newest change of it.
    """

    item: str
    what: Promise
    before: Quarter | Unknown | Total | str
    after: Quarter | Unknown | Total | None
    day: date
    commit: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class UnexplainedMove:
    """A promise that reads differently since it was first made, and nobody said why it was last moved, on a `day`.

    `item` is the id or the section that it is of, empty for the plan's own; `name` is what a milestone, an output or
    something that was `removed` is called, and `collection` the key of the list that an item was removed from.
    """

    item: str
    what: Promise
    day: date
    name: str = ""
    removed: bool = False
    collection: str = ""


@dataclass(frozen=True, slots=True)
class LastChange:
    """The newest version that says something else than the one before is of a `day`, whatever the document says."""

    day: date


PromiseFact: TypeAlias = BaselineChange | UnexplainedMove | LastChange
"""What Git tells of a plan and its promises."""
