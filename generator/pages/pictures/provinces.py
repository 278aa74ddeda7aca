"""A map of Indonesia in which every province is one tile of equal size.

The arrangement is our own. It keeps the order of the islands from west to east and of the provinces on them
from north to south, keeps neighbours together where a grid allows, and leaves a gap for each wide strait.
Equal tiles, because the map counts: on a true map Papua would be loud and Jakarta invisible.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.regions import provinces

_GRID = """
11 12 .. .. .. .. .. .. .. .. .. .. .. .. .. ..
.. 13 14 21 .. .. .. 65 .. .. 75 71 .. .. .. ..
.. .. 15 .. .. 61 62 64 .. .. 72 .. 82 96 92 ..
.. 17 16 19 .. .. .. 63 .. 76 .. .. .. .. 94 91
.. .. 18 .. .. .. .. .. .. 73 74 .. 81 .. .. 95
.. .. .. 36 31 33 35 .. .. .. .. .. .. .. .. 93
.. .. .. .. 32 34 .. 51 52 53 .. .. .. .. .. ..
"""
"""Codes of provinces (Kemendagri); west is left, north is up."""

_SHORT = {
    "11": "Aceh", "12": "Sumut", "13": "Sumbar", "14": "Riau", "15": "Jambi", "16": "Sumsel", "17": "Bengkulu",
    "18": "Lampung", "19": "Babel", "21": "Kepri", "31": "Jakarta", "32": "Jabar", "33": "Jateng", "34": "DIY",
    "35": "Jatim", "36": "Banten", "51": "Bali", "52": "NTB", "53": "NTT", "61": "Kalbar", "62": "Kalteng",
    "63": "Kalsel", "64": "Kaltim", "65": "Kaltara", "71": "Sulut", "72": "Sulteng", "73": "Sulsel",
    "74": "Sultra", "75": "Gorontalo", "76": "Sulbar", "81": "Maluku", "82": "Malut", "91": "Papua",
    "92": "Pabar", "93": "Pasel", "94": "Pateng", "95": "Papeg", "96": "PBD",
}  # fmt: skip
"""The usual short names, for tiles too small for the whole."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A province; `column` and `row` count from 1. `figures` are texts, one a measure, and none where there is nothing
    to tell of the province; `href` is empty where there is nothing to link to."""

    code: str
    name: str
    short: str
    column: int
    row: int
    figures: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class ProvincesPicture:
    """The 38 tiles in the order of their codes; `measures` are what their figures tell, the first one shown first."""

    measures: tuple[str, ...]
    tiles: tuple[Tile, ...]


def places() -> Mapping[str, tuple[int, int]]:
    """Column and row of each province by its code."""
    return {
        code: (column, row)
        for row, line in enumerate(_GRID.split("\n")[1:-1], 1)
        for column, code in enumerate(line.split(), 1)
        if code != ".."
    }


def provinces_picture(
    measures: Sequence[str], figures: Mapping[str, Sequence[str]], link: Callable[[str], str | None]
) -> ProvincesPicture:
    """Lay out the provinces; `figures` are of the measures and `link` is an address, both by the code of a province."""
    found = places()
    return ProvincesPicture(
        tuple(measures),
        tuple(
            Tile(
                code=province.code,
                name=province.name,
                short=_SHORT[province.code],
                column=found[province.code][0],
                row=found[province.code][1],
                figures=tuple(figures.get(province.code, ())),
                href=link(province.code) or "",
            )
            for province in provinces()
        ),
    )
