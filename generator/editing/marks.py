"""What a sheet of a workbook holds beside values: formulas, merged ranges, errors, and numbers shown as percentages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_PREFIX = rb"(?:[A-Za-z][A-Za-z0-9]{0,9}:)?"  # some programs name the namespace at every element
_SHEET = re.compile(
    rb"<" + _PREFIX + rb'sheet\b[^<>]{0,500}?\bname="([^"<>]{0,200})"[^<>]{0,500}?\br:id="([^"<>]{0,99})"'
)
_RELATION = re.compile(rb"<" + _PREFIX + rb"Relationship\b[^<>]*>")
_PLACE = re.compile(rb'\br="([A-Z]{1,9})([0-9]{1,12})"')
_FORMULA = re.compile(rb"<" + _PREFIX + rb"c(?=[\s>])([^<>]{0,300})>\s{0,20}<" + _PREFIX + rb"f[\s/>]")
_ERROR = re.compile(rb"<" + _PREFIX + rb'c(?=\s)([^<>]{0,300}\bt="e"[^<>]{0,300})>')
_MERGED = re.compile(rb"<" + _PREFIX + rb'mergeCell\b[^>]{0,100}?\bref="([A-Z0-9:]{1,20})"')
_FORMAT = re.compile(rb"<" + _PREFIX + rb"numFmt\b[^<>]{0,999}>")
_STYLED = re.compile(rb"<" + _PREFIX + rb'c(?=\s)([^<>]{0,300}?\bs="([0-9]{1,9})"[^<>]{0,300})>')
_STYLES = re.compile(rb"<" + _PREFIX + rb"cellXfs\b")
_STYLES_END = re.compile(rb"</" + _PREFIX + rb"cellXfs>")
_STYLE = re.compile(rb"<" + _PREFIX + rb"xf\b[^<>]{0,999}>")
_PERCENT_FORMATS = frozenset((b"9", b"10"))  # of every workbook: 0% and 0.00%


@dataclass(frozen=True)
class Marks:
    """Cells by their names; `merged` are ranges."""

    formulas: frozenset[str] = frozenset()
    merged: tuple[str, ...] = ()
    errors: frozenset[str] = frozenset()
    percents: frozenset[str] = frozenset()


def sheets(parts: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Every sheet's name and XML among the parts of a workbook. Raises `KeyError` for a part that is not there."""
    relations = dict(_relations(parts["xl/_rels/workbook.xml.rels"]))
    for name, relation in _SHEET.findall(parts["xl/workbook.xml"]):
        if target := relations.get(relation):
            yield _unescaped(name), parts[target]


def marks(sheet: bytes, percent_styles: frozenset[bytes]) -> Marks:
    """The marks of a sheet; `percent_styles` as `percent_styles` gives them."""
    return Marks(
        _places(_FORMULA.findall(sheet)),
        tuple(each.decode() for each in _MERGED.findall(sheet)),
        _places(_ERROR.findall(sheet)),
        _places(cell for cell, style in _STYLED.findall(sheet) if style in percent_styles),
    )


def percent_styles(styles: bytes) -> frozenset[bytes]:
    """The numbers of the cell styles that show a number as a percentage: 0.4 as 40 %."""
    formats = set(_PERCENT_FORMATS)
    for each in _FORMAT.findall(styles):
        number, code = _attribute(each, rb"numFmtId"), _attribute(each, rb"formatCode")
        if number and code and b"%" in code:
            formats.add(number)
    start = _STYLES.search(styles)
    end = _STYLES_END.search(styles, start.end()) if start else None
    listed = _STYLE.findall(styles[start.end() : end.start()]) if start and end else []
    return frozenset(b"%d" % at for at, each in enumerate(listed) if _attribute(each, rb"numFmtId") in formats)


def _places(cells: Iterable[bytes]) -> frozenset[str]:
    """The names of cells by their attributes; `A1` for one that does not say where it is, so that it is told of."""
    found = (_PLACE.search(each) for each in cells)
    return frozenset((place[1] + place[2]).decode() if place else "A1" for place in found)


def _attribute(element: bytes, name: bytes) -> bytes | None:
    found = re.search(rb"\b" + name + rb'="([^"]*)"', element)
    return found[1] if found else None


def _relations(text: bytes) -> Iterator[tuple[bytes, str]]:
    for relation in _RELATION.findall(text):
        name, target = _attribute(relation, rb"Id"), _attribute(relation, rb"Target")
        if name is not None and target is not None:
            path = target.decode("utf-8", "replace").lstrip("/")
            yield name, path if path.startswith("xl/") else f"xl/{path}"


def _unescaped(name: bytes) -> str:
    text = name.decode("utf-8", "replace")
    for escaped, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(escaped, sign)
    return text
