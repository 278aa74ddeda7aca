"""A publisher's configuration file as plain values with their places; it runs nothing."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent, NodeEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.diagnostics import Place, Problem
from generator.locale import Message, say
from generator.publishing.unusable import Unusable, of_file, unusable
from generator.reading.characters import escaped, unseen
from generator.reading.conflicts import conflicts
from generator.reading.events import pure_events
from generator.reading.text import TextFile, decode
from generator.reading.unreadable import unreadable
from generator.store.opening import Unopened, content

_MOST_VALUES, _MOST_ANCHORS, _MOST_BYTES, _DEEPEST = 10_000, 100, 64 << 10, 40
_TOO_MANY = say("berkas ini memuat lebih dari {batas} isian; alias dihitung setiap kali", batas=_MOST_VALUES)
_TAG = "tag:yaml.org,2002:"
_PLAIN = ("", "null", "bool", "int", "float", "str", "timestamp", "seq", "map")
_NUMBERS, _LONGEST_NUMBER = (f"{_TAG}int", f"{_TAG}float"), 100


class _Constructor(SafeConstructor):
    """Reads plain values: a day is the text that was written, and a value with a tag of its own no setting of ours."""


_Constructor.add_constructor(None, lambda constructor, node: None)
_Constructor.add_constructor(f"{_TAG}timestamp", SafeConstructor.construct_yaml_str)
for _name in ("binary", "set", "omap", "pairs"):
    _Constructor.add_constructor(f"{_TAG}{_name}", lambda constructor, node: None)


@dataclass(frozen=True)
class Settings:
    """What a configuration file holds: `values`, and in `text` the place of each."""

    values: dict[str, Any]
    text: TextFile
    root: Node | None

    def place(self, *path: str) -> Place:
        """Where a setting is named; the nearest that names it where it stands in no place of its own."""
        node, found = self.root, self.text.clamp(1, 1)
        for name in path:
            key, node = next(((key, value) for key, value in _entries(node) if key.value == name), (None, None))
            if key is None:
                break
            found = _place(key, self.text)
        return found

    def tag(self, *path: str) -> str:
        """The tag of its own that a setting has, for which its value counts as none; empty where it has none."""
        node = self.root
        for name in path:
            node = next((value for key, value in _entries(node) if key.value == name), None)
        tag = str(node.tag or "") if node else ""
        return "" if tag.removeprefix(_TAG) in _PLAIN else tag.replace(_TAG, "!!")


def read_settings(file: Path) -> Settings:
    """What a configuration file holds; `Unusable` for one of no use."""
    told = settings_content(file)
    text, problems = decode(file.name, told)
    if problems := problems or conflicts(text) or unseen(text):
        raise Unusable(*problems)
    reader = YAML(typ="safe", pure=True)
    reader.Constructor = _Constructor
    reader.allow_duplicate_keys = True  # they are told below
    try:
        if immoderate := _immoderate(text.text):
            raise of_file(file.name, immoderate)
        root = reader.compose(text.text)
        if wrong := _wrong(root, text):
            raise Unusable(*wrong)
        values = reader.constructor.construct_document(root) if root else {}
    except Unusable:
        raise
    except YAMLError as error:
        raise Unusable(*unreadable(error, text)) from None
    except Exception:  # of a value that is not what its tag says ruamel.yaml raises anything
        raise of_file(file.name, say("sebuah isian bertanda jenis (`!!…`) yang bukan jenisnya")) from None
    settings = Settings(values or {}, text, root)
    if not isinstance(settings.values, dict) or settings.tag():
        raise of_file(file.name, say("berkas ini tidak berisi pasangan `kunci: isi`"))
    if not _is_moderate(values):
        raise of_file(file.name, _TOO_MANY)
    return settings


def settings_content(file: Path) -> bytes:
    """The bytes of a configuration file; `Unusable` for one that is none, or that is a link to another's file: what is
    told of it would be told to everybody who sees the check of a proposal."""
    if file.is_symlink() and not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(file.parent)):
        raise of_file(file.name, say("hanya tautan ke luar repositori, yang tidak diikuti; simpan isinya sendiri"))
    try:
        told = content(file, _MOST_BYTES)
    except Unopened as unopened:
        raise of_file(file.name, say("tidak dapat dibuka: {sebab}", sebab=unopened.reason)) from None
    if len(told) > _MOST_BYTES:
        raise of_file(file.name, say("berkas ini lebih besar dari {batas} KiB", batas=_MOST_BYTES >> 10))
    return told


def mapping(value: Any) -> dict[str, Any]:
    """The pairs of a setting, none for one of another shape."""
    return value if isinstance(value, dict) else {}


def _immoderate(text: str) -> Message | None:
    """What a file has more of than people write, seen before anything is made of it: some of that costs the square."""
    depth = anchors = 0
    for count, event in enumerate(pure_events(text)):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        anchors += isinstance(event, NodeEvent) and event.anchor is not None
        if depth > _DEEPEST:
            return say("isian bertingkat terlalu dalam")
        if count > _MOST_VALUES:
            return _TOO_MANY
        if anchors > _MOST_ANCHORS:
            return say("berkas ini memuat lebih dari {batas} jangkar dan alias", batas=_MOST_ANCHORS)
    return None


def _wrong(root: Node | None, text: TextFile) -> list[Problem]:
    """Keys that are none or stand twice, and texts that cannot be written; two escaped halves become one character."""
    waiting, seen, found = [root] if root else [], set[int](), list[Problem]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, ScalarNode):
            node.value, wrong = escaped(node.value, _place(node, text))
            found += [wrong] if wrong else []
            if node.tag in _NUMBERS and len(node.value) > _LONGEST_NUMBER:  # Python refuses to write some of them
                found.append(unusable(_place(node, text), say("bilangan ini terlalu panjang")))
        elif isinstance(node, MappingNode):
            known: set[str] = set()
            for key, value in node.value:
                place, wanted = _place(key, text), say("kunci harus sebuah kata, bukan daftar atau kelompok isian")
                if not isinstance(key, ScalarNode):
                    found.append(unusable(place, wanted))
                elif key.tag == f"{_TAG}merge":  # each doubles what the one before it holds
                    found.append(unusable(place, say("penggabungan `<<` tidak dipakai di sini; tulis isinya")))
                elif key.value in known:
                    found.append(unusable(place, say("kunci `{kunci}` ditulis dua kali", kunci=key.value)))
                else:
                    known.add(key.value)
                waiting += [key, value]
        elif isinstance(node, SequenceNode):
            waiting += node.value
    return sorted(found, key=lambda problem: problem.place)


def _entries(node: Node | None) -> Iterator[tuple[ScalarNode, Node | None]]:
    """What a node names: the keys of a mapping, and of a list those of its mappings, and its texts."""
    for each in node.value if isinstance(node, SequenceNode) else [node]:
        if isinstance(each, MappingNode):
            yield from each.value
        elif isinstance(each, ScalarNode):
            yield each, None


def _place(node: Node, text: TextFile) -> Place:
    start, end = node.start_mark, node.end_mark
    begin = text.clamp(start.line + 1, start.column + 1)
    return begin.until(text.clamp(end.line + 1, end.column + 1))


def _is_moderate(settings: Any) -> bool:
    """Whether there are as many values as people write; one line of aliases can name a thousand million."""
    waiting, seen = [settings], 0
    while waiting and seen <= _MOST_VALUES:
        seen += 1
        value = waiting.pop()
        waiting += value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return not waiting
