"""Entries of lists without ids: which one of today is which one of yesterday.

Equal ones belong together; then those known by the same thing, such as a milestone by its text and a count of staff
by role, unit and year; then, if one is left on each side, those two. The same whichever side is called the older.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.model.control import ChangeReason, FindingAnswer
from generator.model.costs import StaffNeed
from generator.model.delivery import Milestone, Output, Progress
from generator.model.entity import Entity
from generator.model.framework import StagePeriod
from generator.model.institution import Reference, Review
from generator.model.inventory import StaffCount

Pair = tuple[Entity | None, Entity | None]

_KNOWN_BY: dict[type[Entity], tuple[tuple[str, ...], ...]] = {
    ChangeReason: (("item", "day"), ("item", "reason")),
    FindingAnswer: (("finding", "item"),),
    Milestone: (("text",), ("when",)),
    Output: (("text",), ("unit",)),
    Progress: (("day",),),
    Reference: (("title",), ("link",)),
    Review: (("kind", "day"), ("kind",)),
    StaffCount: (("role", "unit", "year"),),
    StaffNeed: (("role", "year"),),
    StagePeriod: (("stage",),),
}
"""By what a reader knows an entry, the best first."""


def shown_by(entity: Entity) -> tuple[Any, ...]:
    """What an entry is known by."""
    names = _KNOWN_BY.get(type(entity), ((),))[0]
    return tuple(value for name in names if (value := getattr(entity, name)) is not None)


def matched(before: Sequence[Entity], after: Sequence[Entity]) -> Iterator[Pair]:
    """Every entry with its counterpart, but for those that are equal; `None` where there is none."""
    old, new, _ = _paired(before, after, plain)
    sample = next(iter((*old, *new)), None)
    for names in _KNOWN_BY.get(type(sample), ()) if sample else ():
        old, new, pairs = _paired(old, new, partial(_values, names=names))
        yield from pairs
    if len(old) == len(new) == 1:
        yield old[0], new[0]
        return
    yield from ((each, None) for each in old)
    yield from ((None, each) for each in new)


def _paired(
    before: Sequence[Entity], after: Sequence[Entity], of: Callable[[Entity], object]
) -> tuple[list[Entity], list[Entity], list[Pair]]:
    """What is left on each side once the pairs that agree in something are taken out, and those pairs."""
    waiting: dict[str, list[Entity]] = {}
    for entry in reversed(after):
        waiting.setdefault(repr(of(entry)), []).append(entry)
    left: list[Entity] = []
    pairs: list[Pair] = []
    for entry in before:
        if fitting := waiting.get(repr(of(entry))):
            pairs.append((entry, fitting.pop()))
        else:
            left.append(entry)
    taken = {id(other) for _, other in pairs}
    return left, [entry for entry in after if id(entry) not in taken], pairs


def _values(entry: Entity, names: tuple[str, ...]) -> object:
    return [plain(getattr(entry, name)) for name in names]


def plain(value: Any) -> Any:
    """A value without order and white space, fit to be compared."""
    if isinstance(value, Entity):
        return plain(value.__dict__)
    if isinstance(value, Mapping):
        return sorted((str(name), repr(plain(each))) for name, each in value.items() if each not in (None, (), {}))
    if isinstance(value, list | tuple) and not hasattr(value, "_fields"):
        return sorted(repr(plain(each)) for each in value)
    if isinstance(value, str) and type(value) is str:
        return " ".join(value.split())
    return repr(value) if value not in (None, ()) else ""
