"""A part of a workbook, read strictly: UTF-8 alone, well formed, and each element where it belongs."""

from collections.abc import Callable, Mapping, Set
from typing import NamedTuple, TypeAlias
from xml.parsers.expat import ExpatError, ParserCreate

from generator.data.xlsx_archive import MAIN, PACKAGE, RELATIONS

Attributes: TypeAlias = Mapping[str, str]

_STRICT = "http://purl.oclc.org/ooxml"  # ISO/IEC 29500 has the same elements under names of its own
_NAMESPACES = frozenset((MAIN, f"{_STRICT}/spreadsheetml/main", f"{PACKAGE}/relationships"))
_RELATION_IDS = (f"{RELATIONS} id", f"{_STRICT}/officeDocument/relationships id")
_SPACE = "http://www.w3.org/XML/1998/namespace space"
_EXTENSION = "extLst"  # whatever a program adds of its own
_MOST_ELEMENTS, _DEEPEST = 6_000_000, 100
"""In one part, an attribute counted as an element: three for each cell that a workbook may have."""
_PIECE, _LONGEST_TAG, _LONGEST_NAMESPACE, _MOST_NAMES = 1 << 14, 1 << 16, 256, 2_000
"""A parser holds a tag, and a remark between tags, whole. It tells an element's namespace anew with its name and those
of its attributes, and never forgets a name; programs use a few hundred, with namespaces of some 70 characters."""


class TooManyElements(Exception):
    """A part holds far more than any plan."""


class Grammar(NamedTuple):
    """Which elements are looked at: those `within` each, `""` for the root. In one that is `closed` nothing else stands
    but extensions; anywhere else others are passed over, with all that is in them. `texts` are those with a text."""

    within: Mapping[str, Set[str]]
    closed: Set[str]
    texts: Set[str] = frozenset()


Begin: TypeAlias = Mapping[str, Callable[[Attributes], None]]
End: TypeAlias = Mapping[str, Callable[[str], None]]


def read(part: bytes, grammar: Grammar, begin: Begin, end: End | None = None) -> None:
    """Tell of the elements of a grammar: where each begins, with its attributes, and where it ends, with its text.

    Raises `ExpatError` for a part that is broken, cut short or of another encoding; for one with a document type, whose
    names could grow without end; for a tag, remark or namespace longer than any program writes; and for an element
    where none of its kind can stand. Raises `TooManyElements` for more elements, attributes or names than a plan has.
    """
    _Reading(grammar, begin, end or {}).of(part)


def relation_id(attributes: Attributes) -> str:
    """The relation that an element names (`r:id`), empty for none."""
    return next((attributes[name] for name in _RELATION_IDS if name in attributes), "")


def keeps_space(attributes: Attributes) -> bool:
    """Whether the space at the ends of an element's text belongs to it."""
    return attributes.get(_SPACE) == "preserve"


class _Reading:
    def __init__(self, grammar: Grammar, begin: Begin, end: End) -> None:
        self._grammar, self._begins, self._ends = grammar, begin, end
        self._inside, self._passed, self._count = [""], 0, 0
        self._text: list[str] = []
        self._names: dict[str, str] = {}  # all that the parser met
        self._locals: dict[str, str] = {}

    def of(self, part: bytes) -> None:
        if b"\0" in part:  # a parser that is told UTF-8 still follows the mark of UTF-16
            raise ExpatError("another encoding")
        parser = ParserCreate("utf-8", " ", self._names)
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refused_type
        parser.XmlDeclHandler = _declared
        parser.StartNamespaceDeclHandler = _namespace
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._add
        for start in range(0, len(part), _PIECE):
            piece = part[start : start + _PIECE]
            parser.Parse(piece, False)
            if start + len(piece) - parser.CurrentByteIndex > _LONGEST_TAG:
                raise ExpatError("a tag without end")
        parser.Parse(b"", True)

    def _begin(self, name: str, attributes: Attributes) -> None:
        self._count += 1 + len(attributes)
        if self._count > _MOST_ELEMENTS or self._passed > _DEEPEST or len(self._names) > _MOST_NAMES:
            raise TooManyElements
        if self._passed:
            self._passed += 1
            return
        local = self._locals.get(name) or self._locals.setdefault(name, _local(name))
        around = self._inside[-1]
        if local not in self._grammar.within.get(around, ()):
            if around in self._grammar.closed and local != _EXTENSION:
                raise ExpatError(f"{local} in {around}")
            self._passed = 1
            return
        self._inside.append(local)
        if local in self._grammar.texts:
            self._text = []
        if handler := self._begins.get(local):
            handler(attributes)

    def _end(self, _: str) -> None:
        if self._passed:
            self._passed -= 1
            return
        local = self._inside.pop()
        if handler := self._ends.get(local):
            handler("".join(self._text) if local in self._grammar.texts else "")

    def _add(self, text: str) -> None:
        if not self._passed and self._inside[-1] in self._grammar.texts:
            self._text.append(text)


def _local(name: str) -> str:
    """The name of an element without its namespace; all of it for one of a namespace that is no workbook's."""
    namespace, _, local = name.rpartition(" ")
    return local if namespace in _NAMESPACES else f"?{name}"


def _declared(_: str, encoding: str | None, __: int) -> None:
    if encoding and encoding.casefold() != "utf-8":
        raise ExpatError("another encoding")


def _namespace(_: str | None, namespace: str | None) -> None:
    if namespace and len(namespace) > _LONGEST_NAMESPACE:
        raise ExpatError("a namespace without end")


def _refused_type(*_: object) -> None:
    raise ExpatError("document type")
