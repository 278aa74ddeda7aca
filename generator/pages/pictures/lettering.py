"""How wide a text will be, near enough to cut it before it runs into the next thing.

No font is loaded at build time: the widths are those of Arial and its metric twins, in thousandths of the type size,
by classes of letters, and an eighth more: as wide as the widest of the fonts that a reader may have (Verdana, DejaVu
Sans), in which a name must not run into a bar either.
"""

_CLASSES = {
    222: "ijl'|",
    278: " ftI!.,:;/\\[]()`r-–",
    500: 'ckszvxyJ"',
    722: "wCDHNRUwGOQ&",
    833: "mMW%—…",
    611: "FTZL",
    667: "ABEKPSVXY",
}
_WIDTHS = {letter: width for width, letters in _CLASSES.items() for letter in letters}
_OTHER = 556
_WIDEST = 1.13


def width(text: str, size: float) -> float:
    """The width in px of a text set at `size` px."""
    return sum(_WIDTHS.get(letter, _OTHER) for letter in text) * size * _WIDEST / 1000


def shortened(text: str, room: float, size: float) -> str:
    """The text, cut at a word where possible and ended with `…` if it is wider than `room` px."""
    if width(text, size) <= room:
        return text
    left = room - width("…", size)
    end = 0
    for letter in text:
        left -= width(letter, size)
        if left < 0:
            break
        end += 1
    cut = text[:end]
    at_word = cut.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > end * 0.85 else cut).rstrip(" ,;:-–/(") + "…"
