"""Lists and groups on one line, in brackets."""

import re
from collections.abc import Iterator

from generator.locale import say
from generator.reading.unreadable.cure import Cure
from generator.reading.unreadable.lines import TypedLine

_PAIRS = {"[": "]", "{": "}"}
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')


def not_closed(line: TypedLine) -> Iterator[Cure]:
    """`bagian: [infrastruktur_aplikasi`: the bracket that opens is not closed on its line."""
    missing = _missing(line.value)
    if not missing:
        return
    value = _uncommented(line.value).rstrip(" ,")
    right = value + missing
    yield Cure(
        (line.number, line.value_column),
        (line.number, line.value_column + len(value)),
        right,
        say("tanda kurung `{tanda}` tidak ditutup", tanda=line.value[0]),
        say("tambahkan `{tanda}`: `{teks}`", tanda=missing, teks=right),
    )


def semicolon(line: TypedLine) -> Iterator[Cure]:
    """`{tahun: 2026; jumlah: 5}`: only a comma parts the keys of a group."""
    if line.value[:1] in _PAIRS:
        for found in re.finditer(r";(?= *\w+ *:)", line.value):
            column = line.value_column + found.start()
            yield Cure(
                (line.number, column),
                (line.number, column + 1),
                ",",
                say("isian di dalam tanda kurung dipisahkan koma, bukan titik koma"),
                say("ganti `;` dengan `,`"),
            )


def comma_missing(line: TypedLine) -> Iterator[Cure]:
    """`{tahun: 2026 jumlah: 5}`: two keys and nothing between them."""
    if line.value[:1] in _PAIRS:
        for found in re.finditer(r"(?<=[^\s,{\[:])\s+(?=\w+: )", line.value):
            column = line.value_column + found.start()
            yield Cure(
                (line.number, column),
                (line.number, column + len(found[0])),
                ", ",
                say("di antara dua isian di dalam tanda kurung harus ada koma"),
                say("tambahkan `,` di sini"),
            )


def _uncommented(value: str) -> str:
    comment = re.search(r"\s#", value)
    return value[: comment.start()].rstrip() if comment else value


def _missing(value: str) -> str:
    """What has to follow a value so that its brackets are closed; empty if they are, or if it opens with none."""
    if value[:1] not in _PAIRS:
        return ""
    open_: list[str] = []
    for sign in _QUOTED.sub("", _uncommented(value)):
        if sign in _PAIRS:
            open_.append(_PAIRS[sign])
        elif open_ and sign == open_[-1]:
            open_.pop()
    return "".join(reversed(open_))
