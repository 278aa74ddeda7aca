"""The keys of the plan format, known without the place they stand in: all that a broken file can be held against."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from generator.model.entity import Entity
from generator.model.plan import Plan
from generator.model.unknown import Unknown


@cache
def vocabulary() -> frozenset[str]:
    """Every key of every group of fields."""
    return frozenset(key for key, _ in _everywhere())


@cache
def lists() -> frozenset[str]:
    """The keys that hold a list wherever they stand."""
    return frozenset(_always(lambda annotation: getattr(annotation, "__origin__", None) is tuple))


@cache
def may_be_unknown() -> frozenset[str]:
    """The keys whose one value may be `tidak_diketahui` wherever they stand."""
    return frozenset(_always(lambda annotation: Unknown in tuple(_parts(annotation)))) - lists()


def _always(test: Any) -> set[str]:
    answers: dict[str, bool] = {}
    for key, annotation in _everywhere():
        answers[key] = answers.get(key, True) and test(annotation)
    return {key for key, answer in answers.items() if answer}


@cache
def _everywhere() -> tuple[tuple[str, Any], ...]:
    seen: set[type[Entity]] = set()
    waiting: list[type[Entity]] = [Plan]
    found: list[tuple[str, Any]] = []
    while waiting:
        group = waiting.pop()
        if group in seen:
            continue
        seen.add(group)
        for field in group.model_fields.values():
            found.append((str(field.alias), field.annotation))
            waiting += [
                part for part in _parts(field.annotation) if isinstance(part, type) and issubclass(part, Entity)
            ]
    return tuple(found)


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)
