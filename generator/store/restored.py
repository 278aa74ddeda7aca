"""Plain data (`store/plain.py`) as the values they were: each of the type that its place has by its annotation.

What fits no annotation was not written by us, though its checksum may be right; nothing else comes back. A group of a
plan's fields passes the model again, as if it were read from a file.
"""

from base64 import b64decode
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, reduce
from types import NoneType, UnionType
from typing import Any, NamedTuple, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from generator.store.plain import classes_of, from_json, names_of

_Make: TypeAlias = Callable[[list[Any]], Any]
"""From what follows the word that says what a list is."""

_Bound: TypeAlias = tuple[tuple[Any, Any], ...]
"""What the type variables of a class stand for."""

_READERS: dict[type, Callable[[Any], Any]] = {date: date.fromisoformat, Decimal: Decimal, bytes: b64decode}
_LISTS: dict[Any, tuple[type, ...]] = {
    tuple: (tuple,),
    list: (list,),
    frozenset: (frozenset,),
    Sequence: (tuple, list),
}
_MAPPINGS = (dict, Mapping)
_SCALARS: dict[Any, tuple[Any, ...]] = {
    NoneType: (NoneType,),
    str: (str,),
    int: (int,),
    bool: (bool,),
    float: (float, int),
}


def load(content: bytes, wanted: Hashable) -> Any:
    """The value again. Raises `ValueError` for whatever `dump` did not write for the same type."""
    return value_of(from_json(content), wanted)


def value_of(data: Any, wanted: Hashable) -> Any:
    """The value of plain data; `load` says what it raises."""
    try:
        return _form(wanted, (), wanted).value(data)
    except (TypeError, KeyError, IndexError, AttributeError, ArithmeticError, AssertionError, RecursionError) as error:
        raise ValueError("not a kept value") from error


class _Form(NamedTuple):
    """What may stand in a place: a bare value of these types, or a list that begins with one of these words."""

    scalars: frozenset[type] = frozenset()
    makers: Mapping[str, tuple[_Make, ...]] = {}

    def value(self, data: Any) -> Any:
        if type(data) in self.scalars:
            return data
        if type(data) is not list:
            raise ValueError("not what belongs here")
        *others, last = self.makers[data[0]]
        for make in others:  # lists of this and lists of that
            try:
                return make(data[1:])
            except (ValueError, TypeError, KeyError, IndexError):
                continue
        return last(data[1:])

    def or_else(self, other: "_Form") -> "_Form":
        words = (*self.makers, *other.makers)
        makers = {word: (*self.makers.get(word, ()), *other.makers.get(word, ())) for word in words}
        return _Form(self.scalars | other.scalars, makers)


@cache
def _form(annotation: Any, bound: _Bound, root: Hashable) -> _Form:
    """That of an annotation; where it says nothing, whatever `root` leads to may stand."""
    annotation = dict(bound).get(annotation, annotation)
    if annotation in (Any, object) or isinstance(annotation, TypeVar):
        known = (*_SCALARS, *_READERS, *_LISTS, *_MAPPINGS, *classes_of(root).values())
        return reduce(_Form.or_else, (_form(each, (), root) for each in known))
    kind, parts = get_origin(annotation) or annotation, get_args(annotation)
    if kind in (Union, UnionType):
        return reduce(_Form.or_else, (_form(part, bound, root) for part in parts))
    if kind in _LISTS:
        make = _list(parts or (Any, ...), bound, root)
        return _Form(makers={each.__name__: (_then(each, make),) for each in _LISTS[kind]})
    if kind in _MAPPINGS:
        return _Form(makers={"dict": (_mapping(parts or (Any, Any), bound, root),)})
    if kind in _READERS:
        return _Form(makers={kind.__name__: (_of_one(_READERS[kind]),)})
    if kind in _SCALARS:
        return _Form(frozenset(_SCALARS[kind]))
    if issubclass(kind, str) and not issubclass(kind, Enum):
        return _Form(frozenset((str,)))  # one that knew its place
    own = tuple(zip(getattr(kind, "__parameters__", ()), parts, strict=False))
    makers = {each.__qualname__: (_of_class(each, (*_bound(each), *own), root),) for each in _with_subclasses(kind)}
    return _Form(makers=makers)


def _list(parts: tuple[Any, ...], bound: _Bound, root: Hashable) -> _Make:
    """Makes the members: as many of one kind as there are, or one of each."""
    if len(parts) == 1 or parts[-1] is ...:
        return lambda data: [_form(parts[0], bound, root).value(each) for each in data]
    return lambda data: [_form(part, bound, root).value(each) for part, each in zip(parts, data, strict=True)]


def _mapping(parts: tuple[Any, ...], bound: _Bound, root: Hashable) -> _Make:
    def make(data: list[Any]) -> Any:
        key, value = (_form(part, bound, root).value for part in parts)
        return dict(zip(map(key, data[::2]), map(value, data[1::2]), strict=True))

    return make


def _of_class(kind: type, bound: _Bound, root: Hashable) -> _Make:
    if issubclass(kind, Enum):
        return _of_one(kind)
    if issubclass(kind, BaseModel):
        return _of_one(kind.model_validate)
    names = kind._fields if issubclass(kind, tuple) else names_of(kind)  # type: ignore[attr-defined,arg-type]
    forms: list[_Form] = []

    def make(data: list[Any]) -> Any:
        if not forms:  # not before: a message may hold messages
            hints = get_type_hints(kind)
            forms.extend(_form(hints[name], bound, root) for name in names)
        parts = [
            part if type(part) in form.scalars else form.value(part) for form, part in zip(forms, data, strict=True)
        ]
        return kind(*parts) if issubclass(kind, tuple) else kind(**dict(zip(names, parts, strict=True)))

    return make


def _of_one(make: Callable[[Any], Any]) -> _Make:
    def made(data: list[Any]) -> Any:
        (one,) = data
        return make(one)

    return made


def _then(kind: type, make: _Make) -> _Make:
    return lambda data: kind(make(data))


def _with_subclasses(kind: Any) -> Iterator[Any]:
    yield kind
    for each in kind.__subclasses__():
        yield from _with_subclasses(each)


def _bound(kind: type) -> _Bound:
    bases = (base for each in kind.__mro__ for base in each.__dict__.get("__orig_bases__", ()))
    told = ((getattr(get_origin(base), "__parameters__", ()), get_args(base)) for base in bases)
    return tuple(pair for names, meant in told for pair in zip(names, meant, strict=False) if pair[0] is not pair[1])
