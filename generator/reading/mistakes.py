"""A value that does not fit the model, told as a problem: code, place, words, and the nearest right word."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, cast

from pydantic import BaseModel

from generator.diagnostics import Label, Place, Problem, Severity
from generator.locale import Message, say
from generator.model.entity import Entity
from generator.model.plan import Plan
from generator.model.values import Mistake, shown
from generator.reading.nodes import Group, Listing, Node, Route, Scalar, find, own_id

_NEAR = 0.7


def problems_of(mistakes: Iterable[Any], root: Group) -> list[Problem]:
    """The problems for pydantic's `ValidationError.errors()`, and for unknown keys with nothing after them.

    A misspelt key is one mistake, not two: that its right form is then missing is not told.
    """
    mistakes = list(mistakes)
    unknown = {tuple(mistake["loc"]) for mistake in mistakes if mistake["type"] == "extra_forbidden"}
    empty = [path for path in _empty_unknown_keys(root) if path not in unknown]
    near: dict[Route, list[str]] = {}
    for path in [*unknown, *empty]:
        near.setdefault(path[:-1], []).append(str(path[-1]).lower())
    told = [
        problem_of(mistake, root)
        for mistake in mistakes
        if mistake["type"] != "missing"
        or not get_close_matches(str(mistake["loc"][-1]), near.get(mistake["loc"][:-1], []), 1, _NEAR)
    ]
    return told + [_unknown_empty(path, root) for path in empty]


def problem_of(mistake: Any, root: Group) -> Problem:
    """The problem for one entry of pydantic's `ValidationError.errors()`, whose `input` knows its place."""
    path = tuple(step for step in mistake["loc"] if step != "[key]")
    kind, written = mistake["type"], mistake["input"]
    way = _way(root, path)
    item, labels = _surrounding(way, path)
    error = mistake.get("ctx", {}).get("error")
    if kind not in ("missing", "extra_forbidden") and isinstance(written, Scalar) and not written.strip():
        code, message, help_ = _empty()
    elif isinstance(error, Mistake):
        code, message, help_ = error.code, error.message, error.help
    elif kind == "missing":
        code, message, help_ = _missing(str(path[-1]), path)
    elif kind == "extra_forbidden":
        code, message, help_ = _unknown_key(str(path[-1]), path)
    elif kind == "enum":
        code, message, help_ = _unknown_word(written, str(mistake["ctx"]["expected"]))
    else:
        code, message, help_ = _wrong_form(kind, written)
    return Problem(code, _place(kind, written, way, path), message, help=help_, labels=labels, item=item)


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


def _missing(name: str, path: Route) -> tuple[str, Message, Message]:
    field = _fields(path[:-1]).get(name)
    example = field.examples[0] if field and field.examples else None
    help_ = say("tambahkan `{kunci}: …`", kunci=name)
    if isinstance(example, str | int):
        help_ = say("tambahkan, misalnya `{kunci}: {contoh}`", kunci=name, contoh=str(example))
    return "kunci-wajib", say("`{kunci}` wajib diisi", kunci=name), help_


def _unknown_key(name: str, path: Route) -> tuple[str, Message, Message]:
    known = list(_fields(path[:-1]))
    message = say("kunci `{kunci}` tidak dikenal di sini", kunci=shown(name))
    return (
        "kunci-tidak-dikenal",
        message,
        _nearest(name, known) or say("yang dikenal: {daftar}", daftar=", ".join(known)),
    )


def _unknown_word(node: Node, expected: str) -> tuple[str, Message, Message]:
    allowed = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    if not isinstance(node, Scalar):
        return _wrong_form("text", node)
    word = shown(node)
    message = say("`{kata}` bukan salah satu pilihan", kata=word)
    choices = say("pilih salah satu: {daftar}", daftar=", ".join(allowed))
    near = _nearest(word, allowed)
    return (
        "pilihan-salah",
        message,
        say("{dekat}; {pilihan}", dekat=near, pilihan=choices) if near else choices,
    )


def _empty() -> tuple[str, Message, Message]:
    return (
        "isian-kosong",
        say("isian ini kosong"),
        say("tulis isinya, `tidak_diketahui` bila belum diketahui, atau hapus barisnya"),
    )


def _unknown_empty(path: Route, root: Group) -> Problem:
    """In `{kondisi: Ruang server, tanpa genset}` YAML takes what follows the comma for a key without a value."""
    way = _way(root, path)
    parent = cast(Group, way[-1])
    key = cast(Scalar, parent.key(path[-1]))
    value = parent.unfilled[key]
    if value.place[1:3] != key.place[3:5]:  # a colon was written
        return problem_of({"type": "extra_forbidden", "loc": path, "input": value}, root)
    return Problem(
        "teks-terpotong",
        key.place,
        say("`{teks}` tidak terbaca sebagai isi: YAML memotong teks pada koma", teks=shown(key)),
        mark=say("hilang dari teks di depannya"),
        help=say("beri tanda kutip pada seluruh teks, dari sesudah titik dua sampai sebelum `}` atau isian berikutnya"),
        severity=Severity.WARNING,
        item=_surrounding(way, path)[0],
    )


def _empty_unknown_keys(node: Node, path: Route = ()) -> Iterator[Route]:
    """Unknown keys without a value: the model never sees them, since an empty key counts as not written."""
    if isinstance(node, Listing):
        for index, item in enumerate(node):
            yield from _empty_unknown_keys(item, (*path, index))
    elif isinstance(node, Group):
        for name, value in node.items():
            if not isinstance(value, Scalar):
                yield from _empty_unknown_keys(value, (*path, name))
        if node.unfilled and (known := _fields(path)):
            yield from ((*path, name) for name in node.unfilled if name not in known)


def _wrong_form(kind: str, node: Node) -> tuple[str, Message, Message]:
    written = {Scalar: say("teks"), Listing: say("daftar"), Group: say("kelompok isian")}[type(node)]
    wanted, help_ = say("sebuah teks"), say("tulis teksnya sesudah titik dua")
    if "tuple" in kind or "list" in kind:
        wanted = say("sebuah daftar")
        help_ = say("tulis tiap unsur pada baris sendiri yang diawali `- `, atau `[satu, dua]`")
    elif "dict" in kind or "model" in kind:
        wanted = say("kelompok isian `kunci: isi`")
        help_ = say("tulis kuncinya di bawah, menjorok dua spasi")
    return (
        "bentuk-salah",
        say("di sini diharapkan {diharapkan}, bukan {tertulis}", diharapkan=wanted, tertulis=written),
        help_,
    )


def _nearest(word: str, known: list[str]) -> Message | None:
    near = get_close_matches(word.lower(), known, n=1, cutoff=_NEAR)
    return say("mungkin maksudnya `{kata}`", kata=near[0]) if near else None


def known_keys(path: Route) -> list[str]:
    """The keys that the model knows at a path, in its order."""
    return list(_fields(path))


def _fields(path: Route) -> dict[str, Any]:
    """The known keys of the group of fields at a path of the model, with their definitions."""
    group: type[BaseModel] = Plan
    for step in path:
        if isinstance(step, int):
            continue
        field = _by_key(group).get(step)
        inner = _entity_in(field.annotation) if field else None
        if inner is None:
            return {}
        group = inner
    return _by_key(group)


def _by_key(group: type[BaseModel]) -> dict[str, Any]:
    return {str(field.alias): field for field in group.model_fields.values()}


def _entity_in(annotation: Any) -> type[Entity] | None:
    if isinstance(annotation, type) and issubclass(annotation, Entity):
        return annotation
    for inner in cast(tuple[Any, ...], getattr(annotation, "__args__", ())):
        if found := _entity_in(inner):
            return found
    return None
