"""How many facts of a plan are said to be unknown, section by section of its files."""

from collections.abc import Iterable
from typing import NamedTuple

from generator.model.description import Field, fields
from generator.model.entity import Entity
from generator.model.plan import Plan
from generator.model.values import UNKNOWN, Quarter


class Facts(NamedTuple):
    """The facts a part of a plan holds, and how many of those are `tidak_diketahui`.

    What is not recorded at all is no fact and is not counted.
    """

    total: int
    unknown: int

    @property
    def percent(self) -> int:
        """Unknown facts in whole per cent, rounded down; 0 when there are no facts."""
        return self.unknown * 100 // self.total if self.total else 0


_MANY = (Entity, dict, tuple)


def facts(plan: Plan) -> dict[Field, Facts]:
    """The facts under every top-level key of the format, in its order; keys without facts are left out."""
    counted = {field: _count(getattr(plan, field.name)) for field in fields(Plan)}
    return {field: Facts(total, unknown) for field, (total, unknown) in counted.items() if total}


def _count(value: object) -> tuple[int, int]:
    if value is None:
        return 0, 0
    if value is UNKNOWN:
        return 1, 1
    inner: Iterable[object]
    if isinstance(value, Entity):
        inner = value.__dict__.values()
    elif isinstance(value, dict):
        inner = value.values()
    elif isinstance(value, tuple) and not isinstance(value, Quarter):
        inner = value
    else:
        return 1, 0
    total = unknown = 0
    for each in inner:
        if isinstance(each, _MANY):
            facts_inside, unknown_inside = _count(each)
            total += facts_inside
            unknown += unknown_inside
        elif each is not None:
            total += 1
            unknown += each is UNKNOWN
    return total, unknown
