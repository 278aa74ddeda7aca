"""Values that can be read, but hardly as they were meant: a text that ` #` cuts, an example that nobody replaced.

Why ` #` is treated as it is: docs/decisions/comments.md.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.diagnostics import Place, Problem
from generator.locale import say
from generator.model.description import Field, Shape, fields
from generator.model.entity import Entity
from generator.model.plan import Plan
from generator.model.spelling.amounts import QUOTES
from generator.model.value_type import ValueType
from generator.model.values import shown
from generator.reading.nodes import Group, Listing, Node, Scalar, own_id
from generator.reading.text import TextFile
from generator.reading.unreadable.quoting import quoted

_TEXTS = (ValueType.TEXT, ValueType.MARKDOWN)
_CODES = frozenset(("kode", "nomor", "tahun", "lisensi"))
_HOUSE_COMMENT = re.compile(r"(?: {2,}| *\t\s*)#(?:[ #!]|$)")
_TYPOGRAPHIC = re.compile("[“”„‟‘’‚‛«»]")
_CUT = re.compile(r"\s*(#.*)")
_TEMPLATE = re.compile(r"\((?:tulis|isi) [^()]*\)")


def misreadings(root: Group, files: Mapping[str, TextFile]) -> Iterator[Problem]:
    """Every such value of a plan, in the order of its keys."""
    yield from _in_group(root, Plan, files, "")


def _in_group(group: Group, entity: type[Entity], files: Mapping[str, TextFile], item: str) -> Iterator[Problem]:
    item = str(own_id(group) or item)
    for field in fields(entity):
        key = group.key(field.key)
        if key is None:
            continue
        value = group.get(key, group.unfilled.get(key))
        found = _empty_list(key, value, field) if isinstance(value, Listing) and not value else None
        if found:
            yield replace(found, item=item)
        for inner in value if isinstance(value, Listing) else (value,):
            if isinstance(inner, Group) and field.group:
                yield from _in_group(inner, field.group, files, item)
            elif isinstance(inner, Scalar) and field.shape is not Shape.BY_YEAR:
                yield from (replace(problem, item=item) for problem in _of_text(inner, field, files))


def _of_text(value: Scalar, field: Field, files: Mapping[str, TextFile]) -> Iterator[Problem]:
    if field.value_type not in _TEXTS:
        return
    if value.plain and (cut := _comment(value, files)):
        yield cut
    if field.key in _CODES and _TYPOGRAPHIC.search(value):
        fix = quoted(value.strip().strip(QUOTES))
        yield Problem(
            "kutip-pengolah-kata",
            value.place,
            say("`{teks}` memuat tanda kutip pengolah kata, yang menjadi bagian dari kodenya", teks=shown(value)),
            help=say("tulis `{benar}`", benar=fix),
            fix=fix,
        )
    if value.plain and _TEMPLATE.fullmatch(value.strip()):
        yield Problem(
            "isian-contoh",
            value.place,
            say("`{teks}` masih isian contoh dari `rencana new`", teks=shown(value)),
            help=say("ganti dengan {isian} yang sebenarnya", isian=field.title.lower()),
        )


def _comment(value: Scalar, files: Mapping[str, TextFile]) -> Problem | None:
    file = files.get(value.place.path)
    if file is None:
        return None
    _, line, column, end_line, end_column = value.place
    text = file.lines[end_line - 1]
    # From a column on, and no copy of the rest: a line may hold all values of a file.
    found = _CUT.match(text, end_column - 1)
    if found is None or _HOUSE_COMMENT.match(text, end_column - 1):
        return None
    place = Place(value.place.path, line, column, end_line, len(text.rstrip()) + 1)
    fix = quoted(" ".join(file.between(place).split()))
    if value.empty:
        place = Place(value.place.path, end_line, found.start(1) + 1, end_line, len(text.rstrip()) + 1)
        fix = quoted(found[1].rstrip())
    return Problem(
        "teks-terpotong",
        place,
        say("`{teks}` tidak terbaca sebagai isi: sesudah ` #` YAML membaca komentar", teks=shown(found[1].rstrip())),
        help=say(
            "bila bagian dari teks, apit dengan tanda kutip: `{teks}`; bila komentar, tulis dua spasi di depan `#`",
            teks=shown(fix),
        ),
        fix=fix,
    )


def _empty_list(key: Scalar, value: Node, field: Field) -> Problem | None:
    if not field.required or field.shape is not Shape.MANY:
        return None
    example = f" [{field.examples[0][0]}]" if field.examples and isinstance(field.examples[0], list) else ""
    return Problem(
        "isian-kosong",
        value.place,
        say("daftar `{kunci}` kosong, padahal wajib diisi", kunci=key),
        help=say("tulis sedikitnya satu butir, misalnya `{contoh}`", contoh=f"{key}:{example or ' …'}")
        if example
        else say("tulis sedikitnya satu butir pada baris sendiri yang diawali `- `"),
    )
