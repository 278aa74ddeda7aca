"""The keys of the plan format, known without the place they stand in: all that a broken file can be held against."""

from collections.abc import Callable
from functools import cache

from generator.model.description import Field, Shape, fields
from generator.model.entity import Entity
from generator.model.plan import Plan


@cache
def vocabulary() -> frozenset[str]:
    """Every key of every group of fields."""
    return frozenset(field.key for field in _everywhere())


@cache
def lists() -> frozenset[str]:
    """The keys that hold a list wherever they stand."""
    return _always(lambda field: field.shape is Shape.MANY)


@cache
def lists_somewhere() -> frozenset[str]:
    """The keys that hold a list of groups in some place."""
    return frozenset(field.key for field in _everywhere() if field.shape is Shape.MANY and field.group)


@cache
def may_be_unknown() -> frozenset[str]:
    """The keys whose one value may be `tidak_diketahui` wherever they stand."""
    return _always(lambda field: field.unknown and field.shape is Shape.ONE)


def _always(test: Callable[[Field], bool]) -> frozenset[str]:
    return vocabulary() - {field.key for field in _everywhere() if not test(field)}


@cache
def _everywhere() -> tuple[Field, ...]:
    waiting: list[type[Entity]] = [Plan]
    seen: dict[type[Entity], tuple[Field, ...]] = {}
    while waiting:
        group = waiting.pop()
        if group not in seen:
            seen[group] = fields(group)
            waiting += [field.group for field in seen[group] if field.group]
    return tuple(field for own in seen.values() for field in own)
