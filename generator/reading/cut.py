"""What YAML cuts out of a group in braces: the piece after a comma, or a key with no space after its colon.

`{jumlah: 750,000}` is `750` and a key `000` without a value; `{tahun:2026}` is a key `tahun:2026`. Nothing of that is
an error to YAML, so a figure would be published that nobody wrote. The pieces are put together again: the value is
then what stands in the file, and its field can say what it was meant to be.
"""

import re
from collections.abc import Iterable

from generator.diagnostics import Place, Problem
from generator.locale import say
from generator.model.values import shown
from generator.reading.nodes import Node, Scalar
from generator.reading.text import TextFile
from generator.reading.unreadable.quoting import quoted
from generator.reading.vocabulary import vocabulary

Entries = dict[str, tuple[Scalar, Node]]
_GLUED = re.compile(r"([A-Za-z_]+):(\S.*)", re.DOTALL)


def rejoined(file: TextFile, entries: Entries, pieces: Iterable[tuple[Scalar | None, Scalar]]) -> list[Problem]:
    """Puts pieces without a colon back into the entries of their group; each is given with the key before it."""
    problems: list[Problem] = []
    after: dict[Scalar, list[Scalar]] = {}
    for key, piece in pieces:
        if (glued := _GLUED.fullmatch(piece)) and glued[1] in vocabulary():
            problems.append(_no_space(piece, glued, entries))
        elif key is None or piece in vocabulary():
            problems.append(_no_value(piece))
        else:
            after.setdefault(key, []).append(piece)
    for key, own in after.items():
        value = entries[key][1]
        if isinstance(value, Scalar) and value.plain:
            place = value.place.until(own[-1].place)
            joined = Scalar(file.between(place), place)
            entries[key] = key, joined
            problems.append(_cut(joined, own))
        else:
            problems += map(_stray, own)
    return problems


def _no_space(piece: Scalar, glued: re.Match[str], entries: Entries) -> Problem:
    file, line, column, end_line, end_column = piece.place
    middle = column + len(glued[1])
    key = Scalar(glued[1], Place(file, line, column, line, middle))
    entries.setdefault(key, (key, Scalar(glued[2], Place(file, line, middle + 1, end_line, end_column))))
    fix = f"{glued[1]}: {glued[2]}"
    return Problem(
        "teks-terpotong",
        piece.place,
        say("sesudah `{kunci}:` harus ada spasi", kunci=glued[1]),
        help=say("tulis `{baris}`", baris=fix),
        fix=fix,
    )


def _no_value(piece: Scalar) -> Problem:
    return Problem(
        "teks-terpotong",
        piece.place,
        say("`{teks}` di dalam tanda kurung tidak berisi dan tidak bertitik dua", teks=shown(piece)),
        help=say("tulis `kunci: isi`; bila ini bagian dari teks, apit seluruh teks dengan tanda kutip"),
    )


def _cut(joined: Scalar, pieces: list[Scalar]) -> Problem:
    fix = quoted(joined)
    return Problem(
        "teks-terpotong",
        joined.place,
        say("`{teks}` tidak terbaca sebagai isi: YAML memotong teks pada koma", teks=shown(", ".join(pieces))),
        help=say("apit seluruh teks dengan tanda kutip: `{teks}`", teks=shown(fix)),
        fix=fix,
    )


def _stray(piece: Scalar) -> Problem:
    return Problem(
        "teks-terpotong",
        piece.place,
        say("`{teks}` tidak terbaca sebagai isi: YAML memotong teks pada koma", teks=shown(piece)),
        mark=say("hilang dari teks di depannya"),
        help=say("beri tanda kutip pada seluruh teks, dari sesudah titik dua sampai sebelum `}` atau isian berikutnya"),
    )
