"""Texts over several lines, after `|` or `>`."""

import re
from collections.abc import Iterator, Sequence

from generator.locale import say
from generator.reading.unreadable.cure import Cure
from generator.reading.unreadable.lines import TypedLine

_LONGEST = 500


def not_indented(lines: Sequence[TypedLine], at: int) -> Iterator[Cure]:
    """`konsep: |` whose text stands no deeper than its key."""
    head = lines[at]
    if not (head.key and re.fullmatch(r"[|>][+-]?\d?", head.value)):
        return
    text: list[TypedLine] = []
    for line in lines[at + 1 : at + _LONGEST]:
        if line.text.strip() and (
            line.depth > head.key_column or (line.has_known_key and text) or line.depth < head.depth
        ):
            break
        if not text and line.has_known_key:
            return
        text.append(line)
    while text and not text[-1].text.strip():
        text.pop()
    if not text:
        return
    shift = head.key_column + 2 - min(line.depth for line in text if line.text.strip())
    first, last = text[0], text[-1]
    yield Cure(
        (first.number, 1),
        (last.number, len(last.text) + 1),
        "\n".join(" " * shift + line.text if line.text.strip() else line.text for line in text),
        say(
            "teks sesudah `{kunci}: {tanda}` harus menjorok lebih dalam daripada `{kunci}`",
            kunci=head.key,
            tanda=head.value,
        ),
        say("geser baris {awal}–{akhir} {jumlah} spasi ke kanan", awal=first.number, akhir=last.number, jumlah=shift)
        if last.number > first.number
        else say(
            "tulis {jumlah} spasi di depannya: `{baris}`", jumlah=first.depth + shift, baris=" " * shift + first.text
        ),
    )
