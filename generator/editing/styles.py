"""How a workbook shows its numbers: as days or percentages, by the style of each cell."""

import re
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from generator.data.xlsx_archive import MAIN
from generator.editing.strict_xml import Attributes, Grammar, read

_STYLES = Grammar(
    {"": {"styleSheet"}, "styleSheet": {"numFmts", "cellXfs"}, "numFmts": {"numFmt"}, "cellXfs": {"xf"}}, {""}
)
_MOST_STYLES = 65_490  # of every spreadsheet
_PERCENT_FORMATS = frozenset((9, 10))  # of every workbook: 0% and 0.00%
_LITERAL = re.compile(r'"[^"]*(?:"|\Z)|[\\_*].|\[[^\]]*(?:\]|\Z)')
"""What a format shows as it stands: `0"%"` shows 40 as 40%, where `0%` shows 0.4 so."""


class Styles(NamedTuple):
    """`content` are the styles written anew, `how_many`; `percents` those that show 0.4 as 40%."""

    content: str
    how_many: int
    percents: frozenset[int]


def styles(part: bytes | None) -> Styles:
    """The styles of a workbook. Raises `ExpatError`, and `KeyError` and `ValueError` for a format without a number."""
    formats: dict[int, str] = {}
    cells: list[int] = []

    def add_format(attributes: Attributes) -> None:
        formats[int(attributes["numFmtId"])] = attributes["formatCode"]

    def add_style(attributes: Attributes) -> None:
        cells.append(int(attributes.get("numFmtId", "0")))
        if len(cells) > _MOST_STYLES:
            raise ValueError("more styles than a workbook has")

    if part is not None:
        read(part, _STYLES, {"numFmt": add_format, "xf": add_style})
    percents = {number for number in _PERCENT_FORMATS if number not in formats}
    percents |= {number for number, code in formats.items() if "%" in _LITERAL.sub("", code)}
    listed = "".join(f'<numFmt numFmtId="{number}" formatCode={quoteattr(code)}/>' for number, code in formats.items())
    written = "".join(f'<xf numFmtId="{number}"/>' for number in cells)
    return Styles(
        f'<styleSheet xmlns="{MAIN}"><numFmts>{listed}</numFmts><cellXfs>{written}</cellXfs></styleSheet>',
        len(cells),
        frozenset(at for at, number in enumerate(cells) if number in percents),
    )
