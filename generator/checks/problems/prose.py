"""`markdown-tidak-tampil`, `tautan-salah`, `terlalu-dalam`: what a page would not show of a text in Markdown.

And `karakter-terlarang`, where one is written as an entity; `melebihi-batas`, where all tables together are too large.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from generator.checks.problems.document import Document
from generator.checks.problems.most import MOST
from generator.diagnostics import Place, Problem
from generator.locale import Message, say
from generator.model.mistake import shown
from generator.model.prose import DEEPEST, MOST_CELLS, MOST_CELLS_OF_ALL, MOST_LINKS, Loss, Lost, cells, lost, parsed
from generator.model.scalars import LONGEST_PROSE
from generator.model.scalars.words import way_to_a_link
from generator.model.value_type import ValueType
from generator.reading.characters import escaped
from generator.reading.nodes import Scalar
from generator.reading.text import TextFile

_ENTITY = re.compile(r"&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]\w{1,31});", re.IGNORECASE)
_TOO_MANY_CELLS = say("tabel dalam semua teks rencana ini bersama lebih dari {batas} sel", batas=MOST_CELLS_OF_ALL)
_ELSEWHERE = say("lampirkan datanya sebagai berkas dan tulis tautannya dalam `rencana.dokumen_sumber`")
_NO_CHARACTER, _NOWHERE = "\ufffd", Place("", 1, 1, 1, 1)


def prose(document: Document) -> Iterator[Problem]:
    """What is written in Markdown and would not be on the page as it was written; not in a text that is too long."""
    files = {file.path: file for file in document.files}
    counted = 0
    for written in document.of_type(ValueType.MARKDOWN):
        text = written.scalar
        if len(text) > LONGEST_PROSE:
            continue
        yield from _problems(text, written.id, files[text.place.path])
        before, counted = counted, counted + cells(text.strip())
        if before <= MOST_CELLS_OF_ALL < counted:
            yield Problem("melebihi-batas", text.place, _TOO_MANY_CELLS, help=_ELSEWHERE, item=written.id)


def _problems(written: Scalar, item: str, file: TextFile) -> Iterator[Problem]:
    text, after = written.strip(), written.place
    above = written[: written.find(text)].count("\n")
    for number, each in enumerate(lost(text)):
        # More than these are only counted: they are not looked for.
        place = _place(each.text, above + each.line, written.place, after, file) if number < MOST else after
        after = place if place.line > after.line or place.column > after.column else after
        code, message, help_ = _words(each)
        yield Problem(code, place, message, help=help_, item=item)
    after = written.place
    for line, entity in islice(_entities(text), MOST):
        after = _place(entity, above + line, written.place, after, file)
        yield replace(_named(entity, after), item=item)


def _entities(text: str) -> Iterator[tuple[int, str]]:
    """Each entity, with its line, that a page would show as a character that no text may hold, or as none at all."""
    if "&" not in text:
        return
    shown = Counter(character for token in parsed(text) for child in token.children or () for character in _said(child))
    for found in _ENTITY.finditer(text):
        character = _meant(found[0])
        if shown[character] and (character == _NO_CHARACTER or escaped(character, _NOWHERE)[1]):
            shown[character] -= 1  # in code one is shown as it was written
            yield text.count("\n", 0, found.start()), found[0]


def _meant(entity: str) -> str:
    """What an entity stands for; a number of no character, for the sign of one that is missing."""
    found = unescapeAll(entity)
    return _NO_CHARACTER if found == entity and entity.startswith("&#") else found


def _said(token: Token) -> str:
    link = (str(token.attrGet("href")), str(token.attrGet("title"))) if token.type == "link_open" else ()
    return "".join((token.content if token.type == "text" else "", *link))


def _named(entity: str, place: Place) -> Problem:
    _, forbidden = escaped(_meant(entity), place)
    help_ = say("hapus `{teks}`; bila memang dimaksud sebagai tulisan, tulis `&amp;` untuk tanda `&`", teks=entity)
    if forbidden:
        return replace(forbidden, help=help_)
    told = say("`{teks}` bukan karakter yang dapat ditampilkan", teks=entity)
    return Problem("markdown-tidak-tampil", place, told, help=help_)


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
        case Loss.TABLE:
            return (
                "markdown-tidak-tampil",
                say("tabel dalam teks ini dapat memuat lebih dari {batas} sel", batas=MOST_CELLS),
                say("bagi menjadi beberapa teks, atau lampirkan datanya sebagai berkas dan tulis tautannya"),
            )
        case Loss.LINKS:
            return (
                "markdown-tidak-tampil",
                say("teks ini memuat lebih dari {batas} alamat atau tanda `[`", batas=MOST_LINKS),
                say("bagi menjadi beberapa teks, atau kumpulkan tautannya dalam `rencana.dokumen_sumber`"),
            )
        case Loss.LINK:
            return (
                "tautan-salah",
                say("`{teks}` bukan tautan yang boleh dipakai", teks=text),
                way_to_a_link(each.text),
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
