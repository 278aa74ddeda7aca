"""The signs that make a line an entry of a list, or a key with its value."""

import re
from collections.abc import Iterator, Sequence

from generator.locale import Message, say
from generator.reading.unreadable.cure import Cure
from generator.reading.unreadable.lines import TypedLine
from generator.reading.vocabulary import lists_somewhere, vocabulary

_OTHER_DASH = re.compile(r"(\s*)([–—−‐‑•●▪·○*+])[ \t\u00a0]*(?=\S)")
_GLUED_DASH = re.compile(r"(\s*)-(?=[^\s-])")
_BLANKS = 20
_ASTRAY = 4
"""Columns that a key without its hyphen may stand away from those of the entry above."""
_ENTRY = 200
"""Lines of an entry of a list at most, in which the next one is looked for."""
_GLUED_COLON = re.compile(r"(\s*(?:-\s+)*)([A-Za-z_]+):(?=[^\s:/])")


def other_dash(line: TypedLine) -> Iterator[Cure]:
    """`– id: K-002`, `• id: K-002`: a word processor's dash or bullet for `- `."""
    if found := _OTHER_DASH.match(line.text):
        yield Cure(
            (line.number, found.end(1) + 1),
            (line.number, found.end() + 1),
            "- ",
            say("`{tanda}` bukan tanda daftar; yang terbaca hanya tanda hubung biasa dan spasi", tanda=found[2]),
            say(
                "ganti `{tanda}` dengan `- `: `{baris}`", tanda=found[2], baris="- " + line.text[found.end() :].strip()
            ),
        )


def glued_dash(line: TypedLine) -> Iterator[Cure]:
    """`-id: K-002`: the space after the hyphen is missing."""
    if found := _GLUED_DASH.match(line.text):
        right = "- " + line.text[found.end() :].strip()
        yield Cure(
            (line.number, found.end()),
            (line.number, found.end() + 1),
            "- ",
            say("sesudah tanda hubung `-` harus ada spasi"),
            say("tulis `{baris}`", baris=right),
        )


def glued_colon(line: TypedLine) -> Iterator[Cure]:
    """`status:berjalan`: the space after the colon is missing."""
    found = _GLUED_COLON.match(line.text)
    if found and found[2] in vocabulary():
        value = line.text[found.end() :].strip()
        yield Cure(
            (line.number, found.start(2) + 1),
            (line.number, len(line.text.rstrip()) + 1),
            f"{found[2]}: {value}",
            say("sesudah `{kunci}:` harus ada spasi", kunci=found[2]),
            say("tulis `{baris}`", baris=f"{found[2]}: {value}"),
        )


def no_colon(line: TypedLine) -> Iterator[Cure]:
    """`status berjalan`, `status = berjalan`: a known key and no colon at all."""
    found = re.match(r"(\s*(?:-\s+)*)([a-z_]+)(?:\s*[=;]\s*|\s+)(?=\S)", line.text)
    if found and not line.key and found[2] in vocabulary():
        value = line.text[found.end() :].strip()
        yield Cure(
            (line.number, found.start(2) + 1),
            (line.number, len(line.text.rstrip()) + 1),
            f"{found[2]}: {value}",
            say("sesudah kunci `{kunci}` tidak ada titik dua", kunci=found[2]),
            say("tulis `{baris}`", baris=f"{found[2]}: {value}"),
        )
    elif line.text.strip(" -\t") in vocabulary() and not line.key:
        word = line.text.strip(" -\t")
        end = len(line.text.rstrip()) + 1
        yield Cure(
            (line.number, end - len(word)),
            (line.number, end),
            f"{word}:",
            say("sesudah kunci `{kunci}` tidak ada titik dua", kunci=word),
            say("tulis `{baris}`", baris=f"{word}:"),
        )


def next_entry(lines: Sequence[TypedLine], at: int) -> Iterator[Cure]:
    """`id: K-002` below the entry `- id: K-001`, or `{tahun: 2027}` below `- {tahun: 2026}`: the next entry."""
    line = lines[at]
    if line.dashes or not (line.has_known_key or (line.value.startswith("{") and not line.key)):
        return
    above = (each for each in reversed(lines[max(0, at - _ENTRY) : at]) if each.dashes and not each.is_blank)
    entry = next((each for each in above if abs(each.key_column - line.depth) <= _ASTRAY), None)
    if entry is None or entry.key != line.key or (not line.key and not entry.value.startswith("{")):
        return
    column = entry.key_column
    last = at
    while last + 1 < len(lines) and _stands_beside(lines[last + 1], line):
        last += 1
    moved = [" " * column + each.text.strip() for each in lines[at + 1 : last + 1]]
    first = f"{entry.indent}{entry.dashes}{line.text.strip()}"
    remedy = say("tulis `{baris}`", baris=first)
    if moved:
        remedy = say(
            "tulis `{baris}`, dan {jumlah} spasi di depan baris {awal}–{akhir}",
            baris=first,
            jumlah=column,
            awal=lines[at + 1].number,
            akhir=lines[last].number,
        )
    yield Cure(
        (line.number, 1),
        (lines[last].number, len(lines[last].text) + 1),
        "\n".join([first, *moved]),
        say("tanda hubung di depan `{kunci}` hilang", kunci=line.key or "{"),
        remedy,
    )


def _stands_beside(line: TypedLine, first: TypedLine) -> bool:
    """Whether a line has a key of the entry that `first` begins, in its column."""
    return line.has_known_key and not line.dashes and line.depth == first.depth and line.key != first.key


def first_entry(lines: Sequence[TypedLine], at: int) -> Iterator[Cure]:
    """`kegiatan:` and below it `id: K-001`, `K-001:` or `{id: K-001}` where the other entries begin with `- `."""
    head = lines[at]
    if head.value or head.key not in lists_somewhere():
        return
    first = next((line for line in lines[at + 1 : at + _BLANKS] if not line.is_blank), None)
    if first is None or first.dashes or first.depth < head.key_column + 2:
        return
    lost = say("tanda hubung di depan butir pertama hilang")
    if first.value.startswith("{") and not first.key:
        yield _entry(first, first.depth, first.text.strip(), lost)
    elif first.has_known_key:
        yield _entry(first, first.depth - 2, first.text.strip(), lost)
    elif first.key and not first.value:
        cause = say("tiap butir daftar diawali tanda hubung, dan id-nya ditulis di dalamnya")
        yield _entry(first, first.depth, f"id: {first.key}", cause)


def _entry(line: TypedLine, depth: int, row: str, cause: Message) -> Cure:
    right = " " * depth + f"- {row}"
    return Cure((line.number, 1), (line.number, len(line.text) + 1), right, cause, say("tulis `{baris}`", baris=right))
