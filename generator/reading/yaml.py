"""Composing one YAML file to nodes, with every problem of its form at its place.

Nodes are built from parser events rather than by ruamel's composer: an alias, a tag or a second document is then
seen where it stands, an alias is never followed (a 324-byte file of nested aliases would fill the memory), and
nesting costs no stack.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from ruamel.yaml import events
from ruamel.yaml.error import YAMLError

from generator.diagnostics import Place, Problem
from generator.locale import Message, say
from generator.model.mistake import shown
from generator.reading.characters import escaped
from generator.reading.cut import rejoined
from generator.reading.events import COLON_OF_ADDRESS, fast_events, pure_events
from generator.reading.limits import MAXIMUM_ITEMS, MAXIMUM_KEY, MAXIMUM_KEYS, MAXIMUM_VALUES, beyond
from generator.reading.nodes import Group, Listing, Node, Scalar
from generator.reading.repeated import lost_hyphen, nothing_after, repeated
from generator.reading.text import TextFile
from generator.reading.unreadable import unreadable
from generator.reading.unreadable.complaints import complaint

MAXIMUM_DEPTH = 40

Composed: TypeAlias = tuple[Node | None, list[Problem]]
"""What came of a file: its root, if it can be read, and what is wrong with its form."""


def compose(file: TextFile) -> Composed:
    """The root node of a file, `None` when it holds nothing or cannot be read, and what is wrong with its form."""
    return _composed(file, unreadable)


def compose_past(file: TextFile) -> Composed:
    """The same of a file that nobody will mend: it is not tried what would make it readable."""
    return _composed(file, lambda error, file: [complaint(error, file)])


def _composed(file: TextFile, why: Callable[[Exception, TextFile], list[Problem]]) -> Composed:
    text = file.text
    if COLON_OF_ADDRESS not in text:
        try:
            return _Composer(file).compose(fast_events(text), restore=True)
        except YAMLError:
            pass  # the pure parser decides, and words the error
    try:
        return _Composer(file).compose(pure_events(text), restore=False)
    except (YAMLError, RecursionError, ValueError) as error:
        return None, why(error, file)


@dataclass
class _Open:
    """A list or mapping whose end has not been seen."""

    start: Place
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    key: Scalar | None = None
    expects_key: bool = True
    is_full: bool = False
    is_flow: bool = False
    pieces: list[tuple[Scalar | None, Scalar]] = field(default_factory=list)
    """What stands in braces without a colon, each with the key before it."""
    is_muddled: bool = False
    """Entries of a list in one group, for no hyphen parts them: that their keys repeat is told once."""


class _Composer:
    """Builds nodes from events without recursion; collects problems instead of stopping at the first."""

    def __init__(self, file: TextFile) -> None:
        self._file = file
        self._line_count = len(file.lines)
        self._problems: list[Problem] = []
        self._open: list[_Open] = []
        self._root: Node | None = None
        self._too_deep = False

    def compose(self, parsed: Iterator[Any], *, restore: bool) -> Composed:
        documents = 0
        for count, event in enumerate(parsed):
            if count > MAXIMUM_VALUES:
                told = say("berkas ini memuat lebih dari {batas} isian", batas=MAXIMUM_VALUES)
                return None, [beyond(self._place(event), told)]
            if isinstance(event, events.ScalarEvent):
                text = event.value.replace(COLON_OF_ADDRESS, ":") if restore else event.value
                place = self._place(event)
                self._plain_only(event, place)
                if event.style == '"' and "\\" in self._file.between(place):
                    text, wrong = escaped(text, place)
                    self._problems += [wrong] if wrong else []
                self._add(Scalar(text, place, not event.style))
            elif isinstance(event, events.SequenceStartEvent | events.MappingStartEvent):
                place = self._place(event)
                self._plain_only(event, place)
                self._open.append(_Open(place, isinstance(event, events.MappingStartEvent), is_flow=event.flow_style))
                if len(self._open) > MAXIMUM_DEPTH:
                    self._problems.append(_too_deep(place))
                    return None, self._problems
            elif isinstance(event, events.SequenceEndEvent | events.MappingEndEvent):
                self._close(self._place(event))
            elif isinstance(event, events.AliasEvent):
                place = self._place(event)
                self._problems.append(_forbidden(place, "alias", f"*{event.anchor}"))
                self._add(Scalar("", place))
            elif isinstance(event, events.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._problems.append(_second_document(self._place(event)))
                    break
        return self._root, self._problems

    def _place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        if end.line >= self._line_count:  # where the last line has no end, the parser still ends it
            last = self._file.clamp(self._line_count, len(self._file.lines[-1]) + 1)
            return self._file.clamp(start.line + 1, start.column + 1).until(last) if start.line < end.line else last
        return Place(self._file.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _plain_only(self, event: Any, place: Place) -> None:
        if event.anchor is not None:
            self._problems.append(_forbidden(place, "jangkar", f"&{event.anchor}"))
        if event.tag is not None:
            self._problems.append(_forbidden(place, "tag", str(event.tag)))

    def _add(self, node: Node) -> None:
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        if not parent.is_mapping:
            if len(parent.items) == MAXIMUM_ITEMS:
                self._stop(parent, say("daftar ini memuat lebih dari {batas} butir", batas=MAXIMUM_ITEMS), node.place)
            else:
                nothing = isinstance(node, Scalar) and node.empty
                parent.items.append(Scalar("", node.place) if nothing else node)
        elif parent.expects_key:
            parent.key = self._key(node)
            parent.expects_key = False
        else:
            self._enter(parent, node)
            parent.expects_key = True

    def _key(self, node: Node) -> Scalar | None:
        if not isinstance(node, Scalar):
            self._problems.append(
                Problem(
                    "kunci-bukan-kata",
                    node.place,
                    say("kunci harus sebuah kata, bukan daftar atau kelompok isian"),
                    help=say("tulis `kunci: isi`; teks yang diawali `[`, `{` atau `?` diberi tanda kutip"),
                )
            )
            return None
        if node == "<<" and node.plain:
            self._problems.append(_forbidden(node.place, "penggabungan", "<<"))
            return None
        if len(node) > MAXIMUM_KEY:
            told = say("kunci ini lebih dari {batas} karakter", batas=MAXIMUM_KEY)
            self._problems.append(beyond(node.place, told))
            return None
        return node

    def _enter(self, parent: _Open, value: Node) -> None:
        key = parent.key
        if key is None:
            return
        if len(parent.entries) == MAXIMUM_KEYS and key not in parent.entries:
            self._stop(parent, say("kelompok ini memuat lebih dari {batas} kunci", batas=MAXIMUM_KEYS), key.place)
            return
        if parent.is_flow and isinstance(value, Scalar) and value.plain and not value:
            if value.place[1:3] == key.place[3:5]:  # no colon was written
                parent.pieces.append((next((parent.entries[name][0] for name in reversed(parent.entries)), None), key))
                return
            self._problems.append(nothing_after(key))
        first, known = parent.entries.setdefault(key, (key, value))
        if first is not key and not parent.is_muddled:
            self._repeat(parent, key, first, value, known)

    def _repeat(self, parent: _Open, key: Scalar, first: Scalar, value: Node, known: Node) -> None:
        around = self._open[-2] if len(self._open) > 1 else None
        begins = len(parent.entries) > 1 and key == next(iter(parent.entries)) and not parent.is_flow
        if begins and around and not around.is_mapping and not around.is_flow:
            self._problems.append(lost_hyphen(key, first, around.start.column))
            around.items.append(Group(parent.entries.values(), parent.start.until(key.place)))
            parent.start, parent.entries = key.place, {key: (key, value)}
        elif begins and key == "id":
            parent.is_muddled = True  # the model says that a list is expected here
        else:
            self._problems.append(repeated(key, first, value, known))

    def _stop(self, opened: _Open, told: Message, place: Place) -> None:
        """Tell once that a list or mapping is too long; the rest of it is left out."""
        if not opened.is_full:
            self._problems.append(beyond(place, told))
        opened.is_full = True

    def _close(self, end: Place) -> None:
        opened = self._open.pop()
        self._problems += rejoined(self._file, opened.entries, opened.pieces) if opened.pieces else []
        place = opened.start.until(end)
        self._add(Group(opened.entries.values(), place) if opened.is_mapping else Listing(opened.items, place))


def _too_deep(place: Place) -> Problem:
    return Problem(
        "terlalu-dalam",
        place,
        say("isian bertingkat lebih dari {batas} lapis", batas=MAXIMUM_DEPTH),
        help=say("periksa jorokan dan tanda kurung; rencana tidak memerlukan lebih dari delapan lapis"),
    )


def _forbidden(place: Place, what: str, text: str) -> Problem:
    text = shown(text)
    names = {
        "alias": say("alias `{teks}` tidak boleh dipakai dalam rencana", teks=text),
        "jangkar": say("jangkar `{teks}` tidak boleh dipakai dalam rencana", teks=text),
        "tag": say("tag `{teks}` tidak boleh dipakai dalam rencana", teks=text),
        "penggabungan": say("penggabungan `{teks}` tidak boleh dipakai dalam rencana", teks=text),
    }
    return Problem(
        "yaml-terlarang",
        place,
        names[what],
        help=say("tulis isinya apa adanya di tempat ini; teks yang diawali `&`, `*` atau `!` diberi tanda kutip"),
    )


def _second_document(place: Place) -> Problem:
    return Problem(
        "lebih-dari-satu-dokumen",
        place,
        say("berkas ini memuat lebih dari satu dokumen YAML (dipisahkan `---`)"),
        help=say("hapus baris `---`, atau pindahkan isi sesudahnya ke berkas lain"),
    )
