"""A value that does not fit the model, told as a problem: code, place, words, and the nearest right word."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.diagnostics import Label, Place, Problem
from generator.locale import say
from generator.model.description import Field
from generator.model.entity import Item
from generator.model.spelling.nothing import means_unknown
from generator.model.values import UNKNOWN, Mistake, shown
from generator.reading.customary import file_of, path_for
from generator.reading.expected import field_at, fields_at
from generator.reading.guessing import Guesses
from generator.reading.naming import Names
from generator.reading.nodes import Group, Listing, Node, Route, Scalar, find, own_id
from generator.reading.wrong_forms import wrong_form
from generator.reading.wrong_words import NEAR, or_unknown, wrong_key, wrong_word

_OF_FACTS = frozenset(
    ("angka-salah", "rupiah-salah", "tahun-salah", "tanggal-salah", "triwulan-salah", "pilihan-salah")
)
"""Wrong values that may stand there for want of a right one."""


def problems_of(mistakes: Iterable[Any], root: Group, guesses: Guesses) -> list[Problem]:
    """The problems for pydantic's `ValidationError.errors()`, and for unknown keys with nothing after them.

    A misspelt key is one mistake, not two: that its right form is then missing is not told.
    """
    mistakes = list(mistakes)
    unknown = {tuple(mistake["loc"]) for mistake in mistakes if mistake["type"] == "extra_forbidden"}
    empty = [path for path in _empty_unknown_keys(root) if path not in unknown]
    near: dict[Route, list[str]] = {}
    for path in [*unknown, *empty]:
        near.setdefault(path[:-1], []).append(str(path[-1]))
    names = Names(root)
    told = [
        problem_of(mistake, root, names, guesses)
        for mistake in mistakes
        if mistake["type"] != "missing"
        or not guesses.nearest(str(mistake["loc"][-1]), near.get(mistake["loc"][:-1], ()), NEAR)
    ]
    return told + [_unknown_empty(path, root, names, guesses) for path in empty]


def problem_of(mistake: Any, root: Group, names: Names, guesses: Guesses) -> Problem:
    """The problem for one entry of pydantic's `ValidationError.errors()`, whose `input` knows its place."""
    path = tuple(step for step in mistake["loc"] if step != "[key]")
    kind, written = mistake["type"], mistake["input"]
    way = _way(root, path)
    item, labels = _surrounding(way, path)
    field = field_at(path)
    told = _told(mistake, written, path, field, way, names, guesses)
    help_ = told.help
    if told.fix is None and told.code in _OF_FACTS and "[key]" not in mistake["loc"]:
        help_ = or_unknown(help_, field)
    place = _place(kind, written, way, path)
    if kind == "missing" and len(path) == 1 and not root.key(path[0]):
        files = {str(key): key.place.path for key, _ in root.pairs()}
        place = Place(path_for(str(path[0]), files, place.path), 1, 1, 1, 1)
    return Problem(told.code, place, told.message, help=help_, labels=labels, item=item, fix=told.fix)


def _said(mistake: Any) -> Mistake | None:
    """What the field itself has against a value."""
    error = mistake.get("ctx", {}).get("error")
    return error if isinstance(error, Mistake) else None


def _told(
    mistake: Any,
    written: Node,
    path: Route,
    field: Field | None,
    way: list[Node],
    names: Names,
    guesses: Guesses,
) -> Mistake:
    kind, error = mistake["type"], _said(mistake)
    if kind == "missing":
        return _missing(str(path[-1]), field)
    if kind == "extra_forbidden":
        beside = way[len(path) - 1]
        known = list(fields_at(path[:-1]))
        return wrong_key(str(path[-1]), known, beside if isinstance(beside, Group) else (), guesses)
    if isinstance(written, Scalar):
        if not written.strip():
            return _empty(field)
        if kind == "enum" or error:
            if means_unknown(written):
                return _unknown(written, field)
            if kind == "enum":
                return wrong_word(written, [choice.value for choice in field.choices or ()] if field else [], guesses)
            if error and field and field.target and written.isprintable():
                return _wrong_reference(written, field.target, names, error, several=field.alone and not _in_list(way))
    return error or wrong_form(kind, written, field)


def _in_list(way: list[Node]) -> bool:
    return len(way) > 1 and isinstance(way[-2], Listing)


def _way(root: Group, path: Route) -> list[Node]:
    """The nodes from the root towards a path, as far as they are there."""
    way: list[Node] = [root]
    for step in path:
        inner = find(way[-1], (step,))
        if inner is None:
            break
        way.append(inner)
    return way


def _place(kind: str, written: Node, way: list[Node], path: Route) -> Place:
    if kind == "extra_forbidden":
        return _key(way[len(path) - 1], path[-1]) or written.place
    if kind != "missing":
        return written.place
    # The value is not there: its key, if that was written, or the name of what should hold it.
    holder = _key(way[-2], path[len(way) - 2]) if len(way) > 1 else None
    file, line, column, _, _ = written.place
    return _key(written, path[-1]) or holder or Place(file, line, column, line, column + 1)


def _key(node: Node, name: object) -> Place | None:
    key = node.key(name) if isinstance(node, Group) else None
    return key.place if key is not None else None


def _surrounding(way: list[Node], path: Route) -> tuple[str, tuple[Label, ...]]:
    """The id of the innermost item around a value, with its place."""
    for depth in range(len(way) - 1, 0, -1):
        if own := own_id(way[depth]):
            if path[-1] == "id" and depth == len(path) - 1:
                return str(own), ()
            return str(own), (Label(own.place, say("dalam `{id}`", id=str(own))),)
    return "", ()


def _missing(name: str, field: Field | None) -> Mistake:
    example = field.examples[0] if field and field.examples else None
    help_ = say("tambahkan `{kunci}: …`", kunci=name)
    if isinstance(example, str | int):
        help_ = say("tambahkan, misalnya `{kunci}: {contoh}`", kunci=name, contoh=str(example))
    told = say("`{kunci}` wajib diisi", kunci=name)
    if field and field is field_at((name,)) and file_of(name):
        told = say("`{kunci}` wajib diisi, biasanya dalam `{berkas}`", kunci=name, berkas=file_of(name))
        if name == "versi_format":
            fix = f"{name}: {example}"
            return Mistake("kunci-wajib", told, say("tulis `{baris}` sebagai baris pertama", baris=fix), f"{fix}\n")
    return Mistake("kunci-wajib", told, or_unknown(help_, field))


def _empty(field: Field | None) -> Mistake:
    help_ = say("tulis isinya, `tidak_diketahui` bila belum diketahui, atau hapus barisnya")
    if field and not field.unknown:
        help_ = say("tulis isinya, atau hapus bila memang tidak ada")
    return Mistake("isian-kosong", say("isian ini kosong"), help_)


def _unknown(written: Scalar, field: Field | None) -> Mistake:
    """`n/a`, `-`, `tidak diketahui`: the fact is not known, and there is one way to say so."""
    told = say("`{teks}` bukan isi", teks=shown(written))
    if field and field.unknown:
        return Mistake("isian-kosong", told, say("tulis `tidak_diketahui`"), UNKNOWN.value)
    return Mistake("isian-kosong", told, say("tulis isinya, atau hapus bila memang tidak ada"))


def _wrong_reference(written: Scalar, kind: type[Item], names: Names, general: Mistake, *, several: bool) -> Mistake:
    """A name, or anything else that is no id, where the id of an item is expected, or of `several`."""
    told = say("`{teks}` bukan id {jenis}", teks=shown(written), jenis=kind.called)
    if right := names.id_of(kind, written):
        help_ = say("tulis id-nya, `{id}` (baris {baris})", id=right, baris=right.place.line)
        return Mistake(general.code, told, help_, str(right))
    known = names.ids(kind)
    if not known:
        return Mistake(general.code, told, general.help)
    parts = [names.id_of(kind, part) for part in re.split(r"[,;&/]| dan ", written[:200])]
    if several and len(parts) > 1 and all(parts):
        fix = f"[{', '.join(map(str, parts))}]"
        return Mistake(general.code, told, say("tulis sebagai daftar: `{benar}`", benar=fix), fix)
    named = ", ".join(known[:5]) + (", …" if len(known) > 5 else "")
    return Mistake(general.code, told, say("tulis id {jenis} yang ada: {daftar}", jenis=kind.called, daftar=named))


def _unknown_empty(path: Route, root: Group, names: Names, guesses: Guesses) -> Problem:
    """A key that nobody knows, with nothing after it."""
    parent = find(root, path[:-1])
    assert isinstance(parent, Group)
    value = parent.unfilled[parent.key(path[-1])]  # type: ignore[index]
    return problem_of({"type": "extra_forbidden", "loc": path, "input": value}, root, names, guesses)


def _empty_unknown_keys(node: Node, path: Route = ()) -> Iterator[Route]:
    """Unknown keys without a value: the model never sees them, since an empty key counts as not written."""
    if isinstance(node, Listing):
        for index, item in enumerate(node):
            yield from _empty_unknown_keys(item, (*path, index))
    elif isinstance(node, Group):
        for name, value in node.items():
            if not isinstance(value, Scalar):
                yield from _empty_unknown_keys(value, (*path, name))
        if node.unfilled and (known := fields_at(path)):
            yield from ((*path, name) for name in node.unfilled if name not in known)
