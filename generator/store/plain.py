"""Values of ours as JSON and back, so that what is kept is data and never code.

A tuple, a named tuple, a dataclass, an enum or a group of a plan's fields is written as a list: what it is, then what
it holds. What it is counts only among the classes that the annotations of the wanted type lead to, their subclasses
too: nothing else can come back. A group of a plan's fields passes the model again, as if it were read from a file.
docs/decisions/cache-is-data.md
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel


def dump(value: object, wanted: Hashable) -> bytes:
    """The JSON of a value. Raises `ValueError` for one that holds what the annotations of `wanted` do not lead to."""
    return as_json(plain(value, wanted))


def load(content: bytes, wanted: Hashable) -> Any:
    """The value again. Raises `ValueError` for whatever `dump` did not write for the same type."""
    try:
        data = json.loads(content)
    except RecursionError as error:
        raise ValueError("not a kept value") from error
    return value_of(data, wanted)


def as_json(data: Any) -> bytes:
    """Plain data as compact JSON. Raises `ValueError` for a text that no file can hold (half a character)."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def plain(value: Any, wanted: Hashable) -> Any:
    """A value as plain data: what `json` can write."""
    return _plain(value, _classes(wanted))


def value_of(data: Any, wanted: Hashable) -> Any:
    """The value of plain data; `load` says what it raises."""
    try:
        return _value(data, _makers(wanted))
    except (TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError) as error:
        raise ValueError("not a kept value") from error


def _plain(value: Any, known: dict[str, type]) -> Any:
    kind = type(value)
    if value is None or kind in (str, int, float, bool):
        return value
    if kind in _COLLECTIONS:
        return [_COLLECTIONS[kind], *(_plain(each, known) for each in value)]
    if kind is dict:
        return ["dict", *(_plain(each, known) for pair in value.items() for each in pair)]
    if kind is bytes:
        return ["bytes", b64encode(value).decode()]
    if kind in (date, Decimal):
        return [kind.__name__, str(value)]
    if known.get(kind.__qualname__) is not kind:
        if isinstance(value, str) and not isinstance(value, Enum):
            return str(value)  # a text that knows its place
        raise ValueError(f"{kind} is not kept")
    if isinstance(value, Enum):
        return [kind.__qualname__, value.value]
    if isinstance(value, BaseModel):
        return [kind.__qualname__, value.model_dump(mode="json", by_alias=True, exclude_unset=True)]
    parts = value if isinstance(value, tuple) else (getattr(value, name) for name in _names(kind))  # type: ignore[arg-type]
    return [kind.__qualname__, *(_plain(part, known) for part in parts)]


def _value(data: Any, makers: dict[str, Callable[[list[Any]], Any]]) -> Any:
    if type(data) is not list:
        if type(data) is dict:
            raise ValueError("an object stands only in a group of fields")
        return data
    maker = makers[data[0]]
    # What holds no other value of ours is made of its parts as they are; most of the rest are texts and numbers.
    if isinstance(maker, _Whole):
        return maker.make(*data[1:])
    return maker([_value(part, makers) if type(part) in _NESTED else part for part in data[1:]])


@dataclass(frozen=True, slots=True)
class _Whole:
    """How something is made of its parts as they are written."""

    make: Callable[..., Any]

    def __call__(self, parts: list[Any]) -> Any:
        return self.make(*parts)


@cache
def _makers(wanted: Hashable) -> dict[str, Callable[[list[Any]], Any]]:
    """How a value of each class is made, by its name."""
    return {name: _maker(kind) for name, kind in _classes(wanted).items()} | _READERS


def _maker(kind: type) -> Callable[[list[Any]], Any]:
    if issubclass(kind, Enum):
        return _Whole(kind)
    if issubclass(kind, BaseModel):
        return _Whole(kind.model_validate)
    if issubclass(kind, tuple):
        return lambda parts: kind(*parts)
    names = _names(kind)  # type: ignore[arg-type]
    return lambda parts: kind(**dict(zip(names, parts, strict=True)))


def _pairs(parts: list[Any]) -> dict[Any, Any]:
    return dict(zip(parts[::2], parts[1::2], strict=True))


_NESTED = (list, dict)
_COLLECTIONS: dict[type, str] = {tuple: "tuple", list: "list", frozenset: "frozenset"}
_READERS: dict[str, Callable[[list[Any]], Any]] = {
    "tuple": tuple,
    "list": list,
    "frozenset": frozenset,
    "dict": _pairs,
    "bytes": _Whole(b64decode),
    "date": _Whole(date.fromisoformat),
    "Decimal": _Whole(Decimal),
}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.init)


@cache
def _classes(wanted: Hashable) -> dict[str, type]:
    """The classes that a value of a type may be made of, by name."""
    found: dict[str, type] = {}
    for kind in _reached(wanted, set[type]()):
        if found.setdefault(kind.__qualname__, kind) is not kind:
            raise TypeError(f"two classes are called {kind.__qualname__}")
    return found


def _reached(annotation: Any, seen: set[type]) -> Iterator[type]:
    for argument in get_args(annotation):
        yield from _reached(argument, seen)
    if not isinstance(annotation, type) or annotation in seen or not annotation.__module__.startswith("generator."):
        return
    seen.add(annotation)
    yield annotation
    if issubclass(annotation, Enum):
        for one in annotation.__subclasses__():
            yield from _reached(one, seen)
    if is_dataclass(annotation) or (issubclass(annotation, tuple) and not issubclass(annotation, Enum)):
        inner = [*get_type_hints(annotation).values(), *getattr(annotation, "__orig_bases__", ())]
        for one in (*inner, *annotation.__subclasses__()):
            yield from _reached(one, seen)
