"""How a plan differs from its first published version: facts found in Git, worded elsewhere."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.money import Total
from generator.model.values import Quarter, Unknown


class Promise(StrEnum):
    """What was promised first: when an activity ends, its money in all years, or the activity itself."""

    END = "selesai"
    BUDGET = "anggaran"
    ACTIVITY = "kegiatan"


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
