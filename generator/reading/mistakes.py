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
from generator.reading.nodes import Mapping, Node, Path, Scalar, Sequence, find, key_place

_NEAR = 0.7


def problems_of(mistakes: Iterable[Any], root: Mapping) -> list[Problem]:
    """The problems for pydantic's `ValidationError.errors()`, and for unknown keys with nothing after them.

    A misspelt key is one mistake, not two: that its right form is then missing is not told.
    """
    mistakes = list(mistakes)
    unknown = {tuple(mistake["loc"]) for mistake in mistakes if mistake["type"] == "extra_forbidden"}
    empty = [path for path in _empty_unknown_keys(root) if path not in unknown]
    near: dict[Path, list[str]] = {}
    for path in [*unknown, *empty]:
        near.setdefault(path[:-1], []).append(str(path[-1]).lower())
    told = [
        problem_of(mistake, root)
        for mistake in mistakes
        if mistake["type"] != "missing"
        or not get_close_matches(str(mistake["loc"][-1]), near.get(mistake["loc"][:-1], []), 1, _NEAR)
    ]
    return told + [_unknown_empty(path, root) for path in empty]


def problem_of(mistake: Any, root: Mapping) -> Problem:
    """The problem for one entry of pydantic's `ValidationError.errors()`."""
    path = tuple(step for step in mistake["loc"] if step != "[key]")
    kind = mistake["type"]
    node, rest = find(root, path)
    place = _place(root, node, path, rest, on_key=kind == "extra_forbidden" or "[key]" in mistake["loc"])
    item, labels = _surrounding(root, path)
    error = mistake.get("ctx", {}).get("error")
    if kind not in ("missing", "extra_forbidden") and isinstance(node, Scalar) and not node.text.strip():
        code, message, help_ = _empty()
    elif isinstance(error, Mistake):
        code, message, help_ = error.code, error.message, error.help
    elif kind == "missing":
        code, message, help_ = _missing(str(path[-1]), path)
    elif kind == "extra_forbidden":
        code, message, help_ = _unknown_key(str(path[-1]), path)
    elif kind == "enum":
        code, message, help_ = _unknown_word(node, str(mistake["ctx"]["expected"]))
    else:
        code, message, help_ = _wrong_form(kind, node)
    return Problem(code, place, message, help=help_, labels=labels, item=item)


def _place(root: Mapping, node: Node, path: Path, rest: Path, *, on_key: bool) -> Place:
    if on_key and (place := key_place(root, path)):
        return place
    if rest:
        # The value is not there: its key, if that was written, or the name of what should hold it.
        start = key_place(root, path) or key_place(root, path[: -len(rest)])
        if start:
            return start
        place = node.place
        return Place(place.path, place.line, place.column, place.line, place.column + 1)
    return node.place


def _surrounding(root: Mapping, path: Path) -> tuple[str, tuple[Label, ...]]:
    """The id of the innermost item around a value, with its place."""
    for depth in range(len(path), 0, -1):
        node, rest = find(root, path[:depth])
        if not rest and isinstance(node, Mapping) and "id" in node.entries:
            identifier = node.entries["id"].value
            if isinstance(identifier, Scalar) and identifier.text:
                if path[-1] == "id" and depth == len(path) - 1:
                    return identifier.text, ()
                return identifier.text, (Label(identifier.place, say("dalam `{id}`", id=identifier.text)),)
    return "", ()


def _missing(name: str, path: Path) -> tuple[str, Message, Message]:
    field = _fields(path[:-1]).get(name)
    example = field.examples[0] if field and field.examples else None
    help_ = say("tambahkan `{kunci}: …`", kunci=name)
    if isinstance(example, str | int):
        help_ = say("tambahkan, misalnya `{kunci}: {contoh}`", kunci=name, contoh=str(example))
    return "kunci-wajib", say("`{kunci}` wajib diisi", kunci=name), help_


def _unknown_key(name: str, path: Path) -> tuple[str, Message, Message]:
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
    word = shown(node.text)
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


def _unknown_empty(path: Path, root: Mapping) -> Problem:
    """In `{kondisi: Ruang server, tanpa genset}` YAML takes what follows the comma for a key without a value."""
    parent, _ = find(root, path[:-1])
    key, value = cast(Mapping, parent).entries[str(path[-1])]
    if value.place[1:3] != key.place[3:5]:  # a colon was written
        return problem_of({"type": "extra_forbidden", "loc": path}, root)
    return Problem(
        "teks-terpotong",
        key.place,
        say("`{teks}` tidak terbaca sebagai isi: YAML memotong teks pada koma", teks=shown(key.text)),
        mark=say("hilang dari teks di depannya"),
        help=say("beri tanda kutip pada seluruh teks, dari sesudah titik dua sampai sebelum `}` atau isian berikutnya"),
        severity=Severity.WARNING,
        item=_surrounding(root, path)[0],
    )


def _empty_unknown_keys(node: Node, path: Path = ()) -> Iterator[Path]:
    """Unknown keys without a value: the model never sees them, since an empty key counts as not written."""
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _empty_unknown_keys(item, (*path, index))
    elif isinstance(node, Mapping):
        for name, (_, value) in node.entries.items():
            if not isinstance(value, Scalar):
                yield from _empty_unknown_keys(value, (*path, name))
            elif value.empty and (known := _fields(path)) and name not in known:
                yield (*path, name)


def _wrong_form(kind: str, node: Node) -> tuple[str, Message, Message]:
    written = {Scalar: say("teks"), Sequence: say("daftar"), Mapping: say("kelompok isian")}[type(node)]
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


def known_keys(path: Path) -> list[str]:
    """The keys that the model knows at a path, in its order."""
    return list(_fields(path))


def _fields(path: Path) -> dict[str, Any]:
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
