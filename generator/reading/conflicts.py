"""What Git leaves in a file that two people changed in the same place."""

import re
from itertools import islice

from generator.diagnostics import Label, Place, Problem
from generator.locale import say
from generator.reading.text import TextFile

_MARK = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?: .*|)$", re.MULTILINE)
_MOST = 50


def conflicts(file: TextFile) -> list[Problem]:
    """Every place in which Git left two versions, at its first mark; a file with one is not to be parsed."""
    if "<<<<<<<" not in file.text and ">>>>>>>" not in file.text:
        return []
    marks = [(number, line) for number, line in enumerate(file.lines, 1) if _MARK.match(line)]
    begun = [number for number, line in marks if line[0] == "<"] or [number for number, line in marks if line[0] == ">"]
    return [_conflict(file, number, marks) for number in islice(begun, _MOST)]


def _conflict(file: TextFile, number: int, marks: list[tuple[int, str]]) -> Problem:
    rest = [(at, line) for at, line in marks if at > number]
    own = rest[: next((index for index, (_, line) in enumerate(rest) if line[0] == "<"), len(rest))]
    labels = tuple(
        Label(Place(file.path, at, 1, at, len(line) + 1), say("versi lain mulai di sini"))
        for at, line in own
        if line[0] == "="
    )
    return Problem(
        "tanda-konflik",
        Place(file.path, number, 1, number, len(file.lines[number - 1]) + 1),
        say("tanda konflik Git belum diselesaikan: di sini ada dua versi"),
        help=say("pilih versi yang benar, lalu hapus baris `<<<<<<<`, `=======` dan `>>>>>>>`"),
        labels=labels,
    )
