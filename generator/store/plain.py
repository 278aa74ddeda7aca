"""Values of ours as JSON, so that what is kept is data and never code; `store/restored.py` makes them again.

A tuple, a named tuple, a dataclass, an enum or a group of a plan's fields is written as a list: what it is, then what
it holds. docs/decisions/cache-is-data.md
"""

import json
import re
from base64 import b64encode
from collections.abc import Hashable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

_HALF_A_CHARACTER = re.compile(r"(?<!\\)(?:\\\\)*\\u[dD][89a-fA-F]")
"""As JSON can write one, which no file can hold."""


def dump(value: object, wanted: Hashable) -> bytes:
    """The JSON of a value. Raises `ValueError` for one that holds what the annotations of `wanted` do not lead to."""
    return as_json(plain(value, wanted))


def as_json(data: Any) -> bytes:
    """Plain data as compact JSON. Raises `ValueError` for a text that no file can hold (half a character)."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def from_json(content: bytes) -> Any:
    """Plain data again. Raises `ValueError` for what `as_json` does not write."""
    text = content.decode()
    if _HALF_A_CHARACTER.search(text):
        raise ValueError("half a character")
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("deeper than any value") from error


def plain(value: Any, wanted: Hashable) -> Any:
    """A value as plain data: what `json` can write."""
    return _plain(value, classes_of(wanted))


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
    parts = value if isinstance(value, tuple) else (getattr(value, name) for name in names_of(kind))  # type: ignore[arg-type]
    return [kind.__qualname__, *(_plain(part, known) for part in parts)]


_COLLECTIONS: dict[type, str] = {tuple: "tuple", list: "list", frozenset: "frozenset"}


@cache
def names_of(kind: type) -> tuple[str, ...]:
    """The fields that an instance of a dataclass is made from, in order."""
    return tuple(field.name for field in fields(kind) if field.init)


@cache
def classes_of(wanted: Hashable) -> dict[str, type]:
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
        for enum in annotation.__subclasses__():
            yield from _reached(enum, seen)
    if is_dataclass(annotation) or (issubclass(annotation, tuple) and not issubclass(annotation, Enum)):
        inner = [*get_type_hints(annotation).values(), *getattr(annotation, "__orig_bases__", ())]
        for one in (*inner, *annotation.__subclasses__()):
            yield from _reached(one, seen)
    if issubclass(annotation, BaseModel):  # what its fields hold passes the model; it may be one of a kind
        for one in annotation.__subclasses__():
            yield from _reached(one, seen)
