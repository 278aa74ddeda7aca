"""A field as its entity declares it, read once from its annotation and `key(…)`."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints, overload

from pydantic.fields import FieldInfo

from generator.locale import Message
from generator.model.entity import Entity, Item, Meaning
from generator.model.quarter import Quarter
from generator.model.reference import Ref
from generator.model.terms import Term
from generator.model.unknown import Unknown
from generator.model.value_type import Alone, ValueType


class Shape(Enum):
    """How many values a field holds: one, a list of them, or one for each year."""

    ONE = auto()
    MANY = auto()
    BY_YEAR = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an entity.

    `name` is its attribute in code, `key` its key in a file; `title` and `description` are Indonesian. `value_type` is
    that of each value, whatever the `shape`; by it `group` is the entity of a `GROUP`, `choices` the words of a
    `CHOICE` in order, with their labels, `target` the kind of item of a `REFERENCE` and `says` how a sentence tells it.
    `unit` is a number's unit or empty, `unit_key` the key beside it that holds its unit, or empty. `alone`
    says whether a list may be written as its only value, `unknown` whether a value (of a list: the whole) may be
    `tidak_diketahui`, `required` whether the key must be written, `promise` whether a change of
    it breaks a promise (see `entity.key`).
    """

    name: str
    key: str
    title: str
    description: str
    examples: tuple[Any, ...] = dataclasses.field(hash=False)
    shape: Shape
    value_type: ValueType
    group: type[Entity] | None = None
    choices: type[Term] | None = None
    target: type[Item] | None = None
    says: Message | None = None
    unit: str = ""
    unit_key: str = ""
    alone: bool = False
    unknown: bool = False
    required: bool = False
    promise: bool = False


@cache
def fields(entity: type[Entity]) -> tuple[Field, ...]:
    """The fields of an entity in the order of the format."""
    annotations = get_type_hints(entity, include_extras=True)
    return tuple(_field(name, info, annotations[name]) for name, info in entity.model_fields.items())


@overload
def keys(entity: type[Entity], *path: str) -> tuple[str, ...]: ...
@overload
def keys(entity: type[Entity], *path: str | int) -> tuple[str | int, ...]: ...
def keys(entity: type[Entity], *path: str | int) -> tuple[str | int, ...]:
    """A path of attributes in the keys of the format: of an activity `"budget", 2, "amount"` is `"anggaran", 2,
    "jumlah"`. Positions in lists, years of a map and words of a plan (a `Term`) stay as they are.

    Raises KeyError for an attribute that there is not.
    """
    return _keys(entity, path)


@cache
def _keys(entity: type[Entity], path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    found: list[str | int] = []
    group: type[Entity] | None = entity
    for step in path:
        if isinstance(step, str) and not isinstance(step, Term) and group:
            field = {each.name: each for each in fields(group)}[step]
            step, group = field.key, field.group
        found.append(step)
    return tuple(found)


def _field(name: str, info: FieldInfo, annotation: Any) -> Field:
    meaning = next(each for each in info.metadata if isinstance(each, Meaning))
    shape, value = _shape(annotation)
    value_type = _value_type(value)
    inner = _parts(value)
    units = {ValueType.RUPIAH: "rupiah", ValueType.PERCENT: "persen"}
    return Field(
        name=name,
        key=str(info.alias),
        title=str(info.title),
        description=str(info.description),
        examples=tuple(info.examples or ()),
        shape=shape,
        value_type=value_type,
        group=_class(inner, Entity),
        choices=_class(inner, Term),
        target=next((get_args(each)[0] for each in inner if get_origin(each) is Ref), None),
        says=meaning.says,
        unit=meaning.unit or units.get(value_type, ""),
        unit_key=meaning.unit_key,
        alone=Alone.ALLOWED in _parts(annotation),
        unknown=Unknown in _parts(annotation),
        required=info.is_required(),
        promise=meaning.promise,
    )


def _shape(annotation: Any) -> tuple[Shape, Any]:
    """The shape of an annotation, and the annotation of one value in it."""
    for layer in _layers(annotation):
        if get_origin(layer) is tuple:
            return Shape.MANY, get_args(layer)[0]
        if get_origin(layer) is dict:
            return Shape.BY_YEAR, get_args(layer)[1]
    return Shape.ONE, annotation


def _layers(annotation: Any) -> Iterator[Any]:
    """An annotation and, where it adds markers or alternatives, what it adds them to."""
    yield annotation
    if get_origin(annotation) in (Annotated, Union, UnionType):
        for inner in get_args(annotation):
            yield from _layers(inner)


def _value_type(value: Any) -> ValueType:
    marked = [each for each in _parts(value) if isinstance(each, ValueType)]
    if marked:
        return marked[-1]  # `Markdown` is a `Text` too: the outer one says more
    return next(found for part in _parts(value) if (found := _type_of_class(part)))


def _type_of_class(part: Any) -> ValueType | None:
    if get_origin(part) is Ref:
        return ValueType.REFERENCE
    if part is Quarter:
        return ValueType.QUARTER
    if isinstance(part, type):
        return ValueType.CHOICE if issubclass(part, Term) else ValueType.GROUP if issubclass(part, Entity) else None
    return None


def _parts(annotation: Any) -> tuple[Any, ...]:
    """The classes and markers in an annotation, inner ones first; `Ref[…]` stays whole."""
    if get_origin(annotation) is Ref or annotation is NoneType:
        return (annotation,)
    inner = tuple(part for each in get_args(annotation) for part in _parts(each))
    return inner or (annotation,)


def _class(parts: tuple[Any, ...], kind: type) -> Any:
    return next((part for part in parts if isinstance(part, type) and issubclass(part, kind)), None)
