"""`markdown-tidak-tampil`, `tautan-salah`, `terlalu-dalam`: what a page would not show of a text in Markdown."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.checks.problems.document import Document, identifier
from generator.diagnostics import Place, Problem
from generator.locale import Message, say
from generator.model.mistake import shown
from generator.model.plan import Plan
from generator.model.prose import DEEPEST, Loss, Lost, lost
from generator.model.scalars import LONGEST_PROSE, read_prose
from generator.reading.nodes import Mapping, Node, Scalar, Sequence
from generator.reading.text import TextFile

Keys = tuple[str, ...]


def prose(document: Document) -> Iterator[Problem]:
    """What is written in Markdown and would not be on the page as it was written; not in a text that is too long."""
    files = {file.path: file for file in document.files}
    for keys in _fields(Plan):
        for scalar, item in _scalars(document.root, keys):
            if len(scalar.text) <= LONGEST_PROSE:
                yield from _problems(scalar, item, files[scalar.place.path])


def _problems(scalar: Scalar, item: str, file: TextFile) -> Iterator[Problem]:
    text, after = scalar.text.strip(), scalar.place
    above = scalar.text[: scalar.text.find(text)].count("\n")
    for each in lost(text):
        place = _place(each.text, above + each.line, scalar.place, after, file)
        after = place if place.line > after.line or place.column > after.column else after
        code, message, help_ = _words(each)
        yield Problem(code, place, message, help=help_, item=item)


def _words(each: Lost) -> tuple[str, Message, Message]:
    text = shown(each.text)
    match each.loss:
        case Loss.PICTURE:
            return (
                "markdown-tidak-tampil",
                say("gambar tidak dapat ditampilkan dalam teks rencana"),
                say("ganti dengan tautan `[keterangan](https://…)`, atau tulis isinya sebagai teks atau tabel"),
            )
        case Loss.HTML:
            return (
                "markdown-tidak-tampil",
                say("`{teks}` terbaca sebagai HTML, yang tidak dipakai dalam teks rencana", teks=text),
                say("pakai Markdown, misalnya `**tebal**`; tanda `<` yang memang dimaksud ditulis `\\<`"),
            )
        case Loss.DEFINITION:
            return (
                "markdown-tidak-tampil",
                say("baris yang diawali `{teks}` terbaca sebagai alamat tautan dan tidak tampil", teks=text),
                say("tulis `\\` di depan `[` bila baris ini kalimat; hapus bila tautannya tidak dipakai"),
            )
        case Loss.CELLS:
            return (
                "markdown-tidak-tampil",
                say("baris tabel ini mempunyai lebih banyak sel daripada kepala tabelnya"),
                say("tambahkan kolom pada kepala tabel; tanda `|` di dalam sel ditulis `\\|`"),
            )
        case Loss.LINK:
            return (
                "tautan-salah",
                say("`{teks}` bukan tautan yang boleh dipakai", teks=text),
                say("tulis alamat lengkap yang diawali `https://`, `http://` atau `mailto:`"),
            )
        case Loss.DEPTH:
            return (
                "terlalu-dalam",
                say("daftar dan kutipan dalam teks ini bertingkat lebih dari {batas} lapis", batas=DEEPEST),
                say("kurangi tingkatnya, atau pecah menjadi beberapa daftar"),
            )


def _place(words: str, line: int, text: Place, after: Place, file: TextFile) -> Place:
    """Where words of a line of a text stand: the first such words behind what was told last.

    In a text after `|` a line is a line of the file; in any other the words may be anywhere in the text, and where they
    were written with escapes, nowhere.
    """
    is_block = file.lines[text.line - 1][text.column - 1 : text.column] == "|"
    start = text.line + 1 + line if is_block else text.line
    first, column = max((start, 1), (after.line, after.column if after == text else after.end_column))
    for at in range(first, min(text.end_line, len(file.lines)) + 1):
        found = file.lines[at - 1].find(words, column - 1 if at == first else 0)
        if found >= 0:
            return Place(text.path, at, found + 1, at, found + 1 + len(words))
    if is_block and start <= len(file.lines):
        written = file.lines[start - 1]
        return Place(text.path, start, len(written) - len(written.lstrip()) + 1, start, len(written) + 1)
    return text


def _scalars(node: Node, keys: Keys, item: str = "") -> Iterator[tuple[Scalar, str]]:
    """The texts at a way of keys, through every list on it, with the id of the innermost item around each."""
    if isinstance(node, Sequence):
        for each in node.items:
            yield from _scalars(each, keys, item)
    elif isinstance(node, Mapping) and keys:
        own = identifier(node, "id")
        if keys[0] in node.entries:
            yield from _scalars(node.entries[keys[0]].value, keys[1:], own.value if own else item)
    elif isinstance(node, Scalar) and not keys:
        yield node, item


@cache
def _fields(group: type[BaseModel]) -> tuple[Keys, ...]:
    """The ways of keys to every field that holds Markdown."""
    ways: list[Keys] = []
    for field in group.model_fields.values():
        key = str(field.alias)
        if _is_markdown((field.annotation, *field.metadata)):
            ways.append((key,))
        ways += [(key, *rest) for inner in _groups(field.annotation) for rest in _fields(inner)]
    return tuple(ways)


def _is_markdown(annotation: Any) -> bool:
    parts = annotation if isinstance(annotation, tuple) else _parts(annotation)
    return any(getattr(part, "func", None) is read_prose or _is_markdown(part) for part in parts)


def _groups(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in _parts(annotation):
        yield from _groups(part)


def _parts(annotation: Any) -> tuple[Any, ...]:
    return (*getattr(annotation, "__args__", ()), *getattr(annotation, "__metadata__", ()))
