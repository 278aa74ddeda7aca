"""Lines that stand too far right or left of where their brothers do."""

from collections.abc import Iterator, Sequence

from generator.locale import say
from generator.reading.unreadable.cure import Cure
from generator.reading.unreadable.lines import TypedLine

_ABOVE = 200
_RUN = 2000


def tab(lines: Sequence[TypedLine], at: int) -> Iterator[Cure]:
    """A tab before the first word of a line."""
    line = lines[at]
    if "\t" in line.indent + line.dashes:
        for depth in _depths(lines, at):
            yield Cure(
                (line.number, 1),
                (line.number, line.depth + 1),
                " " * depth,
                say("ada karakter tab pada jorokan baris ini"),
                say("ganti tab dengan {jumlah} spasi; atur editor agar tombol Tab menulis spasi", jumlah=depth),
            )


def hard_space(lines: Sequence[TypedLine], at: int) -> Iterator[Cure]:
    """A non-breaking space where YAML needs a real one: before the first word, or after the colon."""
    line = lines[at]
    if "\u00a0" in line.indent:
        where, end = 1, line.depth + 1
    elif (colon := line.text.find(":\u00a0")) > 0:
        where, end = colon + 2, colon + 3
    else:
        return
    bad = line.text[where - 1 : end - 1]
    first = bad.index("\u00a0")
    yield Cure(
        (line.number, where + first),
        (line.number, end),
        bad[first:].replace("\u00a0", " "),
        say("ada spasi yang bukan spasi biasa, yang tidak terbaca sebagai spasi"),
        say("ganti dengan spasi biasa; biasanya terbawa ketika menyalin dari pengolah kata atau situs"),
    )


def misplaced(lines: Sequence[TypedLine], at: int) -> Iterator[Cure]:
    """A line, or a line with all that belongs to it, that stands in no column of what is open above it."""
    line = lines[at]
    if not (line.has_known_key or line.dashes):
        return
    for last in dict.fromkeys((_end_of_run(lines, at), at)):
        for depth in _depths(lines, at):
            if shift := depth - line.depth:
                yield _shifted(lines, at, last, shift)


def _depths(lines: Sequence[TypedLine], at: int) -> list[int]:
    """The depths at which a line like this one could stand, the nearest first."""
    own, found, limit = lines[at], set[int](), 1 << 30
    for line in reversed(lines[max(0, at - _ABOVE) : at]):
        if line.is_blank or "\t" in line.indent or not (line.key or line.dashes) or line.depth >= limit:
            continue
        limit = line.depth
        if own.dashes and line.dashes:
            found.add(line.depth)
        elif own.dashes and not line.value:
            found |= {line.depth, line.depth + 2}
        elif not own.dashes:
            found.add(line.key_column)
            if not line.value and line.key:
                found.add(line.key_column + 2)
        if limit == 0:
            break
    following = next((line for line in lines[at + 1 : at + 50] if not line.is_blank), None)
    near = following.depth if following else own.depth
    return sorted(found, key=lambda depth: (abs(depth - own.depth), abs(depth - near), depth))


def _end_of_run(lines: Sequence[TypedLine], at: int) -> int:
    """The last of the lines after `at` that stand no further left than it."""
    last = at
    for index in range(at + 1, min(len(lines), at + _RUN)):
        if lines[index].is_blank:
            continue
        own, other = lines[at], lines[index]
        if other.depth < own.depth or (other.depth == own.depth and own.dashes and not other.dashes):
            break
        last = index
    return last


def _shifted(lines: Sequence[TypedLine], at: int, last: int, shift: int) -> Cure:
    first, count = lines[at], abs(shift)
    moved = [_moved(line.text, shift) for line in lines[at : last + 1]]
    if last == at:
        end, text = first.depth + 1, moved[0][: len(moved[0]) - len(first.text.lstrip())]
    else:
        end, text = len(lines[last].text) + 1, "\n".join(moved)
    cause = say("baris ini menjorok {jumlah} spasi lebih dalam daripada yang sejajar dengannya", jumlah=count)
    if shift > 0:
        cause = say("baris ini menjorok {jumlah} spasi kurang dalam daripada yang sejajar dengannya", jumlah=count)
    if last == at:
        remedy = say("tulis {jumlah} spasi di depannya: `{baris}`", jumlah=first.depth + shift, baris=moved[0].rstrip())
    elif shift < 0:
        remedy = say(
            "geser baris {awal}–{akhir} {jumlah} spasi ke kiri",
            awal=first.number,
            akhir=lines[last].number,
            jumlah=count,
        )
    else:
        remedy = say(
            "geser baris {awal}–{akhir} {jumlah} spasi ke kanan",
            awal=first.number,
            akhir=lines[last].number,
            jumlah=count,
        )
    return Cure((first.number, 1), (lines[last].number, end), text, cause, remedy)


def _moved(text: str, shift: int) -> str:
    if not text.strip():
        return text
    return " " * shift + text if shift > 0 else text[min(-shift, len(text) - len(text.lstrip(" "))) :]
