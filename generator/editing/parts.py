"""The parts of a workbook that hold its plan, found as its relations name them, whatever they are called."""

import posixpath
from collections.abc import Mapping
from functools import partial
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from generator.editing.strict_xml import Attributes, Grammar, read, relation_id

_RELATIONS = Grammar({"": {"Relationships"}, "Relationships": {"Relationship"}}, {"", "Relationships"})
_WORKBOOK = Grammar({"": {"workbook"}, "workbook": {"workbookPr", "sheets"}, "sheets": {"sheet"}}, {"", "sheets"})
_OF_CELLS, _OF_PICTURES = "worksheet", ("chartsheet", "dialogsheet")
_PIECE = 1 << 16
_FLAGS = {"1": True, "true": True, "0": False, "false": False}


class Parts(NamedTuple):
    """What is read of a workbook: each sheet by its name, `None` for one of a picture alone, and what the cells share,
    if anything. `since_1904` tells from which year its days are counted."""

    sheets: Mapping[str, bytes | None]
    shared_texts: bytes | None
    styles: bytes | None
    since_1904: bool


class _Relation(NamedTuple):
    kind: str
    path: str
    """As `_Package` knows it."""


def parts(packed: ZipFile) -> Parts:
    """The parts of a workbook.

    Raises `ExpatError`; `KeyError` for a part or attribute that is not there; and `ValueError` where two would do, of
    which one program would take the one and another the other.
    """
    package = _Package(packed)
    (path,) = _paths(package.relations(""), "officeDocument")
    related = package.relations(path)
    listed: list[tuple[str, str]] = []
    flags: list[bool] = []
    begin = {
        "sheet": lambda each: listed.append((each["name"], relation_id(each))),
        "workbookPr": lambda each: flags.append(_FLAGS[each.get("date1904", "0")]),
    }
    read(package.part(path), _WORKBOOK, begin)
    names, paths = {name.casefold() for name, _ in listed}, {related[relation].path for _, relation in listed}
    if min(len(names), len(paths)) < len(listed) or len(flags) > 1:
        raise ValueError("two of one name")
    return Parts(
        {name: package.sheet(related[relation]) for name, relation in listed},
        package.shared(related, "sharedStrings"),
        package.shared(related, "styles"),
        any(flags),
    )


class _Package:
    """An archive whose parts are named in small letters here: to Office Open XML their case means nothing."""

    def __init__(self, packed: ZipFile) -> None:
        self._packed = packed
        listed = [(part.filename.replace("\\", "/").casefold(), part) for part in packed.infolist()]
        self._entries = dict(listed)
        if len(self._entries) < len(listed):
            raise ValueError("two parts of one name")

    def part(self, path: str) -> bytes:
        """A part, unpacked piece by piece up to the size that it states. Raises `ValueError` for one that is packed as
        no workbook is, since that could become any size in one piece."""
        entry = self._entries[path]
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise ValueError("packed otherwise")
        with self._packed.open(entry) as packed:
            return b"".join(iter(partial(packed.read, _PIECE), b""))

    def sheet(self, relation: _Relation) -> bytes | None:
        if relation.kind != _OF_CELLS and relation.kind not in _OF_PICTURES:
            raise ValueError("a sheet of another kind")
        return self.part(relation.path) if relation.kind == _OF_CELLS else None

    def shared(self, related: Mapping[str, _Relation], kind: str) -> bytes | None:
        """The one part of a kind, if there is one. Raises `ValueError` for several."""
        paths = _paths(related, kind)
        if len(paths) > 1:
            raise ValueError(f"several parts: {kind}")
        return self.part(paths[0]) if paths else None

    def relations(self, path: str) -> dict[str, _Relation]:
        """The relations of a part, or of the whole for an empty path, by their ids."""
        folder, name = posixpath.split(path)
        found: dict[str, _Relation] = {}

        def add(attributes: Attributes) -> None:
            if attributes["Id"] in found:
                raise ValueError("two relations of one name")
            if attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, attributes["Target"].casefold()))
                found[attributes["Id"]] = _Relation(attributes["Type"].rpartition("/")[2], target.lstrip("/"))

        read(self.part(posixpath.join(folder, "_rels", f"{name}.rels")), _RELATIONS, {"Relationship": add})
        return found


def _paths(related: Mapping[str, _Relation], kind: str) -> list[str]:
    return [each.path for each in related.values() if each.kind == kind]
